"""A model's text as something that is said aloud: no marks, one language, no longer than its time."""

from __future__ import annotations

import re
from typing import Final

from adapters.llm.defences.shown_text import shown_text
from interview_engine.vocabulary import Language

_MARKS: Final = re.compile(r"\*\*|__|`+|^\s{0,3}#{1,6}\s+|^\s*(?:[-*•]|\d{1,2}[.)])\s+", re.MULTILINE)
_STAGE: Final = re.compile(
    r"\((?:[^()]{0,20}(?:하며|웃음|침묵|미소|잠시|pause|smiles?|nods?|laughs?)[^()]{0,20})\)"
)
_SENTENCE_END: Final = re.compile(r"[.!?。…][\"'”’)]*(?=\s|$)")
_HANGUL: Final = re.compile(r"[가-힣]")
_LETTER: Final = re.compile(r"[^\W\d_]")


def spoken_text(text: str) -> str:
    """Return a text without headings, list marks, bold type and stage directions, on one line.

    Args:
        text: A model's text.
    """
    return " ".join(_STAGE.sub(" ", _MARKS.sub("", shown_text(text))).split())


def in_language(text: str, language: Language) -> bool:
    """Return whether a text is in the room's language; names of techniques may stay English.

    Args:
        text: Any text.
        language: The room's language.
    """
    letters = len(_LETTER.findall(text))
    share = len(_HANGUL.findall(text)) / letters if letters else 0.0
    return share >= 0.4 if language is Language.KO else share <= 0.05


def cut_to(text: str, longest: int) -> str:
    """Return a text that ends with its last whole sentence within a length; at a word's end if there is none.

    Args:
        text: On one line.
        longest: Characters.
    """
    if len(text) <= longest:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= longest]
    if ends and ends[-1] >= longest // 3:
        return text[: ends[-1]]
    head, _, _ = text[:longest].rpartition(" ")
    return head or text[:longest]
