"""Each registered way to end, over a real socket."""

from __future__ import annotations

import pytest

from adapters.service.memory_store import MemoryEventStore
from adapters.websocket_server import frames as f
from adapters.websocket_server.close_codes import COME_BACK, CloseCode
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.ids import Millis, RoomId
from tests.service.faulty_store import Fault, FaultyStore, next_calls
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House
from tests.websocket_server.peer import Peer


async def require_bye(peer: Peer, code: CloseCode) -> f.Bye:
    """Check that the connection ends with a code, and that the farewell before it says the same."""
    closed = await peer.closed()
    assert (closed.code, closed.reason) == (code, code.reason)
    bye = peer.heard[-1]
    assert isinstance(bye, f.Bye)
    assert (bye.code, bye.reason) == (code, code.reason)
    assert bye.message
    assert (bye.retry_after_ms is not None) == (code in COME_BACK)
    return bye


@pytest.mark.parametrize("text", ["", "no JSON", "{}", "[]", '{"type":"ping","t":1}', '{"type":"hello"}'])
def test_a_first_frame_that_is_no_hello(play: Play, text: str) -> None:
    async def scene(house: House) -> None:
        peer = await house.connect()
        await peer.say_text(text)
        await require_bye(peer, CloseCode.BAD_FRAME)
        await house.until_closed(bad_frame=1)

    play(scene)


