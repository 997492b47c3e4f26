"""What is read of a document, and within which limits."""

from __future__ import annotations

import enum
from typing import Final

import attrs

from interview_engine.ids import Millis

MIB: Final = 1024 * 1024


class DocumentKind(enum.Enum):
    """What is understood."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"
    MARKDOWN = "markdown"


@attrs.frozen(kw_only=True)
class ReadDocument:
    """What a document says.

    Attributes:
        text: All of it, as plain lines.
        facts: Short lines of it to ask about, in their order; contact data is left out.
        kind: What the document is.
    """

    text: str
    facts: tuple[str, ...]
    kind: DocumentKind


@attrs.frozen(kw_only=True)
class Limits:
    """How much a document may ask for: it is read whole within them, or refused.

    Attributes:
        most_bytes: Of the file.
        most_pages: Of a PDF.
        most_characters: Of its text.
        most_unpacked_bytes: Of all that a DOCX unpacks to.
        memory_bytes: Address space of the process that reads it.
        cpu_seconds: Processor time of that process.
        wall_ms: Time from its start to its answer, in ms.
        at_once: Documents that are read at the same time; others wait.
    """

    most_bytes: int = 10 * MIB
    most_pages: int = 100
    most_characters: int = 200_000
    most_unpacked_bytes: int = 64 * MIB
    memory_bytes: int = 512 * MIB
    cpu_seconds: int = 10
    wall_ms: Millis = Millis(20_000)
    at_once: int = 2
