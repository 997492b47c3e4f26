"""Laws of the log: its places, its chain, its instants, and the commands that caused it."""

from __future__ import annotations

from collections.abc import Iterator

from interview_engine.core import commands as c
from interview_engine.core.codec import tag_of
from interview_engine.core.decide import Committed, Duplicate
from interview_engine.core.log import GENESIS, chain_hash, personal_digest
from interview_engine.ids import CommandId, Seq
from interview_engine.testing.history import History


def seq_without_gaps(history: History) -> Iterator[str]:
    """Records are numbered from 1 without a gap, and the room counts with them."""
    for place, (record, room) in enumerate(zip(history.log, history.rooms, strict=True), start=1):
        if record.seq != place or room.seq != place:
            yield f"place {place} holds seq {record.seq}, and its room says {room.seq}"


def hash_chain(history: History) -> Iterator[str]:
    """Each record's hash covers the one before, and personal text only by a salted digest."""
    prev_hash = GENESIS
    for record in history.log:
        if record.prev_hash != prev_hash:
            yield f"seq {record.seq} does not follow the hash before it"
        tag = tag_of(record.event)
        if record.hash != chain_hash(prev_hash, record.seq, tag, record.schema, record.digest, record.data):
            yield f"seq {record.seq} ({tag}) does not have its own hash"
        if record.digest and record.digest == personal_digest(record.salt, b"{}"):
            yield f"seq {record.seq} ({tag}) covers no personal text"
        prev_hash = record.hash


def command_commits_once(history: History) -> Iterator[str]:
    """A command id commits at most once; a repeat is told its first seq and changes nothing."""
    first: dict[CommandId, Seq] = {}
    for record in history.log:
        cause = record.event.cause
        if cause and cause in first:
            yield f"{cause} caused seq {first[cause]} and again seq {record.seq}"
        if cause:
            first[cause] = record.seq
    yield from _told_otherwise(history, first)


def _told_otherwise(history: History, first: dict[CommandId, Seq]) -> Iterator[str]:
    """Yield where a sender was told something else than the log tells."""
    told: dict[CommandId, Seq] = {}
    for taken in history.taken:
        if taken.events and not isinstance(taken.outcome, Committed):
            yield f"a command that became {taken.outcome} led to {taken.events} events"
        if not isinstance(taken.command, c.ParticipantCommand | c.OperatorCommand):
            continue
        name = taken.command.id
        if isinstance(taken.outcome, Committed):
            if name in told or first.get(name) != taken.outcome.seq:
                yield f"{name} was told seq {taken.outcome.seq}, and the log says {first.get(name)}"
            told[name] = taken.outcome.seq
        elif isinstance(taken.outcome, Duplicate):
            if told.get(name) != taken.outcome.seq:
                yield f"{name} is called a duplicate of {taken.outcome.seq}, not of {told.get(name)}"
        elif name in told:
            yield f"{name} was committed at {told[name]} and then refused"


def time_never_goes_back(history: History) -> Iterator[str]:
    """An event's instant is never before the one of the event before it."""
    latest = history.log[0].at
    for record in history.log:
        if record.at < latest:
            yield f"seq {record.seq} is at {record.at}, after {latest}"
        latest = record.at
