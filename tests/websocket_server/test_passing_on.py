"""Signals, redactions, and what is encoded for whom."""

from __future__ import annotations

from adapters.websocket_server import frames as f
from interview_engine.core import commands as c
from interview_engine.ids import CommandId
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House, now


def test_signs_of_life_reach_the_others_and_are_not_kept(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, other = await house.seated("host"), await house.seated("other")
        watcher = await house.enter("watcher")
        seq = (await house.room()).seq
        for kind in ("typing", "speaking", "idle"):
            await host.say(f.SignalFrame(kind=kind))
            for peer in (other, watcher):
                assert await peer.next(f.PeerSignal) == f.PeerSignal(seat_id=house.seat("host"), kind=kind)
        await host.here()
        assert not any(isinstance(frame, f.PeerSignal) for frame in host.heard)
        assert (await house.room()).seq == seq

    play(scene)


def test_whoever_has_no_seat_gives_no_signs_of_life(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, watcher = await house.seated("host"), await house.enter("watcher")
        await watcher.say(f.SignalFrame(kind="typing"))
        await watcher.here()
        await host.here()
        assert not any(isinstance(frame, f.PeerSignal) for frame in host.heard)
        assert not any(isinstance(frame, f.Warn) for frame in watcher.heard)

    play(scene)


def test_after_a_redaction_everybody_starts_anew_without_the_words(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, other = await house.seated("host"), await house.seated("other")
        await host.command("send_chat", text="지워 주세요")
        await other.next(f.EventFrame, "chat_sent")
        await house.service.redact(ROOM, house.seat("host"))
        for peer in (host, other):
            snapshot = await peer.next(f.SnapshotFrame)
            assert snapshot.reason == "rewritten"
            assert snapshot.seq == (await house.room()).seq
            assert "지워" not in bytes(snapshot.room).decode()
        await other.command("set_ready")
        ready = await host.next(f.EventFrame, "readiness_changed")
        assert ready.seq == snapshot.seq + 1
        # A resume behind the words shows them no more.
        again = await house.enter("other", last_seq=other.welcome.seq)
        await again.here()
        assert again.require_no_hole(other.welcome.seq) == (await house.room()).seq
        assert not any("지워" in f.encode(frame).decode() for frame in again.heard)

    play(scene)


def test_what_is_for_its_owner_reaches_only_its_owner(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, other = await house.seated("host"), await house.seated("other")
        await host.command("share_resume", facts=["결제 시스템"])
        await other.command("set_accommodation", seat_id=house.seat("other"), time_percent=150)
        await house.service.command(
            ROOM,
            c.SetAccommodation(
                now=now(), id=CommandId("more"), seat_id=house.seat("other"), time_percent=150
            ),
        )
        await host.here()
        await other.here()
        own = {
            peer: [frame.name for frame in peer.heard if isinstance(frame, f.EventFrame)]
            for peer in (host, other)
        }
        assert "resume_shared" in own[host]
        assert "accommodation_set" not in own[host]
        assert "resume_shared" not in own[other]
        assert "accommodation_set" in own[other]
        for peer in (host, other):
            assert peer.require_no_hole(peer.welcome.seq) == (await house.room()).seq

    play(scene)


def test_the_server_tells_its_time(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        before = now()
        await peer.say(f.Ping(t=12.25))
        pong = await peer.next(f.Pong)
        assert pong.t == 12.25
        assert before <= pong.server_time <= now()

    play(scene)
