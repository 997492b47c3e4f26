"""Writers and judges that are slow, fail, die, repeat themselves and talk nonsense."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from interview_engine.core import commands as c
from interview_engine.core.changed import changed
from interview_engine.core.effects import Effect, pending_effects
from interview_engine.ids import EffectId, Millis, TurnId
from interview_engine.testing.simulation.faults import FaultKind
from interview_engine.testing.simulation.stage import SimulationStage

Perform = Callable[[Effect, Millis], c.Report]
"""Does an effect's work."""

_WAYS = (
    FaultKind.EFFECT_FAILED,
    FaultKind.EFFECT_DEAD,
    FaultKind.REPORT_SLOW,
    FaultKind.REPORT_LATE,
    FaultKind.REPORT_TWICE,
    FaultKind.REPORT_GARBAGE,
)


@attrs.frozen
class _Try:
    effect_id: EffectId
    attempt: int
    offline: bool


class Services:
    """Runs what the room wants and what is not in flight."""

    def __init__(self, stage: SimulationStage, perform: Perform) -> None:
        """Begin with nothing in flight.

        Args:
            stage: The interview.
            perform: Does an effect's work.
        """
        self._stage = stage
        self._perform = perform
        self._in_flight: set[_Try] = set()
        self._seen_seq = -1

    def look(self) -> None:
        """Start what the room wants now."""
        stage = self._stage
        if not stage.draw.services or stage.room.seq == self._seen_seq:
            return
        self._seen_seq = stage.room.seq
        for effect in pending_effects(stage.room):
            attempt = _Try(effect.effect_id, effect.attempt, effect.offline)
            if attempt not in self._in_flight:
                self._in_flight.add(attempt)
                self._start(effect)

    def forget(self) -> None:
        """Lose what is in flight, as a crash does; its reports may come all the same."""
        self._in_flight.clear()
        self._seen_seq = -1

    def _start(self, effect: Effect) -> None:
        stage = self._stage
        wait = max(0, effect.not_before - stage.now)
        latency = wait + stage.dice.between(20, 2_000)
        report = self._perform(effect, stage.now)
        if not stage.dice.chance(stage.draw.trouble):
            stage.later(latency, _told(report))
            return
        way = stage.dice.pick(_WAYS)
        stage.note(way)
        if way is FaultKind.EFFECT_FAILED:
            stage.later(latency, _told(_failed(effect)))
        elif way is FaultKind.REPORT_SLOW:
            stage.later(latency + stage.dice.between(5_000, 25_000), _told(report))
        elif way is FaultKind.REPORT_LATE:
            stage.later(latency + stage.dice.between(60_000, 400_000), _told(report))
        elif way is FaultKind.REPORT_TWICE:
            stage.later(latency, _told(report))
            stage.later(latency + stage.dice.between(0, 30_000), _told(report))
        elif way is FaultKind.REPORT_GARBAGE:
            stage.later(latency, _told(_garbled(report, stage)))


def _told(report: c.Report) -> Callable[[Millis], c.Command]:
    return lambda now: changed(report, now=now)


def _failed(effect: Effect) -> c.EffectFailed:
    return c.EffectFailed(now=Millis(0), effect_id=effect.effect_id, attempt=effect.attempt, code="timeout")


def _garbled(report: c.Report, stage: SimulationStage) -> c.Report:
    """Return a report whose content no room should take as it is."""
    dice = stage.dice
    match report:
        case c.QuestionWritten():
            question = report.question
            homes = (*stage.room.rounds, stage.room.current)
            asked = [home.question for home in homes if home is not None and home.question is not None]
            if asked and dice.chance(70):
                return changed(report, question=dice.pick(asked))
            spoilt = dice.pick(
                (
                    changed(question, text="  "),
                    changed(question, difficulty=9),
                    changed(question, answer_ms=Millis(1)),
                )
            )
            return changed(report, question=spoilt)
        case c.AnswerWritten():
            return changed(report, text=dice.pick(("", " \n", "long " * 1_200)))
        case c.EvaluationWritten():
            evaluation = report.evaluation
            nothing = changed(evaluation, evidence=())
            foreign = changed(evaluation, turn_id=TurnId("r999-9"))
            lies = tuple(changed(entry, quote="nobody said this") for entry in evaluation.evidence)
            return changed(
                report, evaluation=dice.pick((nothing, foreign, changed(evaluation, evidence=lies)))
            )
        case c.ComparisonWritten():
            comparison = report.comparison
            turned = changed(comparison, first=comparison.second, second=comparison.first)
            return changed(report, comparison=turned)
        case _:
            return c.EffectFailed(now=Millis(0), effect_id=EffectId("feedback:nobody"), attempt=1, code="x")
