"""One timer for all rooms: each alarm rings once, at its time, and replaced ones never."""

from __future__ import annotations

import asyncio

from adapters.service.alarms import MOST_REPLACED, Alarms
from interview_engine.ids import Millis, RoomId
from tests.service.virtual_time import BEGIN, now, run

A, B = RoomId("a"), RoomId("b")


def test_each_rings_once_at_its_time() -> None:
    async def scene() -> None:
        rung: list[tuple[RoomId, int]] = []
        alarms = Alarms(now, lambda room_id: rung.append((room_id, now() - BEGIN)))
        alarms.set(A, Millis(BEGIN + 300_000))
        alarms.set(B, Millis(BEGIN + 50))
        await asyncio.sleep(1_000)
        assert rung == [(B, 50), (A, 300_000)]
        assert len(alarms) == 0
        assert alarms.lateness_ms <= 1

    run(scene())


def test_the_latest_setting_counts() -> None:
    async def scene() -> None:
        rung: list[int] = []
        alarms = Alarms(now, lambda room_id: rung.append(now() - BEGIN))
        alarms.set(A, Millis(BEGIN + 10_000))
        alarms.set(A, Millis(BEGIN + 90_000))
        alarms.set(A, Millis(BEGIN + 40_000))
        alarms.set(B, Millis(BEGIN + 20_000))
        alarms.set(B, None)
        await asyncio.sleep(200)
        assert rung == [40_000]

    run(scene())


def test_one_in_the_past_rings_at_once() -> None:
    async def scene() -> None:
        rung: list[RoomId] = []
        alarms = Alarms(now, rung.append)
        alarms.set(A, Millis(BEGIN - 5_000))
        assert rung == []
        await asyncio.sleep(0.01)
        assert rung == [A]
        assert alarms.lateness_ms >= 5_000

    run(scene())


def test_a_closed_clock_rings_no_more_whatever_is_set() -> None:
    async def scene() -> None:
        rung: list[RoomId] = []
        alarms = Alarms(now, rung.append)
        alarms.set(A, Millis(BEGIN + 10))
        alarms.close()
        alarms.set(B, Millis(BEGIN + 20))
        await asyncio.sleep(100)
        assert rung == []
        assert len(alarms) == 0

    run(scene())


def test_replaced_alarms_take_no_lasting_room() -> None:
    async def scene() -> None:
        rung: list[RoomId] = []
        alarms = Alarms(now, rung.append)
        for number in range(10_000):
            alarms.set(A, Millis(BEGIN + 1_000_000 + number))
            alarms.set(B, Millis(BEGIN + 500_000))
        assert len(alarms._heap) <= MOST_REPLACED + 4
        await asyncio.sleep(2_000)
        assert rung == [B, A]

    run(scene())


def test_a_wall_clock_that_is_set_ahead_is_noticed() -> None:
    async def scene() -> None:
        ahead = 0
        rung: list[float] = []
        alarms = Alarms(
            lambda: Millis(now() + ahead), lambda room_id: rung.append(asyncio.get_running_loop().time())
        )
        alarms.set(A, Millis(BEGIN + 3_600_000))
        await asyncio.sleep(10)
        ahead = 3_600_000
        await asyncio.sleep(120)
        assert len(rung) == 1
        assert rung[0] <= 61

    run(scene())
