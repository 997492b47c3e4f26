"""Lets the plan happen: arms faults when the log has grown so far, and strikes where they belong."""

from __future__ import annotations

import asyncio
import contextvars
from collections import defaultdict
from collections.abc import Callable
from typing import Final

import attrs

from adapters.websocket_server.frames import OutcomeFrame, decode_server
from interview_engine.ids import Millis, RoomId, Seq
from tests.server_simulation.deadline_watch import DeadlineWatch
from tests.server_simulation.erasing import erase
from tests.server_simulation.faults import ARMED, CRASHES, LASTING, ON_FRAMES, Fault, FaultKind, Plan
from tests.server_simulation.network import ON_CONNECTIONS, Connection
from tests.server_simulation.nodes import Node, Shared
from tests.server_simulation.people import Person
from tests.server_simulation.presence_watch import PresenceWatch
from tests.server_simulation.simulated_loop import OWNER
from tests.server_simulation.world import World

STIRRED_AFTER_MS: Final = 100
"""So soon after a pause its host does something else, which the store then hangs at."""
NODES_DOWN_MS: Final = 300
"""Shortest time for which a node that died is missed."""
LONGEST_TROUBLE_MS: Final = 8_000


@attrs.define(eq=False)
class _Armed:
    fault: Fault
    until: float | None = None


