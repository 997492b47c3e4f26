from __future__ import annotations

from pathlib import Path

import click
import pytest

from tests.docs.page_programs import DOCS, READMES, ROOT, fences, run_page

RUNNABLE = {"sh", "python", "pycon"}
OF_OPERATORS = "how-to/backup.md"
"""Its steps need rooms, and a damaged one: tests/program/test_damaged_rooms.py does them."""
PAGES = tuple(
    page
    for page in (*READMES, *sorted(DOCS.glob("*/**/*.md")))
    if not page.as_posix().endswith(OF_OPERATORS) and any(fence.kind in RUNNABLE for fence in fences(page))
)


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_what_a_page_says_to_run_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    run_page(page, tmp_path)


@pytest.mark.parametrize(
    "broken",
    [
        "```sh\nmake nothing\n```\n",
        "```sh\ninterview-engine verify nowhere.jsonl\n```\n",
        "```sh\ninterview-engine play --presett short\n```\n",
        "```sh\nrm -r .\n```\n",
        "```python\nassert 1 == 2\n```\n",
        "```pycon\n>>> 1 + 1\n3\n\n```\n",
    ],
)
def test_a_page_that_says_something_wrong_is_found(broken: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(broken, encoding="utf-8")
    with pytest.raises((AssertionError, click.UsageError)):
        run_page(page, tmp_path)


def test_korean_and_english_pages_hold_the_same_programs() -> None:
    for korean in sorted((DOCS / "ko").rglob("*.md")):
        english = DOCS / "en" / korean.relative_to(DOCS / "ko")
        if english.exists():
            kinds = [[fence.kind for fence in fences(page)] for page in (korean, english)]
            assert kinds[0] == kinds[1], korean
