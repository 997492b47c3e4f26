"""`serve` as its operator meets it: real processes, real signals."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.program.settings import DATABASE_NAME, KEY_FILE_NAME
from adapters.websocket_server.client import InterviewClient
from adapters.websocket_server.client_news import Listening, Lost
from tests.program.interview_load import QUICK
from tests.program.server_process import Nursery
from tests.program.visiting import get, lines, room_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("processes")]

HANGING = """
import asyncio
from adapters.program import bootstrap

async def forever(self, within_ms):
    await asyncio.sleep(60)

bootstrap.Gateway.close = forever
main(words)
"""
"""A server whose stop hangs: a second signal surely comes within the first one's stop."""


async def first_loss(listening: Listening) -> AsyncIterator[Lost]:
    """Yield the first lost connection."""
    async for news in listening:
        if isinstance(news, Lost):
            yield news
            return


def test_a_server_starts_shows_its_pages_and_stops_in_order(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        async with nursery.serving(tmp_path, INTERVIEW_ENGINE_PROT="1") as server:
            up = await server.up()
            assert up.said["event"] == "server.listening"
            assert up.said["ignored_variables"] == ["INTERVIEW_ENGINE_PROT"]
            for path in ("/", "/?lang=en", "/docs", "/docs/asyncapi"):
                status, kind, text = await get(up.url + path)
                assert (status, kind.partition(";")[0]) == (200, "text/html"), path
                assert "<html" in text
            for path in ("/healthz", "/readyz", "/openapi.json", "/docs/asyncapi.json"):
                assert (await get(up.url + path))[0] == 200
            metrics = (await get(f"{up.url}/metrics"))[2]
            assert "interview_rooms_live 0.0" in metrics
            assert "interview_connections 0.0" in metrics
            began = time.monotonic()
            assert await server.stop() == 0
            assert time.monotonic() - began < 30
            assert [event["event"] for event in lines(server.told())][-2:] == [
                "server.stopping",
                "server.stopped",
            ]
        data = tmp_path / "server"
        assert (data / KEY_FILE_NAME).stat().st_mode & 0o777 == 0o600
        assert data.stat().st_mode & 0o077 == 0
        assert sorted(path.name for path in data.iterdir()) == [
            DATABASE_NAME,
            f"{DATABASE_NAME}-owner",
            KEY_FILE_NAME,
        ], "an orderly stop leaves one clean file"

    asyncio.run(scene())


def test_a_stop_with_open_sockets_tells_everybody_when_to_come_back(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        async with nursery.serving(tmp_path, "--drain-ms", "4000") as server:
            up = await server.up()
            token, room_id = await room_of(up)
            async with InterviewClient.connect(
                up.socket, token=token, room=room_id, settings=QUICK
            ) as client:
                listening = client.news()
                silent = await asyncio.open_connection("127.0.0.1", up.port)
                silent[1].write(b"GET / HTTP/1.1\r\n")
                began = time.monotonic()
                ending = asyncio.create_task(server.stop())
                lost = [news async for news in first_loss(listening)]
                assert [news.code for news in lost] == [1012]
                assert 1_000 <= lost[0].retry_ms <= 5_000
                assert await ending == 0, server.told()
                assert time.monotonic() - began < 20
                silent[1].close()

    asyncio.run(scene())


def test_a_second_signal_ends_it_at_once(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        server = nursery.start(tmp_path, "--drain-ms", "600000", code=HANGING)
        await server.up()
        server.send(signal.SIGTERM)
        while "server.stopping" not in server.told():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        began = time.monotonic()
        assert await server.stop(signal.SIGINT) == 128 + signal.SIGINT
        assert time.monotonic() - began < 30
        assert "기다리지 않고" in server.told()

    asyncio.run(scene())


def test_a_stop_that_hangs_is_cut_off_within_its_time(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        server = nursery.start(tmp_path, "--drain-ms", "1000", code=HANGING)
        await server.up()
        began = time.monotonic()
        assert await server.stop() == 1
        assert time.monotonic() - began < 30
        assert "stop.cut_off" in server.told()

    asyncio.run(scene())


def test_a_terminal_gets_a_page_for_people(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        server = nursery.start(tmp_path, "--log-format", "console", variables={"COLUMNS": "200"})
        try:
            for _ in range(600):
                text = server.out.read_text(encoding="utf-8")
                if "Ctrl-C" in text:
                    break
                await asyncio.sleep(0.05)
            assert "면접 서버가 켜졌습니다" in text
            assert "http://127.0.0.1:" in text
            assert os.fspath(tmp_path / "server") in text.replace("\n", "")
            assert await server.stop(signal.SIGINT) == 0
            assert "끝났습니다" in server.out.read_text(encoding="utf-8")
        finally:
            await server.stop(signal.SIGKILL)

    asyncio.run(scene())
