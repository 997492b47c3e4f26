"""`serve` as its operator meets it: real processes, real signals."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import re
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.program.settings import DATABASE_NAME, KEY_FILE_NAME
from adapters.websocket_server.client import InterviewClient
from adapters.websocket_server.client_news import Listening, Lost
from tests.program.interview_load import QUICK
from tests.program.server_process import START_S, Nursery, Server, Up
from tests.program.visiting import get, head, lines, room_of

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


IN_A_TERMINAL = """
import fcntl, termios, threading

# What runs the tests may have been told to outlive its own terminal.
signal.signal(signal.SIGHUP, signal.SIG_DFL)

seen = os.dup(1)
master, terminal = os.openpty()
os.setsid()
fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
os.dup2(terminal, 1)
os.dup2(terminal, 2)
os.close(terminal)

def show():
    while not os.path.exists("close"):
        if select.select([master], [], [], 0.02)[0]:
            os.write(seen, os.read(master, 65536))
    os.close(master)

threading.Thread(target=show, daemon=True).start()
main(words)
"""
"""A server in a terminal of its own, which is closed once there is a file of that name."""


async def up_in_terminal(server: Server) -> Up:
    """Wait for the page that a server shows in a terminal."""
    async with asyncio.timeout(START_S):
        while (found := re.search(r"(http://127\.0\.0\.1:(\d+))/", server.out.read_text("utf-8"))) is None:
            assert server.running
            await asyncio.sleep(0.02)
    return Up(pid=server.pid, url=found[1], port=int(found[2]), said={})


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
            heard = lines(server.out.read_text(encoding="utf-8")) + lines(server.told())
            told = [event for event in heard if event["event"] == "server.listening"]
            assert told == [up.said], "one fact is told once, and in the log's shape"
            assert (up.said["level"], up.said["logger"], up.said["rooms"]) == ("info", "server", 0)
            assert dt.datetime.fromisoformat(str(up.said["timestamp"])).tzinfo is not None
            assert up.said["ignored_variables"] == ["INTERVIEW_ENGINE_PROT"]
            for path in ("/", "/?lang=en", "/docs", "/docs/asyncapi"):
                status, kind, text = await get(up.url + path)
                assert (status, kind.partition(";")[0]) == (200, "text/html"), path
                assert "<html" in text
            for path in ("/healthz", "/readyz", "/openapi.json", "/docs/asyncapi.json"):
                assert (await get(up.url + path))[0] == 200
            for path in ("/healthz", "/readyz"):
                assert await head(up.url + path) == 200, "many that watch servers ask with HEAD"
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


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows closes its terminals another way")
def test_a_closed_terminal_stops_it_in_order_however_often_that_is_said(
    nursery: Nursery, tmp_path: Path
) -> None:
    async def scene() -> None:
        wide = {"COLUMNS": "200"}
        server = nursery.start(tmp_path, "--drain-ms", "4000", code=IN_A_TERMINAL, variables=wide)
        try:
            up = await up_in_terminal(server)
            token, room_id = await room_of(up)
            async with InterviewClient.connect(
                up.socket, token=token, room=room_id, settings=QUICK
            ) as client:
                listening = client.news()
                (tmp_path / "close").touch()
                lost = [news async for news in first_loss(listening)]
                assert [news.code for news in lost] == [1012]
                # The shell says it, too.
                server.send(signal.SIGHUP)
                assert await server.ended() == 0
        finally:
            await server.stop(signal.SIGKILL)

    asyncio.run(scene())


def test_who_asks_that_a_closed_terminal_be_passed_over_is_heard(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        nohup = "signal.signal(signal.SIGHUP, signal.SIG_IGN)\nmain(words)"
        server = nursery.start(tmp_path, code=nohup)
        try:
            up = await server.up()
            server.send(signal.SIGHUP)
            assert (await get(f"{up.url}/healthz"))[0] == 200
            assert await server.stop() == 0
        finally:
            await server.stop(signal.SIGKILL)

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
            assert server.told().count("server.listening") == 1, "the log tells it, too"
            assert os.fspath(tmp_path / "server") in text.replace("\n", "")
            assert await server.stop(signal.SIGINT) == 0
            assert "끝났습니다" in server.out.read_text(encoding="utf-8")
        finally:
            await server.stop(signal.SIGKILL)

    asyncio.run(scene())
