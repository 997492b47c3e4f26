"""Runs tests with a planted bug, or without; a program that is asked by `Forks`."""

from __future__ import annotations

import sys
from typing import Final

import hypothesis  # noqa: F401 -- imported once for all forks
import pytest
import rapidfuzz  # noqa: F401 -- imported once for all forks

from tests.planted.forks import answer_all
from tests.planted.planting import plant

_OPTIONS: Final = ("-q", "-x", "--no-header", "--tb=line", "--noconftest", "--timeout=30")
_PLUGINS: Final = ("-p", "no:cacheprovider", "-p", "pytest_timeout")


def outcome(words: list[str]) -> str:
    """Run tests; return pytest's exit code.

    Args:
        words: The bug's name, see `tests.planted.bugs`, empty for none; the tests, as pytest names them.
    """
    bug, *tests = words
    if bug:
        plant(bug)
    return str(int(pytest.main([*_OPTIONS, *_PLUGINS, *tests])))


if __name__ == "__main__":
    assert not any(name.startswith(("interview_engine", "adapters")) for name in sys.modules)
    answer_all(outcome)
