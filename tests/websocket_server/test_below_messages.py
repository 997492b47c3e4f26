"""What a peer does below messages, pings and parts, costs little memory too."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from websockets.frames import Frame, Opcode

from adapters.websocket_server import frames as f
from adapters.websocket_server.transport_limits import MOST_PARTS, WRITE_LIMIT
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House
from tests.websocket_server.peer import Peer
from tests.websocket_server.test_slow_reader import session_of, transport_of

LARGEST_PING = b"p" * 125


def send_raw(peer: Peer, frames: Iterator[Frame]) -> None:
    """Send frames as they stand, past everything that a client library would not do."""
    peer.connection.transport.write(b"".join(frame.serialize(mask=True) for frame in frames))


def counting_reads(transport: asyncio.WriteTransport) -> list[int]:
    """Return a list that grows by the size of each read from now on."""
    protocol = transport.get_protocol()
    assert isinstance(protocol, asyncio.Protocol)
    reads: list[int] = []
    take = protocol.data_received

    def taken(data: bytes) -> None:
        reads.append(len(data))
        take(data)

    protocol.data_received = taken  # type: ignore[method-assign]
    return reads


async def read_all(peer: Peer) -> None:
    """Wait until a server has surely read what was sent to it."""
    async with asyncio.timeout(20):
        while peer.connection.transport.get_write_buffer_size():  # noqa: ASYNC110 -- rings no bell
            await asyncio.sleep(0.01)
    # What the system holds is read at once, for both ends share one loop.
    await asyncio.sleep(0.02)


def test_answers_to_pings_do_not_pile_up_for_whoever_takes_none(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        deaf = await house.enter("deaf", read=False)
        deaf.connection.transport.pause_reading()
        session = session_of(house, "deaf")
        waiting = 0
        reads = counting_reads(transport_of(session))
        for sent in range(1, 20_001):
            # One at a time: of those that are read together only the latest is answered.
            send_raw(deaf, iter((Frame(Opcode.PING, LARGEST_PING),)))
            async with asyncio.timeout(20):
                while len(reads) < sent:  # noqa: ASYNC110 -- rings no bell
                    await asyncio.sleep(0)
            # One turn of the loop to be answered.
            await asyncio.sleep(0)
            waiting = transport_of(session).get_write_buffer_size()
            assert waiting <= WRITE_LIMIT + 2 * len(LARGEST_PING)
            if waiting > WRITE_LIMIT:
                break
        assert waiting > WRITE_LIMIT, "so much was not taken that answers would have piled up"
        for _ in range(20):
            send_raw(deaf, (Frame(Opcode.PING, LARGEST_PING) for _ in range(500)))
            await read_all(deaf)
            assert transport_of(session).get_write_buffer_size() <= WRITE_LIMIT + 2 * len(LARGEST_PING)
        deaf.connection.transport.resume_reading()
        await deaf.here()
        # Who takes them again is answered again.
        waiter = await deaf.connection.ping()
        async with asyncio.timeout(20):
            await waiter

    play(scene)


def test_a_message_may_come_in_parts(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.connect()
        hello = f.encode(f.Hello(proto=f.PROTOCOL, token="host", room=ROOM))
        send_raw(
            peer,
            (
                Frame(Opcode.CONT if at else Opcode.TEXT, hello[at : at + 1], fin=at == len(hello) - 1)
                for at in range(len(hello))
            ),
        )
        assert (await peer.next(f.Welcome)).room == ROOM

    play(scene)


def test_a_message_that_never_ends_is_ended(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        send_raw(
            peer, (Frame(Opcode.CONT if at else Opcode.TEXT, b"", fin=False) for at in range(MOST_PARTS + 2))
        )
        closed = await peer.closed()
        assert closed.code == 1009

        async def gone() -> bool:
            return house.gateway.figures.connections == 0

        await house.until(gone)

    play(scene)
