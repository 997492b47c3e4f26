from __future__ import annotations

import inspect

import attrs
import pytest

from interview_engine.core import commands as c

FAMILIES = (c.ParticipantCommand, c.OperatorCommand, c.Report)
COMMANDS = [
    cls
    for cls in vars(c).values()
    if inspect.isclass(cls) and issubclass(cls, c.Command) and cls not in (c.Command, *FAMILIES)
]


@pytest.mark.parametrize("cls", COMMANDS, ids=lambda cls: cls.__name__)
def test_every_command_belongs_to_one_family(cls: type[c.Command]) -> None:
    assert sum(issubclass(cls, family) for family in FAMILIES) == 1


@pytest.mark.parametrize("cls", COMMANDS, ids=lambda cls: cls.__name__)
def test_what_a_person_sends_carries_an_id_against_doing_it_twice(cls: type[c.Command]) -> None:
    names = {field.name for field in attrs.fields(cls)}
    assert ("id" in names) is not issubclass(cls, c.Report)
    assert "now" in names


def test_only_reports_speak_for_the_shell() -> None:
    reports = {cls.__name__ for cls in COMMANDS if issubclass(cls, c.Report)}
    assert reports == {
        "Tick",
        "PresenceChanged",
        "OutageEnded",
        "QuestionWritten",
        "AnswerWritten",
        "EvaluationWritten",
        "ComparisonWritten",
        "FeedbackWritten",
        "EffectFailed",
    }
