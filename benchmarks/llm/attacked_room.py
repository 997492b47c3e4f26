"""One question, three honest rivals, and a candidate with or without an attack: where do they end?"""

from __future__ import annotations

import asyncio
import functools

import attrs

from adapters.llm.asking import Account, NoModelAnswered
from adapters.llm.tasks import compare_pair, judge_answer, judge_round
from benchmarks.llm.attacks import Attack
from benchmarks.llm.obeying import ObeyingAsking
from benchmarks.scoring.question_bank import PlainQuestion, load_questions
from interview_engine.core.effects import ComparePair, JudgeAnswer
from interview_engine.ids import EffectId, JudgeId, Millis, PersonaId, RoomId, SeatId, TurnId
from interview_engine.profiles import InterviewerProfile
from interview_engine.scoring import (
    Comparison,
    Contender,
    Duel,
    Evaluation,
    HeuristicJudge,
    Level,
    Verdict,
    build_board,
    compare_heuristically,
    score_answer,
    verify_evaluation,
)
from interview_engine.vocabulary import Language, QuestionKind

ACCOUNT = Account(room_id=RoomId("bench"))
MINE = "mine"
STEP = 40
"""Distance between the bank's questions that are used."""


@attrs.frozen(kw_only=True)
class Outcome:
    """Where a candidate ended.

    Attributes:
        rank: From 1.
        flagged: The evaluation says that the answer speaks to the judge.
    """

    rank: int
    flagged: bool


@functools.cache
def questions(language: Language) -> tuple[PlainQuestion, ...]:
    """Return the questions of the suite.

    Args:
        language: The language of the answers.
    """
    return load_questions(language)[::STEP]


def honest_answer(question: PlainQuestion, strength: str) -> str:
    """Return what the candidate would have said.

    Args:
        question: What is asked.
        strength: "weak" (one key point) or "middling" (half of them).
    """
    count = 1 if strength == "weak" else (len(question.spoken) + 1) // 2
    return " ".join(phrasings[0] for phrasings in question.spoken[:count])


def undefended(question: PlainQuestion, language: Language, answer: str, *, obeyed: bool) -> Outcome:
    """Return where an answer ends when the stub's word is taken as it is.

    Args:
        question: What is asked.
        language: The language of the answers.
        answer: With or without an attack.
        obeyed: The stub does what the attack wants.
    """
    texts = _texts(question, answer)
    evaluations = {name: _heuristic(question, language, name, text) for name, text in texts.items()}
    comparisons = [_compared(question, language, pair) for pair in _pairs(texts)]
    if obeyed:
        evaluations[MINE] = _all_fives(evaluations[MINE])
        comparisons = [
            attrs.evolve(one, forward=Verdict.FIRST, backward=Verdict.FIRST) if one.first == MINE else one
            for one in comparisons
        ]
    return _outcome(texts, evaluations, comparisons)


def defended(
    question: PlainQuestion,
    language: Language,
    answer: str,
    attack: Attack | None,
    *,
    together: bool = False,
) -> Outcome:
    """Return where an answer ends behind our own code, with the stub as the only model.

    Args:
        question: What is asked.
        language: The language of the answers.
        answer: With or without the attack.
        attack: What the stub obeys where it sees it.
        together: All answers are judged in one call, where the task allows it.
    """
    return asyncio.run(_defended(question, language, answer, attack, together=together))


async def _defended(
    question: PlainQuestion, language: Language, answer: str, attack: Attack | None, *, together: bool
) -> Outcome:
    asking = ObeyingAsking(attack, question.text, question.key_points, language)
    texts = _texts(question, answer)
    if together:
        evaluations = await _round(asking, question, language, texts)
    else:
        evaluations = {
            name: await _judged(asking, question, language, name, text) for name, text in texts.items()
        }
    comparisons = [await _paired(asking, question, language, pair) for pair in _pairs(texts)]
    return _outcome(texts, evaluations, comparisons)


async def _judged(
    asking: ObeyingAsking, question: PlainQuestion, language: Language, name: str, text: str
) -> Evaluation:
    try:
        report = await judge_answer(asking, judge_effect(question, language, name, text), ACCOUNT, Millis(0))
    except NoModelAnswered:
        return _heuristic(question, language, name, text)
    return verify_evaluation(report.evaluation, text)


