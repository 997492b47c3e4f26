"""Command ids: what a client chose becomes what the log keeps.

The law: an id is its giver's alone, and stands for one command. Nobody can use up another seat's ids, the
same id with another command is refused, and nothing that a client chose is written down.

An id in the log is `<stem>.<mark>`: the stem is made of the seat and the client's id, the mark of the command
itself. The mark is keyed with the client's id, which is kept nowhere: as long as that can't be guessed, a
mark doesn't tell what was said, also after the words were deleted.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Final

import attrs

from interview_engine.core import commands as c
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, RoomId, SeatId

STEM_BYTES: Final = 12
MARK_BYTES: Final = 6
_BETWEEN: Final = "."


class CommandIdReused(Exception):
    """An id was given that this seat has used for another command; nothing was done."""

    code = "command_id_reused"

    def __str__(self) -> str:
        """Return the code."""
        return self.code


def log_id(seat_id: SeatId, chosen: str, name: str, arguments: bytes) -> CommandId:
    """Return the id under which a command stands in the log.

    Args:
        seat_id: Who gives it.
        chosen: The id that the client chose: the same for a retry, another for another command.
        name: The command's name.
        arguments: Its arguments, the same bytes for the same command.
    """
    stem = hashlib.blake2b(f"{seat_id}\x1f{chosen}".encode(), digest_size=STEM_BYTES)
    return _marked(_text(stem.digest()), chosen, name.encode() + b"\x1f" + arguments)


def creation_id(room_id: RoomId, chosen: str, wanted: bytes) -> CommandId:
    """Return the id under which a room's creation stands in its log.

    Args:
        room_id: The room, whose id was made of its giver and the key.
        chosen: The key that the client chose.
        wanted: What it asked for, the same bytes for the same room.
    """
    return _marked(f"create-{room_id}", chosen, wanted)


def _marked(stem: str, chosen: str, said: bytes) -> CommandId:
    key = hashlib.blake2b(chosen.encode(), digest_size=32).digest()
    mark = hashlib.blake2b(said, digest_size=MARK_BYTES, key=key)
    return CommandId(f"{stem}{_BETWEEN}{_text(mark.digest())}")


def _text(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@attrs.define(eq=False)
class UsedIds:
    """The stems of a room's commands; only filled once somebody gives a command."""

    _stems: set[str] | None = None

    def note(self, records: tuple[Record, ...]) -> None:
        """Take note of what records were caused by."""
        if self._stems is not None:
            self._stems.update(_stem(record.event.cause) for record in records if record.event.cause)

    def require_unused(self, room: Room, command: c.Command) -> None:
        """Check that a command's id does not stand for another command.

        Args:
            room: The state that the durable records lead to.
            command: What is asked.

        Raises:
            CommandIdReused: It does.
        """
        if not isinstance(command, c.ParticipantCommand | c.OperatorCommand):
            return
        if self._stems is None:
            self._stems = {_stem(command_id) for command_id, _ in room.ledger.entries()}
        if _stem(command.id) in self._stems and room.ledger.seq_of(command.id) is None:
            raise CommandIdReused


def _stem(command_id: CommandId) -> str:
    return command_id.partition(_BETWEEN)[0]
