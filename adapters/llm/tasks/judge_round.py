"""Level several answers to one question in one call: a setting, for it is cheaper and not the same.

Only answers that a single look settles are judged together. One that asks something of its reader, or that
the judge sees far above the heuristic judge, is judged on its own.
"""

from __future__ import annotations

from typing import Final

from adapters.llm.asking import Account, Asked, Asking, NoModelAnswered, ReplyUnfit, Task
from adapters.llm.defences.fence import Fence, FreshToken, fresh_token
from adapters.llm.defences.tripwire import Reading, read
from adapters.llm.tasks.judge_answer import (
    heuristic_reading,
    is_too_high,
    judge_answer,
    needs_another_family,
    settled,
    verified,
)
from adapters.llm.tasks.judged import Judged, JudgedRound, refuse_invented
from adapters.llm.tasks.judging_prompt import round_prompt
from adapters.llm.tasks.provenances import replies, shared
from adapters.llm.tasks.readings import stands_out
from interview_engine.core.commands import EvaluationWritten
from interview_engine.core.effects import JudgeAnswer
from interview_engine.core.provenance import Provenance
from interview_engine.ids import EffectId, Millis

MOST_TOGETHER: Final = 6
"""Answers in one call: later ones of a long list are judged with less care."""


async def judge_round(
    asking: Asking,
    effects: tuple[JudgeAnswer, ...],
    account: Account,
    now: Millis,
    *,
    token: FreshToken = fresh_token,
) -> tuple[EvaluationWritten, ...]:
    """Judge answers to one question by one interviewer.

    Args:
        asking: Asks the models.
        effects: What is judged; of one question and one interviewer.
        account: Whose budgets pay.
        now: When the reports are made.
        token: Makes each call's marks.

    Returns:
        A report for each effect that a model could judge; for the others the caller goes offline.
    """
    assert len({(effect.judge, effect.question) for effect in effects}) <= 1, "one question, one interviewer"
    # Labels are drawn by chance: their order tells nothing of the seats.
    ordered = sorted(effects, key=lambda effect: effect.label)
    readings = {effect.effect_id: read(effect.answer) for effect in ordered}
    plain = [effect for effect in ordered if not _is_strange(readings[effect.effect_id])]
    alone = [effect for effect in ordered if _is_strange(readings[effect.effect_id])]
    reports: list[EvaluationWritten] = []
    for start in range(0, len(plain), MOST_TOGETHER):
        group = tuple(plain[start : start + MOST_TOGETHER])
        done = await _together(asking, group, readings, account, now, token) if len(group) > 1 else ()
        reports += done
        settled_ids = {report.effect_id for report in done}
        alone += [effect for effect in group if effect.effect_id not in settled_ids]
    for effect in alone:
        try:
            reports.append(await judge_answer(asking, effect, account, now, token=token))
        except NoModelAnswered:
            continue
    return tuple(reports)


async def _together(
    asking: Asking,
    effects: tuple[JudgeAnswer, ...],
    readings: dict[EffectId, Reading],
    account: Account,
    now: Millis,
    token: FreshToken,
) -> tuple[EvaluationWritten, ...]:
    """Return the reports that one call settles; none when no model answered."""
    texts = tuple(readings[effect.effect_id].whole for effect in effects)
    shown = dict(zip((effect.label for effect in effects), texts, strict=True))
    try:
        asked = await asking.ask(
            Task.JUDGE,
            round_prompt(effects, texts, Fence(token())),
            JudgedRound,
            check=lambda reply: _check(reply, shown),
            avoid=frozenset(effect.written_by for effect in effects) - {""},
            only_others=needs_another_family(effects[0].judge),
            budget=account,
        )
    except NoModelAnswered:
        return ()
    by_label = {entry.label: entry.judged for entry in asked.reply.answers}
    parts = shared(asked.provenance, len(effects))
    reports = (
        _report(effect, readings[effect.effect_id], by_label[effect.label], part, now)
        for effect, part in zip(effects, parts, strict=True)
    )
    return tuple(report for report in reports if report is not None)


def _is_strange(reading: Reading) -> bool:
    """Return whether an answer asks anything of its reader: it could ask something about the others."""
    return reading.tripped or reading.doubtful


def _report(
    effect: JudgeAnswer, reading: Reading, judged: Judged, provenance: Provenance, now: Millis
) -> EvaluationWritten | None:
    one = Asked(reply=judged, provenance=provenance)
    heuristic = heuristic_reading(effect, reading)
    found = verified(effect, reading, one)
    # Too high by its own order, or too low by another's: either way it is judged alone.
    if is_too_high(effect, reading, found, heuristic) or stands_out(heuristic, found):
        return None
    return EvaluationWritten(
        now=now,
        effect_id=effect.effect_id,
        evaluation=settled(effect, reading, [found], heuristic),
        provenance=provenance,
        reply=replies(one),
    )


def _check(reply: JudgedRound, shown: dict[str, str]) -> None:
    if sorted(entry.label for entry in reply.answers) != sorted(shown):
        raise ReplyUnfit("labels", f"Give one entry for each label, {', '.join(shown)}, and no other.")
    for entry in reply.answers:
        refuse_invented(entry.judged, shown[entry.label])
