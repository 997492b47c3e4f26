"""Everything that is held of a person, as one JSON document."""

from __future__ import annotations

import msgspec

from adapters.http_api.parts import ApiParts
from adapters.service.event_store import UnknownRoom
from adapters.service.people.directory import Item, ItemKind, Membership, RoomEntry
from adapters.service.people.identity import Person
from adapters.service.room_reading import RoomQuarantined
from interview_engine.core.codec import canonical, personal_body, tag_of
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.core.views import Viewer, seen_event
from interview_engine.ids import Millis, SeatId

MOST_ROOMS = 10_000


class OwnWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the person, or about them, in a room's log; as far as they may be seen yet.

    Attributes:
        seq, at: Where they stand.
        event: What kind of event.
        words: The personal fields.
    """

    seq: int
    at: Millis
    event: str
    words: msgspec.Raw


class OwnRoom(msgspec.Struct, frozen=True, kw_only=True):
    """A room that the person owns or was let into.

    Attributes:
        room_id, title, public, created_at: The room; the title only of one's own.
        owner: They opened it.
        seat_id, role: Their place there; empty when they never entered.
        words: Theirs.
        readable: False when the room's log waits for the operator, so that its words are missing here.
    """

    room_id: str
    title: str
    public: bool
    created_at: Millis
    owner: bool
    seat_id: str
    role: str
    words: tuple[OwnWords, ...]
    readable: bool = True


class OwnItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the person keeps: a persona's TOML, a question or a document as JSON text."""

    kind: str
    item_id: str
    at: Millis
    body: str


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is held of a person."""

    user_id: str
    name: str
    exported_at: Millis
    rooms: tuple[OwnRoom, ...]
    items: tuple[OwnItem, ...]


async def export_account(parts: ApiParts, person: Person) -> Export:
    """Return everything that is held of a person.

    Raises:
        EventStoreError: The store did not answer.
    """
    rooms = [
        await _own_room(parts, person, entry)
        for entry in await parts.directory.rooms_of(person.user_id, limit=MOST_ROOMS)
    ]
    items: list[Item] = []
    for kind in ItemKind:
        items += await parts.directory.items(kind, person.user_id)
    return Export(
        user_id=person.user_id,
        name=person.name,
        exported_at=parts.now(),
        rooms=tuple(rooms),
        items=tuple(
            OwnItem(kind=item.kind.value, item_id=item.item_id, at=item.at, body=item.body) for item in items
        ),
    )


async def _own_room(parts: ApiParts, person: Person, entry: RoomEntry) -> OwnRoom:
    member = await parts.directory.membership(entry.room_id, person.user_id)
    words: tuple[OwnWords, ...] = ()
    readable = True
    if member is not None:
        try:
            room = await parts.service.room(entry.room_id)
            words = words_of(room, await parts.service.log_of(entry.room_id), member.seat_id)
        except UnknownRoom:
            pass
        except RoomQuarantined:
            readable = False
    owner = entry.owner == person.user_id
    return OwnRoom(
        room_id=entry.room_id,
        title=entry.title if owner else "",
        public=entry.public,
        created_at=entry.created_at,
        owner=owner,
        seat_id=_seat(member),
        role=member.role.value if member is not None else "",
        words=words,
        readable=readable,
    )


def _seat(member: Membership | None) -> str:
    return member.seat_id if member is not None else ""


def words_of(room: Room, log: tuple[Record, ...], seat_id: SeatId) -> tuple[OwnWords, ...]:
    """Return a seat's words in a log, as far as its owner may see them now.

    Args:
        room: The room as it stands.
        log: Its records.
        seat_id: Whose words.
    """
    found: list[OwnWords] = []
    for record in log:
        if record.owner != seat_id or record.redacted:
            continue
        seen = seen_event(room, record.event, Viewer(seat_id=seat_id))
        body = personal_body(seen) if seen is not None else {}
        if body:
            found.append(
                OwnWords(
                    seq=record.seq,
                    at=record.at,
                    event=tag_of(record.event),
                    words=msgspec.Raw(canonical(body)),
                )
            )
    return tuple(found)
