"""How an answer was spoken: pace, pauses and fillers, computed from the words' times by our own code."""

from __future__ import annotations

import re
from typing import Final

import attrs

from adapters.llm.speech.fillers import fillers, sure_fillers
from adapters.llm.speech.transcript import SpokenWord, Transcript
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language

PAUSE_MS: Final = 700
"""Silence between two words from which it is a pause: shorter ones are breath and rhythm."""
_SYLLABLE: Final = re.compile(r"[가-힣]|\d")
_LATIN: Final = re.compile(r"[A-Za-z]+")
_VOWELS: Final = re.compile(r"[aeiouy]+", re.IGNORECASE)
_MILLIS_PER_MINUTE: Final = 60_000


@attrs.frozen(kw_only=True)
class Pause:
    """A silence within the answer."""

    start_ms: Millis
    length_ms: Millis


@attrs.frozen(kw_only=True)
class Delivery:
    """How an answer was spoken.

    Attributes:
        speaking_ms: From the first word to the last.
        pace: Units a minute over that time, pauses included: syllables in Korean, words in English.
        flow: The same without the pauses: how fast the speech itself is.
        waited_ms: Silence before the first word.
        pauses: Silences of `PAUSE_MS` or more, in order.
        fillers: How often the speaker filled a silence, by what was said, most often first.
        timed: Words had times; without them `pace` is over the whole recording, and no silence is known.
    """

    speaking_ms: Millis
    pace: int
    flow: int
    waited_ms: Millis
    pauses: tuple[Pause, ...]
    fillers: tuple[tuple[str, int], ...]
    timed: bool = True

    @property
    def paused_ms(self) -> Millis:
        """All pauses together."""
        return Millis(sum(pause.length_ms for pause in self.pauses))

    @property
    def filler_count(self) -> int:
        """All fillers together."""
        return sum(count for _, count in self.fillers)


def delivery(transcript: Transcript, language: Language) -> Delivery | None:
    """Return how an answer was spoken; None without times, which some services don't give.

    Args:
        transcript: What was said, and when.
        language: What is spoken.
    """
    words = tuple(sorted(transcript.words, key=lambda word: word.start_ms))
    if not words:
        return None
    speaking = max(1, max(word.end_ms for word in words) - words[0].start_ms)
    pauses = _pauses(words)
    filled = fillers(words, language)
    held = {id(word) for word in filled}
    units = sum(_units(word.text, language) for word in words if id(word) not in held)
    moving = max(1, speaking - sum(pause.length_ms for pause in pauses))
    return Delivery(
        speaking_ms=Millis(speaking),
        pace=round(units * _MILLIS_PER_MINUTE / speaking),
        flow=round(units * _MILLIS_PER_MINUTE / moving),
        waited_ms=Millis(max(0, words[0].start_ms)),
        pauses=pauses,
        fillers=_counted(filled),
    )


def rough_delivery(text: str, length_ms: Millis, language: Language) -> Delivery | None:
    """Return what can be told of how an answer was spoken without the words' times; None without a length.

    Args:
        text: What was said.
        length_ms: How long the recording is.
        language: What is spoken.
    """
    if length_ms <= 0:
        return None
    said = tuple(
        SpokenWord(text=word, start_ms=Millis(0), end_ms=Millis(0)) for word in text.split() if word.strip()
    )
    filled = sure_fillers(said, language)
    held = {id(word) for word in filled}
    units = sum(_units(word.text, language) for word in said if id(word) not in held)
    pace = round(units * _MILLIS_PER_MINUTE / length_ms)
    return Delivery(
        speaking_ms=length_ms,
        pace=pace,
        flow=pace,
        waited_ms=Millis(0),
        pauses=(),
        fillers=_counted(filled),
        timed=False,
    )


def _pauses(words: tuple[SpokenWord, ...]) -> tuple[Pause, ...]:
    found = []
    # Words may overlap: the silence begins where the last of those before has ended.
    ended = words[0].end_ms
    for word in words[1:]:
        if word.start_ms - ended >= PAUSE_MS:
            found.append(Pause(start_ms=ended, length_ms=Millis(word.start_ms - ended)))
        ended = max(ended, word.end_ms)
    return tuple(found)


def _units(word: str, language: Language) -> int:
    if language is Language.EN:
        return 1 if _LATIN.search(word) or _SYLLABLE.search(word) else 0
    # A Latin word in Korean speech has about as many syllables as groups of vowels.
    latin = sum(max(1, len(_VOWELS.findall(run))) for run in _LATIN.findall(word))
    return len(_SYLLABLE.findall(word)) + latin


def _counted(filled: tuple[SpokenWord, ...]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for word in filled:
        said = re.sub(r"[\W_]+", "", word.text).lower()
        counts[said] = counts.get(said, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
