from __future__ import annotations

import enum
import re
from pathlib import Path

import pytest

from interview_engine.core.settings import Preset
from interview_engine.core.turns import Outcome
from interview_engine.reports import labels
from interview_engine.vocabulary import Bilingual, Company, Competency, JobRole, QuestionKind

JUDGE = Path(__file__).parents[2] / "interview_engine" / "scoring" / "heuristic" / "judge.py"
LISTS: tuple[tuple[type[enum.Enum], dict[str, Bilingual]], ...] = (
    (Company, {member.value: name for member, name in labels.COMPANIES.items()}),
    (JobRole, {member.value: name for member, name in labels.ROLES.items()}),
    (Preset, {member.value: name for member, name in labels.PRESETS.items()}),
    (QuestionKind, {member.value: name for member, name in labels.KINDS.items()}),
    (Competency, {member.value: name for member, name in labels.COMPETENCIES.items()}),
    (Outcome, {member.value: name for member, name in labels.OUTCOMES.items()}),
)


@pytest.mark.parametrize("members,names", LISTS)
def test_every_member_is_called_something_different(
    members: type[enum.Enum], names: dict[str, Bilingual]
) -> None:
    assert set(names) == {member.value for member in members}
    assert len({name.ko for name in names.values()}) == len(names)
    assert len({name.en for name in names.values()}) == len(names)


def test_every_flag_of_the_offline_judge_has_a_text() -> None:
    given = re.findall(r'flags\.append\("(\w+)"\)', JUDGE.read_text(encoding="utf-8"))
    assert given
    assert set(labels.FLAGS) == set(given)
