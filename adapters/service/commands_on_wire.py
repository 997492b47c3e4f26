"""Commands as transports carry them: a name and JSON arguments; who gives it, and when, is ours to say.

A person can name participants' and operators' commands only. Personas travel by id and become profiles
here, so that nobody can send a rival with qualities of their own making.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

import attrs
import msgspec

from adapters.service.casting import Casting
from adapters.service.command_ids import log_id
from interview_engine.core import commands as c
from interview_engine.core.legality import LEGAL_STAGES
from interview_engine.core.settings import Settings
from interview_engine.ids import CommandId, Millis, PersonaId, SeatId


class BadCommand(Exception):
    """A command that can't be read.

    Attributes:
        code: `unknown_command` or `bad_arguments`.
        why: What is wrong with which argument, for developers; it quotes no content.
    """

    def __init__(self, code: str, why: str) -> None:
        super().__init__(code, why)
        self.code, self.why = code, why

    def __str__(self) -> str:
        """Return the code and the reason."""
        return f"{self.code}: {self.why}"


@attrs.frozen(kw_only=True)
class Giver:
    """Who gives a command, and when.

    Attributes:
        seat_id: The giver's place.
        chosen_id: What the client calls the command: it makes a retry harmless.
        now: The service's clock.
        settings: The room's: their language is the personas', and what a change leaves out stays.
    """

    seat_id: SeatId
    chosen_id: str
    now: Millis
    settings: Settings


AI_SEATS: Final = "ai-"
PANEL_SEATS: Final = "panel-"
"""How the places of machines begin: a person's place, taken or not, can't be occupied by one."""


class SeatPersona(msgspec.Struct, forbid_unknown_fields=True):
    """Arguments that seat a persona. Without `seat_id` the place is named after the command.

    A `seat_id` begins with `ai-` for a candidate, and with `panel-` for an interviewer.
    """

    persona_id: str
    seat_id: str = ""


class ChangeSettingsArguments(msgspec.Struct, forbid_unknown_fields=True):
    """Settings to change; those that are left out keep their values."""

    settings: msgspec.Raw


def command_name(cls: type[c.Command]) -> str:
    """Return a command's name on the wire: `SubmitAnswer` is `submit_answer`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


COMMANDS: Final[dict[str, type[c.Command]]] = {
    command_name(cls): cls
    for cls in LEGAL_STAGES
    if issubclass(cls, c.ParticipantCommand | c.OperatorCommand)
}
"""The commands that a person's transport carries, by name."""

_UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What msgspec raises for bytes that it can't read; text within a raw value is looked at late."""
_OURS: Final = ("now", "id", "by")
_OWN_SEAT: Final = "seat_id"


def _arguments(cls: type[c.Command]) -> type[msgspec.Struct]:
    """Return a class that holds what a person says of a command: all but who gives it, and when."""
    if cls in (c.AddAiCandidate, c.AddInterviewer):
        return SeatPersona
    if cls is c.ChangeSettings:
        return ChangeSettingsArguments
    hidden = (*_OURS, _OWN_SEAT) if issubclass(cls, c.ParticipantCommand) else _OURS
    fields: list[tuple[str, type] | tuple[str, type, object]] = []
    attrs.resolve_types(cls)
    for field in attrs.fields(cls):
        if field.name in hidden:
            continue
        kind = field.type
        assert kind is not None, "commands are annotated"
        if field.default is attrs.NOTHING:
            fields.append((field.name, kind))
        else:
            fields.append((field.name, kind, field.default))
    return msgspec.defstruct(
        f"{cls.__name__}Arguments", fields, forbid_unknown_fields=True, kw_only=True, module=__name__
    )


ARGUMENTS: Final = {name: _arguments(cls) for name, cls in COMMANDS.items()}
"""What each command's `data` holds, for decoders and for the protocol's schema."""
_DECODERS: Final = {name: msgspec.json.Decoder(cls) for name, cls in ARGUMENTS.items()}


