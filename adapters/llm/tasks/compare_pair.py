"""Say which of two answers is better: asked in both orders, and a disagreement is a tie."""

from __future__ import annotations

from enum import Enum
from typing import Final

import attrs

from adapters.llm.asking import Account, Asked, Asking, Prompt, Task
from adapters.llm.defences.fence import Fence, FreshToken, fresh_token
from adapters.llm.defences.tripwire import Reading, read
from adapters.llm.prompts.book import prompt_text
from adapters.llm.tasks.grounded import grounded
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
BEHIND: Final = 0.08
"""Heuristic quality, 0-1, by which a winner stands below the loser that the pair is compared again."""


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

    Both are shown without what gives orders, and without what asks something of the reader: of a pair there
    is no second reading.

    Args:
        asking: Asks the models.
        effect: What is compared.
        account: Whose budgets pay.
        now: When the report is made.
        token: Makes each call's marks.

    Raises:
        NoModelAnswered: No model did, or only a family could that wrote one of the two answers.
    """
    first, second = read(effect.first_answer), read(effect.second_answer)
    asked = await _both_orders(asking, effect, account, (first.sober, second.sober), token)
    verdicts = _verdicts(asked)
    suspects = _suspects(first, second, *(one.reply for one in asked))
    told = (_grounded(first.sober, effect), _grounded(second.sober, effect))
    if _is_doubted(verdicts, effect, (first.sober, second.sober), told, suspects):
        again = await _both_orders(asking, effect, account, told, token)
        # The lower of two readings for the winner is the second one, whatever it says.
        verdicts = _verdicts(again)
        asked += again
    comparison = Comparison(
        first=effect.first,
        second=effect.second,
        judge_id=PANEL,
        family=asked[0].provenance.family,
        forward=verdicts[0],
        backward=verdicts[1],
    )
    return ComparisonWritten(
        now=now,
        effect_id=effect.effect_id,
        comparison=comparison,
        provenance=combined(*(one.provenance for one in asked)),
        reply=replies(*asked),
    )


async def _both_orders(
    asking: Asking, effect: ComparePair, account: Account, texts: tuple[str, str], token: FreshToken
) -> list[Asked[Compared]]:
    return await side_by_side(
        _ask(asking, effect, account, texts, token),
        _ask(asking, effect, account, (texts[1], texts[0]), token),
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
        only_others=True,
        budget=account,
    )


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


def _verdicts(asked: list[Asked[Compared]]) -> tuple[Verdict, Verdict]:
    """Return the verdicts of both orders, the second turned back."""
    return _FORWARD[asked[0].reply.verdict], _BACKWARD[asked[1].reply.verdict]


def _is_doubted(
    verdicts: tuple[Verdict, Verdict],
    effect: ComparePair,
    shown: tuple[str, str],
    told: tuple[str, str],
    suspects: frozenset[Verdict],
) -> bool:
    """Return whether both orders name a winner whom the heuristic judge sees behind."""
    winner = verdicts[0]
    if winner is not verdicts[1] or winner is Verdict.TIE:
        return False
    judge = HeuristicJudge()
    one, other = (
        judge.score(effect.question, effect.key_points, text, effect.language, effect.kind) for text in told
    )
    ahead = one - other if winner is Verdict.FIRST else other - one
    place = 0 if winner is Verdict.FIRST else 1
    strays = len(told[place].split()) < len(shown[place].split())
    return ahead <= -BEHIND or (ahead <= 0.0 and (strays or winner in suspects))


def _grounded(text: str, effect: ComparePair) -> str:
    return grounded(text, effect.question, effect.key_points, effect.language)
