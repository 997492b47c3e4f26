"""One node without a plan, a room in a known state, and bare connections: for what no person would send."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import attrs
import msgspec

from adapters.service.people.access import seat_of
from adapters.service.people.directory import RoomEntry
from adapters.service.people.identity import UserId
from adapters.service.people.invitations import Role
from adapters.websocket_server import frames as f
from adapters.websocket_server.close_codes import CloseCode
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed
from interview_engine.core.settings import Settings
from interview_engine.ids import CommandId, RoomId, SeatId, Seed
from interview_engine.testing.rooms import ONE_QUESTION, a_rival, an_interviewer
from tests.server_simulation.network import Connection, Lost
from tests.server_simulation.nodes import SETTINGS, Node, Shared
from tests.server_simulation.oracle import Oracle
from tests.server_simulation.simulated_loop import SimulatedLoop, run_simulated
from tests.server_simulation.simulation import listening_to_logs
from tests.server_simulation.world import BEGIN, World

PATIENT: Final = attrs.evolve(SETTINGS, most_bad_frames=30, queue_bytes=262_144)
"""More of a fuzzed conversation is read before it ends."""
ROOM: Final = RoomId("room-1")
OWNER_NAME: Final = "host"
QUIET_S: Final = 0.3
"""After so long without a frame a server has said what it had to say."""


class Line:
    """A bare connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.heard: list[f.Frame] = []
        self.closed_with: int | None = None

    def send(self, frame: f.Frame | bytes) -> None:
        """Let a frame, or any bytes, arrive at the server at once."""
        self.connection.inject(frame if isinstance(frame, bytes) else f.encode(frame))

    async def listen(self) -> None:
        """Hear frames until the end."""
        try:
            while True:
                self.heard.append(f.decode_server(await self.connection.client_receive()))
        except Lost as lost:
            self.closed_with = lost.code

    def outcome(self, command_id: str) -> f.OutcomeFrame | None:
        """Return the outcome of a command, if it was heard."""
        said = (frame for frame in self.heard if isinstance(frame, f.OutcomeFrame))
        return next((frame for frame in said if frame.id == command_id), None)


class Stranded:
    """A node, and a room that its owner has opened."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.oracle = Oracle(world)
        self.shared = Shared(world, self.oracle, ROOM, lambda kind: None)
        self.node = Node(self.shared, 0, 1, PATIENT)
        self._lines = 0
        self._listening: set[asyncio.Task[None]] = set()

    async def open_room(self, settings: Settings | None = None) -> None:
        """Create the room, with one rival and one interviewer."""
        entry = RoomEntry(room_id=ROOM, owner=UserId(f"user-{OWNER_NAME}"), title="", created_at=BEGIN)
        await self.shared.add_room(entry)
        await self.put(
            c.CreateRoom(
                now=self.node.now(),
                id=CommandId("create"),
                room_id=ROOM,
                seed=Seed("a secret"),
                settings=settings or Settings(plan=ONE_QUESTION),
                rivals=(a_rival(1),),
                panel=(an_interviewer(1),),
            )
        )

    async def put(self, command: c.Command) -> None:
        """Put a command past all transports; it must be committed."""
        outcome = await self.node.service.command(ROOM, command)
        assert isinstance(outcome, Committed), outcome

    def connect(self, name: str = "somebody") -> Line:
        """Return a connection that has said nothing yet."""
        self._lines += 1
        connection = Connection(self.world, self._lines, name, self.node, self.oracle)
        self.node.accept(connection)
        line = Line(connection)
        task = self.world.loop.create_task(line.listen())
        self._listening.add(task)
        task.add_done_callback(self._listening.discard)
        return line

    async def enter(self, name: str, invitation: str = "") -> Line:
        """Return a connection that has said hello."""
        line = self.connect(name)
        line.send(f.Hello(proto=f.PROTOCOL, token=f"token:{name}", room=ROOM, invitation=invitation))
        await asyncio.sleep(QUIET_S)
        return line

    async def command(
        self, line: Line, command_id: str, name: str, /, **arguments: object
    ) -> f.OutcomeFrame | None:
        """Give a command, and return its outcome."""
        data = msgspec.Raw(msgspec.json.encode(arguments))
        line.send(f.CommandFrame(id=command_id, name=name, data=data))
        await asyncio.sleep(QUIET_S)
        return line.outcome(command_id)

    def invitation(self, role: Role) -> str:
        """Return a link into the room."""
        return self.shared.invitation(role)

    async def leave(self) -> None:
        """End the node, which must leave nothing behind."""
        await self.node.leave()
        await asyncio.sleep(1)


def seat(name: str) -> SeatId:
    """Return a person's place in the room."""
    return seat_of(UserId(f"user-{name}"), ROOM)


def stranded(scene: Callable[[Stranded], Awaitable[None]], seed: str = "stranded") -> World:
    """Run a scene on a node of its own, and return the world as it left it.

    Raises:
        AssertionError: The scene broke a law.
    """
    worlds: list[World] = []

    async def play(loop: SimulatedLoop) -> None:
        world = World(seed, loop)
        worlds.append(world)
        with listening_to_logs(world):
            stage = Stranded(world)
            await scene(stage)
            await stage.leave()

    run_simulated(play)
    world = worlds[0]
    assert world.loop.faults == []
    assert world.violations == []
    return world


REGISTERED: Final = frozenset(int(code) for code in CloseCode)