def decode_command(name: str, data: bytes | msgspec.Raw, giver: Giver, casting: Casting) -> c.Command:
    """Return the command that a person gave.

    Args:
        name: Its name on the wire.
        data: Its arguments, a JSON object.
        giver: Who gives it, and when.
        casting: Turns persona ids into profiles.

    Raises:
        BadCommand: There is no such command, or its arguments are not what it takes.
    """
    cls = COMMANDS.get(name)
    if cls is None:
        raise BadCommand("unknown_command", f"there is no command {name[:40]!r}")
    try:
        arguments = _DECODERS[name].decode(data or b"{}")
    except _UNREADABLE as error:
        raise BadCommand("bad_arguments", _why(error)) from error
    command_id = log_id(giver.seat_id, giver.chosen_id, name, _same_bytes(arguments))
    own = {"now": giver.now, "id": command_id}
    own |= {_OWN_SEAT: giver.seat_id} if issubclass(cls, c.ParticipantCommand) else {"by": giver.seat_id}
    if isinstance(arguments, SeatPersona):
        return _seating(cls, arguments, giver, command_id, casting)
    if isinstance(arguments, ChangeSettingsArguments):
        settings = merged_settings(giver.settings, arguments.settings)
        return c.ChangeSettings(now=giver.now, id=command_id, by=giver.seat_id, settings=settings)
    said = {field: getattr(arguments, field) for field in arguments.__struct_fields__}
    return cls(**said, **own)  # type: ignore[arg-type]  # the arguments' class was made from `cls`


def merged_settings(base: Settings, changes: bytes | msgspec.Raw) -> Settings:
    """Return settings with some values replaced.

    Args:
        base: What is kept where nothing is said.
        changes: A JSON object of settings.

    Raises:
        BadCommand: A value of the wrong kind, or a setting that doesn't exist.
    """
    try:
        said = msgspec.json.decode(changes, type=dict[str, msgspec.Raw])
    except _UNREADABLE as error:
        raise BadCommand("bad_arguments", _why(error)) from error
    known = {field.name for field in attrs.fields(Settings)}
    strange = sorted(set(said) - known)
    if strange:
        raise BadCommand("bad_arguments", f"there is no setting {strange[0][:40]!r}")
    held = {
        field.name: msgspec.Raw(msgspec.json.encode(getattr(base, field.name)))
        for field in attrs.fields(Settings)
    }
    try:
        return msgspec.json.decode(msgspec.json.encode(held | said), type=Settings)
    except _UNREADABLE as error:
        raise BadCommand("bad_arguments", _why(error)) from error


def _same_bytes(arguments: msgspec.Struct) -> bytes:
    """Return what stays the same however a client writes the same arguments."""
    if not isinstance(arguments, ChangeSettingsArguments):
        return msgspec.json.encode(arguments)
    try:
        return msgspec.json.encode(msgspec.json.decode(arguments.settings), order="sorted")
    except _UNREADABLE as error:
        raise BadCommand("bad_arguments", _why(error)) from error


def _seating(
    cls: type[c.Command], arguments: SeatPersona, giver: Giver, command_id: CommandId, casting: Casting
) -> c.Command:
    mark = hashlib.blake2b(command_id.encode(), digest_size=5).hexdigest()
    persona_id = PersonaId(arguments.persona_id)
    if cls is c.AddAiCandidate:
        candidate = casting.candidate(persona_id, giver.settings.language)
        if candidate is None:
            raise BadCommand("bad_arguments", "there is no such candidate persona")
        return c.AddAiCandidate(
            now=giver.now,
            id=command_id,
            by=giver.seat_id,
            seat_id=_machines_place(arguments.seat_id, AI_SEATS, mark),
            profile=candidate,
        )
    interviewer = casting.interviewer(persona_id, giver.settings.language)
    if interviewer is None:
        raise BadCommand("bad_arguments", "there is no such interviewer")
    return c.AddInterviewer(
        now=giver.now,
        id=command_id,
        by=giver.seat_id,
        seat_id=_machines_place(arguments.seat_id, PANEL_SEATS, mark),
        profile=interviewer,
    )


def _machines_place(chosen: str, beginning: str, mark: str) -> SeatId:
    if chosen and not chosen.startswith(beginning):
        raise BadCommand("bad_arguments", f"the seat's id begins with {beginning!r}")
    return SeatId(chosen or f"{beginning}{mark}")


def _why(error: Exception) -> str:
    """Return what msgspec found wrong: it names types and places, and quotes no more than an enum's value."""
    return re.sub(r"'[^']*'", "'…'", str(error)) if isinstance(error, msgspec.ValidationError) else "not JSON"
