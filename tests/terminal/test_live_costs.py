"""What models cost is told while an interview goes on, and never where none are used."""

from __future__ import annotations

import io
import itertools

import attrs
import pytest
from rich.console import Console

from adapters.service.costs import costs_of
from adapters.terminal.screen.presenter import Presenter
from adapters.terminal.texts import texts_in
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect
from interview_engine.core.provenance import Provenance
from interview_engine.core.settings import Preset, Settings, Visibility
from interview_engine.core.views import Viewer
from interview_engine.ids import Millis, Salt
from interview_engine.offline.interview import ME, Interview
from interview_engine.offline.performing import perform
from interview_engine.personas.catalogue import Catalogue
from interview_engine.vocabulary import Language

MODEL = Provenance(
    family="openai", model="m", offline=False, input_tokens=900, output_tokens=100, cost_micros=1_000
)


def by_model(effect: Effect, catalogue: Catalogue, now: Millis) -> c.Report:
    """Do the work offline, and say that a model did the judging."""
    report = perform(effect, catalogue, now)
    return attrs.evolve(report, provenance=MODEL) if isinstance(report, c.EvaluationWritten) else report


def shown(interview: Interview, language: Language) -> list[str]:
    """Return what the screen says of an interview that is told instant by instant."""
    console = Console(file=io.StringIO(), width=100)
    told = 0
    presenter = Presenter(
        console,
        texts_in(language),
        Viewer(seat_id=ME),
        costs=lambda: costs_of(interview.log[:told]),
    )
    for _, instant in itertools.groupby(interview.log, key=lambda record: record.at):
        records = tuple(instant)
        told += len(records)
        presenter.show(records)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def played(language: Language, visibility: Visibility, *, by_models: bool = True) -> Interview:
    """Play a short interview to its end."""
    settings = Settings(preset=Preset.SHORT, language=language, visibility=visibility)
    begun = Interview.begin(seed="live costs", settings=settings)
    performer = by_model if by_models else perform
    interview = Interview(salt=Salt("a salt for tests"), log=begun.log, performer=performer)
    while interview.wait() is not None:
        interview.answer("기록부터 살폈고 동료와 기준을 맞추었습니다.")
    return interview


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize(
    "language,words", [(Language.KO, "지금까지 모델 비용"), (Language.EN, "Models so far")]
)
def test_what_models_cost_grows_before_ones_eyes(
    language: Language, words: str, visibility: Visibility
) -> None:
    interview = played(language, visibility)
    lines = [line for line in shown(interview, language) if words in line]
    assert len(lines) > 2
    assert len(set(lines)) == len(lines), "what has not changed is not told again"
    amounts = [float(line.split("$")[1].split(" ")[0]) for line in lines]
    assert amounts == sorted(amounts)
    assert 0 < amounts[-1] <= costs_of(interview.log).total.cost_micros / 1_000_000


def test_without_models_nothing_of_it_is_told() -> None:
    lines = shown(played(Language.KO, Visibility.LIVE, by_models=False), Language.KO)
    assert lines
    assert not any("모델 비용" in line or "$" in line for line in lines)
