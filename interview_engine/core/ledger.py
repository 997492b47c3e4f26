"""The ids of committed commands and their first seq, kept for ever at a flat cost per command.

A persistent map built of frozen dictionaries whose sizes fall like the digits of a binary counter:
adding merges the small ones, so n additions copy O(n log n) entries in all and no old version changes.
"""

from __future__ import annotations

from typing import Final

from interview_engine.ids import CommandId, Seq


class CommandLedger:
    """Maps each committed command id to the seq of its first event; never changes.

    A plain class: the codec would write an attrs class field by field, and this one is written as its
    entries.
    """

    __slots__ = ("_levels",)

    def __init__(self, levels: tuple[dict[CommandId, Seq], ...] = ()) -> None:
        self._levels: Final = levels

    def seq_of(self, command_id: CommandId) -> Seq | None:
        """Return the first seq of a committed command, or None."""
        for level in self._levels:
            seq = level.get(command_id)
            if seq is not None:
                return seq
        return None

    def with_command(self, command_id: CommandId, seq: Seq) -> CommandLedger:
        """Return a ledger that also knows this command."""
        levels = list(self._levels)
        newest = {command_id: seq}
        while levels and len(levels[-1]) <= len(newest):
            newest = levels.pop() | newest
        levels.append(newest)
        return CommandLedger(tuple(levels))

    def entries(self) -> tuple[tuple[CommandId, Seq], ...]:
        """Return all entries in the order in which they were committed."""
        merged = [entry for level in self._levels for entry in level.items()]
        return tuple(sorted(merged, key=lambda entry: entry[1]))

    @classmethod
    def from_entries(cls, entries: tuple[tuple[CommandId, Seq], ...]) -> CommandLedger:
        """Return the ledger that holds these entries."""
        return cls((dict(entries),)) if entries else cls()

    def __len__(self) -> int:
        """Return how many commands are remembered."""
        return sum(len(level) for level in self._levels)

    def __eq__(self, other: object) -> bool:
        """Two ledgers are equal when they hold the same entries, however they were built."""
        if not isinstance(other, CommandLedger):
            return NotImplemented
        return self.entries() == other.entries()

    def __hash__(self) -> int:
        """Hash by content."""
        return hash(self.entries())
