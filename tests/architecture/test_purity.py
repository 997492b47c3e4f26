from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.purity import ALLOWED_BREACHES, breaches

ENGINE = Path(__file__).parents[2] / "interview_engine"


def test_the_engine_names_nothing_impure() -> None:
    modules = sorted(ENGINE.rglob("*.py"))
    found = [
        breach
        for module in modules
        for breach in breaches(module.relative_to(ENGINE).as_posix(), module.read_text(encoding="utf-8"))
    ]
    assert modules, "no module was read"
    assert not found


@pytest.mark.parametrize("file", sorted({file for file, _ in ALLOWED_BREACHES}))
def test_an_allowed_breach_is_one_that_still_happens(file: str) -> None:
    path = ENGINE / file
    assert path.exists(), f"{file} is gone: remove it from ALLOWED_BREACHES"
    assert breaches(f"elsewhere/{file}", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source,what",
    [
        ("import random", "import random"),
        ("from random import Random", "import random"),
        ("def deep() -> None:\n    import time", "import time"),
        ("import collections, socket", "import socket"),
        ("import os.path", "import os.path"),
        ("from importlib import resources", "import importlib"),
        ("import hypothesis", "import hypothesis"),
        ("import numpy", "import numpy"),
        ("open('x')", "call open"),
        ("print('x')", "call print"),
        ("input()", "call input"),
        ("hash('x')", "call hash"),
        ("id(object())", "call id"),
        ("moment = clock.datetime.now()", "call now"),
        ("name = __import__('random')", "call __import__"),
        ("text = path.read_text()", "call read_text"),
    ],
)
def test_a_planted_breach_is_found(source: str, what: str) -> None:
    assert [breach.what for breach in breaches("core/planted.py", source)] == [what]


@pytest.mark.parametrize(
    "source",
    [
        "import attrs, msgspec.json, rapidfuzz.distance",
        "from collections.abc import Iterable",
        "from . import seats",
        "opened = reopen('x')",
        "hashed = hashlib.sha256(b'x').hexdigest()",
    ],
)
def test_pure_code_is_left_alone(source: str) -> None:
    assert breaches("core/planted.py", source) == ()


def test_only_testing_may_import_hypothesis() -> None:
    assert breaches("testing/planted.py", "import hypothesis.strategies") == ()
