"""Somebody without an entrance learns nothing, not even that the room exists."""

from __future__ import annotations

import pytest

from adapters.service.event_store import StoreUnavailable
from adapters.service.people.access import NoSuchRoom, NotAllowed, RemovedFromRoom, seat_of
from adapters.service.people.directory import Membership
from adapters.service.people.invitations import Role
from adapters.service.room_reading import RoomQuarantined
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed
from interview_engine.ids import CommandId, Millis, RoomId
from tests.service.people.hall import GUEST, HOST, MISSING, STRANGER, Hall, play
from tests.service.stage import ROOM
from tests.service.virtual_time import now


def same(one: NoSuchRoom, other: NoSuchRoom) -> bool:
    """Return whether two refusals tell the same of rooms of the same name."""
    return (type(one), vars(one), str(one)) == (type(other), vars(other), str(other))


def test_a_strangers_room_looks_exactly_like_a_missing_one() -> None:
    refusals: list[NoSuchRoom] = []

    async def with_a_room(hall: Hall) -> None:
        await hall.open_room()
        refusals.append(await hall.refusal(STRANGER))
        assert await hall.directory.members(ROOM) == ()

    async def without(hall: Hall) -> None:
        refusals.append(await hall.refusal(STRANGER))

    async def damaged(hall: Hall) -> None:
        await hall.open_room(public=True)
        await hall.damage()
        refusals.append(await hall.refusal(STRANGER))

    async def listed_but_deleted(hall: Hall) -> None:
        await hall.list_room(public=True)
        refusals.append(await hall.refusal(STRANGER))

    async def existing_but_unlisted(hall: Hall) -> None:
        await hall.open_room()
        await hall.directory.remove_room(ROOM)
        refusals.append(await hall.refusal(HOST))

    for scene in (with_a_room, without, damaged, listed_but_deleted, existing_but_unlisted):
        play(scene)
    assert len(refusals) == 5
    assert all(same(refusal, refusals[1]) for refusal in refusals)
    assert type(refusals[1]) is NoSuchRoom
    # Nothing that tells them apart hangs on behind, either: what a log prints is the class of a refusal.
    assert all(refusal.__cause__ is None or type(refusal) is NoSuchRoom for refusal in refusals)


def test_the_owner_enters_as_a_candidate_and_is_remembered() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        entrance = await hall.enter(HOST)
        assert (entrance.person, entrance.room_id, entrance.role, entrance.owner) == (
            HOST,
            ROOM,
            Role.CANDIDATE,
            True,
        )
        assert entrance.seat_id == seat_of(HOST.user_id, ROOM)
        assert await hall.directory.members(ROOM) == (
            Membership(room_id=ROOM, user_id=HOST.user_id, seat_id=entrance.seat_id, role=Role.CANDIDATE),
        )

    play(scene)


def test_a_public_room_is_open_to_everybody() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room(public=True)
        entrance = await hall.enter(STRANGER)
        assert (entrance.role, entrance.owner) == (Role.CANDIDATE, False)
        # Whoever was let in stays in, also when the room is closed to others.
        await hall.list_room(public=False)
        assert (await hall.enter(STRANGER)).role is Role.CANDIDATE
        assert type(await hall.refusal(GUEST)) is NoSuchRoom

    play(scene)


@pytest.mark.parametrize("role", list(Role))
def test_an_invitation_lets_in_once_and_for_all(role: Role) -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        invited = await hall.enter(GUEST, invitation=hall.invitation(role))
        assert (invited.role, invited.owner) == (role, False)
        assert await hall.enter(GUEST) == invited
        assert type(await hall.refusal(STRANGER)) is NoSuchRoom

    play(scene)


def test_a_bad_invitation_is_as_good_as_none() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        await hall.open_room(RoomId("another"))
        good = hall.invitation()
        for bad in (
            good[:-1],
            good[:-1] + ("A" if good[-1] != "A" else "B"),
            "forged",
            hall.invitation(room_id=RoomId("another")),
            hall.invitation(lifetime_ms=0),
            hall.invitation(lifetime_ms=-1),
        ):
            assert same(await hall.refusal(GUEST, invitation=bad), await hall.refusal(GUEST))
        assert await hall.directory.members(ROOM) == ()
        assert same(await hall.refusal(GUEST, MISSING, hall.invitation()), NoSuchRoom(MISSING))
        assert (await hall.enter(GUEST, invitation=good)).role is Role.CANDIDATE

    play(scene)


