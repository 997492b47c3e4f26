"""100,000 frames that nobody should send: no session raises, and only registered codes end connections."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Final

import pytest

from adapters.service.people.invitations import Role
from adapters.websocket_server import frames as f
from adapters.websocket_server.channel import FrameRefused
from adapters.websocket_server.close_codes import CloseCode
from interview_engine.core.verifying import verify
from interview_engine.testing.dice import Dice
from tests.server_simulation.fuzzed_frames import fuzzed
from tests.server_simulation.stranded import OWNER_NAME, REGISTERED, Line, Stranded, stranded

FRAMES: Final = 100_000
GROUPS: Final = 10
AT_ONCE: Final = 6
PACE_S: Final = 0.65
"""Slow enough for the token bucket, so that frames are read and not only refused."""
ENDS_A_FUZZED_LINE: Final = frozenset(
    {CloseCode.BAD_FRAME, CloseCode.TOO_FAST, CloseCode.FRAME_TOO_LARGE, CloseCode.NORMAL, CloseCode.REMOVED}
)


async def fuzz(stage: Stranded, dice: Dice, frames: int, codes: Counter[int], heard: Counter[str]) -> None:
    await stage.open_room()
    stage.oracle.ids_may_be_reused = True
    lines: list[Line] = []
    for number in range(frames):
        if not lines or all(line.closed_with is not None for line in lines):
            for line in lines:
                codes[line.closed_with or 0] += 1
                heard.update(type(frame).__name__ for frame in line.heard)
            name = dice.pick((OWNER_NAME, "guest", "watcher"))
            role = Role.OBSERVER if name == "watcher" else Role.CANDIDATE
            lines = [await stage.enter(name, stage.invitation(role))]
        if number % 997 == 0:
            lines[0].connection.inject(FrameRefused(CloseCode.FRAME_TOO_LARGE))
        else:
            lines[0].send(fuzzed(dice))
        if number % AT_ONCE == 0 and dice.chance(95):
            await asyncio.sleep(PACE_S)
    for line in lines:
        heard.update(type(frame).__name__ for frame in line.heard)


@pytest.mark.slow
@pytest.mark.parametrize("group", range(GROUPS))
def test_frames_that_nobody_should_send(group: int) -> None:
    codes: Counter[int] = Counter()
    heard: Counter[str] = Counter()

    async def scene(stage: Stranded) -> None:
        await fuzz(stage, Dice(f"fuzz/{group}"), FRAMES // GROUPS, codes, heard)
        assert verify(tuple(stage.oracle.log.now.records)).faults == ()
        # Whoever behaves is served as if nothing had been.
        line = await stage.enter(OWNER_NAME)
        line.send(f.Ping(t=1.0))
        await asyncio.sleep(0.5)
        assert any(isinstance(frame, f.Pong) for frame in line.heard)

    stranded(scene, f"fuzz/{group}")
    assert set(codes) <= {int(code) for code in ENDS_A_FUZZED_LINE}, codes
    assert codes[CloseCode.BAD_FRAME] > 0
    assert codes[CloseCode.FRAME_TOO_LARGE] > 0
    # The frames did reach the rooms.
    assert heard["OutcomeFrame"] > 0.1 * FRAMES / GROUPS
    assert heard["EventFrame"] > 0
    assert heard["Warn"] > 0


@pytest.mark.parametrize(
    "first", ["", "x", '{"type":"resync"}', '{"type":"hello"}', "[" * 3_000, "null", "\x00"]
)
def test_a_first_frame_that_is_no_hello_ends_the_connection(first: str) -> None:
    async def scene(stage: Stranded) -> None:
        await stage.open_room()
        line = stage.connect()
        line.send(first.encode())
        await asyncio.sleep(3)
        assert line.closed_with == CloseCode.BAD_FRAME

    stranded(scene)


@pytest.mark.slow
def test_fuzzed_first_frames_let_nobody_in() -> None:
    codes: Counter[int | None] = Counter()

    async def scene(stage: Stranded) -> None:
        dice = Dice("first frames")
        await stage.open_room()
        lines = []
        for _ in range(1_500):
            line = stage.connect()
            line.send(fuzzed(dice))
            lines.append(line)
        await asyncio.sleep(20)
        for line in lines:
            codes[line.closed_with] += 1
            assert not any(isinstance(frame, f.Welcome) for frame in line.heard)

    stranded(scene)
    assert set(codes) <= REGISTERED
    assert codes[CloseCode.BAD_FRAME] > 1_000
