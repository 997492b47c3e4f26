"""What is timed: one interview decided, recorded, or replayed from its log."""

from __future__ import annotations

from benchmarks.engine.workload import SALT, Interview
from interview_engine.core.decide import take
from interview_engine.core.log import GENESIS, decode_record, encode_record, fold_log, record_events
from interview_engine.core.state import Room
from interview_engine.ids import Seq


def decided(interview: Interview) -> Room | None:
    """Decide and evolve: every command through `take`, as a shell without a store would."""
    room: Room | None = None
    for command in interview.commands:
        room = take(room, command).room
    return room


def recorded(interview: Interview) -> int:
    """The same, with every event hashed into the chain and encoded as its line of the log.

    Returns:
        Bytes written.
    """
    room: Room | None = None
    seq, prev_hash, written = Seq(0), GENESIS, 0
    for command in interview.commands:
        step = take(room, command)
        room = step.room
        if not step.events:
            continue
        records = record_events(step.events, SALT, after=seq, prev_hash=prev_hash)
        seq, prev_hash = records[-1].seq, records[-1].hash
        for record in records:
            written += len(encode_record(record))
    return written


def replayed(lines: tuple[bytes, ...]) -> Room:
    """Decode a log's lines and fold them."""
    return fold_log(decode_record(line) for line in lines)
