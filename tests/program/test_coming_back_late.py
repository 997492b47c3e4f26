"""A server killed within a person's turn: the time that they see before, and after coming back late."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import attrs
import pytest

from adapters.websocket_server.client import InterviewClient
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.ids import SeatId
from tests.program.server_process import Nursery
from tests.program.visiting import room_of

THINKING_S = 3.0
LATE_S = 4.0
NOISE_MS = 300
PULSE_MS = 2_500
"""How much thinking time may be given back: a pulse is a second old, more on a busy machine."""


@attrs.frozen(kw_only=True)
class Seen:
    """What a person sees of their turn: its id, and how much time is left, ms."""

    turn_id: str
    left_ms: float


async def seen(client: InterviewClient) -> Seen:
    """Return what the client shows its owner, in the server's time as the client measures it."""
    assert await client.measure_clock() is not None
    room = await client.look()
    assert room is not None
    turn = own_turn(room, client.seat_id)
    assert turn is not None, "the turn is still open"
    assert turn.deadline is not None
    return Seen(turn_id=turn.turn_id, left_ms=turn.deadline - client.server_now())


def own_turn(room: Room, seat_id: SeatId) -> Turn | None:
    return next((turn for turn in room.open_turns() if turn.seat_id == seat_id), None)


async def until_my_turn(client: InterviewClient) -> None:
    for _ in range(200):
        room = await client.look()
        assert room is not None
        if own_turn(room, client.seat_id) is not None:
            return
        for turn in room.open_turns():
            if turn.speaking:
                await client.skip_speech(turn.turn_id)
        await asyncio.sleep(0.1)
    raise AssertionError("the turn does not come")


async def until_back(client: InterviewClient) -> None:
    """Wait until the room knows that the client's owner is there."""
    for _ in range(100):
        room = await client.look()
        seat = room.seat(client.seat_id) if room is not None else None
        if seat is not None and seat.away_since is None:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("nobody is told of the return")


@pytest.mark.slow
@pytest.mark.xdist_group("processes")
def test_whoever_comes_back_late_sees_the_time_that_they_had(nursery: Nursery, tmp_path: Path) -> None:
    async def scene() -> tuple[Seen, Seen]:
        server = nursery.start(tmp_path)
        up = await server.up()
        try:
            token, room_id = await room_of(up)
            async with InterviewClient.connect(up.socket, token=token, room=room_id) as client:
                (await client.ready()).require()
                (await client.start()).require()
                await until_my_turn(client)
                await asyncio.sleep(THINKING_S)
                had = await seen(client)
                assert await server.stop(signal.SIGKILL) == -signal.SIGKILL
            await asyncio.sleep(1.0)
            server = nursery.start(tmp_path, port=up.port)
            again = await server.up()
            await asyncio.sleep(LATE_S)
            async with InterviewClient.connect(again.socket, token=token, room=room_id) as client:
                await until_back(client)
                has = await seen(client)
            assert await server.stop() == 0
        finally:
            await server.stop(signal.SIGKILL)
        return had, has

    had, has = asyncio.run(scene())
    assert has.turn_id == had.turn_id
    assert had.left_ms - NOISE_MS <= has.left_ms <= had.left_ms + PULSE_MS, (had, has)
