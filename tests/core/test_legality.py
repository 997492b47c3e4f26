from __future__ import annotations

import itertools

import pytest

from interview_engine.core import commands as c
from interview_engine.core.decide import Refused, take
from interview_engine.core.legality import LEGAL_STAGES, WHILE_PAUSED, legal
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.stages import Stage
from interview_engine.vocabulary import Language
from scripts.draw_legality import groups, page, path
from tests.core.rooms_of_every_stage import room_in, suitable

CELLS = [
    (command, stage, paused)
    for command, stage, paused in itertools.product(LEGAL_STAGES, Stage, (False, True))
    if not paused or stage in LEGAL_STAGES[c.PauseInterview]
]


@pytest.mark.parametrize(
    "command, stage, paused",
    CELLS,
    ids=[f"{command.__name__}-{stage.value}{'-paused' * paused}" for command, stage, paused in CELLS],
)
def test_the_table_holds_in_a_real_room(command: type[c.Command], stage: Stage, paused: bool) -> None:
    play = room_in(stage, paused=paused)
    step = take(play.room, suitable(command, play))
    code = step.outcome.code if isinstance(step.outcome, Refused) else None
    if legal(command, stage, paused=paused):
        assert code not in (RefusalCode.WRONG_STAGE, RefusalCode.PAUSED)
    else:
        expected = RefusalCode.PAUSED if stage in LEGAL_STAGES[command] else RefusalCode.WRONG_STAGE
        assert code is expected
        assert step.events == ()
        assert step.room is play.room


def test_a_room_is_paused_only_where_the_table_says() -> None:
    assert LEGAL_STAGES[c.PauseInterview] == frozenset(Stage) - {Stage.WAITING, Stage.FINISHED}


def test_reports_are_always_legal() -> None:
    reports = [command for command in LEGAL_STAGES if issubclass(command, c.Report)]
    assert len(reports) == 9
    for command, stage, paused in itertools.product(reports, Stage, (False, True)):
        assert legal(command, stage, paused=paused)


def test_every_command_of_the_pause_is_legal_somewhere_in_a_pause() -> None:
    pausable = LEGAL_STAGES[c.PauseInterview]
    assert all(LEGAL_STAGES[command] & pausable for command in WHILE_PAUSED)


@pytest.mark.parametrize("language", Language)
def test_the_documentation_is_drawn_from_the_table_as_it_is(language: Language) -> None:
    text = path(language).read_text(encoding="utf-8")
    assert text == page(language), "stale: run `python scripts/draw_legality.py`"


@pytest.mark.parametrize("language", Language)
def test_a_row_shows_every_command(language: Language) -> None:
    assert all(page(language).count(f"| `{command.__name__}` |") == 1 for command in LEGAL_STAGES)


def test_stages_that_are_treated_alike_share_a_column() -> None:
    assert [group.name for group in groups(Language.EN)] == ["waiting", "asking", "deliberation", "finished"]
    assert {stage for group in groups(Language.KO) for stage in group.stages} == set(Stage)
