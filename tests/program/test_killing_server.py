"""A server killed at any instant under load: nothing acknowledged is lost, and no answer time either."""

from __future__ import annotations

import asyncio
import random
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from adapters.program.settings import DATABASE_NAME
from interview_engine.ids import Millis
from tests.program.interview_load import Promises, interviews
from tests.program.kill_proof import Proof, prove
from tests.program.server_process import Nursery

ROOMS = 4
PAUSE_S = 0.02
MOST_TOO_MUCH_MS = 4_000
"""Thinking time that a death may give back: a pulse is a second old, and more on a busy machine."""


async def kills(
    nursery: Nursery, folder: Path, cycles: int, seed: int
) -> tuple[Promises, list[float], tuple[Millis, ...]]:
    """Kill and restart a server so many times while people are interviewed, then stop it in order."""
    chance = random.Random(seed)
    promises = Promises()
    restarts: list[float] = []
    deaths: list[Millis] = []
    server = nursery.start(folder, port=_lasting_port(chance))
    up = await server.up()
    people = asyncio.gather(
        *(
            interviews(up.url, up.socket, f"r{place}", promises, pause_s=PAUSE_S, seed=seed + place)
            for place in range(ROOMS)
        )
    )
    try:
        for _ in range(cycles):
            # Only a server that has promised something has anything to lose.
            async with asyncio.timeout(30):
                await promises.one_more(len(promises.made))
            await asyncio.sleep(chance.uniform(0.0, 0.5))
            assert await server.stop(signal.SIGKILL) == -signal.SIGKILL
            deaths.append(Millis(time.time_ns() // 1_000_000))
            began = time.monotonic()
            server = nursery.start(folder, port=up.port)
            await server.up()
            restarts.append(time.monotonic() - began)
            assert not people.done(), people.exception()
        async with asyncio.timeout(30):
            await promises.one_more(len(promises.made) + ROOMS)
        assert await server.stop() == 0, server.told()[-2_000:]
    finally:
        people.cancel()
        with suppress(asyncio.CancelledError):
            await people
        await server.stop(signal.SIGKILL)
    return promises, restarts, tuple(deaths)


def _lasting_port(chance: random.Random) -> int:
    """Return a free port below those that systems lend: nobody else gets it while the server is down."""
    while True:
        port = chance.randrange(15_000, 32_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port


def report(promises: Promises, proof: Proof, restarts: list[float]) -> str:
    """Return the figures in one line."""
    return (
        f"kills {len(restarts)}, acknowledged {len(promises.made)}, lost {len(proof.lost)}, "
        f"answered again after a kill {promises.resent}, rooms {proof.rooms} "
        f"({len(promises.finished)} finished), "
        f"records {proof.records}, outages {proof.outages} ({proof.in_turns} within a turn, "
        f"{proof.returned_ms} ms given back, at most {proof.most_too_much_ms} ms too much), "
        f"turns shortened {len(proof.shortened)}, "
        f"people's turns lost {len(proof.unanswered)}, "
        f"restart mean {1000 * sum(restarts) / len(restarts):.0f} ms, worst {1000 * max(restarts):.0f} ms"
    )


def require_nothing_lost(nursery: Nursery, folder: Path, cycles: int, seed: int) -> str:
    """Run the kills, and check everything."""
    promises, restarts, deaths = asyncio.run(kills(nursery, folder, cycles, seed))
    proof = prove(folder / "server" / DATABASE_NAME, promises, deaths)
    told = report(promises, proof, restarts)
    assert proof.lost == (), told
    assert proof.shortened == (), told
    assert proof.unanswered == (), told
    assert proof.most_too_much_ms <= MOST_TOO_MUCH_MS, told
    assert len(promises.made) > 5 * cycles, told
    assert proof.in_turns > cycles, f"the kills hit no turns: {told}"
    assert promises.finished, f"no interview came to its end: {told}"
    log = (folder / "err.txt").read_text(encoding="utf-8")
    assert '"level": "error"' not in log, log[-2_000:]
    return told


@pytest.mark.slow
@pytest.mark.xdist_group("processes")
def test_fifty_kills_lose_nothing_that_was_acknowledged(
    nursery: Nursery, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = require_nothing_lost(nursery, tmp_path, cycles=50, seed=7)
    with capsys.disabled():
        sys.stderr.write(f"\n{told}\n")


@pytest.mark.nightly
@pytest.mark.timeout(7_200)
def test_a_thousand_kills_lose_nothing_that_was_acknowledged(
    nursery: Nursery, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = require_nothing_lost(nursery, tmp_path, cycles=1_000, seed=time.time_ns() % 2**32)
    with capsys.disabled():
        sys.stderr.write(f"\n{told}\n")
