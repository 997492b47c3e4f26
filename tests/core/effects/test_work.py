from __future__ import annotations

import attrs
import pytest

from interview_engine.core.effects import (
    ComparePair,
    Effect,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)


@pytest.mark.parametrize("cls", [WriteQuestion, WriteAnswer, JudgeAnswer, ComparePair, WriteFeedback])
def test_every_work_says_when_and_by_whom_it_may_be_tried(cls: type[Effect]) -> None:
    names = {field.name for field in attrs.fields(cls)}
    assert {"effect_id", "attempt", "not_before", "offline", "language"} <= names
    assert not names & {"room", "seed", "log"}, "work is done on excerpts"
