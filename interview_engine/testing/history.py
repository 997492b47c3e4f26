"""A history: everything that happened in one interview, as the invariants look at it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from interview_engine.core.commands import Command
from interview_engine.core.decide import Outcome
from interview_engine.core.evolve import evolve
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.ids import Seq


@attrs.frozen(kw_only=True)
class Taken:
    """A command that was put to the room, and what became of it.

    Attributes:
        command: What was asked.
        outcome: Committed, duplicate or refused.
        before: The room's seq when it was asked; 0 before there was one.
        events: How many events it led to.
    """

    command: Command
    outcome: Outcome
    before: Seq
    events: int


@attrs.frozen(kw_only=True)
class History:
    """One interview.

    Attributes:
        log: Its records.
        rooms: The room after each record, folded anew.
        taken: Every command in the order of its arrival; empty when only the log is known.
        live: The room that the last command returned; the last of `rooms` when only the log is known.
    """

    log: tuple[Record, ...]
    rooms: tuple[Room, ...]
    taken: tuple[Taken, ...] = ()
    live: Room


def history_of(log: Iterable[Record], taken: Iterable[Taken] = (), live: Room | None = None) -> History:
    """Return the history that a log tells.

    Args:
        log: The records from seq 1 on; at least one.
        taken: The commands, where they are known.
        live: The room as the last command returned it, where it is known.
    """
    records = tuple(log)
    rooms: list[Room] = []
    room: Room | None = None
    for record in records:
        room = evolve(room, record.event)
        rooms.append(room)
    return History(log=records, rooms=tuple(rooms), taken=tuple(taken), live=live or rooms[-1])
