"""Nodes: each a whole server in one simulated process, on a store that all of them share.

A node that dies does so at once: what its code still does while it is being cancelled reaches nothing.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Coroutine, Sequence
from typing import Final

from adapters.service.casting import Casting
from adapters.service.event_store import EventStoreError, StoredRecord
from adapters.service.live_bus import Ring
from adapters.service.memory_store import MemoryEventStore
from adapters.service.people.access import Access
from adapters.service.people.directory import RoomEntry
from adapters.service.people.generations import generation_of
from adapters.service.people.invitations import Invitation, Role
from adapters.service.people.memory_directory import MemoryDirectory
from adapters.service.pulse import MemoryPulse
from adapters.service.room_reading import RoomQuarantined
from adapters.service.room_service import RoomService, TooMuchContention
from adapters.service.surroundings import Surroundings
from adapters.websocket_server.gateway import Gateway
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.ids import Millis, RoomId, Salt, Seq
from interview_engine.personas.catalogue import default_catalogue
from tests.server_simulation.durable import NodeDied, PulseHandle, StoreHandle, Take
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.network import Connection
from tests.server_simulation.oracle import Oracle
from tests.server_simulation.performers import Performer
from tests.server_simulation.simulated_loop import OWNER
from tests.server_simulation.tokens import Links, Tokens
from tests.server_simulation.world import BEGIN, World

TROUBLE: Final = (EventStoreError, TooMuchContention, RoomQuarantined)
SETTINGS: Final = GatewaySettings(
    queue_bytes=6_144, send_timeout_ms=Millis(12_000), resume_within=60, burst=60
)
"""Small limits, so that short interviews reach them."""
LOOK_AGAIN_S: Final = 4.0
BEAT_S: Final = 1.0


class Shared:
    """What outlives nodes: the store, the directory, and who connects whom."""

    def __init__(self, world: World, oracle: Oracle, room_id: RoomId, take: Take) -> None:
        self.world, self.oracle, self.room_id, self.take = world, oracle, room_id, take
        self.on_readiness: Callable[[], None] = lambda: None
        self.on_only: Callable[[Node], bool] = lambda node: True
        self.on_announcement: Callable[[Node, RoomId, Seq], None] = lambda node, room_id, seq: None
        self.store = MemoryEventStore()
        self.directory = MemoryDirectory()
        self.pulse = MemoryPulse()
        self.identity, self.invitations = Tokens(), Links()
        self._entry: RoomEntry | None = None
        # A context of nobody's: what is started in it survives every node.
        self.outside = contextvars.copy_context()

    async def add_room(self, entry: RoomEntry) -> None:
        """Put the room into the directory."""
        self._entry = entry
        await self.directory.add_room(entry)

    def invitation(self, role: Role) -> str:
        """Return an invitation into the room as its log has it."""
        assert self._entry is not None, "the room is in the directory"
        return self.invitations.write(
            Invitation(
                room_id=self.room_id,
                role=role,
                expires_at=Millis(BEGIN + 10**9),
                generation=generation_of(self._entry, self.oracle.log.room),
            )
        )

    def only_node(self, node: Node) -> bool:
        """Return whether no other node is alive."""
        return self.on_only(node)

    def outside_task(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        """Start something that belongs to no node."""
        return self.world.loop.create_task(work, context=self.outside.copy())


class Node:
    """A process of the server.

    Attributes:
        alive: It runs; only then does anything that it does reach the world.
        ready: It has resumed what earlier ones left.
        serving: It is ready, or has already served whoever found it while it was beginning.
        ready_at: Since when, real ms.
        tasks: What runs in it.
        skew_ms: How wrong its clock is.
        connections: What it serves, or has served.
    """

    def __init__(
        self, shared: Shared, slot: int, incarnation: int, settings: GatewaySettings = SETTINGS
    ) -> None:
        self._name = f"n{slot}.{incarnation}"
        self.alive, self.ready, self.serving, self.leaving, self.buried = True, False, False, False, False
        self.tasks: set[asyncio.Task[object]] = set()
        self.skew_ms = self.ready_at = 0
        self.slot, self.incarnation = slot, incarnation
        self.connections: list[Connection] = []
        self._shared, self._world = shared, shared.world
        self._salts = 0
        self._ring: Ring = lambda room_id, seq: None
        self._context = shared.outside.copy()
        self._context.run(OWNER.set, self)
        self._dice = self._world.dice(f"node/{self._name}")
        store = StoreHandle(
            self._world,
            shared.store,
            self,
            shared.take,
            self.crash,
            self._wrote,
            shared.oracle.replaced,
        )
        self.performer = Performer(self._world, self, shared.take, self.crash)
        self.service = RoomService(
            store,
            self.performer,
            Surroundings(now=self.now, salt=self._salt),
            bus=self,
            pulse=PulseHandle(self._world, shared.pulse, self, shared.take, self.crash),
        )
        self.casting = Casting(_CATALOGUE)
        self.gateway = self._context.run(
            lambda: Gateway(
                service=self.service,
                access=Access(self.service, shared.directory, shared.invitations),
                identity=shared.identity,
                casting=self.casting,
                now=self.now,
                settings=settings,
                jitter=lambda: self._dice.below(1_000) / 1_000,
            )
        )
        self._world.tell(f"{self} begins")
        self.run(self._begin())

    def __str__(self) -> str:
        """Return its name: its slot, and how many there were before it in it."""
        return self._name

    def _wrote(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        self._shared.oracle.appended(room_id, records)
        if not self.serving and not self.leaving:
            self.serving = True
            self._shared.on_readiness()

    def now(self) -> Millis:
        """Return what its clock shows."""
        return Millis(BEGIN + self._world.elapsed_ms + self.skew_ms)

    def run(self, work: Coroutine[object, object, object]) -> asyncio.Task[object]:
        """Start something in this process."""
        return self._world.loop.create_task(work, context=self._context.copy())

    def accept(self, connection: Connection) -> None:
        """Serve a connection."""
        self.connections = [known for known in self.connections if not known.server_over]
        self.connections.append(connection)
        self.run(self._serve(connection))

    def crash(self) -> None:
        """Be gone, at once."""
        if not self.alive:
            return
        self.alive = self.ready = self.serving = False
        self._shared.on_readiness()
        self._world.readiness.let_go(str(self))
        self._world.tell(f"{self} dies")
        self._world.troubled_at = self._world.elapsed_ms
        for connection in self.connections:
            connection.server_died(lost_tail=self._dice.chance(50))
        self._shared.outside_task(self._reap())

    async def leave(self) -> None:
        """End as a process does that is asked to."""
        self._world.tell(f"{self} leaves")
        self.leaving = True
        self.ready = self.serving = False
        self._shared.on_readiness()
        done = self.run(self._end())
        await asyncio.wait((done,))
        if self.alive:
            for _ in range(20):
                if not self.tasks:
                    break
                await asyncio.sleep(0.1)
            for task in sorted(self.tasks, key=hash):
                self._world.violated("nothing runs on after the end", repr(task.get_coro())[:120])
            open_ones = [known.number for known in self.connections if not known.server_over]
            self._world.require("no connection stays open after the end", not open_ones, f"{open_ones}")
        self.crash()

    # The live bus: this node's end of it

    def announce(self, room_id: RoomId, seq: Seq) -> None:
        """Ring for the other nodes: see `LiveBus.announce`."""
        if self._shared.take(FaultKind.CRASH_AT_BELL) is not None:
            self._world.hit(FaultKind.CRASH_AT_BELL)
            self.crash()
            raise NodeDied
        self._shared.on_announcement(self, room_id, seq)

    def subscribe(self, ring: Ring) -> Callable[[], None]:
        """Hear the others' rings: see `LiveBus.subscribe`."""
        self._ring = ring
        return lambda: None

    def rung(self, room_id: RoomId, seq: Seq) -> None:
        """Hear another node's bell, after a while."""
        self._world.loop.call_later(
            self._dice.between(1, 60) / 1000, self._hear, room_id, seq, context=self._context
        )

    def _hear(self, room_id: RoomId, seq: Seq) -> None:
        if self.alive and not self.leaving:
            self._ring(room_id, seq)

    async def look_again(self) -> None:
        """Look at the room although no bell rang."""
        try:
            await self.service.look_again(self._shared.room_id)
        except TROUBLE:
            self._world.tell(f"{self} could not look again")

    async def _begin(self) -> None:
        # A second node must not take people for missing who are connected to the first.
        alone = self._shared.only_node(self)
        aside: tuple[RoomId, ...] | None = None
        while aside is None and not self.leaving:
            try:
                aside = await self.service.start(nobody_is_here=alone)
            except TROUBLE:
                await asyncio.sleep(0.5)
        if self.leaving:
            return
        self._world.require("no room is put aside", not aside, f"{aside}")
        self.ready = self.serving = True
        self.ready_at = self._world.elapsed_ms
        self._shared.on_readiness()
        self._world.tell(f"{self} is ready")
        while self.alive and not self.leaving:
            await self.service.beat()
            await asyncio.sleep(BEAT_S)

    async def _serve(self, connection: Connection) -> None:
        try:
            await self.gateway.serve(connection)
        except Exception as error:  # noqa: BLE001 -- whatever a session raises is a finding
            if self.alive:
                self._world.violated("a session raises nothing", f"{type(error).__name__}: {error}")
        if self.alive:
            self._world.require(
                "a session that has ended is closed", connection.server_over, f"c{connection.number}"
            )

    async def _end(self) -> None:
        await self.gateway.close(within_ms=Millis(3_000))
        await self.service.close()

    async def _reap(self) -> None:
        for _ in range(300):
            left = sorted(self.tasks, key=hash)
            if not left:
                self.buried = True
                return
            for task in left:
                task.cancel()
            await asyncio.sleep(0)
        self._world.violated("a dead process ends", f"{self}: {[repr(task)[:160] for task in self.tasks]}")

    def _salt(self) -> Salt:
        self._salts += 1
        return Salt(f"salt of {self._world.seed} {self._name} no. {self._salts:06}")


_CATALOGUE: Final = default_catalogue()
