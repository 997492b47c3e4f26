from __future__ import annotations

import msgspec

from adapters.service.people.invitations import Invitation, Role
from adapters.websocket_server import frames as f
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.core import commands as c
from interview_engine.core.codec import canonical
from interview_engine.core.views import Viewer, view
from interview_engine.ids import CommandId, Millis, RoomId
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House, now


def test_somebody_comes_in_and_takes_a_seat(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        assert not peer.welcome.resumed
        assert peer.welcome.you == f.You(seat_id=house.seat("host"), role="candidate", owner=True)
        outcome = await peer.command("join_room", name="김지원")
        assert outcome.status == "committed"
        taken = await peer.next(f.EventFrame, "seat_taken")
        assert taken.seq == outcome.seq
        assert peer.require_no_hole(peer.welcome.seq) >= taken.seq

    play(scene)


def test_the_snapshot_is_the_room_as_its_viewer_may_see_it(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        await host.command("share_resume", facts=["결제 시스템을 만들었습니다"])
        for user in ("host", "other"):
            peer = await house.enter(user)
            seen = view(await house.room(), Viewer(seat_id=house.seat(user)))
            assert bytes(peer.welcome.snapshot) == canonical(seen)
            assert ("결제" in bytes(peer.welcome.snapshot).decode()) == (user == "host")

    play(scene)


def test_whoever_was_away_goes_on_behind_the_last_seq_that_they_know(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        first = await house.seated("host")
        await first.here()
        known = first.require_no_hole(first.welcome.seq)
        first.cut()
        other = await house.seated("other")
        await other.command("send_chat", text="먼저 시작하셔도 됩니다")
        again = await house.enter("host", last_seq=known)
        assert again.welcome.resumed
        assert again.welcome.seq == known
        assert bytes(again.welcome.snapshot) == b"null"
        await again.here()
        assert again.require_no_hole(known) == (await house.room()).seq
        assert "chat_sent" in [frame.name for frame in again.heard if isinstance(frame, f.EventFrame)]

    play(scene)


def test_whoever_missed_nothing_is_sent_nothing(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        again = await house.enter("host", last_seq=peer.welcome.seq)
        await again.here()
        assert again.welcome.resumed
        assert [type(frame) for frame in again.heard] == [f.Welcome, f.Pong]

    play(scene)


def test_whoever_missed_too_much_or_knows_what_never_was_gets_a_snapshot(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room(ai=4)
        seq = (await house.room()).seq
        assert seq > 3
        for last_seq in (seq + 1, 2**70, -1, 0):
            peer = await house.connect()
            await peer.say_text(
                f'{{"type":"hello","proto":1,"token":"host","room":"room","last_seq":{last_seq}}}'
            )
            welcome = await peer.next(f.Welcome)
            assert not welcome.resumed
            assert welcome.seq == seq

    play(scene, GatewaySettings(resume_within=3))


def test_runs_of_what_one_may_not_see_become_one_skip(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        other = await house.seated("other")
        await other.here()
        known = other.require_no_hole(other.welcome.seq)
        for number in range(5):
            await house.service.command(
                ROOM,
                c.ShareResume(
                    now=now(), id=CommandId(f"r{number}"), seat_id=house.seat("other"), facts=(f"{number}",)
                ),
            )
        watcher = await house.enter("watcher", last_seq=known)
        await watcher.here()
        shown = [frame for frame in watcher.heard if isinstance(frame, f.Skip | f.EventFrame)]
        assert shown == [f.Skip(seq=known + 1, through=known + 5)]
        await other.here()
        own = [frame.name for frame in other.heard if isinstance(frame, f.EventFrame)]
        assert own[-5:] == ["resume_shared"] * 5

    play(scene)


def test_an_invitation_lets_in_and_says_as_what(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room(public=False)
        letter = Invitation(room_id=ROOM, role=Role.OBSERVER, expires_at=Millis(0))
        peer = await house.enter("guest", invitation=f"{letter.room_id} {letter.role.value}")
        assert peer.welcome.you.role == "observer"
        refused = await peer.command("join_room", name="손님")
        assert (refused.status, refused.code) == ("refused", "observers_only")
        joined = await peer.command("join_room", name="손님", observer=True)
        assert joined.status == "committed"

    play(scene)


def test_two_rooms_do_not_hear_of_each_other(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        await house.open_room(RoomId("elsewhere"))
        here, there = await house.seated("host"), await house.seated("host", RoomId("elsewhere"))
        await there.command("send_chat", text="다른 방입니다")
        await here.here()
        assert "chat_sent" not in [frame.name for frame in here.heard if isinstance(frame, f.EventFrame)]

    play(scene)


def test_messages_speak_the_language_of_the_hello_or_else_of_the_room(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        for lang, words in (("en", "Only the host"), ("ko", "방장만"), ("", "방장만"), ("fr", "방장만")):
            peer = await house.enter("guest", lang=lang)
            await peer.command("join_room", name="손님", observer=True)
            refused = await peer.command("start_interview")
            assert words in refused.message

    play(scene)


def test_the_state_that_follows_from_events_is_the_one_that_a_snapshot_shows(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host = await house.seated("host")
        await host.say(f.Resync())
        snapshot = await host.next(f.SnapshotFrame)
        assert snapshot.reason == "asked"
        assert snapshot.seq == (await house.room()).seq
        assert msgspec.json.decode(snapshot.room)["seq"] == snapshot.seq

    play(scene)
