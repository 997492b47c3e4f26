"""People who are interviewed while their server is killed again and again, and what was promised to them."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable
from contextlib import suppress

import attrs

from adapters.websocket_server.client import InterviewClient
from adapters.websocket_server.client_errors import ClientError
from adapters.websocket_server.client_news import Happened, Listening, RoomSeen
from adapters.websocket_server.client_outbox import Status
from adapters.websocket_server.client_settings import ClientSettings
from interview_engine.core import events as e
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seq, TurnId
from tests.program.api_calls import Json, insist

QUICK = ClientSettings(
    first_retry_ms=Millis(30),
    longest_retry_ms=Millis(120),
    patience_ms=Millis(60_000),
    ask_again_ms=Millis(50),
)
PLAN = [
    {"stage": "self_intro", "kind": "self_introduction", "answer_ms": 90_000},
    {"stage": "common", "kind": "common", "answer_ms": 120_000},
    {"stage": "closing", "kind": "closing", "answer_ms": 60_000},
]
SETTINGS: Json = {"plan": PLAN, "reading_ms": 0, "follow_up_budget": 0}


@attrs.frozen(kw_only=True)
class Promise:
    """A command that the server has acknowledged: it must be in the log, at this seq, with this text."""

    room_id: RoomId
    seat_id: SeatId
    command_id: CommandId
    name: str
    seq: Seq
    text: str = ""


@attrs.define
class Promises:
    """All that was acknowledged; `news` wakes whoever waits for more."""

    made: list[Promise] = attrs.Factory(list)
    refused: dict[str, int] = attrs.Factory(dict)
    resent: int = 0
    finished: set[RoomId] = attrs.Factory(set)
    news: asyncio.Event = attrs.Factory(asyncio.Event)

    async def one_more(self, seen: int) -> None:
        """Wait until more than so many have been made."""
        while len(self.made) <= seen:
            self.news.clear()
            await self.news.wait()


class Candidate:
    """One person in one room: chats all the time, and answers when it is their turn."""

    def __init__(self, client: InterviewClient, room_id: RoomId, name: str, promises: Promises) -> None:
        self._client = client
        self._room_id = room_id
        self._name = name
        self._promises = promises
        self._given = 0
        self._mine: set[TurnId] = set()
        self._answering: set[asyncio.Task[None]] = set()
        self.over = asyncio.Event()

    async def give(self, command: str, /, *, text: str = "", **arguments: object) -> bool:
        """Give a command, and note what was promised."""
        self._given += 1
        # Everybody in the room counts the same ids: they are each one's own.
        identity = CommandId(f"{self._given}")
        if text:
            arguments["text"] = text
        outcome = await self._client.command(command, command_id=identity, **arguments)
        if outcome.status is Status.REFUSED:
            self._promises.refused[outcome.code] = self._promises.refused.get(outcome.code, 0) + 1
            return False
        assert outcome.seq is not None
        self._promises.resent += outcome.status is Status.DUPLICATE
        self._promises.made.append(
            Promise(
                room_id=self._room_id,
                seat_id=self._client.seat_id,
                command_id=identity,
                name=command,
                seq=outcome.seq,
                text=text,
            )
        )
        self._promises.news.set()
        return True

    async def chat(self, pause_s: float) -> None:
        """Chat until the interview is over."""
        while not self.over.is_set():
            await self.give("send_chat", text=f"{self._name} 잘 부탁드립니다 {self._given}")
            await asyncio.sleep(pause_s)

    async def answer(self, listening: Listening, chance: random.Random) -> None:
        """Answer each turn, with a draft before, until the interview is over."""
        async for news in listening:
            match news:
                case RoomSeen(room=Room() as room):
                    self._look(room, chance)
                case Happened(event=e.RoundOpened(round=asked)):
                    self._mine |= {
                        turn.turn_id for turn in asked.turns if turn.seat_id == self._client.seat_id
                    }
                case Happened(event=e.TurnOpened(turn_id=turn_id)) if turn_id in self._mine:
                    self._begin(turn_id, chance)
                case Happened(event=e.SpeechStarted(turn_id=turn_id)):
                    self._do(self.give("skip_speech", turn_id=turn_id))
                case Happened(event=e.InterviewFinished()):
                    self._promises.finished.add(self._room_id)
                    break
                case _:
                    pass
        self.over.set()

    def _look(self, room: Room, chance: random.Random) -> None:
        if room.current is not None:
            self._mine |= {
                turn.turn_id for turn in room.current.turns if turn.seat_id == self._client.seat_id
            }
        for turn in room.open_turns():
            if turn.turn_id in self._mine:
                self._begin(turn.turn_id, chance)

    def _begin(self, turn_id: TurnId, chance: random.Random) -> None:
        self._do(self._answer_turn(turn_id, chance.uniform(0.2, 1.2)))

    def _do(self, work: Awaitable[object]) -> None:
        async def done() -> None:
            # Whoever is closed in the middle of a command was promised nothing.
            with suppress(ClientError):
                await work

        task = asyncio.create_task(done())
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer_turn(self, turn_id: TurnId, thinks_s: float) -> None:
        await self.give("save_draft", turn_id=turn_id, text=f"{self._name}의 초안 {turn_id}")
        await asyncio.sleep(thinks_s)
        await self.give(
            "submit_answer", turn_id=turn_id, text=f"{self._name}의 답변 {turn_id}. " + "가나다라" * 60
        )


async def interviews(
    url: str, socket: str, name: str, promises: Promises, *, pause_s: float, seed: int
) -> None:
    """Hold one interview of two people and an AI candidate after the other, until cancelled."""
    chance = random.Random(seed)
    guests = [await insist(f"{url}/api/guests", {"name": f"{name}{number}"}) for number in (1, 2)]
    tokens = [str(guest["token"]) for guest in guests]
    number = 0
    while True:
        number += 1
        wanted = {"public": True, "settings": SETTINGS, "rivals": ["naver"], "panel": ["technical"]}
        made = await insist(f"{url}/api/rooms", wanted, token=tokens[0], key=f"{name}-{number}")
        room_id = RoomId(str(made["room_id"]))
        async with (
            InterviewClient.connect(socket, token=tokens[0], room=room_id, settings=QUICK) as host,
            InterviewClient.connect(socket, token=tokens[1], room=room_id, settings=QUICK) as other,
        ):
            people = [
                Candidate(client, room_id, f"{name}{number}{mark}", promises)
                for client, mark in ((host, "ㄱ"), (other, "ㄴ"))
            ]
            heard = [client.news() for client in (host, other)]
            await people[1].give("join_room", name=f"{name}2")
            for person in people:
                await person.give("set_ready")
            await people[0].give("start_interview")
            async with asyncio.TaskGroup() as group:
                for person, listening in zip(people, heard, strict=True):
                    group.create_task(person.answer(listening, chance))
                    group.create_task(person.chat(pause_s))
