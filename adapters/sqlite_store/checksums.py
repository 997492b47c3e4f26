"""Checksums that tie stored bytes to their place: a line moved to another seq or room fails too."""

from __future__ import annotations

import hashlib
from typing import Final

from interview_engine.ids import RoomId, Seq

CHECKSUM_BYTES: Final = 8
"""Enough against damage; forgery is what the log's hash chain is for."""


def record_checksum(room_id: RoomId, seq: Seq, line: bytes) -> bytes:
    """Return the checksum of a record's line in its place."""
    return _checksum(b"record", room_id, seq, line)


def snapshot_checksum(room_id: RoomId, seq: Seq, data: bytes) -> bytes:
    """Return the checksum of a snapshot's data in its place."""
    return _checksum(b"snapshot", room_id, seq, data)


def _checksum(kind: bytes, room_id: RoomId, seq: Seq, body: bytes) -> bytes:
    room = room_id.encode()
    # The length in front keeps a room id that holds digits or bars from passing for another place.
    digest = hashlib.blake2b(b"%d|%b|%d|" % (len(room), room, seq), digest_size=CHECKSUM_BYTES, person=kind)
    digest.update(body)
    return digest.digest()
