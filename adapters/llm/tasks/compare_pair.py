"""Say which of two answers is better: asked in both orders, and a disagreement is a tie."""

from __future__ import annotations

from enum import Enum
from typing import Final

import attrs

from adapters.llm.asking import Account, Asked, Asking, NoModelAnswered, Prompt, Task
from adapters.llm.defences.fence import Fence, FreshToken, fresh_token
from adapters.llm.defences.tripwire import Reading, read
from adapters.llm.prompts.book import prompt_text
from adapters.llm.tasks.judging_prompt import numbered_points
from adapters.llm.tasks.provenances import combined, replies
from adapters.llm.tasks.side_by_side import side_by_side
from interview_engine.core.commands import ComparisonWritten
from interview_engine.core.effects import ComparePair
from interview_engine.ids import JudgeId, Millis
from interview_engine.scoring import Comparison, HeuristicJudge, Verdict

PANEL: Final = JudgeId("panel")
"""Comparisons are the panel's, not one interviewer's."""
TOKENS: Final = 600
FAR_APART: Final = 0.5
"""Heuristic quality, 0-1, by which a winner below the loser is not believed: two of four level steps."""


class Better(Enum):
    """Which of two answers, by the order in which they were shown."""

    FIRST = "first"
    SECOND = "second"
    TIE = "tie"


class Speaking(Enum):
    """Which of two answers speaks to the judge."""

    NONE = "none"
    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


@attrs.frozen(kw_only=True)
class Compared:
    """Two answers compared: the best words of each, the difference, the verdict."""

    first_quote: str
    second_quote: str
    reason: str
    verdict: Better
    speaks_to_judge: Speaking


_FORWARD: Final = {
    Better.FIRST: Verdict.FIRST,
    Better.SECOND: Verdict.SECOND,
    Better.TIE: Verdict.TIE,
}
_BACKWARD: Final = {
    Better.FIRST: Verdict.SECOND,
    Better.SECOND: Verdict.FIRST,
    Better.TIE: Verdict.TIE,
}


async def compare_pair(
    asking: Asking,
    effect: ComparePair,
    account: Account,
    now: Millis,
    *,
    token: FreshToken = fresh_token,
) -> ComparisonWritten:
    """Compare two answers in both orders.

    Answers that trip the wire are shown without the spans that did.

    Args:
        asking: Asks the models.
        effect: What is compared.
        account: Whose budgets pay.
        now: When the report is made.
        token: Makes each call's marks.

    Raises:
        NoModelAnswered: No model did, or only one that wrote one of the two answers did: it would favour its
        own.
    """
    first, second = read(effect.first_answer), read(effect.second_answer)
    forward, backward = await side_by_side(
        _ask(asking, effect, account, (first.clean, second.clean), token),
        _ask(asking, effect, account, (second.clean, first.clean), token),
    )
    for asked in (forward, backward):
        _refuse_own_family(effect, asked)
    comparison = Comparison(
        first=effect.first,
        second=effect.second,
        judge_id=PANEL,
        family=forward.provenance.family,
        forward=_FORWARD[forward.reply.verdict],
        backward=_BACKWARD[backward.reply.verdict],
    )
    suspects = _suspects(first, second, forward.reply, backward.reply)
    return ComparisonWritten(
        now=now,
        effect_id=effect.effect_id,
        comparison=_doubted(comparison, effect, (first.clean, second.clean), suspects),
        provenance=combined(forward.provenance, backward.provenance),
        reply=replies(forward, backward),
    )


async def _ask(
    asking: Asking, effect: ComparePair, account: Account, shown: tuple[str, str], token: FreshToken
) -> Asked[Compared]:
    text = prompt_text(Task.COMPARE, effect.language)
    fence = Fence(token())
    prompt = Prompt(
        version=text.version,
        stable=text.fill("stable"),
        room=text.fill("room", question=effect.question, points=numbered_points(effect.key_points, text)),
        turn=text.fill(
            "turn", first=fence.around("first", shown[0]), second=fence.around("second", shown[1])
        ),
        most_output_tokens=TOKENS,
    )
    return await asking.ask(
        Task.COMPARE,
        prompt,
        Compared,
        avoid=frozenset(effect.written_by) - {""},
        budget=account,
    )


def _refuse_own_family(effect: ComparePair, asked: Asked[Compared]) -> None:
    # Of two answers that one family wrote it can favour neither; of one of its own and another's, it can.
    one, other = effect.written_by
    if one != other and asked.provenance.family in effect.written_by:
        raise NoModelAnswered(Task.COMPARE, ("own_family",))


def _suspects(first: Reading, second: Reading, forward: Compared, backward: Compared) -> frozenset[Verdict]:
    """Return the answers that speak to the judge, by our reading or the judge's own, in either order."""
    found = set()
    told = forward.speaks_to_judge
    turned = backward.speaks_to_judge
    if first.tripped or told in (Speaking.FIRST, Speaking.BOTH) or turned in (Speaking.SECOND, Speaking.BOTH):
        found.add(Verdict.FIRST)
    if (
        second.tripped
        or told in (Speaking.SECOND, Speaking.BOTH)
        or turned in (Speaking.FIRST, Speaking.BOTH)
    ):
        found.add(Verdict.SECOND)
    return frozenset(found)


def _doubted(
    comparison: Comparison, effect: ComparePair, shown: tuple[str, str], suspects: frozenset[Verdict]
) -> Comparison:
    """Return the comparison, or a tie where the winner's text is suspect or stands far below the loser's."""
    winner = comparison.verdict
    if winner is Verdict.TIE:
        return comparison
    judge = HeuristicJudge()
    one, other = (
        judge.score(effect.question, effect.key_points, text, effect.language, effect.kind) for text in shown
    )
    ahead = one - other if winner is Verdict.FIRST else other - one
    if ahead <= -FAR_APART or (winner in suspects and ahead <= 0.0):
        return attrs.evolve(comparison, forward=Verdict.TIE, backward=Verdict.TIE)
    return comparison
