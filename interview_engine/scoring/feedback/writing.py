"""Feedback from evidence: what was strong, what costs most, one drill, and the rival just above."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from interview_engine.scoring.anchors import criterion_name
from interview_engine.scoring.disclaimer import disclaimer
from interview_engine.scoring.feedback.evidence import Feedback, FeedbackEvidence, FeedbackPoint
from interview_engine.scoring.feedback.findings import Finding, Findings, findings
from interview_engine.scoring.feedback.phrases_en import ENGLISH
from interview_engine.scoring.feedback.phrases_ko import KOREAN
from interview_engine.scoring.plain_text import plain_text
from interview_engine.scoring.rubric import Criterion
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from interview_engine.scoring.feedback.evidence import RivalEvidence
    from interview_engine.scoring.feedback.phrasebook import Phrasebook

_STRONG_FROM = 3.0
"""Mean level from which praise is unreserved."""
_QUOTABLE_FROM = 2.0
"""Mean level from which a quotation as an example of strength doesn't sound like mockery."""
_SHORTEST_QUOTE = 12
"""Characters that a quotation has at least: a greeting proves nothing."""
_LOW_BELOW = 2.5
"""Mean level below which an obstacle is a lack, above which it is a next step."""
_IMPRESSION_STEPS = (25.0, 50.0, 75.0)
_TELLING_GAP = 0.2
"""Difference of mean levels that is worth telling."""
_LONGEST_QUESTION = 60


def write_feedback(evidence: FeedbackEvidence, language: Language) -> Feedback:
    """Write one candidate's feedback.

    The wording depends on the criterion, the level and the candidate, so that two candidates don't read
    the same text; the same evidence always gives the same text.

    Args:
        evidence: The candidate's turns, place and the rival above.
        language: The language to write in.

    Returns:
        The feedback; every quotation is verbatim in one of the answers after `plain_text`.
    """
    book = KOREAN if language is Language.KO else ENGLISH
    found = findings(evidence.turns)
    return Feedback(
        seat_id=evidence.seat_id,
        summary=_summary(evidence, found, book),
        strength=_strength(found.strongest, evidence, book),
        obstacle=_obstacle(found, evidence, book),
        drill=_drill(found, evidence, book),
        rival=_rival(evidence, found, book, language),
        missed=found.missed,
        notice=disclaimer(language),
    )


def _summary(evidence: FeedbackEvidence, found: Findings, book: Phrasebook) -> str:
    if found.total is None:
        return book.unscored
    template = book.ranked if evidence.rank else book.unranked
    place = template.format(rank=evidence.rank, candidates=evidence.candidates, total=f"{found.total:.1f}")
    impression = book.impressions[sum(found.total >= step for step in _IMPRESSION_STEPS)]
    return f"{place} {impression}"


def _strength(finding: Finding | None, evidence: FeedbackEvidence, book: Phrasebook) -> FeedbackPoint | None:
    if finding is None:
        return None
    phrases = book.strong if finding.level >= _STRONG_FROM else book.modest
    text = _pick(phrases[finding.criterion], evidence, "strength")
    quote = finding.quote if finding.level >= _QUOTABLE_FROM and len(finding.quote) >= _SHORTEST_QUOTE else ""
    if quote:
        text += book.quoted_strength.format(quote=quote)
    return FeedbackPoint(criterion=finding.criterion, text=text, quote=quote, turn_id=finding.turn.turn_id)


def _obstacle(found: Findings, evidence: FeedbackEvidence, book: Phrasebook) -> FeedbackPoint:
    finding = found.weakest
    if finding is None:
        text = book.unanswered.format(count=found.unanswered) if found.unanswered else book.nothing_scored
        return FeedbackPoint(criterion=None, text=text)
    phrases = book.low_obstacles if finding.level < _LOW_BELOW else book.high_obstacles
    text = _pick(phrases[finding.criterion], evidence, "obstacle")
    # The same sentence as praise and as reproach would be hard to take.
    quote = "" if found.strongest is not None and finding.quote == found.strongest.quote else finding.quote
    if len(quote) >= _SHORTEST_QUOTE:
        text += book.quoted_obstacle.format(quote=quote)
    else:
        quote = ""
    text += book.asked.format(question=_shortened(finding.turn.question))
    return FeedbackPoint(criterion=finding.criterion, text=text, quote=quote, turn_id=finding.turn.turn_id)


def _drill(found: Findings, evidence: FeedbackEvidence, book: Phrasebook) -> str:
    if found.weakest is not None:
        template = _pick(book.drills[found.weakest.criterion], evidence, "drill")
        return template.format(question=_shortened(found.weakest.turn.question))
    silent = [turn for turn in evidence.turns if turn.score is not None and turn.score.floored]
    if silent:
        return book.drill_for_silence.format(question=_shortened(silent[0].question))
    return book.drill_for_nothing


def _rival(evidence: FeedbackEvidence, found: Findings, book: Phrasebook, language: Language) -> str:
    rival = evidence.rival
    if rival is None:
        return book.first_place if evidence.rank == 1 else book.no_board
    gaps = _gaps(rival, found)
    worst = max(gaps, key=lambda gap: gap[0], default=None)
    best = min(gaps, key=lambda gap: gap[0], default=None)
    if worst is None or worst[0] < _TELLING_GAP:
        text = book.rival_even.format(rank=rival.rank, name=rival.name)
    else:
        text = _gap_text(book.rival_ahead, worst, rival, language)
    if best is not None and best[0] <= -_TELLING_GAP:
        text += _gap_text(book.rival_behind, best, rival, language)
    if found.total is not None and rival.total is not None:
        text += book.rival_points.format(gap=f"{abs(rival.total - found.total):.1f}")
    return text


_Gap = tuple[float, Criterion, float, float]
"""How far the rival is ahead, the criterion, the candidate's level and the rival's."""


def _gaps(rival: RivalEvidence, found: Findings) -> list[_Gap]:
    return [
        (round(theirs - mine, 2), criterion, mine, theirs)
        for criterion, mine, theirs in zip(Criterion, found.levels, rival.levels, strict=False)
        if mine and theirs
    ]


def _gap_text(template: str, gap: _Gap, rival: RivalEvidence, language: Language) -> str:
    _, criterion, mine, theirs = gap
    return template.format(
        rank=rival.rank,
        name=rival.name,
        criterion=criterion_name(criterion, language),
        mine=f"{mine:.1f}",
        theirs=f"{theirs:.1f}",
    )


def _pick(phrases: tuple[str, ...], evidence: FeedbackEvidence, purpose: str) -> str:
    """Choose a phrasing by the candidate's seat and place: neighbours in one room differ where they can."""
    key = zlib.crc32(f"{purpose}:{evidence.seat_id}".encode())
    return phrases[(key + evidence.rank) % len(phrases)]


def _shortened(question: str) -> str:
    text = plain_text(question)
    if len(text) <= _LONGEST_QUESTION:
        return text
    head, _, _ = text[:_LONGEST_QUESTION].rpartition(" ")
    return f"{head or text[:_LONGEST_QUESTION]}…"
