"""Tries planted bugs in forks of one process, which has imported all that no bug is in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import Final, Self

import attrs
import hypothesis  # noqa: F401 -- imported once for all forks
import pytest
import rapidfuzz  # noqa: F401 -- imported once for all forks

from tests.planted.planted_bug import ROOT
from tests.planted.planting import plant

_OPTIONS: Final = ("-q", "-x", "--no-header", "--tb=line", "--noconftest", "--timeout=30")
_PLUGINS: Final = ("-p", "no:cacheprovider", "-p", "pytest_timeout")


@attrs.frozen
class Outcome:
    """What became of tests.

    Attributes:
        code: Pytest's.
        said: Its output.
    """

    code: int
    said: str


class Trials:
    """A process that tries one bug after the other, each in a fork of its own."""

    def __init__(self) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.planted.trying"],
            cwd=ROOT,
            # The plugins for other tests would take longer to load than most bugs to be caught.
            env=environment | {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def run(self, tests: Sequence[str], bug: str | None = None) -> Outcome:
        """Run tests with a bug, or without.

        Args:
            tests: As pytest names them.
            bug: Its name; see `tests.planted.bugs`.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([list(tests), bug]) + "\n")
        self._process.stdin.flush()
        code, said = json.loads(self._process.stdout.readline())
        return Outcome(code, said)


def _forked(tests: list[str], bug: str | None) -> Outcome:
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            if bug is not None:
                plant(bug)
            code = pytest.main([*_OPTIONS, *_PLUGINS, *tests])
            sys.stdout.flush()
            os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return Outcome(code, said.read().decode(errors="replace"))


def _serve() -> None:
    for line in sys.stdin:
        outcome = _forked(*json.loads(line))
        sys.stdout.write(json.dumps([outcome.code, outcome.said]) + "\n")
        # Before the next fork, which would take what is not yet written along.
        sys.stdout.flush()


if __name__ == "__main__":
    assert not any(name.startswith("interview_engine") for name in sys.modules)
    _serve()
