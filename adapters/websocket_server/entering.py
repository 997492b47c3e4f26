"""From `hello` to a place in a room: who one is, whether one may come in, and what one has missed."""

from __future__ import annotations

import asyncio
from typing import Final

import attrs
import msgspec
import structlog

from adapters.service.event_store import EventStoreError, UnknownRoom
from adapters.service.people.access import Entrance, NoSuchRoom, RemovedFromRoom
from adapters.service.people.identity import AccountClosed, NotAuthenticated
from adapters.service.room_reading import RoomQuarantined
from adapters.websocket_server.audiences import room_for
from adapters.websocket_server.channel import Channel, FrameRefused
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.frames import (
    PROTOCOL,
    UNREADABLE,
    Hello,
    Limits,
    Welcome,
    You,
    decode_client,
    encode,
)
from adapters.websocket_server.gateway_parts import GatewayParts
from adapters.websocket_server.room_hub import RoomHub
from interview_engine.core.log import Record
from interview_engine.core.rules.answering import DRAFT_EVERY_MS
from interview_engine.ids import Millis, RoomId, SeatId, Seq

log = structlog.get_logger("gateway")

_NO_SNAPSHOT: Final = msgspec.Raw(b"null")
MOST_TRIES = 4
"""How often a log is read again because the room went on meanwhile; then a snapshot is sent."""


class Unwelcome(Exception):
    """Somebody does not come in. `code` is how to close."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code)
        self.code = code


@attrs.frozen(kw_only=True)
class Arrival:
    """Somebody who is about to be a member of a room.

    Attributes:
        entrance: Their way in.
        hub: The room, held for them.
        missed: The records behind their `last_seq`, up to the hub's state; None when a snapshot is due.
    """

    entrance: Entrance
    hub: RoomHub
    missed: tuple[Record, ...] | None

    def welcome(self, parts: GatewayParts) -> bytes:
        """Return the frame that answers `hello`."""
        room, limits = self.hub.room, parts.settings
        resumed = self.missed is not None
        return encode(
            Welcome(
                proto=PROTOCOL,
                room=room.room_id,
                you=You(
                    seat_id=self.entrance.seat_id,
                    role=self.entrance.role.value,
                    owner=self.entrance.owner,
                ),
                resumed=resumed,
                seq=room.seq - len(self.missed or ()),
                snapshot=_NO_SNAPSHOT if resumed else room_for(room, self.entrance.seat_id),
                server_time=parts.now(),
                limits=Limits(
                    largest_frame=limits.largest_frame,
                    frames_per_second=limits.frames_per_second,
                    draft_every_ms=DRAFT_EVERY_MS,
                ),
            )
        )


async def first_frame(channel: Channel, within_ms: Millis) -> Hello:
    """Return what a peer says first.

    Raises:
        Unwelcome: It said something else, or nothing in time.
        ChannelClosed: It has gone.
    """
    try:
        async with asyncio.timeout(within_ms / 1000):
            data = await channel.receive()
        frame = decode_client(data)
    except TimeoutError as error:
        raise Unwelcome(CloseCode.HELLO_TIMEOUT) from error
    except FrameRefused as refused:
        raise Unwelcome(refused.code) from refused
    except UNREADABLE as error:
        raise Unwelcome(CloseCode.BAD_FRAME) from error
    if not isinstance(frame, Hello):
        raise Unwelcome(CloseCode.BAD_FRAME)
    return frame


async def enter(parts: GatewayParts, hello: Hello) -> Arrival:
    """Let somebody in. Between its return and their becoming a member nothing may be awaited.

    Raises:
        Unwelcome: They don't come in.
    """
    if hello.proto != PROTOCOL:
        raise Unwelcome(CloseCode.UNKNOWN_PROTOCOL)
    room_id = RoomId(hello.room)
    try:
        person = await parts.identity.person(hello.token)
        entrance, _ = await parts.access.enter(person, room_id, now=parts.now(), invitation=hello.invitation)
        hub = await parts.hubs.open(room_id)
    except NotAuthenticated as error:
        raise Unwelcome(CloseCode.NOT_AUTHENTICATED) from error
    except RemovedFromRoom as error:
        raise Unwelcome(CloseCode.REMOVED) from error
    except (NoSuchRoom, UnknownRoom) as error:
        raise Unwelcome(CloseCode.NO_SUCH_ROOM) from error
    except (RoomQuarantined, EventStoreError) as error:
        raise Unwelcome(CloseCode.TRY_LATER) from error
    try:
        missed = await _missed(parts, hub, hello.last_seq)
        _require_welcome(hub, entrance.seat_id, parts.settings.most_per_room)
        # No connection of an account that is being deleted may come about behind the deletion's back.
        parts.access.accounts.require_open(person.user_id)
    except AccountClosed as error:
        parts.hubs.leave(hub)
        raise Unwelcome(CloseCode.NOT_AUTHENTICATED) from error
    except BaseException:
        parts.hubs.leave(hub)
        raise
    return Arrival(entrance=entrance, hub=hub, missed=missed)


def _require_welcome(hub: RoomHub, seat_id: SeatId, most: int) -> None:
    """Check what may have changed since the entrance was given."""
    if hub.gone:
        raise Unwelcome(CloseCode.NO_SUCH_ROOM)
    if seat_id in hub.room.removed:
        raise Unwelcome(CloseCode.REMOVED)
    if len(hub.members) >= most and seat_id not in hub.members:
        log.warning("room.full_of_connections", room=hub.room_id)
        raise Unwelcome(CloseCode.TRY_LATER)


async def _missed(parts: GatewayParts, hub: RoomHub, last_seq: int | None) -> tuple[Record, ...] | None:
    """Return the records behind a seq up to the hub's state, all of them or None."""
    for _ in range(MOST_TRIES):
        if last_seq is None or not 0 <= hub.room.seq - last_seq <= parts.settings.resume_within:
            return None
        if last_seq == hub.room.seq:
            return ()
        rewrites = hub.rewrites
        try:
            records = await parts.service.log_of(hub.room_id, Seq(last_seq))
        except (RoomQuarantined, EventStoreError):
            return None
        # The hub has gone on meanwhile, and the log may know more than it, or less.
        if hub.rewrites == rewrites and last_seq + len(records) >= hub.room.seq:
            return tuple(record for record in records if record.seq <= hub.room.seq)
    return None
