"""A process that imports once what its questions have in common, and answers each in a fork of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import Final, Self

import attrs

from tests.planted.planted_bug import ROOT

DIED: Final = ""
"""The answer of a fork that died."""


@attrs.frozen
class Answer:
    """What became of a question.

    Attributes:
        text: The answer.
        said: What was written on both outputs meanwhile.
    """

    text: str
    said: str


class Forks:
    """Asks a module that runs `answer_all` as a program."""

    def __init__(self, module: str) -> None:
        """Start the process."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
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

    def ask(self, *words: str) -> Answer:
        """Ask, and wait for the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        return Answer(*json.loads(self._process.stdout.readline()))


def answer_all(answer: Callable[[list[str]], str]) -> None:
    """Answer each line of words in a fork, until there are no more."""
    for line in sys.stdin:
        words = json.loads(line)
        told = _forked(answer, words)
        if told.text == DIED:
            # On a busy machine a time limit may end a fork outside its test; no bug is caught by dying.
            told = _forked(answer, words)
        sys.stdout.write(json.dumps([told.text, told.said]) + "\n")
        # Before the next fork, which would take what is not yet written along.
        sys.stdout.flush()


def _forked(answer: Callable[[list[str]], str], words: list[str]) -> Answer:
    with tempfile.TemporaryFile() as text, tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            try:
                os.write(text.fileno(), answer(words).encode())
                sys.stdout.flush()
            except BaseException:
                traceback.print_exc()
                raise
            finally:
                # What the parent has open is the parent's to close.
                os._exit(0)
        os.waitpid(child, 0)
        for file in (text, said):
            file.seek(0)
        return Answer(text.read().decode(), said.read().decode(errors="replace"))