def test_garbage_is_warned_of_and_then_ends_the_connection(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        for text in ("{", '{"type":"event"}', '{"type":"signal","kind":"dancing"}', '"\\ud800"'):
            await peer.say_text(text)
            assert (await peer.next(f.Warn)).code == "bad_frame"
        await peer.here()
        await peer.say(f.Hello(proto=1, token="host", room=ROOM))
        await require_bye(peer, CloseCode.BAD_FRAME)

    play(scene)


def test_a_binary_frame(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        await peer.connection.send(b'{"type":"ping","t":1}')
        await require_bye(peer, CloseCode.BAD_FRAME)
        stranger = await house.connect()
        await stranger.connection.send(b"\x00")
        await require_bye(stranger, CloseCode.BAD_FRAME)

    play(scene)


def test_a_frame_of_the_largest_size_is_taken_and_one_byte_more_is_not(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        text = '{"type":"ping","t":7}'
        await peer.say_text(text + " " * (65_536 - len(text)))
        assert (await peer.next(f.Pong)).t == 7
        await peer.say_text(text + " " * (65_537 - len(text)))
        await require_bye(peer, CloseCode.FRAME_TOO_LARGE)

    play(scene)


def test_a_frame_that_is_not_even_read(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        await peer.say_text(" " * 1_000_000)
        # The transport's own code for "too big".
        assert (await peer.closed()).code in (1009, 1006)

    play(scene)


@pytest.mark.parametrize("token", ["", "expired", "forged"])
def test_a_token_that_proves_nothing(play: Play, token: str) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.connect()
        await peer.say(f.Hello(proto=1, token=token, room=ROOM))
        await require_bye(peer, CloseCode.NOT_AUTHENTICATED)

    play(scene)


def test_another_persons_room_looks_like_a_missing_one(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room(public=False)
        byes = []
        for room_id in (ROOM, RoomId("missing"), RoomId(""), RoomId("a" * 5_000), RoomId("\x00")):
            peer = await house.connect()
            await peer.say(f.Hello(proto=1, token="stranger", room=room_id, last_seq=1))
            byes.append(await require_bye(peer, CloseCode.NO_SUCH_ROOM))
        assert all(bye == byes[0] for bye in byes)

    play(scene)


def test_a_deleted_room(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        await house.service.delete(ROOM)
        await require_bye(peer, CloseCode.NO_SUCH_ROOM)
        assert house.gateway.figures.rooms == 0

    play(scene)


def test_whoever_says_nothing(play: Play) -> None:
    async def scene(house: House) -> None:
        peer = await house.connect()
        await require_bye(peer, CloseCode.HELLO_TIMEOUT)

    play(scene, GatewaySettings(hello_timeout_ms=Millis(100)))


def test_a_protocol_of_the_future(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.connect()
        await peer.say(f.Hello(proto=2, token="host", room=ROOM))
        await require_bye(peer, CloseCode.UNKNOWN_PROTOCOL)

    play(scene)


def test_a_second_connection_of_the_same_person(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        old = await house.seated("host")
        await old.here()
        before = len(old.seqs)
        new = await house.enter("host")
        await new.command("set_ready")
        await require_bye(old, CloseCode.SUPERSEDED)
        assert len(old.seqs) == before
        assert new.require_no_hole(new.welcome.seq)
        # The log does not take the person for away in between.
        names = [record.event.__class__.__name__ for record in await house.service.log_of(ROOM)]
        assert "PresenceNoted" not in names

    play(scene)


def test_whoever_the_host_removes(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, guest = await house.seated("host"), await house.seated("guest")
        assert (await host.command("kick_seat", seat_id=house.seat("guest"))).status == "committed"
        await require_bye(guest, CloseCode.REMOVED)
        assert "seat_vacated" in [frame.name for frame in guest.heard if isinstance(frame, f.EventFrame)]
        again = await house.connect()
        await again.say(f.Hello(proto=1, token="guest", room=ROOM))
        await require_bye(again, CloseCode.REMOVED)

    play(scene)


def test_too_many_frames(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        assert (await peer.command("set_ready", command_id="c0")).code == "unknown_seat"
        for number in range(1, 21):
            await peer.give("set_ready", command_id=f"c{number}")
        await require_bye(peer, CloseCode.TOO_FAST)
        warned = [frame for frame in peer.heard if isinstance(frame, f.Warn)]
        assert [frame.code for frame in warned] == ["slow_down"]
        outcomes = {frame.id: frame.code for frame in peer.heard if isinstance(frame, f.OutcomeFrame)}
        assert [number for number in range(21) if outcomes.get(f"c{number}") == "too_fast"] == list(
            range(10, 20)
        )

    play(scene, GatewaySettings(burst=10, frames_per_second=0.01))


def test_too_many_connections_in_a_room(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        await house.open_room(RoomId("elsewhere"))
        await house.enter("a")
        await house.enter("b")
        full = await house.connect()
        await full.say(f.Hello(proto=1, token="c", room=ROOM))
        await require_bye(full, CloseCode.TRY_LATER)
        # Whoever is inside may come on another device.
        await house.enter("b")
        await house.enter("c", RoomId("elsewhere"))

    play(scene, GatewaySettings(most_per_room=2))


def test_too_many_connections_in_all(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peers = [await house.enter("a"), await house.enter("b")]
        await require_bye(await house.connect(), CloseCode.TRY_LATER)
        await peers[0].leave()
        await house.until_closed(try_later=1, lost=1)
        await house.enter("c")

    play(scene, GatewaySettings(most_connections=2))


def test_a_store_that_does_not_answer(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        house.service.release_idle(Millis(2**53))
        store.plan = next_calls("read", *[Fault.UNAVAILABLE] * 9)
        peer = await house.connect()
        await peer.say(f.Hello(proto=1, token="host", room=ROOM))
        await require_bye(peer, CloseCode.TRY_LATER)

    play(scene, store=store)


def test_a_room_whose_log_does_not_read_any_more(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        house.service._reader.put_aside(ROOM, "for a test")
        live = house.service._rooms.get(ROOM)
        assert live is not None
        house.service._rooms.remove(live)
        live.end(deleted=False)
        await require_bye(peer, CloseCode.TRY_LATER)
        again = await house.connect()
        await again.say(f.Hello(proto=1, token="host", room=ROOM))
        await require_bye(again, CloseCode.TRY_LATER)
        stranger = await house.connect()
        await stranger.say(f.Hello(proto=1, token="stranger", room=ROOM))
        await require_bye(stranger, CloseCode.NO_SUCH_ROOM)

    play(scene)


def test_a_server_that_ends(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        seated, silent = await house.seated("host"), await house.connect()
        seq = (await house.room()).seq
        await house.gateway.close(Millis(3_000))
        bye = await require_bye(seated, CloseCode.SERVICE_RESTART)
        assert bye.retry_after_ms == 3_000
        await require_bye(silent, CloseCode.SERVICE_RESTART)
        await require_bye(await house.connect(), CloseCode.SERVICE_RESTART)
        # Nobody has gone: the outage that the next process notes says it all.
        assert (await house.room()).seq == seq
        assert house.gateway.figures.connections == 0
        assert house.gateway.figures.rooms == 0

    play(scene)


def test_a_peer_that_closes(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        await peer.leave()
        await house.until_closed(lost=1)

    play(scene)


def test_coming_anew_does_not_begin_anew_for_whoever_sent_too_fast(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        for number in range(3):
            peer = await house.enter("host")
            for _ in range(30 if not number else 1):
                await peer.say(f.AskLegal())
            assert (await peer.closed()).code == CloseCode.TOO_FAST
        other = await house.enter("other")
        await other.say(f.AskLegal())
        await other.next(f.Legal)

    play(scene, GatewaySettings(frames_per_second=0.01, burst=10))
