"""The codec: events and rooms as canonical JSON, the same bytes on every machine.

An event is an envelope of type, schema and data. Types are explicit tags, fixed for ever; when a class
changes its shape, its schema number rises and an upcaster turns old data into new.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs
import msgspec

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.ledger import CommandLedger
from interview_engine.core.state import Room
from interview_engine.core.visibility import PERSONAL
from interview_engine.ids import CommandId, Seq

Upcaster = Callable[[dict[str, object]], dict[str, object]]
"""Turns an event's data of one schema into the next one's; pure."""


class CodecError(Exception):
    """Bytes that are no event or room of ours.

    CodecError
     |- UnknownEventType: a tag that this version does not know
     |- NewerSchema: written by a newer version
     `- BrokenData: not JSON, or not of the declared shape
    """


class UnknownEventType(CodecError):
    """A tag that this version does not know: the log was written by a newer one, or by something else."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag

    def __str__(self) -> str:
        """Return what happened and what to do."""
        return f"unknown event type {self.tag!r}: written by a newer version? Upgrade interview-engine."


class NewerSchema(CodecError):
    """An event's data has a schema newer than this version knows."""

    def __init__(self, tag: str, schema: int, known: int) -> None:
        super().__init__(tag, schema, known)
        self.tag, self.schema, self.known = tag, schema, known

    def __str__(self) -> str:
        """Return what happened and what to do."""
        return (
            f"{self.tag} has schema {self.schema}, this version knows {self.known}: upgrade interview-engine."
        )


class BrokenData(CodecError):
    """Data that is not JSON, or not of the declared shape."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(what, why)
        self.what, self.why = what, why

    def __str__(self) -> str:
        """Return what is broken and why."""
        return f"{self.what} is broken: {self.why}"


def _tag(cls: type[e.Event]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


EVENT_TYPES: Final[dict[str, type[e.Event]]] = {_tag(cls): cls for cls in e.Event.__subclasses__()}
"""Every event class by its tag. Tags are written into logs: renaming a class needs an upcaster."""
_TAGS: Final = {cls: tag for tag, cls in EVENT_TYPES.items()}

UPCASTERS: Final[dict[str, tuple[Upcaster, ...]]] = {}
"""Per tag: the n-th entry turns schema n+1 into schema n+2. No shape has changed yet."""


def _encode_odd(value: object) -> object:
    if isinstance(value, CommandLedger):
        return value.entries()
    raise NotImplementedError(f"no JSON for {type(value).__name__}")


def _decode_odd(kind: type, value: object) -> object:
    if kind is CommandLedger:
        return CommandLedger.from_entries(msgspec.convert(value, tuple[tuple[CommandId, Seq], ...]))
    raise NotImplementedError(f"no decoder for {kind.__name__}")


_encoder: Final = msgspec.json.Encoder(order="sorted", enc_hook=_encode_odd)


def canonical(value: object) -> bytes:
    """Return a value's canonical JSON: UTF-8, no white space, object keys sorted."""
    return _encoder.encode(value)


def tag_of(event: e.Event) -> str:
    """Return an event's tag."""
    return _TAGS[event.__class__]


def schema_of(tag: str) -> int:
    """Return the schema number that this version writes for a tag, from 1."""
    return 1 + len(UPCASTERS.get(tag, ()))


def _personal_defaults(cls: type[e.Event]) -> dict[str, object]:
    return {f.name: f.default for f in attrs.fields(cls) if f.metadata.get(PERSONAL)}


_BLANKS: Final = {cls: _personal_defaults(cls) for cls in _TAGS}
_PERSONAL: Final = {cls: tuple(sorted(blanks.items())) for cls, blanks in _BLANKS.items()}


def personal_fields(event: e.Event) -> tuple[str, ...]:
    """Return the names of an event's personal fields, sorted."""
    return tuple(name for name, _ in _PERSONAL[event.__class__])


def blanked(event: e.Event) -> e.Event:
    """Return an event without its personal text: each personal field holds its default."""
    blanks = _BLANKS[event.__class__]
    return changed(event, **blanks) if blanks else event  # type: ignore[arg-type]


def personal_body(event: e.Event) -> dict[str, object]:
    """Return an event's personal text: the personal fields that hold something.

    A field that holds its default is left out, so a version that adds one can still check older digests.
    """
    body = {}
    for name, blank in _PERSONAL[event.__class__]:
        held = getattr(event, name)
        if held != blank:
            body[name] = held
    return body


_EVENT_DECODERS: Final = {
    tag: msgspec.json.Decoder(cls, dec_hook=_decode_odd) for tag, cls in EVENT_TYPES.items()
}
_ROOM_DECODER: Final = msgspec.json.Decoder(Room, dec_hook=_decode_odd)


def decode_event(tag: str, schema: int, data: bytes | msgspec.Raw) -> e.Event:
    """Return an event from its envelope.

    Args:
        tag: Its type.
        schema: The schema number of its data.
        data: Its JSON.

    Raises:
        UnknownEventType: For a tag of another version.
        NewerSchema: For data of a newer version.
        BrokenData: For data that has not the declared shape.
    """
    decoder = _EVENT_DECODERS.get(tag)
    if decoder is None:
        raise UnknownEventType(tag)
    known = schema_of(tag)
    if schema > known:
        raise NewerSchema(tag, schema, known)
    if schema < 1:
        raise BrokenData(tag, f"schema {schema}")
    try:
        if schema == known:
            return decoder.decode(data)
        raw = msgspec.json.decode(data)
        for upcast in UPCASTERS[tag][schema - 1 :]:
            raw = upcast(raw)
        return msgspec.convert(raw, EVENT_TYPES[tag], dec_hook=_decode_odd)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenData(tag, str(error)) from error
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenData(tag, f"its old data can't be brought up to date ({type(error).__name__})") from error


def encode_room(room: Room) -> bytes:
    """Return a snapshot of a room: canonical JSON."""
    return canonical(room)


def decode_room(data: bytes) -> Room:
    """Return a room from its snapshot.

    Raises:
        BrokenData: For bytes that are no snapshot of this version's.
    """
    try:
        return _ROOM_DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenData("snapshot", str(error)) from error
