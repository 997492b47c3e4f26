"""With an entrance one acts for one's own seat alone: every command, for every role."""

from __future__ import annotations

import attrs
import pytest

from adapters.service.people.access import Access, Entrance, NotAllowed, seat_of
from adapters.service.people.identity import Person, UserId
from adapters.service.people.invitations import Role
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, Outcome, Refused
from interview_engine.ids import CommandId, Millis, RoomId, SeatId
from tests.service.people.hall import GUEST, HOST, Hall, play
from tests.service.stage import ROOM
from tests.service.virtual_time import now

MINE, THEIRS = SeatId("mine"), SeatId("theirs")
PARTICIPANTS = c.ParticipantCommand.__subclasses__()
OPERATORS = [cls for cls in c.OperatorCommand.__subclasses__() if cls is not c.CreateRoom]
REPORTS = c.Report.__subclasses__()


def entrance(role: Role = Role.CANDIDATE, *, owner: bool = False) -> Entrance:
    person = Person(user_id=UserId("u"), name="나")
    return Entrance(person=person, room_id=ROOM, seat_id=MINE, role=role, owner=owner)


def made(cls: type[c.Command], **said: object) -> c.Command:
    """Return a command of a class; fields that nobody looks at here hold nothing."""
    values = dict.fromkeys((field.name for field in attrs.fields(cls)), None)
    command = cls(**{**values, "now": Millis(1), **said})  # type: ignore[arg-type]
    assert isinstance(command, c.Command)
    return command


def allowed(way_in: Entrance, command: c.Command) -> str:
    try:
        Access.require(way_in, command)
    except NotAllowed as refusal:
        return refusal.code
    return "yes"


def test_the_families_are_all_here() -> None:
    assert len(PARTICIPANTS) >= 8
    assert len(OPERATORS) >= 12
    assert len(REPORTS) >= 5
    assert set(c.Command.__subclasses__()) == {c.ParticipantCommand, c.OperatorCommand, c.Report}


@pytest.mark.parametrize("owner", [False, True])
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("cls", PARTICIPANTS)
def test_a_participants_command_is_for_ones_own_seat(cls: type[c.Command], role: Role, owner: bool) -> None:
    way_in = entrance(role, owner=owner)
    as_observer = {"observer": True} if cls is c.JoinRoom else {}
    assert allowed(way_in, made(cls, seat_id=MINE, **as_observer)) == "yes"
    assert allowed(way_in, made(cls, seat_id=THEIRS, **as_observer)) == "not_yours"


@pytest.mark.parametrize("owner", [False, True])
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("cls", OPERATORS)
def test_an_operators_command_is_given_in_ones_own_name(
    cls: type[c.Command], role: Role, owner: bool
) -> None:
    way_in = entrance(role, owner=owner)
    # Whether that name is the host's is for the room to say.
    assert allowed(way_in, made(cls, by=MINE, seat_id=THEIRS) if _has_seat(cls) else made(cls, by=MINE)) == (
        "yes"
    )
    for other in (THEIRS, None):
        command = made(cls, by=other, seat_id=MINE) if _has_seat(cls) else made(cls, by=other)
        assert allowed(way_in, command) == "not_yours"


def _has_seat(cls: type[c.Command]) -> bool:
    return "seat_id" in {field.name for field in attrs.fields(cls)}


@pytest.mark.parametrize("cls", REPORTS)
def test_reports_are_nobodys_to_give(cls: type[c.Command]) -> None:
    names = {field.name for field in attrs.fields(cls)}
    said = {name: MINE for name in ("seat_id", "by") if name in names}
    assert allowed(entrance(owner=True), made(cls, **said)) == "not_yours"


def test_nobody_creates_a_room_through_another() -> None:
    assert allowed(entrance(owner=True), made(c.CreateRoom, by=MINE, room_id=RoomId("x"))) == "not_yours"


@pytest.mark.parametrize(
    "role, observer, answer",
    [
        (Role.CANDIDATE, False, "yes"),
        (Role.CANDIDATE, True, "yes"),
        (Role.OBSERVER, True, "yes"),
        (Role.OBSERVER, False, "observers_only"),
    ],
)
def test_an_observer_sits_down_as_an_observer_only(role: Role, observer: bool, answer: str) -> None:
    join = c.JoinRoom(now=Millis(1), id=CommandId("j"), seat_id=MINE, name="나", observer=observer)
    assert allowed(entrance(role), join) == answer


def test_what_is_not_allowed_does_not_reach_the_room() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        watching = await hall.enter(GUEST, invitation=hall.invitation(Role.OBSERVER))
        acks: list[Outcome] = []
        for command, code in (
            (
                c.JoinRoom(now=now(), id=CommandId("a"), seat_id=watching.seat_id, name="손님"),
                "observers_only",
            ),
            (c.LeaveRoom(now=now(), id=CommandId("b"), seat_id=hall.host_seat()), "not_yours"),
            (c.StartInterview(now=now(), id=CommandId("c"), by=hall.host_seat()), "not_yours"),
            (c.StartInterview(now=now(), id=CommandId("d")), "not_yours"),
            (c.Tick(now=now()), "not_yours"),
        ):
            with pytest.raises(NotAllowed) as caught:
                await hall.access.put(watching, command, acks.append)
            assert caught.value.code == code
        assert acks == []
        assert len(await hall.service.log_of(ROOM)) == (await hall.service.room(ROOM)).seq
        # In their own name they may ask, and the room itself refuses one who is not the host.
        mine = c.StartInterview(now=now(), id=CommandId("e"), by=watching.seat_id)
        assert isinstance(await hall.access.put(watching, mine, acks.append), Refused)
        assert len(acks) == 1

    play(scene)


def test_what_is_allowed_is_committed_and_acknowledged() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room()
        sitting = await hall.enter(GUEST, invitation=hall.invitation())
        acks: list[Outcome] = []
        join = c.JoinRoom(now=now(), id=CommandId("a"), seat_id=sitting.seat_id, name="손님")
        outcome = await hall.access.put(sitting, join, acks.append)
        assert isinstance(outcome, Committed)
        assert acks == [outcome]

    play(scene)


def test_a_place_is_the_same_everywhere_and_tells_nothing() -> None:
    seat = seat_of(HOST.user_id, ROOM)
    assert seat == seat_of(UserId("host"), RoomId("room"))
    assert "host" not in seat
    others = {
        seat_of(UserId(user), RoomId(room))
        for user in ("host", "hos", "t", "", "1:")
        for room in ("room", "roomt", "", "r:oom", "roo")
    }
    assert len(others) == 25
    # A room's name that ends as a person's begins makes no other pair.
    assert seat_of(UserId("bc"), RoomId("a")) != seat_of(UserId("c"), RoomId("ab"))
