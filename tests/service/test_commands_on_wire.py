"""Commands from the wire: a person says what, we say who and when; nobody can say more."""

from __future__ import annotations

import json

import attrs
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.service.casting import Casting
from adapters.service.command_ids import log_id
from adapters.service.commands_on_wire import (
    ARGUMENTS,
    COMMANDS,
    BadCommand,
    Giver,
    decode_command,
    merged_settings,
)
from adapters.service.people.access import seat_of
from adapters.service.people.identity import UserId
from interview_engine.core import commands as c
from interview_engine.core.settings import OrderPolicy, Settings
from interview_engine.ids import Millis, PersonaId, RoomId, SeatId, TurnId
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language

CASTING = Casting(default_catalogue())
GIVER = Giver(seat_id=SeatId("p-1"), chosen_id="id-1", now=Millis(77), settings=Settings(difficulty=4))


def decoded(name: str, **arguments: object) -> c.Command:
    return decode_command(name, json.dumps(arguments).encode(), GIVER, CASTING)


def test_the_giver_comes_from_us() -> None:
    assert decoded("submit_answer", turn_id="t", text="안녕하세요") == c.SubmitAnswer(
        now=Millis(77),
        id=log_id(SeatId("p-1"), "id-1", "submit_answer", '{"turn_id":"t","text":"안녕하세요"}'.encode()),
        seat_id=SeatId("p-1"),
        turn_id=TurnId("t"),
        text="안녕하세요",
    )
    assert decoded("kick_seat", seat_id="p-2") == c.KickSeat(
        now=Millis(77),
        id=log_id(SeatId("p-1"), "id-1", "kick_seat", b'{"seat_id":"p-2"}'),
        by=SeatId("p-1"),
        seat_id=SeatId("p-2"),
    )


@pytest.mark.parametrize("name", sorted(COMMANDS))
@pytest.mark.parametrize("field", ["now", "id", "by"])
def test_nobody_can_say_who_gives_a_command_or_when(name: str, field: str) -> None:
    with pytest.raises(BadCommand) as refused:
        decoded(name, **{field: "x"})
    assert refused.value.code == "bad_arguments"


def test_a_participant_cannot_name_another_seat_as_its_own() -> None:
    with pytest.raises(BadCommand, match="unknown field"):
        decoded("leave_room", seat_id="p-2")


@pytest.mark.parametrize(
    "name", ["create_room", "tick", "answer_written", "outage_ended", "", "SubmitAnswer"]
)
def test_reports_and_room_making_are_no_commands_of_a_person(name: str) -> None:
    with pytest.raises(BadCommand) as refused:
        decoded(name)
    assert refused.value.code == "unknown_command"


def test_every_participants_and_operators_command_has_arguments() -> None:
    families = {*c.ParticipantCommand.__subclasses__(), *c.OperatorCommand.__subclasses__()}
    # By name: attrs leaves the class without slots behind until it is collected.
    names = {cls.__name__ for cls in families} - {"CreateRoom"}
    assert {cls.__name__ for cls in COMMANDS.values()} == names
    assert set(ARGUMENTS) == set(COMMANDS)


def test_personas_travel_by_id() -> None:
    seated = decoded("add_ai_candidate", persona_id="naver")
    assert isinstance(seated, c.AddAiCandidate)
    assert seated.profile == CASTING.candidate(PersonaId("naver"), Language.KO)
    assert seated == decoded("add_ai_candidate", persona_id="naver"), "a retry names the same place"
    interviewer = decoded("add_interviewer", persona_id="hr", seat_id="panel-x")
    assert isinstance(interviewer, c.AddInterviewer)
    assert interviewer.seat_id == "panel-x"


@pytest.mark.parametrize("name", ["add_ai_candidate", "add_interviewer"])
def test_an_unknown_persona_is_refused(name: str) -> None:
    with pytest.raises(BadCommand, match="there is no such"):
        decoded(name, persona_id="nobody")


def test_a_withdrawn_persona_is_seated_no_more_until_it_comes_back() -> None:
    casting = Casting(default_catalogue())
    naver = PersonaId("naver")
    casting.withdraw(naver)
    assert casting.candidate(naver, Language.KO) is None
    assert casting.catalogue.candidate(naver).id == naver, "where it sits, its writer still finds it"
    casting.add(casting.catalogue.candidate(naver))
    assert casting.candidate(naver, Language.EN) is not None


def test_settings_that_are_left_out_keep_their_values() -> None:
    changed = decoded("change_settings", settings={"order": "simultaneous"})
    assert isinstance(changed, c.ChangeSettings)
    assert changed.settings == attrs.evolve(GIVER.settings, order=OrderPolicy.SIMULTANEOUS)


@pytest.mark.parametrize(
    "changes",
    [
        b'{"language": "\xff"}',
        b'{"plan": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b"[]",
        b"{",
        b'{"nonsense": 1}',
        b'{"difficulty": "3"}',
        b'{"plan": [{"stage": "x"}]}',
        b"\xff",
        b"null",
    ],
)
def test_bad_settings_are_refused(changes: bytes) -> None:
    with pytest.raises(BadCommand):
        merged_settings(Settings(), changes)


def test_a_refusal_quotes_nothing_of_what_was_sent() -> None:
    with pytest.raises(BadCommand) as refused:
        decoded("change_settings", settings={"order": "제 주민등록번호는 900101"})
    assert "900101" not in str(refused.value)


@given(st.sampled_from(sorted(COMMANDS)), st.binary(max_size=200))
def test_any_bytes_give_a_command_or_a_refusal(name: str, data: bytes) -> None:
    try:
        command = decode_command(name, data, GIVER, CASTING)
    except BadCommand:
        return
    assert isinstance(command, COMMANDS[name])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(COMMANDS)), st.data())
def test_any_arguments_give_a_command_or_a_refusal(name: str, data: st.DataObject) -> None:
    fields = msgspec.structs.fields(ARGUMENTS[name])
    arguments = {field.name: data.draw(JSON) for field in fields if data.draw(st.booleans())}
    try:
        command = decode_command(name, json.dumps(arguments).encode(), GIVER, CASTING)
    except BadCommand:
        return
    assert isinstance(command, COMMANDS[name])


@pytest.mark.parametrize(
    "name,persona_id,fine", [("add_ai_candidate", "naver", "ai-x"), ("add_interviewer", "hr", "panel-x")]
)
def test_a_machine_takes_no_place_that_is_a_persons(name: str, persona_id: str, fine: str) -> None:
    theirs = seat_of(UserId("somebody who may come"), RoomId("room"))
    for wrong in (theirs, "x", fine.upper(), " " + fine):
        with pytest.raises(BadCommand, match="the seat's id begins with"):
            decoded(name, persona_id=persona_id, seat_id=wrong)
    assert getattr(decoded(name, persona_id=persona_id, seat_id=fine), "seat_id", "") == fine
