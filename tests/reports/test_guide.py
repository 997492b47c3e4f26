from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_guides_program_runs(language: str) -> None:
    page = (DOCS / language / "how-to" / "reports.md").read_text(encoding="utf-8")
    programs = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(programs) == 1
    made: dict[str, object] = {}
    exec(programs[0], made)
    assert str(made["page"]).startswith("<!doctype html>")
    assert str(made["table"]).startswith("\ufeff")
    assert made["mine"] != made["public"]
