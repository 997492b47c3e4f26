"""Level one answer: evidence, reason, level; verified, and read again where something is strange."""

from __future__ import annotations

import re
from typing import Final

import attrs

from adapters.llm.asking import Account, Asked, Asking, NoModelAnswered, Task
from adapters.llm.defences.fence import Fence, FreshToken, fresh_token
from adapters.llm.defences.tripwire import Reading, read
from adapters.llm.tasks.grounded import grounded
from adapters.llm.tasks.judged import Judged, evaluation_of, refuse_invented
from adapters.llm.tasks.judging_prompt import judging_prompt
from adapters.llm.tasks.provenances import combined, replies
from adapters.llm.tasks.readings import (
    DOUBTED,
    INJECTION,
    JUDGES_APART,
    READ_TWICE,
    distance,
    flagged,
    held_down,
    lower,
    stands_out,
)
from adapters.llm.tasks.side_by_side import side_by_side
from interview_engine.core.commands import EvaluationWritten
from interview_engine.core.effects import JudgeAnswer
from interview_engine.ids import JudgeId, Millis, SeatId
from interview_engine.scoring import Evaluation, HeuristicJudge, verify_evaluation

_LATER_SEAT: Final = re.compile(r"panel-(?:[2-9]|\d{2,})")
_LETTERS: Final = re.compile(r"[^\W_]{2}")


async def judge_answer(
    asking: Asking,
    effect: JudgeAnswer,
    account: Account,
    now: Millis,
    *,
    token: FreshToken = fresh_token,
) -> EvaluationWritten:
    """Judge one answer.

    Args:
        asking: Asks the models.
        effect: What is judged.
        account: Whose budgets pay.
        now: When the report is made.
        token: Makes each call's marks.

    Raises:
        NoModelAnswered: No model did, only the family that wrote the answer could where another is needed,
            or there is nothing in the answer that a model could judge: the caller goes offline.
    """
    reading = read(effect.answer)
    if not _LETTERS.search(reading.clean):
        raise NoModelAnswered(Task.JUDGE, ("nothing_to_judge",))
    shown = (reading.whole, *_second_text(effect, reading)) if reading.tripped else (reading.whole,)
    asked = await side_by_side(*(_ask(asking, effect, account, text, token) for text in shown))
    heuristic = heuristic_reading(effect, reading)
    found = [verified(effect, reading, one) for one in asked]
    if not reading.tripped and is_too_high(effect, reading, found[0], heuristic):
        for text in _second_text(effect, reading):
            again = await _ask(asking, effect, account, text, token)
            asked.append(again)
            found.append(verified(effect, reading, again))
        found[0] = flagged(found[0], READ_TWICE)
    return EvaluationWritten(
        now=now,
        effect_id=effect.effect_id,
        evaluation=settled(effect, reading, found, heuristic),
        provenance=combined(*(one.provenance for one in asked)),
        reply=replies(*asked),
    )


def needs_another_family(judge: SeatId) -> bool:
    """Return whether this interviewer must be of another family than the answer's writer.

    The panel's first seat must, so that no answer is judged by its own family alone even where a single
    family is configured; the others only prefer it. One rule per seat keeps the panel's median the same
    yardstick for all.

    Args:
        judge: The interviewer's seat.
    """
    return _LATER_SEAT.fullmatch(judge) is None


def _second_text(effect: JudgeAnswer, reading: Reading) -> tuple[str, ...]:
    """Return what a second reading sees, or nothing when nothing is left.

    It leaves out what is asked of the reader; where no span is known to be to blame, also what has no tie to
    the question.
    """
    text = reading.sober
    if not reading.tripped:
        text = grounded(text, effect.question, effect.key_points, effect.language)
    return (text,) if _LETTERS.search(text) else ()


def is_too_high(effect: JudgeAnswer, reading: Reading, found: Evaluation, heuristic: Evaluation) -> bool:
    """Return whether levels stand higher than the answer's content explains, and ask for a second look.

    Args:
        effect: What is judged.
        reading: Its answer, read.
        found: A judge's verified evidence.
        heuristic: The heuristic judge's evidence on the clean text.
    """
    if stands_out(found, heuristic):
        return True
    return reading.doubtful and distance(found, heuristic, effect.kind) >= DOUBTED


def heuristic_reading(effect: JudgeAnswer, reading: Reading) -> Evaluation:
    """Return what the heuristic judge makes of the clean text.

    Args:
        effect: What is judged.
        reading: Its answer, read.
    """
    return HeuristicJudge(effect.interviewer.severity).evaluate(
        turn_id=effect.turn_id,
        judge_id=JudgeId(effect.judge),
        question=effect.question,
        key_points=effect.key_points,
        answer=reading.clean,
        language=effect.language,
        kind=effect.kind,
    )


def verified(effect: JudgeAnswer, reading: Reading, asked: Asked[Judged]) -> Evaluation:
    """Return a reply as verified evidence: quotes from what was left out count no more than invented ones.

    Args:
        effect: What is judged.
        reading: Its answer, read.
        asked: The reply.
    """
    found = evaluation_of(
        asked.reply,
        effect.turn_id,
        JudgeId(effect.judge),
        asked.provenance.family,
        len(effect.key_points),
    )
    checked = verify_evaluation(found, reading.clean)
    return flagged(checked, INJECTION) if asked.reply.speaks_to_judge or reading.tripped else checked


def settled(
    effect: JudgeAnswer, reading: Reading, found: list[Evaluation], heuristic: Evaluation
) -> Evaluation:
    """Return one evaluation from all readings of an answer.

    Args:
        effect: What is judged.
        reading: Its answer, read.
        found: Verified readings, the whole text's first.
        heuristic: The heuristic judge's evidence on the clean text.
    """
    result = found[0]
    for other in found[1:]:
        result = flagged(lower(result, other), *other.flags)
    unread = READ_TWICE in result.flags and not _second_text(effect, reading)
    if reading.tripped or unread or INJECTION in result.flags:
        result = held_down(result, heuristic)
    if stands_out(result, heuristic) or stands_out(heuristic, result):
        result = flagged(result, JUDGES_APART)
    return attrs.evolve(result, flags=tuple(sorted(result.flags)))


async def _ask(
    asking: Asking, effect: JudgeAnswer, account: Account, text: str, token: FreshToken
) -> Asked[Judged]:
    return await asking.ask(
        Task.JUDGE,
        judging_prompt(effect, text, Fence(token())),
        Judged,
        check=lambda reply: refuse_invented(reply, text),
        avoid=frozenset({effect.written_by} - {""}),
        only_others=needs_another_family(effect.judge),
        budget=account,
    )
