"""Authorization, decided in one place: who may enter a room, and what an entrance allows.

The law: somebody without an entrance learns nothing, not even that the room exists; with one they act for
their own seat alone.
"""

from __future__ import annotations

import hashlib

import attrs

from adapters.service.event_store import UnknownRoom
from adapters.service.people.accounts import Accounts
from adapters.service.people.directory import Directory, Membership, RoomEntry
from adapters.service.people.generations import generation_of
from adapters.service.people.identity import Person, UserId
from adapters.service.people.invitations import Invitation, Invitations, Role
from adapters.service.people.stirring import Stirring
from adapters.service.room_reading import RoomQuarantined
from adapters.service.room_service import Ack, RoomService
from interview_engine.core import commands as c
from interview_engine.core.decide import Outcome
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, SeatId


class NoSuchRoom(Exception):
    """There is no such room for this person: missing, deleted, and somebody else's look the same."""

    def __init__(self, room_id: RoomId) -> None:
        super().__init__(room_id)
        self.room_id = room_id


class RemovedFromRoom(NoSuchRoom):
    """The host removed this person from the room."""


class NotAllowed(Exception):
    """The entrance does not allow this. `code` is stable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@attrs.frozen(kw_only=True)
class Entrance:
    """Somebody's way into a room.

    Attributes:
        person: Who.
        room_id: Where.
        seat_id: The place that is theirs, taken or not.
        role: What they may sit as.
        owner: They opened the room.
    """

    person: Person
    room_id: RoomId
    seat_id: SeatId
    role: Role
    owner: bool


def seat_of(user_id: UserId, room_id: RoomId) -> SeatId:
    """Return a person's place in a room: the same on every device, and no trace of who it is."""
    text = f"{len(room_id)}:{room_id}{user_id}".encode()
    return SeatId("p-" + hashlib.blake2b(text, digest_size=8, person=b"seat").hexdigest())


class Access:
    """Lets people into rooms, and puts their commands.

    Attributes:
        accounts: Who may act at all.
    """

    def __init__(
        self,
        service: RoomService,
        directory: Directory,
        invitations: Invitations,
        accounts: Accounts | None = None,
    ) -> None:
        """Prepare; nothing is remembered here but who has gone.

        Args:
            service: Holds the rooms.
            directory: Remembers who may enter them.
            invitations: Reads invitations.
            accounts: Who may act at all; a fresh one by default.
        """
        self.accounts = accounts if accounts is not None else Accounts(directory)
        self._stirring = Stirring()
        self._service = service
        self._directory = directory
        self._invitations = invitations

    async def enter(
        self, person: Person, room_id: RoomId, *, now: Millis, invitation: str = ""
    ) -> tuple[Entrance, Room]:
        """Let a person into a room, for now; their membership is remembered.

        Args:
            person: Who.
            room_id: Where to.
            now: The instant, for the invitation.
            invitation: A signed invitation; empty without one.

        Returns:
            The entrance, and the room as it stands.

        Raises:
            NoSuchRoom: Not for this person.
            AccountClosed: The person's account was deleted, or is being deleted.
            RoomQuarantined: The room's log does not read; only its members learn so.
            EventStoreError: The store did not answer; try again.
        """
        async with self.accounts.acting(person.user_id):
            return await self._enter(person, room_id, now, invitation)

    async def _enter(
        self, person: Person, room_id: RoomId, now: Millis, invitation: str
    ) -> tuple[Entrance, Room]:
        entry = await self._directory.room(room_id)
        if entry is None:
            raise NoSuchRoom(room_id)
        owner = entry.owner == person.user_id
        known = await self._directory.membership(room_id, person.user_id)
        # In a fork, one's place is the parent's.
        seat_id = known.seat_id if known is not None else seat_of(person.user_id, room_id)
        invited = self._invitations.read(invitation, now) if invitation else None
        if invited is not None and invited.room_id != room_id:
            invited = None
        role = known.role if known is not None else None
        if owner or entry.public:
            role = Role.CANDIDATE
        if role is None and invited is None:
            raise NoSuchRoom(room_id)
        try:
            room = await self._service.room(room_id)
        except UnknownRoom as error:
            raise NoSuchRoom(room_id) from error
        except RoomQuarantined:
            if known is None and not owner:
                raise NoSuchRoom(room_id) from None
            raise
        if seat_id in room.removed:
            raise RemovedFromRoom(room_id)
        present = invited is not None and invited.generation == generation_of(entry, room)
        if invited is not None and present and role is not Role.CANDIDATE:
            role = invited.role
        if role is None:
            raise NoSuchRoom(room_id)
        if known is None or known.role is not role:
            await self._directory.admit(
                Membership(room_id=room_id, user_id=person.user_id, seat_id=seat_id, role=role)
            )
        entrance = Entrance(person=person, room_id=room_id, seat_id=seat_id, role=role, owner=owner)
        return entrance, room

    async def present_generation(self, room_id: RoomId) -> int:
        """Return the generation of the invitations that open a room now.

        Raises:
            NoSuchRoom: There is none.
            RoomQuarantined: The room's log does not read.
            EventStoreError: The store did not answer; try again.
        """
        entry = await self._directory.room(room_id)
        if entry is None:
            raise NoSuchRoom(room_id)
        try:
            return generation_of(entry, await self._service.room(room_id))
        except UnknownRoom as error:
            raise NoSuchRoom(room_id) from error

    async def opens(self, invitation: Invitation, now: Millis) -> bool:
        """Return whether an invitation lets in whoever bears it; raises what the store does."""
        if now >= invitation.expires_at:
            return False
        try:
            return invitation.generation == await self.present_generation(invitation.room_id)
        except (NoSuchRoom, RoomQuarantined):
            return False

    async def own(self, person: Person, room_id: RoomId) -> RoomEntry:
        """Return the entry of a person's own room, whether or not its log reads, or is there.

        Raises:
            NoSuchRoom: Not for this person.
            NotAllowed: They were let in, or may come in, and others own it.
            StoreUnavailable: Try again.
        """
        entry = await self._directory.room(room_id)
        if entry is None:
            raise NoSuchRoom(room_id)
        if entry.owner != person.user_id:
            if not entry.public and await self._directory.membership(room_id, person.user_id) is None:
                raise NoSuchRoom(room_id)
            raise NotAllowed("owners_only")
        return entry

    async def put(self, entrance: Entrance, command: c.Command, ack: Ack | None = None) -> Outcome:
        """Put a person's command to the room; raises what `RoomService.command` does.

        Raises:
            NotAllowed: The entrance does not allow it; nothing was asked of the room.
            AccountClosed: The person's account was deleted, or is being deleted.
        """
        self.require(entrance, command)
        if not self._stirring.may(entrance.room_id, entrance.seat_id, command):
            raise NotAllowed("too_fast")
        async with self.accounts.acting(entrance.person.user_id):
            return await self._service.command(entrance.room_id, command, ack)

    @staticmethod
    def require(entrance: Entrance, command: c.Command) -> None:
        """Check that a command is the person's to give; the room's own rules come on top.

        Raises:
            NotAllowed: It is not.
        """
        match command:
            case c.JoinRoom(observer=False) if entrance.role is not Role.CANDIDATE:
                raise NotAllowed("observers_only")
            case c.ParticipantCommand():
                mine = command.seat_id == entrance.seat_id
            case c.CreateRoom():
                mine = False
            case c.OperatorCommand():
                mine = command.by == entrance.seat_id
            case _:
                mine = False
        if not mine:
            raise NotAllowed("not_yours")
