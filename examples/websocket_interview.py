"""A whole interview against a running server: a guest, a room over HTTP, and the rest over one WebSocket.

`interview-engine serve` in one terminal, `python examples/websocket_interview.py` in another; the server's
address may follow.
"""

from __future__ import annotations

import asyncio
import json
import sys
import urllib.request
import uuid
from collections.abc import Mapping

from adapters.websocket_server.client import InterviewClient
from adapters.websocket_server.client_news import Happened, RoomSeen
from interview_engine.core import events as e
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, RoomId, TurnId

ANSWER = (
    "저는 장애를 숫자로 좁히는 개발자입니다. 느린 요청 2만 건을 나누어 원인을 찾았고, 조회를 하나로 묶어 "
    "응답 시간을 3초에서 0.4초로 줄였습니다. 측정에서 출발해야 한다는 점을 배웠습니다."
)


def post(url: str, body: Mapping[str, object], token: str = "") -> dict[str, object]:
    """Send JSON, and return the JSON that comes back."""
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)  # noqa: S310 -- our own server
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
        answer: dict[str, object] = json.load(response)
    return answer


async def interview(server: str) -> None:
    """Hold one interview to its end."""
    guest = await asyncio.to_thread(post, f"{server}/api/guests", {"name": "김지원"})
    token = str(guest["token"])
    settings = {"preset": "short", "reading_ms": 0, "follow_up_budget": 0}
    wanted = {"title": "연습 면접", "settings": settings, "rivals": ["naver", "toss"], "panel": ["technical"]}
    made = await asyncio.to_thread(post, f"{server}/api/rooms", wanted, token)
    socket = server.replace("http", "ws", 1) + "/ws"
    async with InterviewClient.connect(socket, token=token, room=RoomId(str(made["room_id"]))) as client:
        listening = client.news()
        (await client.ready()).require()
        (await client.start()).require()
        mine: set[TurnId] = set()
        ids: dict[TurnId, CommandId] = {}
        async for news in listening:
            match news:
                case RoomSeen(room=Room() as room):
                    # After a lost connection the whole room may come anew, with a turn that opened meanwhile.
                    for turn in room.open_turns():
                        if turn.seat_id == client.seat_id:
                            await answer(client, turn.turn_id, ids)
                case Happened(event=e.RoundOpened(round=asked)):
                    mine |= {turn.turn_id for turn in asked.turns if turn.seat_id == client.seat_id}
                    print("Q.", asked.question.text if asked.question else "")
                case Happened(event=e.TurnOpened(turn_id=turn_id)) if turn_id in mine:
                    await answer(client, turn_id, ids)
                case Happened(event=e.SpeechStarted(turn_id=turn_id)):
                    await client.skip_speech(turn_id)
                case Happened(event=e.InterviewFinished()):
                    break
                case _:
                    pass
        show(await client.look(), client)


async def answer(client: InterviewClient, turn_id: TurnId, ids: dict[TurnId, CommandId]) -> None:
    """Answer a turn: with one id a turn, so that answering twice is harmless, and an unguessable one."""
    chosen = ids.setdefault(turn_id, CommandId(str(uuid.uuid4())))
    await client.command("submit_answer", command_id=chosen, turn_id=turn_id, text=ANSWER)


def show(room: Room | None, client: InterviewClient) -> None:
    """Print the board, and the feedback that is ours."""
    assert room is not None, "the server is of this version"
    names = {seat.seat_id: seat.name for seat in room.seats}
    for row in room.board.rows:
        print(row.rank, names[row.seat_id], row.total)
    for item in room.feedback:
        if item.seat_id == client.seat_id and item.feedback is not None:
            print(item.feedback.summary)
            print(item.feedback.drill)


if __name__ == "__main__":
    asyncio.run(interview(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"))
