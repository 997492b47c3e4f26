"""A service on the stage: rooms with one person and AI candidates, in virtual time."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from pathlib import Path

import attrs

from adapters.service.event_store import EventStore
from adapters.service.live_room import News, Published
from adapters.service.memory_store import MemoryEventStore
from adapters.service.room_service import RoomService
from adapters.service.surroundings import Surroundings
from adapters.sqlite_store.store import open_store
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed
from interview_engine.core.effects import Effect
from interview_engine.core.log import Record
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.core.verifying import verify
from interview_engine.ids import CommandId, Millis, RoomId, Salt, SeatId, Seed
from interview_engine.testing.rooms import ONE_QUESTION, a_rival, an_interviewer
from interview_engine.testing.stub_performer import perform_stub
from tests.service.outside_store import OutsideStore
from tests.service.virtual_time import now, run

ROOM = RoomId("room")
ME = SeatId("me")
SETTINGS = Settings(plan=ONE_QUESTION)
PERSONAL = "제가 직접 겪은 일을 말씀드리면, 배포가 멈췄을 때 원인을 지표로 좁혔습니다."

_salts = itertools.count()


def surroundings() -> Surroundings:
    return Surroundings(now=now, salt=lambda: Salt(f"a salt for tests no. {next(_salts):08}"))


class Performer:
    """Does effects' work with stubs, after a while; what it did is noted."""

    def __init__(self, takes_ms: int = 300) -> None:
        self.takes_ms = takes_ms
        self.begun: list[Effect] = []
        self.running: list[tuple[RoomId, str]] = []
        self.most_at_once = 0
        self.cancelled = 0

    async def perform(self, room_id: RoomId, effect: Effect) -> c.Report:
        key = (room_id, effect.effect_id)
        assert key not in self.running, f"{key} runs twice at once"
        self.begun.append(effect)
        self.running.append(key)
        self.most_at_once = max(self.most_at_once, len(self.running))
        try:
            await asyncio.sleep(self.takes_ms / 1000)
            return await self.work(room_id, effect)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.running.remove(key)

    async def work(self, room_id: RoomId, effect: Effect) -> c.Report:
        """Return the report: what other performers override."""
        return perform_stub(effect, now())


class Ear:
    """Listens to a room."""

    def __init__(self) -> None:
        self.heard: list[Record] = []
        self.other: list[News] = []

    def __call__(self, news: News) -> None:
        if not isinstance(news, Published):
            self.other.append(news)
            return
        assert news.room.seq == news.records[-1].seq
        self.heard.extend(news.records)

    @property
    def seqs(self) -> list[int]:
        return [record.seq for record in self.heard]


@attrs.define
class ServiceStage:
    """A service with its store and performer."""

    store: EventStore
    performer: Performer
    service: RoomService

    async def another(self, store: EventStore | None = None) -> ServiceStage:
        """Return a second owner of the same store."""
        return on_stage(store or self.store, Performer(self.performer.takes_ms))

    async def finished(self, room_id: RoomId = ROOM) -> Room:
        """Wait until a room's interview has ended."""
        for _ in range(2_000):
            room = await self.service.room(room_id)
            if room.stage is Stage.FINISHED:
                return room
            await asyncio.sleep(5)
        raise AssertionError(f"{room_id} does not end: {room.stage}")

    async def require_sound_log(self, room_id: RoomId = ROOM) -> tuple[Record, ...]:
        """Return a room's log, which must verify."""
        log = await self.service.log_of(room_id)
        assert verify(log).faults == ()
        return log


def on_stage(store: EventStore | None = None, performer: Performer | None = None) -> ServiceStage:
    the_store, the_performer = store or MemoryEventStore(), performer or Performer()
    return ServiceStage(the_store, the_performer, RoomService(the_store, the_performer, surroundings()))


def create(
    room_id: RoomId = ROOM, *, settings: Settings = SETTINGS, ai: int = 2, panel: int = 1
) -> c.CreateRoom:
    return c.CreateRoom(
        now=now(),
        id=CommandId(f"create-{room_id}"),
        room_id=room_id,
        seed=Seed("a secret for tests"),
        settings=settings,
        rivals=tuple(a_rival(number) for number in range(1, ai + 1)),
        panel=tuple(an_interviewer(number) for number in range(1, panel + 1)),
    )


async def begin(
    service: RoomService,
    room_id: RoomId = ROOM,
    *,
    settings: Settings = SETTINGS,
    ai: int = 2,
    panel: int = 1,
) -> None:
    """Create a room, and start its interview."""
    for command in (
        create(room_id, settings=settings, ai=ai, panel=panel),
        c.JoinRoom(now=now(), id=CommandId("join"), seat_id=ME, name="김지원"),
        c.SetReady(now=now(), id=CommandId("ready"), seat_id=ME),
        c.StartInterview(now=now(), id=CommandId("start"), by=ME),
    ):
        outcome = await service.command(room_id, command)
        assert isinstance(outcome, Committed), outcome


async def my_turn(service: RoomService, room_id: RoomId = ROOM) -> Turn:
    """Wait until it is the person's turn."""
    for _ in range(2_000):
        room = await service.room(room_id)
        for turn in room.open_turns():
            if turn.seat_id == ME:
                return turn
        await asyncio.sleep(1)
    raise AssertionError("the turn does not come")


def answer(turn: Turn, text: str = PERSONAL, *, command_id: str = "answer") -> c.SubmitAnswer:
    return c.SubmitAnswer(
        now=now(), id=CommandId(f"{command_id}-{turn.turn_id}"), seat_id=ME, turn_id=turn.turn_id, text=text
    )


def chat(number: int, text: str = "안녕하세요") -> c.SendChat:
    return c.SendChat(now=now(), id=CommandId(f"chat-{number}"), seat_id=ME, text=text)


def stir(number: int) -> c.OperatorCommand:
    """Return a moderator's command: even numbers pause the interview, odd ones resume it."""
    kind = c.ResumeInterview if number % 2 else c.PauseInterview
    return kind(now=now(), id=CommandId(f"stir-{number}"))


StoreKind = Callable[[Path], Awaitable[EventStore]]


async def memory(folder: Path) -> EventStore:
    return MemoryEventStore()


async def sqlite(folder: Path) -> EventStore:
    return await OutsideStore.around(open_store(folder / "rooms.db", busy_wait=Millis(200)))


def play(kind: StoreKind, folder: Path, scene: Callable[[EventStore], Awaitable[None]]) -> None:
    """Run a scene on a fresh store of a kind."""

    async def on_store() -> None:
        store = await kind(folder)
        try:
            await scene(store)
        finally:
            await store.close()

    run(on_store())
