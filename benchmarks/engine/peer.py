"""boardgame.io beside us: its reducer plays the same interview in a Node process on the same core."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, Self

import msgspec

from benchmarks.engine.peer_script import peer_script
from benchmarks.engine.workload import Interview

_FOLDER: Final = Path(__file__).resolve().parents[1] / "boardgameio"

Mode = Literal["reduced", "logged", "stored"]
"""The reducer alone; with JSON of its new log entries; with JSON of its state and log entries."""


class PeerMissing(Exception):
    """boardgame.io cannot be run here; the message says what to do."""


class Played(msgspec.Struct, frozen=True):
    """What the Node process answers: its processor time, and what one interview consists of."""

    us: int
    steps: int
    transitions: int
    bytes: int
    answers: int
    evaluations: int
    comparisons: int


class Peer:
    """A Node process that plays the interview as often as it is asked."""

    def __init__(self, interview: Interview) -> None:
        """Start the process.

        Args:
            interview: What is played; its texts and verdicts are handed over as a script.

        Raises:
            PeerMissing: Without Node, or when boardgame.io cannot be installed.
        """
        node = _node()
        _install()
        self._scripts = tempfile.TemporaryDirectory()
        script = Path(self._scripts.name) / "interview.json"
        script.write_bytes(peer_script(interview))
        # Without NODE_ENV=production boardgame.io checks and prints; nobody would run it like that.
        self._process = subprocess.Popen(
            [node, "measure.js", str(script)],
            cwd=_FOLDER,
            env={**os.environ, "NODE_ENV": "production"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        """Return this process."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._process.communicate()
        self._scripts.cleanup()

    def play(self, mode: Mode, times: int) -> Played:
        """Play the interview a number of times.

        Raises:
            PeerMissing: When the process has ended.
        """
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None, "a pipe was asked for"
        assert answered is not None, "a pipe was asked for"
        asked.write(f"{mode} {times}\n")
        asked.flush()
        line = answered.readline()
        if not line:
            raise PeerMissing("the Node process has ended: its error is above")
        return msgspec.json.decode(line, type=Played)


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        raise PeerMissing("Node is missing: install Node 20 or newer, and npm, to compare with boardgame.io")
    return node


def _install() -> None:
    """Install what package-lock.json says, on first use only, without running anybody's scripts."""
    if (_FOLDER / "node_modules" / "boardgame.io").is_dir():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise PeerMissing("npm is missing: install it to compare with boardgame.io")
    print("Installing boardgame.io into benchmarks/boardgameio/node_modules ...")
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=_FOLDER,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise PeerMissing(f"npm could not install boardgame.io (is its registry reachable?): {reason[0]}")
