"""How rooms look on the wire."""

from __future__ import annotations

import attrs
import msgspec

from adapters.http_api.asking import Inside
from adapters.service.commands_on_wire import command_name
from adapters.service.people.directory import RoomEntry
from adapters.service.people.invitations import Role
from interview_engine.core.codec import canonical
from interview_engine.core.legal_commands import legal_commands
from interview_engine.core.seats import MOST_CANDIDATES, MOST_HUMANS, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.views import Viewer, view
from interview_engine.core.visibility import AUDIENCE
from interview_engine.ids import Millis, SeatId
from interview_engine.vocabulary import Company, JobRole, Language


def _room_view() -> type[msgspec.Struct]:
    """Return a type with the fields of a room that views show, for the schema."""
    attrs.resolve_types(Room)
    fields = [
        (field.name, field.type) for field in attrs.fields(Room) if AUDIENCE in field.metadata and field.type
    ]
    return msgspec.defstruct("RoomView", fields, kw_only=True, module=__name__)


RoomView = _room_view()
"""A room as one seat may see it; hidden fields, which are not listed, hold their defaults."""


class You(msgspec.Struct, frozen=True, kw_only=True):
    """One's own place in a room.

    Attributes:
        seat_id: One's place, taken or not.
        role: What one may sit as.
        seated: The place is taken.
        host: One gives the host's commands.
        owner: One opened the room.
        legal: The commands that one may give now.
    """

    seat_id: SeatId
    role: Role
    seated: bool
    host: bool
    owner: bool
    legal: tuple[str, ...]


class RoomSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A room as one may see it: the same `room` as the WebSocket's snapshot."""

    room_id: str
    title: str
    public: bool
    you: You
    room: msgspec.Raw


class RoomSeenShape(msgspec.Struct, frozen=True, kw_only=True):
    """A room as one may see it: the same `room` as the WebSocket's snapshot."""

    room_id: str
    title: str
    public: bool
    you: You
    room: RoomView  # type: ignore[valid-type]  # made of the fields that views show


class RoomCard(msgspec.Struct, frozen=True, kw_only=True):
    """A room in a list.

    Attributes:
        room_id, title, public, created_at: As its owner chose, and when.
        stage: Where the interview stands; None while the log waits for the operator.
        language, company, role: What the interview is for.
        host: The host's display name; empty without a host.
        people, ai, seats_free: Who sits there, and how many people still may as candidates.
        mine: One opened it.
    """

    room_id: str
    title: str
    public: bool
    created_at: Millis
    mine: bool
    stage: Stage | None = None
    language: Language | None = None
    company: Company | None = None
    role: JobRole | None = None
    host: str = ""
    people: int = 0
    ai: int = 0
    seats_free: int = 0


class RoomList(msgspec.Struct, frozen=True, kw_only=True):
    """Rooms, the newest first."""

    rooms: tuple[RoomCard, ...]


def seen(entry: RoomEntry, inside: Inside) -> RoomSeen:
    """Return a room as its visitor may see it."""
    return RoomSeen(
        room_id=entry.room_id,
        title=entry.title,
        public=entry.public,
        you=you(inside),
        room=msgspec.Raw(canonical(view(inside.room, Viewer(seat_id=inside.entrance.seat_id)))),
    )


def you(inside: Inside) -> You:
    """Return a visitor's own place."""
    entrance, room = inside.entrance, inside.room
    seat = room.seat(entrance.seat_id)
    return You(
        seat_id=entrance.seat_id,
        role=entrance.role,
        seated=seat is not None and not seat.left,
        host=room.host == entrance.seat_id,
        owner=entrance.owner,
        legal=tuple(command_name(kind) for kind in legal_commands(room, entrance.seat_id)),
    )


def card(entry: RoomEntry, room: Room | None, *, mine: bool) -> RoomCard:
    """Return a room as lists show it: no personal text but the title and the host's name.

    Args:
        entry: The directory's.
        room: As it stands; None while its log does not read.
        mine: Whoever asks opened it.
    """
    if room is None:
        return RoomCard(
            room_id=entry.room_id,
            title=entry.title,
            public=entry.public,
            created_at=entry.created_at,
            mine=mine,
        )
    host = room.seat(room.host) if room.host is not None else None
    humans = len(room.humans())
    candidates = len(room.candidates())
    free = min(MOST_HUMANS - humans, MOST_CANDIDATES - candidates) if room.stage is Stage.WAITING else 0
    return RoomCard(
        room_id=entry.room_id,
        title=entry.title,
        public=entry.public,
        created_at=entry.created_at,
        mine=mine,
        stage=room.stage,
        language=room.settings.language,
        company=room.settings.company,
        role=room.settings.role,
        host=host.name if host is not None else "",
        people=humans,
        ai=sum(seat.kind is SeatKind.AI for seat in room.candidates()),
        seats_free=free,
    )
