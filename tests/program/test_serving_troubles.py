"""A server whose surroundings fail it: each trouble is named with a way out; nothing false is promised."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from pathlib import Path

import pytest

from adapters.program.settings import DATABASE_NAME, KEY_FILE_NAME
from adapters.websocket_server.client import InterviewClient
from tests.program.interview_load import QUICK
from tests.program.server_process import Nursery
from tests.program.visiting import get, room_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("processes")]


def test_a_second_server_is_told_what_is_taken(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        async with nursery.serving(tmp_path) as first:
            up = await first.up()
            (tmp_path / "second").mkdir()
            port = nursery.start(tmp_path / "second", "--port", str(up.port), "--lang", "en")
            data = nursery.start(tmp_path / "second", "--data", str(tmp_path / "server"))
            assert await port.ended() == 3
            assert await data.ended() == 3
            told = port.told()
            assert f"Port {up.port} of 127.0.0.1 is in use" in told
            assert f"--port {up.port + 1}" in told
            assert "다른 서버가 쓰고 있는 데이터 폴더입니다" in told
            assert "Traceback" not in told
            assert not (tmp_path / "second" / "server").exists(), (
                "a taken port is found before data is touched"
            )
            assert (await get(f"{up.url}/healthz"))[0] == 200

    asyncio.run(scene())


@pytest.mark.parametrize(
    "name,content,expected",
    [
        (KEY_FILE_NAME, b"short", "짧습니다"),
        (DATABASE_NAME, b"this is no database at all " * 100, "손상된 데이터베이스입니다"),
        ("config.toml", b"port = \n", "TOML"),
        ("config.toml", b"prot = 1\n", "'port'"),
    ],
)
def test_a_bad_file_is_named_with_a_way_out(
    nursery: Nursery, tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    async def scene() -> None:
        (tmp_path / "server").mkdir()
        path = tmp_path / "server" / name
        path.touch(mode=0o600)
        path.write_bytes(content)
        server = nursery.start(tmp_path)
        assert await server.ended() in {2, 3}
        told = server.told().replace("\n", " ")
        assert expected in told
        assert str(path) in told.replace(" ", "") or "config" not in name
        assert "Traceback" not in told

    asyncio.run(scene())


def test_a_locked_database_gives_no_ack_and_the_server_goes_on_afterwards(
    nursery: Nursery, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with nursery.serving(tmp_path) as server:
            up = await server.up()
            token, room_id = await room_of(up)
            async with InterviewClient.connect(
                up.socket, token=token, room=room_id, settings=QUICK
            ) as client:
                assert (await client.chat("잠그기 전")).done
                lock = sqlite3.connect(tmp_path / "server" / DATABASE_NAME, isolation_level=None)
                lock.execute("BEGIN IMMEDIATE")
                saying = asyncio.create_task(client.chat("잠긴 동안"))
                done, _ = await asyncio.wait({saying}, timeout=1.5)
                assert not done, "nothing may be acknowledged that is not stored"
                assert (await get(f"{up.url}/healthz"))[0] == 200
                lock.execute("ROLLBACK")
                lock.close()
                async with asyncio.timeout(60):
                    assert (await saying).done
            assert await server.stop() == 0

    asyncio.run(scene())


def test_a_full_disk_gives_no_ack_and_space_lets_it_go_on(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> None:
        # A limit on file sizes is what a full disk looks like to one process.
        limited = (
            "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "def fill(*_): resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))\n"
            "def free(*_): resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)\n"
            "signal.signal(signal.SIGUSR1, fill); signal.signal(signal.SIGUSR2, free)\n"
            "main(words)"
        )
        server = nursery.start(tmp_path, code=limited)
        try:
            up = await server.up()
            token, room_id = await room_of(up)
            async with InterviewClient.connect(
                up.socket, token=token, room=room_id, settings=QUICK
            ) as client:
                assert (await client.chat("아직 자리가 있을 때")).done
                server.send(signal.SIGUSR1)
                await get(f"{up.url}/healthz")
                saying = asyncio.create_task(client.chat("자리가 없을 때"))
                done, _ = await asyncio.wait({saying}, timeout=1.5)
                assert not done, "nothing may be acknowledged that is not stored"
                server.send(signal.SIGUSR2)
                async with asyncio.timeout(60):
                    assert (await saying).done
            assert await server.stop() == 0
        finally:
            await server.stop(signal.SIGKILL)

    asyncio.run(scene())
