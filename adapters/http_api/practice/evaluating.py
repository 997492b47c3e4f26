"""Evaluating a set of answers to one question: levels with quotes, pairwise verdicts, and the ranking.

The offline judge reads each answer by itself, so a pair's verdict is the same in either order.
"""

from __future__ import annotations

import itertools

import attrs
import msgspec

from interview_engine.ids import JudgeId, SeatId, TurnId
from interview_engine.scoring import (
    HEURISTIC_FAMILY,
    AnswerScore,
    Board,
    Contender,
    Criterion,
    Duel,
    Evaluation,
    HeuristicJudge,
    Verdict,
    build_board,
    disclaimer,
    likeness,
    score_answer,
    verify_evaluation,
)
from interview_engine.scoring.heuristic.comparing import EQUAL_WITHIN
from interview_engine.scoring.similarity import threshold_for
from interview_engine.vocabulary import Language, QuestionKind

_JUDGE = JudgeId("panel")


@attrs.frozen(kw_only=True)
class Task:
    """What is to be evaluated.

    Attributes:
        question, kind, language: What was asked.
        key_points: What a good answer covers; may be empty.
        reference: A model answer; counts for the ranking when there are no key points.
        answers: Labels and texts.
    """

    question: str
    kind: QuestionKind
    language: Language
    key_points: tuple[str, ...]
    reference: str
    answers: tuple[tuple[str, str], ...]


class CriterionResult(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion's level, 1-5, the words that earned it, and why."""

    criterion: Criterion
    level: int
    quote: str
    reason: str


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """How alike another answer is, 0-1; flagged from the length's threshold on: a hint, never a failure."""

    label: str
    ratio: float
    flagged: bool


class AnswerResult(msgspec.Struct, frozen=True, kw_only=True):
    """One answer's result.

    Attributes:
        label: Which answer.
        total: 0-100; None when nothing could be judged.
        levels: One for each criterion with evidence.
        missed_points: The key points that it does not cover.
        flags: What a reader should know: `off_topic`, `stuffing`, `echo`, `injection`, `too_short`, …
        similar: The other answers, the most alike first.
    """

    label: str
    total: float | None
    levels: tuple[CriterionResult, ...]
    missed_points: tuple[str, ...]
    flags: tuple[str, ...]
    similar: tuple[Likeness, ...]


class PairResult(msgspec.Struct, frozen=True, kw_only=True):
    """Which of two answers is better: `first`, `second` or `tie`."""

    first: str
    second: str
    verdict: Verdict


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """An answer's place in the ranking.

    Attributes:
        label: Which answer.
        rank: 1 is best; ties share the better rank.
        rank_best, rank_worst: The ranks that the evidence allows.
        total: 0-100.
        strength: Bradley-Terry log-strength; only differences mean something.
    """

    label: str
    rank: int
    rank_best: int
    rank_worst: int
    total: float | None
    strength: float


class Evaluated(msgspec.Struct, frozen=True, kw_only=True):
    """A set of answers, judged and ranked.

    Attributes:
        question: What was asked.
        judge: The judge's family.
        answers: In the order in which they were given.
        pairs: Each pair once.
        ranking: Best first.
        notice: What the ranking is worth, in the language of the answers.
    """

    question: str
    judge: str
    answers: tuple[AnswerResult, ...]
    pairs: tuple[PairResult, ...]
    ranking: tuple[Place, ...]
    notice: str


def evaluate(task: Task) -> Evaluated:
    """Judge and rank a set of answers; the same task always gives the same result."""
    judge = HeuristicJudge()
    marks = {label: TurnId(f"answer-{place}") for place, (label, _) in enumerate(task.answers)}
    opinions = {label: _opinion(judge, task, marks[label], text) for label, text in task.answers}
    scores = {
        label: score_answer(marks[label], SeatId(marks[label]), task.kind, (opinions[label],), 1, len(text))
        for label, text in task.answers
    }
    measure = task.key_points if task.key_points or not task.reference else task.reference
    worth = {label: judge.score(task.question, measure, text, task.language) for label, text in task.answers}
    pairs = tuple(
        PairResult(first=one, second=other, verdict=_verdict(worth[one], worth[other]))
        for (one, _), (other, _) in itertools.combinations(task.answers, 2)
    )
    board = build_board(
        tuple(Contender(seat_id=SeatId(marks[label]), scores=(scores[label],)) for label in marks),
        tuple(
            Duel(first=SeatId(marks[p.first]), second=SeatId(marks[p.second]), verdict=p.verdict)
            for p in pairs
        ),
    )
    alike = _likenesses(task)
    return Evaluated(
        question=task.question,
        judge=HEURISTIC_FAMILY,
        answers=tuple(
            _result(task, label, opinions[label], scores[label], alike[label]) for label, _ in task.answers
        ),
        pairs=pairs,
        ranking=_ranking(board, {SeatId(mark): label for label, mark in marks.items()}),
        notice=disclaimer(task.language),
    )


def _opinion(judge: HeuristicJudge, task: Task, mark: TurnId, text: str) -> Evaluation:
    evaluation = judge.evaluate(
        turn_id=mark,
        judge_id=_JUDGE,
        question=task.question,
        key_points=task.key_points,
        answer=text,
        language=task.language,
        kind=task.kind,
        reference=task.reference,
    )
    return verify_evaluation(evaluation, text)


def _verdict(one: float, other: float) -> Verdict:
    if abs(one - other) <= EQUAL_WITHIN:
        return Verdict.TIE
    return Verdict.FIRST if one > other else Verdict.SECOND


def _likenesses(task: Task) -> dict[str, tuple[Likeness, ...]]:
    found: dict[str, list[Likeness]] = {label: [] for label, _ in task.answers}
    for (one, text), (other, other_text) in itertools.combinations(task.answers, 2):
        ratio = likeness(text, other_text, task.language)
        flagged = ratio >= threshold_for(min(len(text), len(other_text)))
        found[one].append(Likeness(label=other, ratio=ratio, flagged=flagged))
        found[other].append(Likeness(label=one, ratio=ratio, flagged=flagged))
    return {
        label: tuple(sorted(entries, key=lambda entry: (-entry.ratio, entry.label)))
        for label, entries in found.items()
    }


def _result(
    task: Task, label: str, opinion: Evaluation, score: AnswerScore, similar: tuple[Likeness, ...]
) -> AnswerResult:
    return AnswerResult(
        label=label,
        total=score.total,
        levels=tuple(
            CriterionResult(
                criterion=entry.criterion, level=int(entry.level), quote=entry.quote, reason=entry.reason
            )
            for entry in opinion.evidence
        ),
        missed_points=tuple(
            task.key_points[place] for place in opinion.missed_points if place < len(task.key_points)
        ),
        flags=opinion.flags,
        similar=similar,
    )


def _ranking(board: Board, labels: dict[SeatId, str]) -> tuple[Place, ...]:
    return tuple(
        Place(
            label=labels[row.seat_id],
            rank=row.rank,
            rank_best=row.rank_best,
            rank_worst=row.rank_worst,
            total=row.total,
            strength=row.strength,
        )
        for row in board.rows
    )
