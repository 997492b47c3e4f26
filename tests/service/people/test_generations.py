"""What was written before a revocation, a removal or the end lets nobody in; members stay in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import attrs
import pytest

from adapters.service.people.access import NoSuchRoom
from adapters.service.people.directory import RoomEntry
from adapters.service.people.generations import generation_of
from adapters.service.people.identity import Person, UserId
from adapters.service.people.invitations import Invitation, Role
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, Millis
from tests.service.people.hall import GUEST, HOST, MISSING, STRANGER, Hall, play
from tests.service.stage import ROOM
from tests.service.virtual_time import now

Shut = Callable[[Hall], Awaitable[None]]
LASTING_MS = 10**9
"""Longer than any interview: nothing here ends by itself."""
REMOVED = Person(user_id=UserId("removed"), name="나간 이")


async def revoke(hall: Hall) -> None:
    await hall.directory.revoke_invitations(ROOM)


async def remove(hall: Hall) -> None:
    entrance = await hall.enter(REMOVED)
    for command in (
        c.JoinRoom(
            now=now(),
            id=CommandId("in"),
            seat_id=entrance.seat_id,
            name=REMOVED.name,
            observer=entrance.role is Role.OBSERVER,
        ),
        c.KickSeat(now=now(), id=CommandId("out"), by=hall.host_seat(), seat_id=entrance.seat_id),
    ):
        assert isinstance(await hall.service.command(ROOM, command), Committed)


async def finish(hall: Hall) -> None:
    for command in (
        c.SetReady(now=now(), id=CommandId("ready"), seat_id=hall.host_seat()),
        c.StartInterview(now=now(), id=CommandId("start"), by=hall.host_seat()),
        c.EndEarly(now=now(), id=CommandId("end"), by=hall.host_seat()),
    ):
        assert isinstance(await hall.service.command(ROOM, command), Committed)
    for _ in range(100):
        if (await hall.service.room(ROOM)).stage is Stage.FINISHED:
            return
        await asyncio.sleep(5)
    raise AssertionError("it does not end")


SHUTTING = (revoke, remove, finish)


@pytest.mark.parametrize("shut", SHUTTING)
@pytest.mark.parametrize("role", list(Role))
def test_earlier_invitations_let_nobody_in_any_more_and_later_ones_do(shut: Shut, role: Role) -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        earlier = hall.invitation(role, lifetime_ms=LASTING_MS)
        await hall.enter(REMOVED, invitation=earlier)
        await shut(hall)
        assert type(await hall.refusal(STRANGER, invitation=earlier)) is NoSuchRoom
        members = {member.user_id for member in await hall.directory.members(ROOM)}
        assert STRANGER.user_id not in members
        later = hall.invitation(role, generation=await hall.access.present_generation(ROOM))
        assert (await hall.enter(STRANGER, invitation=later)).role is role

    play(scene)


@pytest.mark.parametrize("shut", SHUTTING)
def test_members_stay_in_as_what_they_were_let_in_as(shut: Shut) -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        sitting = hall.invitation(lifetime_ms=LASTING_MS)
        watching = hall.invitation(Role.OBSERVER, lifetime_ms=LASTING_MS)
        await hall.enter(REMOVED, invitation=sitting)
        candidate = await hall.enter(GUEST, invitation=sitting)
        observer = await hall.enter(STRANGER, invitation=watching)
        await shut(hall)
        for invitation in ("", sitting, watching):
            assert await hall.enter(GUEST, invitation=invitation) == candidate
            # What opens nothing raises no role either.
            assert await hall.enter(STRANGER, invitation=invitation) == observer
        assert (await hall.enter(HOST)).owner

    play(scene)


def test_each_revocation_removal_and_the_end_begins_a_generation() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        await hall.enter(REMOVED, invitation=hall.invitation())
        found = [await hall.access.present_generation(ROOM)]
        for shut in (revoke, revoke, remove, finish, revoke):
            await shut(hall)
            found.append(await hall.access.present_generation(ROOM))
        assert found == [0, 1, 2, 3, 4, 5]

    play(scene)


def test_a_generation_fits_into_a_byte() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        entry, room = await hall.directory.room(ROOM), await hall.service.room(ROOM)
        assert isinstance(entry, RoomEntry)
        assert generation_of(attrs.evolve(entry, revocations=255), room) == 255
        assert generation_of(attrs.evolve(entry, revocations=256), room) == 0

    play(scene)


def test_a_public_room_is_open_to_everybody_whatever_was_revoked() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room(public=True)
        await revoke(hall)
        assert (await hall.enter(STRANGER, invitation=hall.invitation())).role is Role.CANDIDATE

    play(scene)


def test_an_invitation_says_beforehand_whether_it_opens_anything() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        ends = Millis(now() + 1_000)
        first = Invitation(room_id=ROOM, role=Role.CANDIDATE, expires_at=ends)
        second = attrs.evolve(first, generation=1)
        elsewhere = attrs.evolve(first, room_id=MISSING)
        for opening, shut in ((first, second), (second, first)):
            assert await hall.access.opens(opening, Millis(ends - 1))
            assert not await hall.access.opens(opening, ends)
            assert not await hall.access.opens(shut, now())
            assert not await hall.access.opens(elsewhere, now())
            await revoke(hall)
        await hall.damage()
        assert not await hall.access.opens(attrs.evolve(first, generation=2), now())

    play(scene)
