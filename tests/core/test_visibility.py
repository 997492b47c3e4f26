from __future__ import annotations

import attrs
import pytest

from interview_engine.core import visibility
from interview_engine.core.codec import EVENT_TYPES
from interview_engine.core.events import Event
from interview_engine.core.questions import Question
from interview_engine.core.seats import Seat
from interview_engine.core.state import PersonalFeedback, Room
from interview_engine.core.turns import Round, Turn
from interview_engine.core.visibility import AUDIENCE, PERSONAL, Audience

HIDDEN_FROM_ALL = {
    Room: {"seed", "rounds_planned", "upcoming", "led", "follow_ups_used", "unjudged", "uncompared"}
    | {"tallies", "totals", "duels", "pair_counts", "news", "ledger", "troubles"},
    Seat: {"candidate", "interviewer"},
    Turn: {"stretched", "quality", "prepared", "family", "given_up"},
    Round: {"follow_ups"},
    Question: set(),
    PersonalFeedback: set(),
}


def audience_of(field: attrs.Attribute[object]) -> Audience:
    audience = field.metadata.get(AUDIENCE, Audience.NOBODY)
    assert isinstance(audience, Audience)
    return audience


@pytest.mark.parametrize("cls", HIDDEN_FROM_ALL)
def test_what_nobody_may_see_is_listed_here_so_that_a_change_is_a_decision(
    cls: type[attrs.AttrsInstance],
) -> None:
    hidden = {field.name for field in attrs.fields(cls) if audience_of(field) is Audience.NOBODY}
    assert hidden == HIDDEN_FROM_ALL[cls]


def test_key_points_show_at_the_end_only() -> None:
    ended = {field.name for field in attrs.fields(Question) if audience_of(field) is Audience.ENDED}
    assert ended == {"key_points", "shows"}


@pytest.mark.parametrize("cls", EVENT_TYPES.values(), ids=lambda cls: cls.__name__)
def test_personal_text_belongs_to_the_seat_of_its_event(cls: type[Event]) -> None:
    personal = [field for field in attrs.fields(cls) if field.metadata.get(PERSONAL)]
    names = {field.name for field in attrs.fields(cls)}
    assert not personal or "seat_id" in names
    assert all(field.default is not attrs.NOTHING for field in personal), "a blank is needed for redaction"


def test_every_shorthand_names_an_audience() -> None:
    shorthands = [
        value for value in vars(visibility).values() if isinstance(value, dict) and AUDIENCE in value
    ]
    assert {shorthand[AUDIENCE] for shorthand in shorthands} == set(Audience)
