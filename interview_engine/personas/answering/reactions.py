"""Reacting to an earlier speaker by name, with a short quotation of what was said."""

from __future__ import annotations

import functools
import re

import attrs

from interview_engine.personas.answering.lines import fold
from interview_engine.personas.answering.request import AnswerRequest, HeardAnswer
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.chance import keyed_number
from interview_engine.personas.package_data import read_file
from interview_engine.personas.particles import fill
from interview_engine.vocabulary import Bilingual, Language, QuestionKind

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# Words that only make sense after the sentence before.
_LINKS = re.compile(
    r"^(?:그 결과|그래서|따라서|하지만|그러나|또한|그리고|다만|결국|이후|그 뒤|음|어|네),? "
    r"|^(?:as a result|so|therefore|but|however|also|and|then|well|hmm|yes),? ",
    re.IGNORECASE,
)
_ABOUT_ANSWERING = re.compile(
    r"지원자|말씀|답변|답하|사례|경험이|맥락|생각합니다|같습니다|공감|안녕|반갑|감사"
    r"|\b(?:answers?|answering|said|heard|case|context|example|experience|agree|view|thank|hello|I think"
    r"|detail|attitude)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|절반|\b(?:half|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_RESULT = re.compile(
    r"줄|늘|낮아|높아|올랐|올라|내려|짧아|빨라|감소|증가|퍼센트"
    r"|\b(?:fell|rose|came down|went|dropped|grew|cut|reduced|increased|percent)\b",
    re.IGNORECASE,
)
_QUOTE = {Language.KO: (10, 52), Language.EN: (20, 125)}
_SPOKEN_TO_ALL = frozenset(
    {QuestionKind.COMMON, QuestionKind.EXPERIENCE, QuestionKind.SITUATIONAL, QuestionKind.TECHNICAL}
)
# Share of ordinary answers that pick up an earlier speaker; more would sound like a habit.
_REACTS_PERCENT = 30


@attrs.frozen(kw_only=True)
class ReactionPhrases:
    """Ways to react; `{name}` is a speaker, `{quote}` words of the answer.

    Attributes:
        quoting: Pick up a quotation and appreciate it.
        naming: Pick up a speaker without quoting.
        agreeing: Go on from a reaction by agreeing and adding.
        differing: Go on by weighing it differently.
        nobody: Said when asked about other answers before anyone spoke.
    """

    quoting: tuple[Bilingual, ...]
    naming: tuple[Bilingual, ...]
    agreeing: tuple[Bilingual, ...]
    differing: tuple[Bilingual, ...]
    nobody: tuple[Bilingual, ...]


@functools.cache
def reaction_phrases() -> ReactionPhrases:
    """Return the shipped phrases."""
    return read_file("phrases/reactions.json", ReactionPhrases)


def reaction(persona: CandidatePersona, request: AnswerRequest) -> tuple[str, ...]:
    """Return sentences that react to an earlier speaker; empty when there is nothing to react to.

    A question about other candidates' answers is always met with a reaction, others sometimes.

    Args:
        persona: Who answers.
        request: What is asked and was heard.
    """
    asked_for = request.kind is QuestionKind.CROSS_REFERENCE
    draw = keyed_number(persona.id, request.variation, request.question, "reacts") % 100
    if not asked_for and (
        request.kind not in _SPOKEN_TO_ALL or draw >= _REACTS_PERCENT or request.quality < 50
    ):
        return ()
    phrases = reaction_phrases()
    lane = request.lane_of(persona.variant)
    turned = lane + keyed_number(request.question, "react")
    if not asked_for and not _to_this_question(request):
        return ()
    if not request.heard:
        return (_turned_to(phrases.nobody, turned).spoken_in(request.language),)
    heard = _whom(request)
    quote = quotable(heard.answer, request.language, turned)
    wording = _turned_to(phrases.quoting if quote else phrases.naming, turned)
    words = (("name", heard.speaker), ("quote", quote))
    sentences = [fill(wording.spoken_in(request.language), words)]
    if asked_for and request.quality >= 30:
        stance = phrases.agreeing if turned % 2 else phrases.differing
        sentences.append(_turned_to(stance, turned // 2).spoken_in(request.language))
    return tuple(sentences)


def quotable(answer: str, language: Language, turn: int = 0) -> str:
    """Return a short stretch of an answer that is worth quoting, without its full stop.

    A result with a figure comes first, talk about answering last; a long sentence is cut at a word's
    end. Empty when nothing fits.

    Args:
        answer: What was said.
        language: The room's language.
        turn: Counted up, it walks through what is worth quoting, so that listeners pick different things.
    """
    shortest, longest = _QUOTE[language]
    sentences = tuple(part.strip() for part in _SENTENCE_END.split(answer) if len(part.strip()) >= shortest)
    if not sentences:
        return ""
    ranked = sorted(sentences, key=lambda part: _worth(part, longest), reverse=True)
    fitting = tuple(part for part in ranked if _worth(part, longest)[:2] == (True, True))
    best = fitting[turn % len(fitting)] if fitting else ranked[0]
    bare = best.rstrip(".!? ").replace('"', "").replace("“", "").replace("”", "")
    bare = _LINKS.sub("", bare)
    if len(bare) <= longest:
        return bare
    return bare[:longest].rsplit(" ", 1)[0].rstrip(" ,") + "…"


def _worth(sentence: str, longest: int) -> tuple[bool, bool, bool, bool, int]:
    """Return how much a sentence is worth quoting, the most important part first."""
    figure = _FIGURE.search(sentence) is not None
    told = _ABOUT_ANSWERING.search(sentence) is None
    return (
        len(sentence) <= longest,
        told,
        figure and _RESULT.search(sentence) is not None,
        figure,
        len(sentence),
    )


def _turned_to(options: tuple[Bilingual, ...], turn: int) -> Bilingual:
    return options[turn % len(options)]


def _to_this_question(request: AnswerRequest) -> tuple[HeardAnswer, ...]:
    """Return what was heard in answer to the same question; anything else has no bearing on it."""
    return tuple(heard for heard in request.heard if fold(heard.question) == fold(request.question))


def _whom(request: AnswerRequest) -> HeardAnswer:
    """Return whom to react to: the last one whom the question names, or else the last speaker."""
    if request.kind is not QuestionKind.CROSS_REFERENCE:
        return _to_this_question(request)[-1]
    named = tuple(heard for heard in request.heard if heard.speaker and heard.speaker in request.question)
    return (named or request.heard)[-1]
