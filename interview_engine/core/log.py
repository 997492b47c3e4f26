"""The log: records of events, chained by hashes, gap-free from seq 1.

A record's hash covers the hash before it, its place, its type and its canonical data without personal
text; personal text is covered by a salted digest. So a body can be deleted at its owner's request and the
log still verifies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import msgspec

from interview_engine.core import events as e
from interview_engine.core.codec import (
    BrokenData,
    blanked,
    canonical,
    decode_event,
    personal_body,
    schema_of,
    tag_of,
)
from interview_engine.core.evolve import fold
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, Salt, SeatId, Seq
from interview_engine.values import value

GENESIS: Final = "0" * 64
"""What the first record's hash is chained to."""
_BATCH: Final = 256
"""Events that are read before they are folded: doing both in turns for each takes a tenth longer."""


@value(kw_only=True)
class Record:
    """An event in its place in a room's log.

    Attributes:
        seq: Place in the log, from 1.
        event: What happened.
        schema: Schema number of the event's data as it was written.
        data: The event's canonical JSON without personal text, as it was hashed.
        salt: Hides the personal text behind its digest; deleted with it.
        digest: Digest of salt and personal text; empty when the event has none.
        prev_hash, hash: The chain.
    """

    seq: Seq
    event: e.Event
    schema: int
    data: bytes
    salt: Salt = Salt("")
    digest: str = ""
    prev_hash: str
    hash: str

    @property
    def at(self) -> Millis:
        """The event's instant."""
        return self.event.at

    @property
    def redacted(self) -> bool:
        """True when the record's personal text was deleted."""
        return bool(self.digest) and not self.salt

    @property
    def owner(self) -> SeatId | None:
        """Whose personal text this record holds or held; None without any."""
        return getattr(self.event, "seat_id", None) if self.digest else None


def record_events(
    events: Iterable[e.Event], salt: Salt, *, after: Seq = Seq(0), prev_hash: str = GENESIS
) -> tuple[Record, ...]:
    """Return the records of a step's events, to be appended in one piece.

    Args:
        events: What happened, in order.
        salt: Fresh random text from the shell, at least 16 characters; never empty.
        after: Seq of the log's last record; 0 for a new log.
        prev_hash: Hash of the log's last record.
    """
    assert salt, "an empty salt would read as redacted"
    records = []
    seq = after
    for event in events:
        seq = Seq(seq + 1)
        tag = tag_of(event)
        schema = schema_of(tag)
        own_salt, digest = Salt(""), ""
        body = personal_body(event)
        if body:
            own_salt = Salt(hashlib.sha256(f"{salt}\x1f{seq}".encode()).hexdigest()[:32])
            digest = personal_digest(own_salt, canonical(body))
        data = canonical(blanked(event))
        digest_of_all = chain_hash(prev_hash, seq, tag, schema, digest, data)
        records.append(
            Record(
                seq=seq,
                event=event,
                schema=schema,
                data=data,
                salt=own_salt,
                digest=digest,
                prev_hash=prev_hash,
                hash=digest_of_all,
            )
        )
        prev_hash = digest_of_all
    return tuple(records)


def chain_hash(prev_hash: str, seq: int, tag: str, schema: int, digest: str, data: bytes) -> str:
    """Return a record's hash: SHA-256 over the chain so far, its place, its type and its bare data."""
    head = f"{prev_hash}\n{seq}\n{tag}\n{schema}\n{digest}\n".encode()
    return hashlib.sha256(head + data).hexdigest()


def personal_digest(salt: Salt, body: bytes) -> str:
    """Return the digest that stands for personal text in the chain."""
    return hashlib.sha256(salt.encode() + b"\x1f" + body).hexdigest()


class _Line(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """A record as it is written: one line of JSON. Nothing but this file sees it, so it is a Struct."""

    seq: Seq
    type: str
    schema: int
    data: msgspec.Raw
    personal: msgspec.Raw
    salt: Salt
    digest: str
    prev: str
    hash: str


_NO_TEXT: Final = msgspec.Raw(b"null")
_line_decoder: Final = msgspec.json.Decoder(_Line)
_line_encoder: Final = msgspec.json.Encoder()


def encode_record(record: Record) -> bytes:
    """Return a record as one line of JSON, without the line feed."""
    kept = bool(record.digest) and not record.redacted
    personal = msgspec.Raw(canonical(personal_body(record.event))) if kept else _NO_TEXT
    line = _Line(
        seq=record.seq,
        type=tag_of(record.event),
        schema=record.schema,
        data=msgspec.Raw(record.data),
        personal=personal,
        salt=record.salt,
        digest=record.digest,
        prev=record.prev_hash,
        hash=record.hash,
    )
    return _line_encoder.encode(line)


def decode_record(line: bytes) -> Record:
    """Return a record from its line. Hashes are not checked here: see `verify`.

    Raises:
        CodecError: For a line of another version, or one that is broken.
    """
    try:
        parts = _line_decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenData("record", str(error)) from error
    data = bytes(parts.data)
    whole = data if parts.personal == _NO_TEXT else _merged(data, bytes(parts.personal))
    return Record(
        seq=parts.seq,
        event=decode_event(parts.type, parts.schema, whole),
        schema=parts.schema,
        data=data,
        salt=parts.salt,
        digest=parts.digest,
        prev_hash=parts.prev,
        hash=parts.hash,
    )


def _merged(data: bytes, personal: bytes) -> bytes:
    """Return one JSON object with the fields of both: of a name that stands twice the later value counts."""
    return data[:-1] + b"," + personal[1:]


def encode_log(log: Iterable[Record]) -> bytes:
    """Return a log as JSON Lines."""
    return b"".join(encode_record(record) + b"\n" for record in log)


def decode_log(lines: Iterable[bytes]) -> Iterator[Record]:
    """Yield the records of a log in JSON Lines; empty lines are passed over.

    Raises:
        BrokenData: Naming the line, for one that is broken or cut off.
        CodecError: For a line of another version.
    """
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text:
            continue
        try:
            yield decode_record(text)
        except BrokenData as error:
            raise BrokenData(f"line {number} ({error.what})", error.why) from error


def fold_log(log: Iterable[Record], room: Room | None = None) -> Room:
    """Return the room that a log, or the tail of a log after a snapshot, leads to."""
    events = (record.event for record in log)
    while batch := tuple(islice(events, _BATCH)):
        room = fold(batch, room)
    assert room is not None, "a log holds at least RoomCreated"
    return room


def room_of(log: tuple[Record, ...]) -> RoomId:
    """Return the id of the room that a log belongs to."""
    created = log[0].event
    assert isinstance(created, e.RoomCreated), "a log begins with RoomCreated"
    return created.room_id