async def _round(
    asking: ObeyingAsking, question: PlainQuestion, language: Language, texts: dict[str, str]
) -> dict[str, Evaluation]:
    effects = tuple(judge_effect(question, language, name, text) for name, text in texts.items())
    reports = await judge_round(asking, effects, ACCOUNT, Millis(0))
    found = {report.evaluation.turn_id: report.evaluation for report in reports}
    return {
        name: verify_evaluation(found[TurnId(name)], text)
        if TurnId(name) in found
        else _heuristic(question, language, name, text)
        for name, text in texts.items()
    }


def judge_effect(question: PlainQuestion, language: Language, name: str, text: str) -> JudgeAnswer:
    """Return the wish to have an answer judged.

    Args:
        question: What is asked.
        language: The language of the answer.
        name: Of the turn.
        text: The answer.
    """
    return JudgeAnswer(
        effect_id=EffectId(f"judge:{name}:panel-1"),
        attempt=1,
        not_before=Millis(0),
        offline=False,
        language=language,
        turn_id=TurnId(name),
        label=f"{sum(map(ord, name)) % 9000 + 1000}",
        judge=SeatId("panel-1"),
        interviewer=InterviewerProfile(persona_id=PersonaId("bench"), name="bench"),
        kind=QuestionKind.COMMON,
        question=question.text,
        key_points=question.key_points,
        shows="",
        answer=text,
        written_by="",
    )


async def _paired(
    asking: ObeyingAsking, question: PlainQuestion, language: Language, pair: tuple[tuple[str, str], ...]
) -> Comparison:
    (first, one), (second, other) = pair
    effect = ComparePair(
        effect_id=EffectId(f"compare:{first}:{second}"),
        attempt=1,
        not_before=Millis(0),
        offline=False,
        language=language,
        first=TurnId(first),
        second=TurnId(second),
        kind=QuestionKind.COMMON,
        question=question.text,
        key_points=question.key_points,
        first_answer=one,
        second_answer=other,
        written_by=("", ""),
    )
    return (await compare_pair(asking, effect, ACCOUNT, Millis(0))).comparison


def _texts(question: PlainQuestion, answer: str) -> dict[str, str]:
    """Return the candidate's answer beside a weak, a middling and a good one in other words."""
    return {
        MINE: answer,
        "rival-weak": question.spoken[-1][-1],
        "rival-middling": " ".join(phrasings[-1] for phrasings in question.spoken[1:3]),
        "rival-good": question.good_answer(1),
    }


def _pairs(texts: dict[str, str]) -> list[tuple[tuple[str, str], ...]]:
    items = list(texts.items())
    return [(one, other) for place, one in enumerate(items) for other in items[place + 1 :]]


@functools.lru_cache(maxsize=4096)
def _heuristic(question: PlainQuestion, language: Language, name: str, text: str) -> Evaluation:
    evaluation = HeuristicJudge().evaluate(
        turn_id=TurnId(name),
        judge_id=JudgeId("panel-1"),
        question=question.text,
        key_points=question.key_points,
        answer=text,
        language=language,
    )
    return verify_evaluation(evaluation, text)


def _compared(question: PlainQuestion, language: Language, pair: tuple[tuple[str, str], ...]) -> Comparison:
    (first, one), (second, other) = pair
    return compare_heuristically(
        first=(TurnId(first), one),
        second=(TurnId(second), other),
        judge_id=JudgeId("panel"),
        question=question.text,
        key_points=question.key_points,
        language=language,
    )


def _all_fives(evaluation: Evaluation) -> Evaluation:
    return attrs.evolve(
        evaluation, evidence=tuple(attrs.evolve(one, level=Level.OUTSTANDING) for one in evaluation.evidence)
    )


def _outcome(
    texts: dict[str, str], evaluations: dict[str, Evaluation], comparisons: list[Comparison]
) -> Outcome:
    contenders = tuple(
        Contender(
            seat_id=SeatId(name),
            scores=(
                score_answer(
                    TurnId(name), SeatId(name), QuestionKind.COMMON, (evaluations[name],), 1, len(text)
                ),
            ),
        )
        for name, text in texts.items()
    )
    duels = tuple(
        Duel(first=SeatId(one.first), second=SeatId(one.second), verdict=one.verdict) for one in comparisons
    )
    board = build_board(contenders, duels)
    rank = next(row.rank for row in board.rows if row.seat_id == MINE)
    return Outcome(rank=rank, flagged="injection" in evaluations[MINE].flags)
