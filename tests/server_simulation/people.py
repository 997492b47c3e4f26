"""Scripted people: they come, answer, hesitate, lose their connection and come back, and never give up.

A command without an outcome is sent again with the same id, over whatever connection there is, until it has
one. Their minds read the room at the seq that their tab has reached; nothing else of the truth.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import attrs
import msgspec

from adapters.service.people.access import seat_of
from adapters.service.people.identity import UserId
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.frames import AskLegal, CommandFrame, OutcomeFrame, SignalFrame, Welcome
from interview_engine.core.state import Room
from interview_engine.ids import RoomId, SeatId
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.network import Connection
from tests.server_simulation.oracle import Oracle
from tests.server_simulation.tabs import Tab
from tests.server_simulation.world import World

RETRY_S = 3.0
RETRY_UNKNOWN_MS = 600
STAYS_AWAY = frozenset({CloseCode.NORMAL, CloseCode.REMOVED})
NEVER = frozenset({CloseCode.BAD_FRAME, CloseCode.NOT_AUTHENTICATED, CloseCode.FRAME_TOO_LARGE})
"""Our people break no rule that ends a connection so."""


@attrs.define(eq=False)
class Pending:
    """A command that has no outcome yet.

    Attributes:
        frame: What is sent.
        sent_at: When it was sent last.
        again: It will be sent again soon, by all tabs: what the others hear of it asks for nothing more.
    """

    frame: CommandFrame
    sent_at: float
    again: bool = False


class Person:
    """Somebody in a room.

    Attributes:
        name: Who.
        seat_id: Their place.
        observer: They only watch.
        tabs: Their connections that are open.
        pending: Commands without an outcome.
        answers: What they answered, by their own command ids.
        aims: At which ms around the deadline the next answers shall arrive.
        gone: They don't come back.
        welcomed_at: When they came in, real ms.
        away_until: Until then they have better things to do than to reconnect.
    """

    def __init__(
        self,
        world: World,
        oracle: Oracle,
        room_id: RoomId,
        name: str,
        *,
        observer: bool,
        invite: Callable[[], str],
        connect: Callable[[Person], Connection | None],
    ) -> None:
        self.world, self.oracle, self.name, self.observer = world, oracle, name, observer
        self.room_id = room_id
        self.seat_id: SeatId = seat_of(UserId(f"user-{name}"), room_id)
        self.tabs: list[Tab] = []
        self.pending: dict[str, Pending] = {}
        self.answers: dict[str, str] = {}
        self.aims: list[int] = []
        self.gone = False
        self.flooding = False
        self.away_until = 0.0
        self.knows: int | None = None
        self.welcomed_at: list[int] = []
        self.dice = world.dice(f"person/{name}")
        self.act: Callable[[Room, Tab], None] = lambda room, tab: None
        self._invite, self._connect = invite, connect
        self._numbered = 0
        self._wanted_tabs = 1
        self._tasks: set[asyncio.Task[None]] = set()

    # Connections

    def arrive(self) -> None:
        """Open the first tab, and go on opening one whenever there is none."""
        self._open(after_s=self.dice.below(900) / 1000)
        self.world.loop.call_later(RETRY_S, self._sweep)

    def open_another(self) -> None:
        """Open one more tab at once."""
        self._open(after_s=0.0, fresh=self.dice.chance(50))

    def leave_for_good(self, how: Callable[[Connection], None]) -> None:
        """Be gone without a word."""
        self.gone = True
        self.pending.clear()
        for tab in tuple(self.tabs):
            how(tab.connection)

    def _open(self, *, after_s: float, fresh: bool = False) -> None:
        task = self.world.loop.create_task(self._visit(after_s, fresh=fresh))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _visit(self, after_s: float, *, fresh: bool) -> None:
        await asyncio.sleep(after_s)
        while not self.gone:
            if self.world.loop.time() < self.away_until and not self.world.quiet:
                await asyncio.sleep(0.5)
                continue
            connection = self._connect(self)
            if connection is not None:
                break
            await asyncio.sleep(0.4 + self.dice.below(800) / 1000)
        else:
            return
        tab = Tab(self.world, connection, self)
        self.tabs.append(tab)
        last_seq = None if fresh or self.dice.chance(10) else self.knows
        code = await tab.live(self.room_id, f"token:{self.name}", self._invite(), last_seq)
        self.tabs.remove(tab)
        self._ended(tab, code)

    def _ended(self, tab: Tab, code: int | None) -> None:
        self.world.tell(f"{self.name} lost c{tab.connection.number} {code}")
        known = code is None or code in NEVER or code in set(CloseCode)
        self.world.require("a good client keeps its connection", known and code not in NEVER, f"{code}")
        if code == CloseCode.TOO_FAST:
            self.world.require("only those who flood are too fast", self.flooding, self.name)
        if code in STAYS_AWAY:
            self.gone = True
            self.pending.clear()
        if self.gone or (self.tabs and code == CloseCode.SUPERSEDED):
            return
        if not self.tabs:
            wait_ms = tab.retry_after_ms if code is not None and tab.retry_after_ms else 0
            self._open(after_s=(wait_ms + self.dice.between(20, 1_500)) / 1000)

    # What a tab tells

    def welcomed(self, tab: Tab, said: Welcome) -> None:
        """Send again whatever has no outcome yet."""
        self.welcomed_at.append(self.world.elapsed_ms)
        self.world.require("one sits where one sat", said.you.seat_id == self.seat_id, said.you.seat_id)
        for pending in self.pending.values():
            pending.sent_at = self.world.loop.time()
            tab.say(pending.frame)
        if self.dice.chance(15):
            tab.say(AskLegal())

    def moved_on(self, tab: Tab) -> None:
        """Think about what the tab shows now."""
        self.knows = tab.seq
        if tab.seq is not None and tab.welcome and 1 <= tab.seq <= len(self.oracle.log):
            self.act(self.oracle.log.now.rooms[tab.seq - 1], tab)

    def told(self, tab: Tab, said: OutcomeFrame) -> None:
        """A command has an outcome, unless that is not known yet."""
        if said.code == "too_fast":
            return
        if said.status == "unknown":
            pending = self.pending.get(said.id)
            if pending is not None and not pending.again:
                pending.again = True
                self.later(RETRY_UNKNOWN_MS, lambda: self._again(said.id))
            return
        self.pending.pop(said.id, None)

    # What the person does

    def give(
        self, name: str, /, *, key: str = "", arrive_at: float | None = None, **arguments: object
    ) -> str:
        """Give a command, until it has an outcome.

        Args:
            name: Which command.
            key: Makes its id; a fresh one without. Others use the same ids: they are each one's own.
            arrive_at: Aim at this instant of the loop's time.
            arguments: Its arguments.
        """
        self._numbered += 1
        command_id = f"{key or self._numbered}-{name}"
        if command_id in self.pending or self.gone:
            return command_id
        frame = CommandFrame(id=command_id, name=name, data=msgspec.Raw(msgspec.json.encode(arguments)))
        self.pending[command_id] = Pending(frame, self.world.loop.time())
        if name == "submit_answer":
            self.answers[command_id] = str(arguments["text"])
        for tab in self.tabs:
            if tab.welcome:
                tab.say(frame, arrive_at=arrive_at)
        return command_id

    def later(self, ms: int, act: Callable[[], object]) -> None:
        """Do something after a while, unless one is gone by then."""
        self.world.loop.call_later(ms / 1000, lambda: None if self.gone else act())

    def signal(self) -> None:
        """Show that one is typing."""
        for tab in self.tabs:
            if tab.welcome:
                tab.say(SignalFrame(kind="typing"))

    def flood(self, frames: int) -> None:
        """Send far too much at once."""
        for tab in self.tabs:
            if tab.welcome:
                self.world.hit(FaultKind.FLOOD)
                self.flooding = True
                for _ in range(frames):
                    tab.say(AskLegal())

    def _again(self, command_id: str) -> None:
        pending = self.pending.get(command_id)
        if pending is not None:
            pending.again = False
            pending.sent_at = self.world.loop.time()
            for tab in self.tabs:
                if tab.welcome:
                    tab.say(pending.frame)

    def _sweep(self) -> None:
        if self.gone:
            return
        now = self.world.loop.time()
        for pending in tuple(self.pending.values()):
            if now - pending.sent_at >= RETRY_S:
                for tab in self.tabs:
                    if tab.welcome:
                        pending.sent_at = now
                        tab.say(pending.frame)
        for tab in self.tabs[-1:]:
            # People look up now and then, also when nothing happens.
            self.moved_on(tab)
        self.world.loop.call_later(RETRY_S, self._sweep)