class Director:
    """Holds the plan and the nodes.

    Attributes:
        nodes: The nodes that run or come back, by slot.
        people: Everybody.
        erasing: The deletions of words that were begun.
    """

    def __init__(self, world: World, plan: Plan) -> None:
        self.world, self.plan = world, plan
        self.nodes: dict[int, Node] = {}
        self.people: list[Person] = []
        self.shared: Shared
        self.down_until: dict[int, float] = {}
        self._waiting = sorted(plan.faults, key=lambda fault: fault.after_seq)
        self._armed: defaultdict[FaultKind, list[_Armed]] = defaultdict(list)
        self._connections = 0
        self._incarnations: defaultdict[int, int] = defaultdict(int)
        self._outside = contextvars.copy_context()
        self._outside.run(OWNER.set, None)
        self.erasing: list[asyncio.Task[None]] = []
        self._presence = PresenceWatch(self)
        self._deadlines = DeadlineWatch(self)
        self._bells = world.dice("bells")

    def readiness_changed(self) -> None:
        """Note which nodes serve now."""
        self.world.readiness.changed(str(node) for node in self.nodes.values() if node.serving)

    # Nodes

    def boot(self, slot: int) -> Node:
        """Start a node in a slot."""
        self._incarnations[slot] += 1
        node = Node(self.shared, slot, self._incarnations[slot])
        self.nodes[slot] = node
        self.world.troubled_at = self.world.elapsed_ms
        return node

    def watch(self) -> None:
        """Bring back nodes that are down, and let nodes hear of each other."""
        now = self.world.loop.time()
        for slot, node in tuple(self.nodes.items()):
            if not node.alive and slot not in self.down_until:
                self.down_until[slot] = now + NODES_DOWN_MS / 1000
            if not node.alive and now >= self.down_until[slot]:
                del self.down_until[slot]
                self.boot(slot)
        live = [node for node in self.nodes.values() if node.alive]
        if len(live) > 1 and round(now * 2) % 10 == 0:
            for node in live:
                if node.ready:
                    node.run(node.look_again())
        self._release_idle(live)
        self._presence.look()
        self._deadlines.look()
        self.world.loop.call_later(0.5, self.watch)

    def connect(self, person: Person) -> Connection | None:
        """Return a connection to some node that accepts; None when there is none."""
        open_nodes = [node for node in self.nodes.values() if node.alive and not node.leaving]
        if not open_nodes:
            return None
        node = person.dice.pick(open_nodes)
        self._connections += 1
        connection = Connection(self.world, self._connections, person.name, node, self.shared.oracle)
        self.world.tell(f"{person.name} opens c{connection.number} to {node}")
        node.accept(connection)
        return connection

    # The plan

    def take(self, kind: FaultKind) -> int | None:
        """Take a fault that waits for this kind of call."""
        armed = self._armed.get(kind)
        if not armed or self.world.quiet:
            return None
        if kind is FaultKind.STORE_SLOW_IN_PAUSE and self.shared.oracle.log.room.paused is None:
            return None
        first = armed[0]
        if kind not in LASTING:
            armed.pop(0)
            self._after_taking(first.fault)
            return first.fault.ms
        now = self.world.loop.time()
        if first.until is None:
            first.until = now + min(first.fault.ms, LONGEST_TROUBLE_MS) / 1000
        if now > first.until:
            armed.pop(0)
            return None
        return first.fault.ms

    def grown(self) -> None:
        """Arm what waits for the log to be so long."""
        while self._waiting and self._waiting[0].after_seq <= len(self.shared.oracle.log):
            fault = self._waiting.pop(0)
            if self.world.quiet:
                continue
            self.world.tell(f"armed {fault.kind.value}")
            if fault.kind in ARMED:
                self._armed[fault.kind].append(_Armed(fault))
            else:
                self.world.loop.call_soon(self._strike, fault, context=self._outside)

    def left(self, connection: Connection, frame: bytes) -> None:
        """Let a node die at the very instant at which an outcome is on the wire."""
        if not self._armed.get(FaultKind.CRASH_AFTER_ACK) or not frame.startswith(b'{"type":"outcome"'):
            return
        said = decode_server(frame)
        if isinstance(said, OutcomeFrame) and said.status == "committed":
            node = connection.server
            if isinstance(node, Node) and self.take(FaultKind.CRASH_AFTER_ACK) is not None:
                self.world.hit(FaultKind.CRASH_AFTER_ACK)
                node.crash()

    @property
    def waits(self) -> bool:
        """Whether some of the plan is still to come."""
        return bool(self._waiting)

    def calm(self) -> None:
        """End the chaos: heal everything."""
        self.world.quiet = True
        self.world.tell("quiet")
        self._waiting.clear()
        self._armed.clear()
        for person in self.people:
            person.aims.clear()
            for tab in person.tabs:
                tab.connection.mischief.clear()
                tab.connection.lose_event = 0
                tab.connection.reading_from = 0.0
                if tab.welcome:
                    # TCP loses no single frame; who did not notice could not notice.
                    tab.resync()

    def alone(self, node: Node) -> bool:
        """Return whether no other node is alive."""
        return not any(other.alive for other in self.nodes.values() if other is not node)

    def announced(self, teller: Node, room_id: RoomId, seq: Seq) -> None:
        """Ring at the other nodes, mostly: a bell may get lost."""
        for node in self.nodes.values():
            if node is not teller and node.alive and self._bells.chance(80):
                node.rung(room_id, seq)

    def _after_taking(self, fault: Fault) -> None:
        if fault.kind in CRASHES:
            # Whichever node dies of it is missed for so long.
            until = self.world.loop.time() + max(NODES_DOWN_MS, min(fault.ms, 20_000)) / 1000
            self.down_until.update(dict.fromkeys(self.nodes, until))

    def _strike(self, fault: Fault) -> None:
        if self.world.quiet:
            return
        strike = _STRIKES.get(fault.kind)
        if strike is not None:
            strike(self, fault)
            return
        person = self._person(fault)
        if fault.kind in ON_FRAMES:
            self._on_frames(person, fault)
        else:
            for tab in person.tabs[:1]:
                self.world.hit(fault.kind)
                ON_CONNECTIONS[fault.kind](tab.connection, fault.ms)

    def _person(self, fault: Fault) -> Person:
        return self.people[fault.where % len(self.people)]

    def _on_frames(self, person: Person, fault: Fault) -> None:
        for tab in person.tabs[:1]:
            if fault.kind is FaultKind.LOST_EVENT:
                tab.connection.lose_event += 1
            else:
                tab.connection.mischief.append((fault.kind, min(fault.ms, 5_000)))

    def _restart(self, fault: Fault) -> None:
        ready = [node for node in self.nodes.values() if node.alive and not node.leaving]
        if ready:
            self.world.hit(fault.kind)
            node = ready[fault.where % len(ready)]
            self.shared.outside_task(node.leave())
            self.down_until.pop(node.slot, None)

    def _second_driver(self, fault: Fault) -> None:
        # A deletion of words reaches one owner's memory alone: no store takes it from several yet.
        if len(self.nodes) < 3 and all(task.done() for task in self.erasing):
            self.world.hit(fault.kind)
            self.boot(len(self.nodes))

    def _clock(self, fault: Fault) -> None:
        live = [node for node in self.nodes.values() if node.alive]
        if live:
            self.world.hit(fault.kind)
            forward = fault.kind is FaultKind.CLOCK_FORWARD
            live[fault.where % len(live)].skew_ms += fault.ms if forward else -fault.ms

    def _aim(self, fault: Fault) -> None:
        self._person(fault).aims.append(fault.ms + fault.where)

    def _race(self, fault: Fault) -> None:
        person = self._person(fault)
        if person.tabs and not person.gone:
            self.world.hit(fault.kind)
            person.open_another()

    def _gone(self, fault: Fault) -> None:
        person = self._person(fault)
        if person.tabs and not person.gone:
            self.world.hit(fault.kind)
            hows: tuple[Callable[[Connection], None], ...] = (
                Connection.vanish,
                Connection.reset,
                Connection.client_close,
            )
            person.leave_for_good(hows[fault.ms % 3])

    def _flood(self, fault: Fault) -> None:
        self._person(fault).flood(100 + fault.where * 10)

    def _redact(self, fault: Fault) -> None:
        person = self._person(fault)
        if len(self.nodes) == 1:
            crash = fault.ms >= 400
            self.erasing.append(
                self.shared.outside_task(erase(self.shared, self.nodes, person, crash_afterwards=crash))
            )

    def _die_redacting(self, fault: Fault) -> None:
        if len(self.nodes) == 1:
            self._armed[fault.kind].append(_Armed(fault))
            self._redact(attrs.evolve(fault, ms=0))

    def _pause(self, fault: Fault) -> None:
        room = self.shared.oracle.log.room
        host = next((person for person in self.people if person.seat_id == room.host and person.tabs), None)
        if host is None or room.paused is not None or not room.stage.asking:
            return
        host.give("pause_interview")
        host.later(STIRRED_AFTER_MS, lambda: self._stir(host))
        self._armed[fault.kind].append(_Armed(fault))

    def _stir(self, host: Person) -> None:
        """Let the host do something that the log takes also in a pause."""
        turns = self.shared.oracle.log.room.open_turns()
        if turns:
            host.give("add_time", turn_id=turns[0].turn_id, ms=1_000)
        else:
            host.give("send_chat", text="잠시만 기다려 주세요")

    def _release_idle(self, live: list[Node]) -> None:
        armed = self._armed.get(FaultKind.IDLE_RELEASE)
        if not armed or self.world.quiet:
            return
        for node in live:
            if node.ready and node.service.release_idle(Millis(node.now() + 1)):
                armed.pop(0)
                self.world.hit(FaultKind.IDLE_RELEASE)
                return

    def _release(self, fault: Fault) -> None:
        """Let everybody lose their connection for a while, and the room be let go of meanwhile."""
        for person in self.people:
            person.away_until = self.world.loop.time() + min(fault.ms, 15_000) / 1000
            for tab in tuple(person.tabs):
                tab.connection.reset()
        self._armed[fault.kind].append(_Armed(fault))


_STRIKES: Final[dict[FaultKind, Callable[[Director, Fault], None]]] = {
    FaultKind.GRACEFUL_RESTART: Director._restart,
    FaultKind.SECOND_DRIVER: Director._second_driver,
    FaultKind.CLOCK_FORWARD: Director._clock,
    FaultKind.CLOCK_BACK: Director._clock,
    FaultKind.AT_DEADLINE: Director._aim,
    FaultKind.RACING_TABS: Director._race,
    FaultKind.GONE_FOR_GOOD: Director._gone,
    FaultKind.FLOOD: Director._flood,
    FaultKind.REDACTION: Director._redact,
    FaultKind.CRASH_IN_REDACTION: Director._die_redacting,
    FaultKind.IDLE_RELEASE: Director._release,
    FaultKind.STORE_SLOW_IN_PAUSE: Director._pause,
}
