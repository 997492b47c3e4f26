# ruff: noqa: INP001 -- a folder of scripts is no package
"""How a drawn page is put together: its parts, its tables, its language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from interview_engine.vocabulary import Bilingual, Language

_MADE: Final = Bilingual(
    ko="이 문서는 `scripts/draw_reference.py`가 코드에서 그립니다.",
    en="Drawn from the code by `scripts/draw_reference.py`.",
)


def sayer(language: Language) -> Callable[[str, str], str]:
    """Return what chooses between a Korean and an English text."""
    return lambda ko, en: Bilingual(ko=ko, en=en).spoken_in(language)


def page_of(parts: list[str] | tuple[str, ...], language: Language) -> str:
    """Return a page of these parts, which says at its end where it comes from."""
    return "\n\n".join((*parts, _MADE.spoken_in(language))) + "\n"


def table_of(head: list[str], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [tuple(head), ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
