"""Looking back on a room: reports, checks, one's own copy of the log, forks. Pure work on a log's bytes.

Each function can be done in another process: it takes and returns bytes and plain values.
"""

from __future__ import annotations

import msgspec

from interview_engine.core.forking import ForkError, fork, seq_of_round
from interview_engine.core.log import Record, decode_log, encode_log, fold_log
from interview_engine.core.redaction import redact
from interview_engine.core.seats import SeatKind
from interview_engine.core.state import Room
from interview_engine.core.verifying import verify
from interview_engine.ids import RoomId, RoundId, Salt, SeatId
from interview_engine.reports import build_report, render_csv, render_html, render_json
from interview_engine.vocabulary import Language


class Unforkable(Exception):
    """A room can't be answered again from there. `code` is a problem's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class FaultFound(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with a log: where, and which check failed."""

    seq: int
    code: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What checking a log found.

    Attributes:
        sound: Nothing is wrong.
        records, redacted: How many records there are, and how many without their personal text.
        finished: The interview is over.
        head: Hash of the last record: it stands for the whole log.
        faults: What is wrong.
    """

    sound: bool
    records: int
    redacted: int
    finished: bool
    head: str
    faults: tuple[FaultFound, ...]


def rendered(log: bytes, seat_id: SeatId | None, form: str, language: Language) -> bytes:
    """Return a report of what a seat may look back on.

    Args:
        log: The room's log in JSON Lines.
        seat_id: Whose report; None for the public's.
        form: `json`, `html` or `csv`.
        language: What the page or the table's headings speak.
    """
    report = build_report(_records(log), seat_id)
    if form == "html":
        return render_html(report, language).encode()
    if form == "csv":
        return render_csv(report, language).encode()
    return render_json(report)


def checked(log: bytes) -> Checked:
    """Return what `verify` finds in a log in JSON Lines."""
    found = verify(_records(log))
    return Checked(
        sound=found.sound,
        records=found.records,
        redacted=found.redacted,
        finished=found.finished,
        head=found.head,
        faults=tuple(FaultFound(seq=fault.seq, code=fault.code) for fault in found.faults),
    )


def own_copy(log: bytes, seat_id: SeatId) -> bytes:
    """Return a log without other people's words: it still verifies, and the rest is whole.

    Args:
        log: The room's log in JSON Lines.
        seat_id: Whose copy it is.
    """
    records = _records(log)
    for owner in sorted(_other_people(records, seat_id)):
        records = redact(records, owner)
    return encode_log(records)


def forked(log: bytes, seat_id: SeatId, asked: str | int, room_id: RoomId, salt: Salt) -> bytes:
    """Return the log of a new room in which a question is to be answered again.

    Args:
        log: The parent's log in JSON Lines.
        seat_id: Who answers again.
        asked: The round's id, or the question's place in the interview from 1.
        room_id: The new room.
        salt: Fresh random text.

    Raises:
        Unforkable: The question was not put to that seat, or the past holds words that can't be shared.
    """
    records = _records(log)
    home = _round(fold_log(records), seat_id, asked)
    at = seq_of_round(records, home)
    others = _other_people(records, seat_id)
    if any(record.owner in others for record in records[:at]):
        raise Unforkable("others_words")
    try:
        return encode_log(fork(records, at, room_id=room_id, salt=salt))
    except ForkError as error:
        raise Unforkable("words_deleted") from error


def _round(room: Room, seat_id: SeatId, asked: str | int) -> RoundId:
    for number, home in enumerate(room.rounds, start=1):
        if asked in (number, home.round_id):
            if seat_id not in home.candidates:
                break
            return home.round_id
    raise Unforkable("not_asked")


def _other_people(records: tuple[Record, ...], seat_id: SeatId) -> frozenset[SeatId]:
    """Return the people who have words in a log, but for one."""
    machines = {
        seat.seat_id for seat in fold_log(records).seats if seat.kind in (SeatKind.AI, SeatKind.INTERVIEWER)
    }
    # A question for everybody is owned by no seat.
    owners = {record.owner for record in records if record.owner}
    return frozenset(owners - machines - {seat_id})


def _records(log: bytes) -> tuple[Record, ...]:
    return tuple(decode_log(log.splitlines()))
