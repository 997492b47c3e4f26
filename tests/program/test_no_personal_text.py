"""People's words, names and tokens stay out of logs and output, whatever goes right or wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import quote

import pytest

from adapters.program.settings import KEY_FILE_NAME
from adapters.websocket_server.client import InterviewClient
from interview_engine.ids import TurnId
from tests.program.api_calls import call
from tests.program.interview_load import QUICK
from tests.program.server_process import Nursery
from tests.program.visiting import lines, room_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("processes")]


def test_nothing_personal_gets_into_logs_or_output(nursery: Nursery, tmp_path: Path) -> None:
    name, words, draft, said = "표식이름가나", "표식답변다라", "표식초안마바", "표식채팅사아"

    async def scene() -> list[str]:
        async with nursery.serving(tmp_path, "--log-level", "debug") as server:
            up = await server.up()
            token, room_id = await room_of(up, name)
            client_of = InterviewClient.connect
            async with client_of(up.socket, token=token, room=room_id, settings=QUICK) as client:
                await client.share_resume((f"{words} 프로젝트를 이끌었습니다",))
                (await client.ready()).require()
                (await client.start()).require()
                await client.chat(said)
                async with asyncio.timeout(40):
                    while not (turns := await my_turns(client)):
                        await skip_speeches(client)
                        await asyncio.sleep(0.05)
                await client.save_draft(turns[0], draft)
                assert (await client.submit_answer(turns[0], words)).done
                await client.command("submit_answer", turn_id=words, text=words)
                await client.command(words, text=words)
            for path in ("/api/rooms", f"/api/rooms/{room_id}", f"/api/{words}?q={words}"):
                await asyncio.to_thread(call, up.url + quoted(path), token=token)
            await asyncio.to_thread(call, f"{up.url}/api/rooms", {"title": words, words: 1}, token=token)
            await asyncio.to_thread(call, f"{up.url}/api/rooms", token=f"{token}x")
            reader, writer = await asyncio.open_connection("127.0.0.1", up.port)
            writer.write(f"BROKEN {words}\r\n\r\n".encode())
            await reader.read(100)
            writer.close()
            assert await server.stop() == 0
            everything = server.out.read_text(encoding="utf-8") + server.told()
            key = (tmp_path / "server" / KEY_FILE_NAME).read_bytes()
            assert len(lines(everything)) > 5
            marks = [name, words, draft, said, token, token.split(".")[1], token.split(".")[2], key.hex()]
            marks += [quoted(words), words.encode("unicode-escape").decode()]
            return [mark for mark in marks if mark in everything]

    assert asyncio.run(scene()) == []


def quoted(text: str) -> str:

    return quote(text, safe="/?=")


async def my_turns(client: InterviewClient) -> list[TurnId]:
    room = await client.look()
    assert room is not None
    return [turn.turn_id for turn in room.open_turns() if turn.seat_id == client.seat_id]


async def skip_speeches(client: InterviewClient) -> None:
    room = await client.look()
    assert room is not None
    for turn in room.open_turns():
        if turn.speaking:
            await client.skip_speech(turn.turn_id)
