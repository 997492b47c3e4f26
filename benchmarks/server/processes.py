"""The measured servers: each a process of its own, on a core that the load client leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

import attrs
import msgspec

ROOT: Final = Path(__file__).resolve().parents[2]
_PATIENCE_S: Final = 60.0
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")


class ServerBroken(Exception):
    """A measured server did not do what it is there for."""


@attrs.frozen(kw_only=True)
class Cores:
    """Who runs where; None when this machine has a single core, or pins nothing."""

    server: int | None
    client: int | None


def divide_cores() -> Cores:
    """Take one core for this process, the load client, and keep another for the servers."""
    if not hasattr(os, "sched_setaffinity"):
        return Cores(server=None, client=None)
    free = sorted(os.sched_getaffinity(0))
    if len(free) < 2:
        return Cores(server=None, client=None)
    os.sched_setaffinity(0, {free[-1]})
    return Cores(server=free[0], client=free[-1])


class Server:
    """A running server that says its port in its first line."""

    def __init__(
        self,
        command: tuple[str, ...],
        *,
        core: int | None,
        folder: Path = ROOT,
        environment: dict[str, str] | None = None,
    ) -> None:
        """Start it.

        Args:
            command: The program and its arguments.
            core: Where it runs; None for anywhere.
            folder: Its working directory.
            environment: Variables that it gets beside this process's own.

        Raises:
            ServerBroken: It ended before it said its port.
        """
        self._name = " ".join(Path(part).name for part in command[1:])
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        if core is not None:
            # Threads that it starts later inherit this; it has barely begun.
            os.sched_setaffinity(self._process.pid, {core})
        self.port = msgspec.json.decode(self._line(), type=_Ready).port

    def __enter__(self) -> Self:
        """Return the server."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        _pipe(self._process.stdin).close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _pipe(self._process.stdout).close()

    def ask(self, content: object) -> bytes:
        """Send a line of JSON and return the line that it answers."""
        pipe = _pipe(self._process.stdin)
        pipe.write(msgspec.json.encode(content) + b"\n")
        pipe.flush()
        return self._line()

    @property
    def cpu_s(self) -> float:
        """Processor time of all its threads so far, user and system, in seconds."""
        return cpu_seconds(self._process.pid)

    @property
    def rss_kib(self) -> float:
        """Its resident memory, in KiB."""
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * _PAGE / 1024

    def _line(self) -> bytes:
        line = _pipe(self._process.stdout).readline()
        if not line:
            raise ServerBroken(f"{self._name} has ended: its error is above")
        return line


class _Ready(msgspec.Struct):
    port: int


def python(module: str, *arguments: str) -> tuple[str, ...]:
    """Return the command that runs a module of ours."""
    return (sys.executable, "-m", module, *arguments)


def cpu_seconds(process_id: int) -> float:
    """Return what a process's threads have used, to the microsecond where the kernel tells.

    Raises:
        OSError: There is no such process, or no `/proc`.
    """
    threads = Path(f"/proc/{process_id}/task")
    try:
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads.iterdir()) / 1e9
    except OSError:
        # Without schedstat in the kernel: ticks of 10 ms.
        fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None, "a pipe was asked for"
    return stream
