"""Reading a document, in the process that calls: which is the worker's, and a test's."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from adapters.documents.document import DocumentKind, Limits, ReadDocument
from adapters.documents.encodings import decoded
from adapters.documents.facts import facts_of
from adapters.documents.kinds import kind_of
from adapters.documents.pdf_pages import pdf_text
from adapters.documents.refused import DocumentRefused
from adapters.documents.word_body import docx_text

FEWEST_LETTERS: Final = 10
"""A document with fewer has no text: a scan has a page number or a stamp's letters at most."""
_MOST_UNREADABLE: Final = 0.2
"""Share of characters without meaning above which a PDF's fonts don't say what they show."""

_MEANINGLESS: Final = frozenset({"Cc", "Cn", "Co", "Cs"})
_UNWANTED: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")
_BREAKS: Final = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_ROOMY: Final = re.compile(r"\n{3,}")


def read_document(name: str, data: bytes, limits: Limits) -> ReadDocument:
    """Return what a document says; call it where a hostile file can do no harm.

    Args:
        name: The file's name.
        data: The file.
        limits: How much of it is put up with.

    Raises:
        DocumentRefused: It is not read; the code says why.
    """
    if len(data) > limits.most_bytes:
        raise DocumentRefused("too_large")
    kind = kind_of(name, data)
    try:
        raw = _text_of(kind, data, limits)
        text = _tidied(raw)
    except DocumentRefused:
        raise
    except MemoryError as error:
        raise DocumentRefused("too_large") from error
    except Exception as error:
        # What a broken file makes a parser raise can't be listed.
        raise DocumentRefused("broken") from error
    if len(text) > limits.most_characters:
        raise DocumentRefused("too_large")
    if not _has_letters(text) or not _has_meaning(raw):
        raise DocumentRefused("no_text")
    return ReadDocument(text=text, facts=facts_of(text), kind=kind)


def _text_of(kind: DocumentKind, data: bytes, limits: Limits) -> str:
    match kind:
        case DocumentKind.PDF:
            return pdf_text(data, limits)
        case DocumentKind.DOCX:
            return docx_text(data, limits)
        case DocumentKind.TEXT | DocumentKind.MARKDOWN:
            return decoded(data)


def _tidied(text: str) -> str:
    """Return text in composed form (macOS takes Hangul apart), without control characters."""
    lines = _UNWANTED.sub("", _BREAKS.sub("\n", text))
    composed = unicodedata.normalize("NFC", lines)
    trimmed = "\n".join(line.rstrip() for line in composed.split("\n"))
    return _ROOMY.sub("\n\n", trimmed).strip()


def _has_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= FEWEST_LETTERS


def _has_meaning(text: str) -> bool:
    """Return whether a text is no heap of glyph numbers, which a font without a map to Unicode leaves."""
    shown = [character for character in text if not character.isspace()]
    strange = sum(unicodedata.category(one) in _MEANINGLESS or one == "\ufffd" for one in shown)
    return strange <= _MOST_UNREADABLE * len(shown)
