# ruff: noqa: INP001 -- a folder of scripts is no package
"""Run commands side by side, and tell of them one after the other.

`python -m scripts.side_by_side 'make one' 'make other'`. What the first says is seen at once. What another
says is kept until its turn has come, so that nothing is mixed and the last line is the last command's. All
are waited for, whatever becomes of the others: one run tells of everything.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_LOOK_S: Final = 0.1


def start(command: str, said: Path) -> subprocess.Popen[bytes]:
    """Start a command of the shell; both of its outputs go into the file."""
    with said.open("wb") as file:
        return subprocess.Popen(command, shell=True, stdin=subprocess.DEVNULL, stdout=file, stderr=file)  # noqa: S602 -- the developer's own command


def follow(process: subprocess.Popen[bytes], said: Path) -> int:
    """Show what a command has said and goes on to say; return its exit code once it has ended."""
    with said.open("rb") as file:
        while True:
            # Asked before reading: what it says at its very end is shown too.
            code = process.poll()
            shutil.copyfileobj(file, sys.stdout.buffer)
            sys.stdout.flush()
            if code is not None:
                return code
            time.sleep(_LOOK_S)


def main(commands: Sequence[str]) -> int:
    """Run all, tell of all.

    Args:
        commands: Lines for the shell, in the order in which they are told of.

    Returns:
        0 when every command returned 0, else 1, after a line that names each that did not.
    """
    processes: list[subprocess.Popen[bytes]] = []
    with TemporaryDirectory() as folder:
        files = [Path(folder) / str(place) for place in range(len(commands))]
        try:
            for command, file in zip(commands, files, strict=True):
                processes.append(start(command, file))
            codes = [follow(process, file) for process, file in zip(processes, files, strict=True)]
        except KeyboardInterrupt:
            # The terminal has told the commands too.
            for process in processes:
                process.wait()
            return 130
    failed = [command for command, code in zip(commands, codes, strict=True) if code]
    for command in failed:
        sys.stdout.write(f"failed: {command}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
