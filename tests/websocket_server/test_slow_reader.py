"""Somebody who does not take what they are sent costs little memory, and nobody else's time."""

from __future__ import annotations

import asyncio
from statistics import median

import pytest

from adapters.service.command_ids import log_id
from adapters.websocket_server import frames as f
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.session import Session
from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.starlette_channel import DirectChannel
from adapters.websocket_server.transport_limits import WRITE_LIMIT
from adapters.websocket_server.websockets_server import WebsocketsChannel
from interview_engine.core import commands as c
from interview_engine.ids import CommandId, Millis
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House, now

LONG = "가" * 500
QUEUE = 100_000


def transport_of(session: Session) -> asyncio.WriteTransport:
    channel = session._channel
    if isinstance(channel, WebsocketsChannel):
        return channel._connection.transport
    assert isinstance(channel, DirectChannel)
    transport: asyncio.WriteTransport = channel._direct._protocol.transport  # type: ignore[attr-defined]
    return transport


def session_of(house: House, user: str) -> Session:
    return next(session for session in house.gateway._sessions if session.seat_id == house.seat(user))


async def open_noisy_room(house: House) -> None:
    """Open a room in which somebody who is not connected has a lot to say."""
    await house.open_room()
    joining = c.JoinRoom(now=now(), id=CommandId("join"), seat_id=house.seat("noisy"), name="노이즈")
    await house.service.command(ROOM, joining)


async def chat(house: House, first: int, count: int) -> None:
    """Say a lot, at instants far enough apart for the room's own limit."""
    for number in range(first, first + count):
        await house.service.command(
            ROOM,
            c.SendChat(
                now=Millis(now() + number * 10_000),
                id=CommandId(f"chat-{number}"),
                seat_id=house.seat("noisy"),
                text=LONG,
            ),
        )


async def require_slow(house: House, user: str) -> Session:
    """Flood a room until somebody lags; what waits for them stays within its bounds."""
    session = session_of(house, user)
    for round_ in range(200):
        await chat(house, round_ * 10, 10)
        # So that the system's own buffers are full before the queue is.
        await asyncio.sleep(0.01)
        assert session._outbound.waiting <= QUEUE
        assert transport_of(session).get_write_buffer_size() <= WRITE_LIMIT + len(LONG.encode()) + 500
        # With a short patience it may have been let go before this looks.
        if session._outbound.stale or session._ended is CloseCode.TOO_SLOW:
            return session
    raise AssertionError("the peer takes everything")


def test_a_slow_reader_lags_and_then_starts_from_a_snapshot(play: Play) -> None:
    async def scene(house: House) -> None:
        await open_noisy_room(house)
        slow = await house.enter("slow", read=False)
        await require_slow(house, "slow")
        await chat(house, 90_000, 50)
        snapshot = await slow.next(f.SnapshotFrame)
        assert snapshot.reason == "lagging"
        # Behind the snapshot there is no hole, and before it none either.
        before = slow.require_no_hole(slow.welcome.seq)
        assert before < snapshot.seq
        slow.seqs.clear()
        await slow.here()
        await chat(house, 99_000, 2)
        for _ in range(2):
            await slow.next(f.EventFrame, "chat_sent")
        assert slow.require_no_hole(snapshot.seq) == (await house.room()).seq
        assert house.gateway.figures.resyncs == 1
        assert house.gateway.figures.frames_dropped > 0

    play(scene, GatewaySettings(queue_bytes=QUEUE))


def test_outcomes_are_kept_when_events_are_dropped(play: Play) -> None:
    async def scene(house: House) -> None:
        await open_noisy_room(house)
        slow = await house.enter("slow", read=False)
        await slow.command("join_room", name="느린 분")
        session = await require_slow(house, "slow")
        for number in range(3):
            await slow.give("set_ready", command_id=f"c{number}", ready=number % 2 == 0)

        async def done() -> bool:
            last = log_id(house.seat("slow"), "c2", "set_ready", b'{"ready":true}')
            return (await house.room()).ledger.seq_of(last) is not None

        await house.until(done)
        assert session._outbound.stale
        snapshot = await slow.next(f.SnapshotFrame)
        outcomes = [frame for frame in slow.heard if isinstance(frame, f.OutcomeFrame)]
        assert [(frame.id, frame.status) for frame in outcomes[1:]] == [
            (f"c{number}", "committed") for number in range(3)
        ]
        assert all(frame.seq is not None and frame.seq <= snapshot.seq for frame in outcomes)

    play(scene, GatewaySettings(queue_bytes=QUEUE))


def test_whoever_takes_nothing_for_too_long_is_let_go(play: Play) -> None:
    async def scene(house: House) -> None:
        await open_noisy_room(house)
        slow = await house.enter("slow", read=False)
        session = await require_slow(house, "slow")

        async def ended() -> bool:
            return session._ended is CloseCode.TOO_SLOW

        await house.until(ended)
        closed = await slow.closed()
        assert (closed.code, closed.reason) == (4508, "too_slow")
        again = await house.enter("slow", last_seq=slow.require_no_hole(slow.welcome.seq))
        await again.here()

    play(scene, GatewaySettings(queue_bytes=QUEUE, send_timeout_ms=Millis(200)))


@pytest.mark.slow
def test_whoever_never_takes_anything_again_is_let_go_too(play: Play) -> None:
    async def scene(house: House) -> None:
        await open_noisy_room(house)
        await house.enter("slow", read=False)
        await require_slow(house, "slow")
        await house.until_closed(too_slow=1)
        assert house.gateway.figures.connections == 0

    play(scene, GatewaySettings(queue_bytes=QUEUE, send_timeout_ms=Millis(200)))


@pytest.mark.slow
def test_others_are_served_as_fast_as_without_a_slow_reader(play: Play) -> None:
    async def scene(house: House) -> None:
        await open_noisy_room(house)
        host = await house.enter("host")

        async def answered() -> float:
            # The best of several: other work on the machine spoils some, a slow reader all.
            loop = asyncio.get_running_loop()
            medians = []
            for _ in range(8):
                times = []
                for _ in range(25):
                    begun = loop.time()
                    await host.here()
                    times.append(loop.time() - begun)
                medians.append(median(times))
            return min(medians)

        alone = await answered()
        await house.enter("slow", read=False)
        async with host.listening():
            await require_slow(house, "slow")
        beside = await answered()
        assert beside < 3 * alone + 0.001, (alone, beside)

    play(scene, GatewaySettings(queue_bytes=QUEUE, frames_per_second=1e6, burst=10_000))
