"""Write one person's feedback: the evidence decides what is said, the model only how.

Place, total, criteria, missed points and the disclaimer are our code's. Every quotation must stand in the
person's answers and every figure in the evidence, or the reply is refused.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from adapters.llm.asking import Account, Asking, ReplyUnfit, Task
from adapters.llm.defences.blind_interview import background_in
from adapters.llm.defences.fence import Fence, FreshToken, fresh_token
from adapters.llm.defences.leaking import recites
from adapters.llm.defences.quoting import invented_quotations, stands_in
from adapters.llm.prompts.book import prompt_text
from adapters.llm.tasks.feedback_prompt import feedback_prompt
from adapters.llm.tasks.provenances import replies
from adapters.llm.tasks.speech_text import in_language, spoken_text
from interview_engine.core.commands import FeedbackWritten
from interview_engine.core.effects import WriteFeedback
from interview_engine.ids import Millis
from interview_engine.scoring import FeedbackEvidence, FeedbackPoint
from interview_engine.scoring import write_feedback as write_offline
from interview_engine.scoring.feedback.findings import Findings, findings
from interview_engine.scoring.plain_text import plain_text
from interview_engine.vocabulary import Language

_LONGEST: Final = {Language.KO: 500, Language.EN: 1_000}
"""Characters of one field."""
_FORECAST: Final = re.compile(
    r"(?:불)?합격(?:하|할|입|이|권|선|을|점|가능)|채용(?:될|되실|할 것|가능성)|뽑힐|탈락(?:할|하실|입|이)"
    r"|\b(?:would|will|likely to|sure to|going to) (?:be hired|pass|fail|get (?:the job|an offer|hired)"
    r"|be rejected)\b"
    r"|\bjob offer\b|\bhiring decision\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SMALL: Final = frozenset(str(number) for number in range(61))
"""Figures of exercises: minutes, times, sentences."""


@attrs.frozen(kw_only=True)
class Coaching:
    """The wording of one candidate's feedback."""

    impression: str
    strength: str
    strength_quote: str
    obstacle: str
    obstacle_quote: str
    drill: str
    rival: str


async def write_feedback(
    asking: Asking,
    effect: WriteFeedback,
    account: Account,
    now: Millis,
    *,
    token: FreshToken = fresh_token,
) -> FeedbackWritten:
    """Write one person's feedback.

    Args:
        asking: Asks the models.
        effect: The evidence.
        account: Whose budgets pay.
        now: When the report is made.
        token: Makes the call's marks.

    Raises:
        NoModelAnswered: No model gave fit feedback in time: the caller goes offline.
    """
    found = findings(effect.evidence.turns)
    asked = await asking.ask(
        Task.FEEDBACK,
        feedback_prompt(effect.evidence, found, effect.language, Fence(token())),
        Coaching,
        check=lambda reply: check_coaching(reply, effect.evidence, found, effect.language),
        budget=account,
    )
    offline = write_offline(effect.evidence, effect.language)
    coaching = attrs.evolve(
        asked.reply, **{name: spoken_text(text) for name, text in attrs.asdict(asked.reply).items()}
    )
    strength = None
    if offline.strength is not None and coaching.strength:
        strength = _point(offline.strength, coaching.strength, coaching.strength_quote, effect.evidence)
    return FeedbackWritten(
        now=now,
        effect_id=effect.effect_id,
        feedback=attrs.evolve(
            offline,
            summary=_summary(offline.summary, coaching.impression),
            strength=strength or offline.strength,
            obstacle=_point(offline.obstacle, coaching.obstacle, coaching.obstacle_quote, effect.evidence),
            drill=coaching.drill,
            rival=coaching.rival if effect.evidence.rival and coaching.rival else offline.rival,
        ),
        provenance=asked.provenance,
        reply=replies(asked),
    )


def check_coaching(
    coaching: Coaching, evidence: FeedbackEvidence, found: Findings, language: Language
) -> None:
    """Refuse wording that goes beyond the evidence.

    Args:
        coaching: What the model wrote.
        evidence: What is known of the candidate.
        found: What it says, in figures.
        language: The room's language.

    Raises:
        ReplyUnfit: With the reason, and advice.
    """
    fields: dict[str, str] = attrs.asdict(coaching)
    quotes = {name: fields.pop(name) for name in ("strength_quote", "obstacle_quote")}
    texts = [text for text in fields.values() if text.strip()]
    whole = "\n".join(texts)
    if not coaching.impression.strip() or not coaching.drill.strip() or not coaching.obstacle.strip():
        raise ReplyUnfit("incomplete", "Fill in impression, obstacle and drill.")
    if any(len(text) > _LONGEST[language] for text in texts):
        raise ReplyUnfit("length", f"Keep every field below {_LONGEST[language]} characters.")
    if not all(in_language(text, language) for text in texts):
        raise ReplyUnfit("other_language", f"Write in the language {language.value!r} only.")
    said = tuple(turn.answer for turn in evidence.turns)
    known = (
        *said,
        *(turn.question for turn in evidence.turns),
        *(p for t in evidence.turns for p in t.key_points),
    )
    if any(quote.strip() and not stands_in(quote, said) for quote in quotes.values()):
        raise ReplyUnfit("quotes_invented", "Copy each quote exactly from one of the candidate's answers.")
    if invented_quotations(whole, known):
        raise ReplyUnfit("quotes_invented", "Put only the candidate's exact words into quotation marks.")
    if _FORECAST.search(whole):
        raise ReplyUnfit("forecast", "Say nothing about passing, failing or being hired.")
    if background_in(whole):
        raise ReplyUnfit("not_blind", "Say nothing about school, region, age or family.")
    if recites(whole, prompt_text(Task.FEEDBACK, language).parts["stable"]):
        raise ReplyUnfit("recites_instructions", "Write only what the coach says to the candidate.")
    figures = _figures((*known, *_levels(found, evidence)))
    if not set(_FIGURE.findall(whole)) <= figures | _SMALL:
        raise ReplyUnfit("figures_invented", "Use no figures that the evidence doesn't hold.")


def _point(offline: FeedbackPoint, text: str, quote: str, evidence: FeedbackEvidence) -> FeedbackPoint:
    """Return a point in the model's words; its quote names the turn that it comes from."""
    folded = plain_text(quote)
    turn = next((turn for turn in evidence.turns if folded and stands_in(folded, (turn.answer,))), None)
    if turn is None:
        return attrs.evolve(offline, text=text, quote="")
    return attrs.evolve(offline, text=text, quote=folded, turn_id=turn.turn_id)


def _summary(offline: str, impression: str) -> str:
    """Return our own sentence on place and total, and the model's impression."""
    place, _, _ = offline.partition(". ")
    return f"{place.removesuffix('.')}. {impression}"


def _figures(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(figure for text in texts for figure in _FIGURE.findall(plain_text(text)))


def _levels(found: Findings, evidence: FeedbackEvidence) -> tuple[str, ...]:
    rival = evidence.rival.levels if evidence.rival else ()
    own = tuple(level for turn in evidence.turns if turn.score for level in turn.score.levels)
    return tuple(f"{level:.1f}" for level in (*found.levels, *rival, *own))
