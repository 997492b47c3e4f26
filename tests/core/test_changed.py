from __future__ import annotations

import attrs
import pytest

from interview_engine.core import codec, commands, effects, state, turns
from interview_engine.core.changed import changed
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.ids import SeatId
from interview_engine.testing.rooms import a_running_room, human

SEAT = Seat(seat_id=SeatId("kim"), kind=SeatKind.HUMAN, name="김하늘")


def test_a_copy_differs_in_the_named_fields_only() -> None:
    assert changed(SEAT, name="이도윤", ready=True) == attrs.evolve(SEAT, name="이도윤", ready=True)
    assert SEAT.name == "김하늘"


def test_a_copy_without_changes_is_equal_and_another_object() -> None:
    copy = changed(SEAT)
    assert copy == SEAT
    assert copy is not SEAT


def test_a_field_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TypeError):
        changed(SEAT, nonsense=1)  # type: ignore[call-arg]


def test_a_copy_of_a_whole_room_is_what_attrs_makes_of_it() -> None:
    room = a_running_room()
    assert changed(room, host=human(2)) == attrs.evolve(room, host=human(2))


def test_no_value_has_a_converter_or_validator_that_a_copy_would_pass_over() -> None:
    modules = (codec, commands, effects, state, turns)
    classes = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    values = [cls for cls in {*classes, *codec.EVENT_TYPES.values()} if attrs.has(cls)]
    assert len(values) > 50
    odd = [
        f"{cls.__name__}.{field.name}"
        for cls in values
        for field in attrs.fields(cls)
        if field.converter or field.validator or not field.init
    ]
    assert odd == []
    assert [cls.__name__ for cls in values if hasattr(cls, "__attrs_post_init__")] == []
