from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def pages(language: str) -> set[str]:
    return {page.relative_to(DOCS / language).as_posix() for page in (DOCS / language).rglob("*.md")}


def test_every_user_page_exists_in_korean_and_in_english() -> None:
    assert pages("en")
    assert pages("ko") == pages("en")
