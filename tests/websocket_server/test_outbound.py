from __future__ import annotations

import asyncio

from adapters.websocket_server.channel import ChannelClosed
from adapters.websocket_server.outbound import MOST_HELD, Keep
from tests.service.virtual_time import run
from tests.websocket_server.stand import Eager, Narrow, Stand


def test_frames_come_in_the_order_in_which_they_were_put() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        for number in range(5):
            stand.outbound.put(b"%d" % number, keep=Keep.ALWAYS if number % 2 else Keep.IN_A_SNAPSHOT)
        assert await stand.let_through() == [b"0", b"1", b"2", b"3", b"4"]
        assert stand.figures.frames_sent == 5
        assert stand.figures.frames_dropped == 0

    run(scene())


def test_a_frame_that_went_at_once_never_overtakes_one_that_waits() -> None:
    async def scene() -> None:
        channel = Eager(room_for=1)
        stand = Stand(channel)
        stand.outbound.put(b"a")
        await asyncio.sleep(0)
        stand.outbound.put(b"b")
        await asyncio.sleep(0)
        channel.room_for = 5
        stand.outbound.put(b"c")
        await stand.let_through()
        stand.outbound.put(b"d")
        await asyncio.sleep(0)
        assert channel.sent == [b"a", b"b", b"c", b"d"]
        assert channel.room_for == 4

    run(scene())


def test_what_is_put_in_one_turn_of_the_loop_goes_in_one_piece() -> None:
    async def scene() -> None:
        channel = Eager(room_for=10)
        stand = Stand(channel)
        stand.outbound.put(b"outcome")
        stand.outbound.put(b"event", keep=Keep.IN_A_SNAPSHOT)
        assert stand.outbound.waiting == len(b"outcome" + b"event")
        await asyncio.sleep(0)
        stand.outbound.put(b"later")
        await stand.outbound.finish(b"bye", 1.0)
        assert channel.sent == [b"outcome", b"event", b"later", b"bye"]
        assert channel.pieces == [2, 2]
        assert stand.figures.frames_sent == 4

    run(scene())


def test_what_does_not_go_in_one_piece_waits_in_order() -> None:
    async def scene() -> None:
        channel = Eager(room_for=1)
        stand = Stand(channel)
        stand.outbound.put(b"outcome")
        stand.outbound.put(b"event", keep=Keep.IN_A_SNAPSHOT)
        await asyncio.sleep(0)
        channel.room_for = 5
        assert await stand.let_through() == [b"outcome", b"event"]
        assert channel.pieces == []

    run(scene())


def test_a_lot_is_not_held_until_the_end_of_the_turn() -> None:
    async def scene() -> None:
        channel = Eager(room_for=10)
        stand = Stand(channel, limit=100_000)
        stand.outbound.put(b"small")
        stand.outbound.put(b"l" * MOST_HELD)
        assert channel.pieces == [2]
        stand.outbound.put(b"next")
        stand.outbound.refresh("asked")
        assert channel.pieces == [2, 1]
        await asyncio.sleep(0)
        assert channel.sent[2:] == [b"next", b"snapshot: asked"]

    run(scene())


def test_over_the_limit_events_give_way_to_one_snapshot_and_outcomes_stay() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"e" * 40, keep=Keep.IN_A_SNAPSHOT)
        await asyncio.sleep(0.01)
        stand.outbound.put(b"f" * 40, keep=Keep.IN_A_SNAPSHOT)
        stand.outbound.put(b"outcome 1")
        stand.outbound.put(b"g" * 40, keep=Keep.IN_A_SNAPSHOT)
        assert stand.outbound.stale
        stand.outbound.put(b"small", keep=Keep.IN_A_SNAPSHOT)
        stand.outbound.put(b"outcome 2")
        assert stand.outbound.waiting <= 100
        assert await stand.let_through() == [b"e" * 40, b"outcome 1", b"outcome 2", b"snapshot: lagging"]
        assert stand.owner.asked == ["lagging"]
        assert stand.figures.frames_dropped == 3
        stand.outbound.put(b"next", keep=Keep.IN_A_SNAPSHOT)
        assert (await stand.let_through())[-1] == b"next"

    run(scene())


def test_events_give_way_to_an_outcome_that_would_not_fit() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"first")
        await asyncio.sleep(0.01)
        stand.outbound.put(b"e" * 90, keep=Keep.IN_A_SNAPSHOT)
        stand.outbound.put(b"o" * 50)
        assert await stand.let_through() == [b"first", b"o" * 50, b"snapshot: lagging"]

    run(scene())


