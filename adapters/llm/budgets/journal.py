"""The ledger beyond one process: a line for each reservation and settlement, one file for each day (UTC).

A reservation without a settlement was cut off by a crash: nobody knows what the provider did, so it counts
as spent. One program writes a folder at a time; another one's spending is seen at its own next start.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import Final

import msgspec

from adapters.llm.budgets.ledger import Amount, Keeping, Ledger, Reservation, Scope

KEPT_DAYS: Final = 40
_PREFIX: Final = "llm-spend-"


class _Line(msgspec.Struct, array_like=True):
    run: str
    number: int
    pots: tuple[tuple[str, str, int], ...]
    tokens: int
    micros: int
    settled: bool
    seconds: int = 0


class Journal(Keeping):
    """A folder with what was spent, day by day."""

    def __init__(self, folder: Path, today: int) -> None:
        """Open the folder; it is made when something is written.

        Args:
            folder: Where the files stand.
            today: Days since the epoch (UTC).
        """
        self._folder = folder
        self._run = f"{os.getpid()}-{os.urandom(4).hex()}"
        self._forget_before(today - KEPT_DAYS)

    def reserved(self, reservation: Reservation) -> None:
        """Write a reservation down; it is in the file before its call is made."""
        self._write(reservation, reservation.amount, settled=False)

    def settled(self, reservation: Reservation, spent: Amount) -> None:
        """Write down what a call cost."""
        self._write(reservation, spent, settled=True)

    def recall(self, ledger: Ledger) -> None:
        """Tell a ledger what earlier processes spent; lines that don't read are passed over."""
        held: dict[tuple[str, int], _Line] = {}
        for path in sorted(self._folder.glob(f"{_PREFIX}*.jsonl")):
            for text in path.read_bytes().splitlines():
                with contextlib.suppress(msgspec.MsgspecError):
                    line = msgspec.json.decode(text, type=_Line)
                    if line.run != self._run:
                        held[line.run, line.number] = line
        for line in held.values():
            pots = tuple((Scope(scope), whose, day) for scope, whose, day in line.pots)
            ledger.remember(pots, Amount(tokens=line.tokens, micros=line.micros, seconds=line.seconds))

    def _write(self, reservation: Reservation, amount: Amount, *, settled: bool) -> None:
        day = reservation.pots[-1][2]
        line = _Line(
            self._run,
            reservation.number,
            reservation.pots,
            amount.tokens,
            amount.micros,
            settled=settled,
            seconds=amount.seconds,
        )
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._folder / f"{_PREFIX}{_date(day)}.jsonl"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as file:
            file.write(msgspec.json.encode(line) + b"\n")

    def _forget_before(self, day: int) -> None:
        oldest = f"{_PREFIX}{_date(day)}.jsonl"
        for path in self._folder.glob(f"{_PREFIX}*.jsonl"):
            if path.name < oldest:
                path.unlink(missing_ok=True)


def _date(day: int) -> str:
    return (dt.date(1970, 1, 1) + dt.timedelta(days=day)).isoformat()
