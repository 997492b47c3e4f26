"""`verify(log)`: whether a log is whole, unaltered, and says what its own events lead to.

Everything is recomputed offline: the chain of hashes, the digests of personal text that is still there,
the fold, every board, and the promise of the seed.
"""

from __future__ import annotations

import msgspec

from interview_engine.core import events as e
from interview_engine.core.chance import commitment
from interview_engine.core.codec import (
    CodecError,
    blanked,
    canonical,
    decode_event,
    personal_body,
    tag_of,
)
from interview_engine.core.evolve import evolve
from interview_engine.core.log import GENESIS, Record, chain_hash, personal_digest
from interview_engine.core.recomputing import false_claims
from interview_engine.core.settings import RULES_VERSION
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import Seq, TurnId
from interview_engine.values import value


@value(kw_only=True)
class Fault:
    """Something that is wrong with a log.

    Attributes:
        seq: Where; 0 for the log as a whole.
        code: Stable: empty, first_event, gap, chain, hash, personal, time, board, score, turn, draw, claim,
            seed, fold.
        detail: For people.
    """

    seq: Seq
    code: str
    detail: str


@value(kw_only=True)
class Verification:
    """What was found.

    Attributes:
        faults: Empty for a sound log.
        room: The room that the log folds to; None when it doesn't fold.
        records: How many records there are.
        redacted: How many had their personal text deleted.
        finished: Whether the interview has ended.
        head: Hash of the last record.
    """

    faults: tuple[Fault, ...]
    room: Room | None
    records: int
    redacted: int
    finished: bool
    head: str

    @property
    def sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.faults


def verify(log: tuple[Record, ...]) -> Verification:
    """Check a log from its first record to its last.

    Args:
        log: The records in the order in which they stand.

    Returns:
        What was found; nothing is raised for a bad log.
    """
    faults = list(_chain_faults(log))
    room = None
    if not any(fault.code in ("empty", "first_event") for fault in faults):
        room = _fold_with_faults(log, faults)
    return Verification(
        faults=tuple(faults),
        room=room,
        records=len(log),
        redacted=sum(record.redacted for record in log),
        finished=room is not None and room.stage is Stage.FINISHED,
        head=log[-1].hash if log else GENESIS,
    )


def _chain_faults(log: tuple[Record, ...]) -> list[Fault]:
    if not log:
        return [Fault(seq=Seq(0), code="empty", detail="the log holds no records")]
    faults = []
    if not isinstance(log[0].event, e.RoomCreated):
        faults.append(Fault(seq=log[0].seq, code="first_event", detail="a log begins with room_created"))
    prev_hash, prev_at = GENESIS, log[0].at
    for expected, record in enumerate(log, start=1):
        if record.seq != expected:
            faults.append(Fault(seq=record.seq, code="gap", detail=f"expected seq {expected}"))
        if record.prev_hash != prev_hash:
            faults.append(Fault(seq=record.seq, code="chain", detail="does not follow the record before"))
        tag = tag_of(record.event)
        data = _as_hashed(record.data)
        if record.hash != chain_hash(record.prev_hash, record.seq, tag, record.schema, record.digest, data):
            faults.append(
                Fault(seq=record.seq, code="hash", detail="the record was changed after it was written")
            )
        elif not _is_what_was_hashed(record, tag):
            faults.append(
                Fault(seq=record.seq, code="hash", detail="the event is not the one that was hashed")
            )
        if not _personal_text_holds(record):
            faults.append(Fault(seq=record.seq, code="personal", detail="the personal text was changed"))
        if record.at < prev_at:
            faults.append(Fault(seq=record.seq, code="time", detail="event time went back"))
        prev_hash, prev_at = record.hash, record.at
    return faults


def _as_hashed(data: bytes) -> bytes:
    """Return the data sorted again, so that white space added by a tool does no harm."""
    try:
        return canonical(msgspec.json.decode(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return data


def _is_what_was_hashed(record: Record, tag: str) -> bool:
    """Return whether the event says what the chain covers: personal text adds to it and replaces nothing."""
    try:
        return decode_event(tag, record.schema, record.data) == blanked(record.event)
    except CodecError:
        return False


def _personal_text_holds(record: Record) -> bool:
    body = personal_body(record.event)
    if not record.digest:
        return not body
    if record.redacted:
        return record.event == blanked(record.event)
    return record.digest == personal_digest(record.salt, canonical(body))


def _fold_with_faults(log: tuple[Record, ...], faults: list[Fault]) -> Room | None:
    room: Room | None = None
    redacted: frozenset[TurnId] = frozenset()
    for record in log:
        event = record.event
        if record.redacted and isinstance(event, e.EvaluationRecorded | e.TurnClosed | e.AnswerPrepared):
            redacted |= {event.turn_id}
        if room is not None and room.rules_version == RULES_VERSION:
            faults += _false_claims(record, room, redacted)
        try:
            room = evolve(room, event)
        except (AssertionError, AttributeError, IndexError, KeyError, StopIteration, ValueError) as error:
            faults.append(Fault(seq=record.seq, code="fold", detail=type(error).__name__))
            return None
        if isinstance(event, e.InterviewFinished) and commitment(event.seed) != room.seed_commitment:
            faults.append(
                Fault(seq=record.seq, code="seed", detail="the revealed seed is not the promised one")
            )
    return room


def _false_claims(record: Record, room: Room, redacted: frozenset[TurnId]) -> list[Fault]:
    try:
        found = list(false_claims(room, record.event, redacted))
    except (AssertionError, AttributeError, IndexError, KeyError, StopIteration, ValueError):
        # What can't even be computed is said by the fold, or by the claim itself being impossible.
        found = [("claim", "what the event says can't be computed again")]
    return [Fault(seq=record.seq, code=code, detail=detail) for code, detail in found]
