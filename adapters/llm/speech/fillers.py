"""Fillers: the sounds with which a speaker holds the floor while thinking (음, 어, 그; um, uh).

Some are always fillers. Others are words as well (그 팀, "that team"): they count when the speaker stops on
them.
"""

from __future__ import annotations

import re
from typing import Final

from adapters.llm.speech.transcript import SpokenWord
from interview_engine.vocabulary import Language

_ALWAYS: Final = {
    Language.KO: re.compile(r"(?:음+|으음+|흠+|어+|에+|어어+음*|아+음+|저기요?|그+으+|저+어+|그{2,})"),
    Language.EN: re.compile(r"(?:u+m+|u+h+|e+r+m*|h+m+|m+h*m+|a+h+)", re.IGNORECASE),
}
_WHEN_HELD: Final = {
    Language.KO: re.compile(r"(?:그|저|아|뭐|그냥|이제|막)"),
    Language.EN: re.compile(r"(?:so|well|like|and|but)", re.IGNORECASE),
}
_HELD_MS: Final = 300
"""Silence after a word, from which the speaker has stopped on it."""
_MARKS: Final = re.compile(r"^[\W_]+|[\W_]+$")
_IN_TEXT: Final = {
    Language.KO: re.compile(r"(?<![가-힣\w])(?:음+|으음+|흠+|어+|에+|어어+음*)[,.…~]*(?=\s|$)\s*"),
    Language.EN: re.compile(r"(?<!\w)(?:u+m+|u+h+|e+r+m*|h+m+)(?!\w)[,.…]*\s*", re.IGNORECASE),
}


def fillers(words: tuple[SpokenWord, ...], language: Language) -> tuple[SpokenWord, ...]:
    """Return the words that are fillers, in order.

    Args:
        words: With their times.
        language: What is spoken.
    """
    return tuple(word for place, word in enumerate(words) if _is_filler(place, words, language))


def sure_fillers(words: tuple[SpokenWord, ...], language: Language) -> tuple[SpokenWord, ...]:
    """Return the words that are fillers whenever they are said, in order: without times nothing else is sure.

    Args:
        words: What was said.
        language: What is spoken.
    """
    return tuple(word for word in words if _ALWAYS[language].fullmatch(_MARKS.sub("", word.text)))


def without_fillers(text: str, language: Language) -> str:
    """Return a text without the sounds that are always fillers: an answer is read for its content.

    Args:
        text: What was said.
        language: What is spoken.
    """
    return " ".join(_IN_TEXT[language].sub(" ", text).split())


def _is_filler(place: int, words: tuple[SpokenWord, ...], language: Language) -> bool:
    said = _MARKS.sub("", words[place].text)
    if _ALWAYS[language].fullmatch(said):
        return True
    if not _WHEN_HELD[language].fullmatch(said):
        return False
    if place + 1 == len(words):
        return False
    following = words[place + 1]
    held = following.start_ms - words[place].end_ms >= _HELD_MS
    return held or _MARKS.sub("", following.text) == said