def test_an_invitation_to_a_deleted_room_opens_nothing() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        await hall.service.delete(ROOM)
        assert type(await hall.refusal(GUEST, invitation=hall.invitation())) is NoSuchRoom
        await hall.directory.remove_room(ROOM)
        assert type(await hall.refusal(GUEST, invitation=hall.invitation())) is NoSuchRoom
        assert await hall.directory.members(ROOM) == ()

    play(scene)


def test_a_role_rises_by_an_invitation_and_never_falls() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        watcher, sitter = hall.invitation(Role.OBSERVER), hall.invitation(Role.CANDIDATE)
        first = await hall.enter(GUEST, invitation=watcher)
        assert first.role is Role.OBSERVER
        risen = await hall.enter(GUEST, invitation=sitter)
        assert (risen.role, risen.seat_id) == (Role.CANDIDATE, first.seat_id)
        assert (await hall.enter(GUEST, invitation=watcher)).role is Role.CANDIDATE
        assert (await hall.enter(GUEST)).role is Role.CANDIDATE
        assert (await hall.enter(HOST, invitation=watcher)).role is Role.CANDIDATE
        assert len(await hall.directory.members(ROOM)) == 2

    play(scene)


def test_a_removed_person_stays_out_with_any_invitation() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room(public=True)
        entrance = await hall.enter(GUEST)
        for command in (
            c.JoinRoom(now=now(), id=CommandId("j"), seat_id=entrance.seat_id, name=GUEST.name),
            c.KickSeat(now=now(), id=CommandId("k"), by=hall.host_seat(), seat_id=entrance.seat_id),
        ):
            assert isinstance(await hall.service.command(ROOM, command), Committed)
        for invitation in ("", hall.invitation(), hall.invitation(Role.OBSERVER)):
            assert type(await hall.refusal(GUEST, invitation=invitation)) is RemovedFromRoom
        assert (await hall.enter(HOST)).owner
        assert (await hall.enter(STRANGER)).role is Role.CANDIDATE

    play(scene)


def test_only_its_people_learn_that_a_room_is_quarantined() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room(public=True)
        await hall.enter(GUEST)
        await hall.damage()
        for member in (HOST, GUEST):
            with pytest.raises(RoomQuarantined):
                await hall.enter(member)
        assert type(await hall.refusal(STRANGER)) is NoSuchRoom
        assert type(await hall.refusal(STRANGER, invitation=hall.invitation())) is NoSuchRoom
        assert len(await hall.directory.members(ROOM)) == 1

    play(scene)


def test_a_store_that_does_not_answer_is_no_missing_room_to_its_people() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        assert hall.service.release_idle(Millis(now() + 1)) == 1
        await hall.store.close()
        with pytest.raises(StoreUnavailable):
            await hall.enter(HOST)
        assert type(await hall.refusal(STRANGER)) is NoSuchRoom
        assert await hall.directory.members(ROOM) == ()

    play(scene)


def test_entering_says_the_room_as_it_stands() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        _, room = await hall.access.enter(HOST, ROOM, now=now())
        assert room == await hall.service.room(ROOM)
        assert [seat.seat_id for seat in room.seats if seat.seat_id.startswith("p-")] == [hall.host_seat()]

    play(scene)


def test_a_place_that_was_given_is_kept_as_in_a_fork() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        elsewhere = seat_of(GUEST.user_id, RoomId("parent"))
        place = Membership(room_id=ROOM, user_id=GUEST.user_id, seat_id=elsewhere, role=Role.CANDIDATE)
        await hall.directory.admit(place)
        assert (await hall.enter(GUEST)).seat_id == elsewhere
        assert (await hall.enter(GUEST, invitation=hall.invitation(Role.OBSERVER))).seat_id == elsewhere
        assert await hall.directory.membership(ROOM, GUEST.user_id) == place

    play(scene)


def test_a_room_is_its_owners_own_even_when_it_does_not_read_and_to_strangers_missing() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        await hall.enter(GUEST, invitation=hall.invitation(Role.OBSERVER))
        for damaged in (False, True):
            if damaged:
                await hall.damage()
            assert (await hall.access.own(HOST, ROOM)).room_id == ROOM
            with pytest.raises(NotAllowed) as forbidden:
                await hall.access.own(GUEST, ROOM)
            assert forbidden.value.code == "owners_only"
            with pytest.raises(NoSuchRoom) as hidden:
                await hall.access.own(STRANGER, ROOM)
            with pytest.raises(NoSuchRoom) as missing:
                await hall.access.own(STRANGER, MISSING)
            assert same(hidden.value, NoSuchRoom(ROOM))
            assert same(missing.value, NoSuchRoom(MISSING))
        await hall.list_room(public=True)
        with pytest.raises(NotAllowed):
            await hall.access.own(STRANGER, ROOM)

    play(scene)
