from __future__ import annotations

import inspect

import attrs
import pytest

from interview_engine.core import events as e
from interview_engine.core.codec import EVENT_TYPES
from interview_engine.core.visibility import AUDIENCE, Audience

EVENTS = [
    cls
    for cls in vars(e).values()
    if inspect.isclass(cls) and issubclass(cls, e.Event) and cls is not e.Event
]


def test_every_event_has_a_tag() -> None:
    assert set(EVENT_TYPES.values()) == set(EVENTS)


@pytest.mark.parametrize("cls", EVENTS, ids=lambda cls: cls.__name__)
def test_a_value_is_frozen_and_its_command_is_nobodys_business(cls: type[e.Event]) -> None:
    fields = {field.name: field for field in attrs.fields(cls)}
    assert AUDIENCE not in fields["cause"].metadata
    assert hasattr(cls, "__attrs_attrs__")
    assert cls.__setattr__ is not object.__setattr__


def test_what_nobody_is_told_is_listed_here_so_that_a_change_is_a_decision() -> None:
    assert {cls.__name__ for cls in EVENTS if cls.audience is Audience.NOBODY} == {
        "RoundsPlanned",
        "QuestionAdded",
        "RoundDropped",
        "AnswerPrepared",
        "TurnStretched",
        "EffectTroubled",
        "DeliberationStretched",
        "ComparisonsDropped",
    }
    assert {cls.__name__ for cls in EVENTS if cls.audience is Audience.OWNER} == {
        "AccommodationSet",
        "ResumeShared",
        "DraftSaved",
        "FeedbackRecorded",
    }
