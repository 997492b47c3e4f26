"""One room, and everybody who is connected to it.

The law: from the state that it attaches with, a viewer gets each seq once, in order and none missing, or a
snapshot that stands for those it does not get.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, assert_never

from adapters.service.live_room import Gone, Listening, News, Published, Rewritten
from adapters.websocket_server.audiences import Told
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.frames import PeerSignal, encode
from adapters.websocket_server.noting import note_bug
from interview_engine.core import events as e
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.ids import RoomId, SeatId


class Member(Protocol):
    """Somebody who is connected to a room."""

    @property
    def seat_id(self) -> SeatId:
        """Their place, taken or not."""

    def deliver(self, frames: tuple[bytes, ...]) -> None:
        """Send what happened."""

    def pass_on(self, signal: bytes) -> None:
        """Send a passing sign of life, if there is room for it."""

    def refresh(self, reason: str) -> None:
        """Send a snapshot of the hub's room in place of all that waits."""

    def end(self, code: CloseCode) -> None:
        """End the connection."""


class RoomHub:
    """Hears what happens in a room, and tells it to the members.

    Attributes:
        room_id: Which room.
        room: The latest state that the members were told of.
        members: Who is connected, by place: one connection each.
        rewrites: How often the log was written anew meanwhile.
        gone: The room was deleted, or does not read any more.
        users: How many hold this hub, members and those who are about to be.
    """

    __slots__ = ("_noted_away", "_stop", "gone", "members", "rewrites", "room", "room_id", "users")

    room: Room

    def __init__(self, room_id: RoomId, noted_away: Callable[[Room, SeatId], None]) -> None:
        """Prepare; `begin` makes it a room's.

        Args:
            room_id: Which room.
            noted_away: Called when the log says of a connected member that they are away.
        """
        self.room_id = room_id
        self.members: dict[SeatId, Member] = {}
        self.rewrites = 0
        self.gone = False
        self.users = 0
        self._noted_away = noted_away
        self._stop: Callable[[], None] | None = None

    def begin(self, listening: Listening) -> None:
        """Start with the state from which on everything is heard."""
        self.room = listening.room
        self._stop = listening.stop

    def stop(self) -> None:
        """Hear nothing more."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    def attach(self, member: Member) -> None:
        """Let somebody hear all that follows the present state; their earlier connection ends."""
        before = self.members.get(member.seat_id)
        self.members[member.seat_id] = member
        if before is not None:
            before.end(CloseCode.SUPERSEDED)

    def detach(self, member: Member) -> None:
        """Tell somebody nothing more."""
        if self.members.get(member.seat_id) is member:
            del self.members[member.seat_id]

    def signal(self, sender: SeatId, kind: str) -> None:
        """Pass a sign of life on to the others."""
        if len(self.members) > 1:
            frame = encode(PeerSignal(seat_id=sender, kind=kind))
            for seat_id, member in self.members.items():
                if seat_id != sender:
                    member.pass_on(frame)

    def hear(self, news: News) -> None:
        """Take news over, and tell the members."""
        match news:
            case Published():
                self._publish(news)
            case Rewritten():
                self.room = news.room
                self.rewrites += 1
                for member in tuple(self.members.values()):
                    member.refresh("rewritten")
            case Gone():
                self.gone = True
                code = CloseCode.NO_SUCH_ROOM if news.deleted else CloseCode.TRY_LATER
                for member in tuple(self.members.values()):
                    member.end(code)
            case _:
                assert_never(news)

    def _publish(self, news: Published) -> None:
        records = news.records
        if records[0].seq <= self.room.seq:
            # The last before the hub began may come once more.
            records = tuple(record for record in records if record.seq > self.room.seq)
            if not records:
                return
        self.room = news.room
        members = tuple(self.members.values())
        try:
            told = Told(news.room, records)
            for member in members:
                member.deliver(told.frames_for(member.seat_id))
        except Exception as error:  # noqa: BLE001 -- a hole in what somebody was told must not stay
            note_bug("news.not_told", error, self.room_id)
            for member in members:
                member.end(CloseCode.TRY_LATER)
            return
        self._follow_up(records)

    def _follow_up(self, records: tuple[Record, ...]) -> None:
        for record in records:
            match record.event:
                case e.SeatVacated(seat_id=seat_id, removed=True) if seat_id in self.members:
                    self.members[seat_id].end(CloseCode.REMOVED)
                case e.PresenceNoted(seat_id=seat_id, connected=False) if seat_id in self.members:
                    self._noted_away(self.room, seat_id)