def test_outcomes_that_nobody_takes_end_the_connection() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        for _ in range(3):
            stand.outbound.put(b"o" * 40)
        assert stand.owner.slow == 1
        assert stand.outbound.waiting <= 100
        stand.outbound.stop()

    run(scene())


def test_one_frame_may_be_larger_than_the_limit() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"w" * 1_000)
        stand.outbound.put(b"event", keep=Keep.IN_A_SNAPSHOT)
        assert await stand.let_through() == [b"w" * 1_000, b"snapshot: lagging"]

    run(scene())


def test_signals_are_the_first_to_be_dropped() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"typing", keep=Keep.MAYBE)
        stand.outbound.put(b"e" * 30, keep=Keep.IN_A_SNAPSHOT)
        stand.outbound.put(b"idle", keep=Keep.MAYBE)
        assert await stand.let_through() == [b"typing", b"e" * 30]
        assert stand.figures.frames_dropped == 1
        assert stand.owner.asked == []

    run(scene())


def test_a_dropped_signal_asks_for_no_snapshot() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"x")
        stand.outbound.put(b"t" * 20, keep=Keep.MAYBE)
        stand.outbound.put(b"o" * 95)
        assert await stand.let_through() == [b"x", b"o" * 95]
        assert stand.owner.asked == []

    run(scene())


def test_a_refresh_comes_after_what_is_kept_and_in_place_of_the_rest() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"in hand", keep=Keep.IN_A_SNAPSHOT)
        await asyncio.sleep(0.01)
        stand.outbound.put(b"old words", keep=Keep.IN_A_SNAPSHOT)
        stand.outbound.put(b"outcome")
        stand.outbound.refresh("asked")
        stand.outbound.refresh("rewritten")
        stand.outbound.refresh("asked")
        assert await stand.let_through() == [b"in hand", b"outcome", b"snapshot: rewritten"]
        stand.outbound.refresh("asked")
        assert (await stand.let_through())[-1] == b"snapshot: asked"

    run(scene())


def test_a_snapshot_that_was_not_sent_yet_is_old_when_words_are_deleted() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.refresh("asked")
        stand.outbound.refresh("rewritten")
        assert await stand.let_through() == [b"snapshot: rewritten"]

    run(scene())


def test_a_peer_that_takes_a_frame_too_slowly_is_told_of_once() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"frame")
        await asyncio.sleep(0.9)
        assert stand.owner.slow == 0
        await asyncio.sleep(5)
        assert stand.owner.slow == 1
        stand.outbound.stop()
        assert stand.outbound.waiting == 0

    run(scene())


def test_many_frames_may_take_long_if_none_does() -> None:
    async def scene() -> None:
        channel = Narrow()
        stand = Stand(channel)
        for number in range(5):
            stand.outbound.put(b"%d" % number)
        for _ in range(5):
            await asyncio.sleep(0.7)
            channel.open.set()
            await asyncio.sleep(0)
            channel.open.clear()
        assert stand.owner.slow == 0
        stand.outbound.stop()

    run(scene())


def test_after_the_channel_is_closed_nothing_is_kept() -> None:
    async def scene() -> None:
        channel = Narrow()
        stand = Stand(channel)
        stand.outbound.put(b"a")
        stand.outbound.put(b"b")
        channel.error = ChannelClosed()
        channel.open.set()
        await asyncio.sleep(0.01)
        stand.outbound.put(b"c")
        assert channel.sent == []
        assert stand.owner.broke == 0

    run(scene())


def test_a_channel_that_fails_ends_its_own_connection_only() -> None:
    async def scene() -> None:
        channel = Narrow()
        stand = Stand(channel)
        channel.error = ValueError("a bug")
        stand.outbound.put(b"a")
        channel.open.set()
        await asyncio.sleep(0.01)
        assert stand.owner.broke == 1

    run(scene())


def test_the_last_frame_waits_for_those_before_it_and_no_longer_than_it_may() -> None:
    async def scene() -> None:
        stand = Stand(Narrow())
        stand.outbound.put(b"a")
        finishing = asyncio.create_task(stand.outbound.finish(b"bye", 2.0))
        await asyncio.sleep(1)
        stand.outbound.put(b"too late")
        stand.channel.open.set()
        await finishing
        assert stand.channel.sent == [b"a", b"bye"]

        slow = Stand(Narrow())
        slow.outbound.put(b"a")
        begun = asyncio.get_running_loop().time()
        await slow.outbound.finish(b"bye", 2.0)
        assert asyncio.get_running_loop().time() - begun == 2.0
        assert slow.channel.sent == []

    run(scene())
