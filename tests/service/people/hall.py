"""A hall of rooms with people in front of it: a service, a directory, and signed invitations."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import attrs

from adapters.local_identity.invitations import SignedInvitations
from adapters.service.event_store import StoredRecord
from adapters.service.memory_store import MemoryEventStore
from adapters.service.people.access import Access, Entrance, NoSuchRoom, seat_of
from adapters.service.people.directory import RoomEntry
from adapters.service.people.identity import Person, UserId
from adapters.service.people.invitations import Invitation, Role
from adapters.service.people.memory_directory import MemoryDirectory
from adapters.service.room_service import RoomService
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seq
from tests.service.stage import ROOM, Performer, create, surroundings
from tests.service.virtual_time import now, run

HOST = Person(user_id=UserId("host"), name="방장")
GUEST = Person(user_id=UserId("guest"), name="손님")
STRANGER = Person(user_id=UserId("stranger"), name="낯선 이")
SECRET = b"a secret for the tests' own eyes" * 2
MISSING = RoomId("missing")


@attrs.define
class Hall:
    """Where rooms are entered."""

    store: MemoryEventStore
    service: RoomService
    directory: MemoryDirectory
    invitations: SignedInvitations
    access: Access

    def host_seat(self, room_id: RoomId = ROOM) -> SeatId:
        return seat_of(HOST.user_id, room_id)

    async def open_room(self, room_id: RoomId = ROOM, *, public: bool = False) -> None:
        """Create a room of the host's, with the host seated in it."""
        assert isinstance(await self.service.command(room_id, create(room_id)), Committed)
        await self.list_room(room_id, public=public)
        joined = await self.service.command(
            room_id,
            c.JoinRoom(now=now(), id=CommandId("join"), seat_id=self.host_seat(room_id), name=HOST.name),
        )
        assert isinstance(joined, Committed)

    async def list_room(self, room_id: RoomId = ROOM, *, public: bool = False) -> None:
        """Put a room of the host's into the directory alone."""
        entry = RoomEntry(room_id=room_id, owner=HOST.user_id, public=public, created_at=now())
        await self.directory.add_room(entry)

    async def damage(self, room_id: RoomId = ROOM) -> None:
        """Have the room's log read no more."""
        end = len(await self.store.read(room_id))
        record = StoredRecord(seq=Seq(end + 1), line=b"not a record")
        await self.store.append(room_id, Seq(end), (record,), at=now())
        assert self.service.release_idle(Millis(now() + 1)) == 1

    def invitation(
        self,
        role: Role = Role.CANDIDATE,
        room_id: RoomId = ROOM,
        *,
        lifetime_ms: int = 60_000,
        generation: int = 0,
    ) -> str:
        """Return an invitation; the first generation's, unless told otherwise."""
        return self.invitations.write(
            Invitation(
                room_id=room_id,
                role=role,
                expires_at=Millis(now() + lifetime_ms),
                generation=generation,
            )
        )

    async def enter(self, person: Person, room_id: RoomId = ROOM, invitation: str = "") -> Entrance:
        entrance, room = await self.access.enter(person, room_id, now=now(), invitation=invitation)
        assert room.room_id == room_id
        return entrance

    async def refusal(self, person: Person, room_id: RoomId = ROOM, invitation: str = "") -> NoSuchRoom:
        """Return how a person is turned away."""
        try:
            await self.enter(person, room_id, invitation)
        except NoSuchRoom as error:
            return error
        raise AssertionError("they were let in")


def play(scene: Callable[[Hall], Awaitable[None]]) -> None:
    """Run a scene in a hall of its own."""

    async def in_hall() -> None:
        store, directory, invitations = MemoryEventStore(), MemoryDirectory(), SignedInvitations(SECRET)
        service = RoomService(store, Performer(), surroundings())
        hall = Hall(store, service, directory, invitations, Access(service, directory, invitations))
        try:
            await scene(hall)
        finally:
            await service.close()

    run(in_hall())
