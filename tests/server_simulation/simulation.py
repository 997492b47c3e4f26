"""One simulated interview on the real server: `simulate(seed)` plays it, and says what went wrong.

The same seed and plan give the same bytes on every run: all time, chance and order come from here.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

import attrs
import structlog
from structlog.typing import EventDict, WrappedLogger

from adapters.service import room_writing
from adapters.service.people.directory import RoomEntry
from adapters.service.people.identity import UserId
from adapters.service.people.invitations import Role
from interview_engine.core import commands as c
from interview_engine.core.decide import Refused
from interview_engine.core.settings import Asked, OrderPolicy, Settings, Slot, Visibility
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, Millis, RoomId, Seed
from interview_engine.testing.dice import Dice
from interview_engine.testing.rooms import a_rival, an_interviewer
from interview_engine.vocabulary import QuestionKind
from tests.server_simulation.closing import judge_the_log, judge_time, settle_down
from tests.server_simulation.director import Director
from tests.server_simulation.faults import FaultKind, Plan, draw_plan
from tests.server_simulation.minds import Mind
from tests.server_simulation.nodes import TROUBLE, Shared
from tests.server_simulation.oracle import Oracle
from tests.server_simulation.people import Person
from tests.server_simulation.simulated_loop import OWNER, SimulatedLoop, run_simulated
from tests.server_simulation.world import BEGIN, Violation, World

ROOM: Final = RoomId("room-1")
CHAOS_MS: Final = 240_000
"""How long things may go wrong at most."""
QUIET_MS: Final = 3_600_000
"""Within this time of quiet an interview must end."""
SNAPSHOT_EVERY: Final = 9
"""Far more often than in earnest: a short interview shall meet snapshots."""
BUGS_IN_LOGS: Final = frozenset(
    {"listener.failed", "ack.failed", "report.failed", "room.not_followed_up", "room.quarantined"}
)
"""What the server notes and goes on after: each is a bug."""


@attrs.frozen(kw_only=True)
class Played:
    """What came of a simulation.

    Attributes:
        seed, plan: What plays it again.
        violations: What should not have happened.
        hits: How often each fault really happened.
        digest: SHA-256 of all that happened.
        records: How long the log is.
        virtual_ms: How long it lasted in the world.
        cpu_ms: What it cost.
        trace: Line by line; empty unless asked for.
    """

    seed: str
    plan: Plan
    violations: tuple[Violation, ...]
    hits: Counter[FaultKind]
    digest: str
    records: int
    virtual_ms: int
    cpu_ms: float
    trace: tuple[str, ...]


def simulate(seed: str, plan: Plan | None = None, *, keep_trace: bool = False) -> Played:
    """Play one interview.

    Args:
        seed: Root of all chance.
        plan: What goes wrong; drawn from the seed when None.
        keep_trace: Keep what happened, line by line.
    """
    begun = time.process_time()
    chosen = draw_plan(Dice(f"{seed}/plan")) if plan is None else plan
    worlds: list[World] = []

    async def scene(loop: SimulatedLoop) -> None:
        world = World(seed, loop, keep_trace=keep_trace)
        worlds.append(world)
        with listening_to_logs(world):
            await _play(world, chosen)

    collecting = gc.isenabled()
    gc.disable()
    try:
        run_simulated(scene)
    except Exception as error:  # noqa: BLE001 -- a bug may well break the simulation itself
        worlds[0].violated("a simulation comes to its end", f"{type(error).__name__}: {str(error)[:300]}")
    finally:
        if collecting:
            gc.enable()
    world = worlds[0]
    for fault in world.loop.faults:
        world.violated("nothing is raised that nobody catches", fault)
    return Played(
        seed=seed,
        plan=chosen,
        violations=tuple(world.violations),
        hits=world.hits,
        digest=world.digest,
        records=world.records,
        virtual_ms=world.elapsed_ms,
        cpu_ms=(time.process_time() - begun) * 1000,
        trace=tuple(world.trace),
    )


@contextmanager
def listening_to_logs(world: World) -> Iterator[None]:
    """Hear what the server logs: some of it tells of bugs that it survived."""

    def hear(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
        name = str(event["event"])
        owner = OWNER.get()
        if name in BUGS_IN_LOGS and (owner is None or owner.alive):
            world.violated(
                "the server notes no bug", " ".join(f"{key}={event[key]}" for key in sorted(event))
            )
        raise structlog.DropEvent

    before, every = structlog.get_config(), room_writing.SNAPSHOT_EVERY
    structlog.configure(processors=[hear], cache_logger_on_first_use=False)
    room_writing.SNAPSHOT_EVERY = SNAPSHOT_EVERY
    try:
        yield
    finally:
        room_writing.SNAPSHOT_EVERY = every
        structlog.configure(**before)


async def _play(world: World, plan: Plan) -> None:
    dice = world.dice("interview")
    director = Director(world, plan)
    oracle = Oracle(world)
    director.shared = Shared(world, oracle, ROOM, director.take)
    director.shared.on_readiness = director.readiness_changed
    director.shared.on_announcement = director.announced
    director.shared.on_only = director.alone
    humans = dice.pick((1, 1, 2, 2, 3))
    names = [f"h{number}" for number in range(humans)] + [f"o{n}" for n in range(dice.pick((0, 0, 1)))]
    for name in names:
        role = Role.OBSERVER if name.startswith("o") else Role.CANDIDATE
        person = Person(
            world,
            oracle,
            ROOM,
            name,
            observer=role is Role.OBSERVER,
            invite=(lambda: "") if name == "h0" else partial(director.shared.invitation, role),
            connect=director.connect,
        )
        Mind(person, humans)
        director.people.append(person)
    oracle.on_growth, oracle.on_left = director.grown, director.left
    node = director.boot(0)
    await _created(director, dice, humans)
    del node
    for person in director.people:
        person.arrive()
    director.watch()
    while world.elapsed_ms < CHAOS_MS and not _finished(oracle):
        await asyncio.sleep(1)
        if not director.waits and world.elapsed_ms > 60_000:
            break
    director.calm()
    quiet_since = world.elapsed_ms
    # Virtual time costs nothing, so looking now and then is simplest.
    while not _over(director) and world.elapsed_ms < quiet_since + QUIET_MS:  # noqa: ASYNC110
        await asyncio.sleep(2)
    if world.require("every interview ends", _over(director), f"{oracle.log.room.stage}"):
        await settle_down(world, director, oracle)
    await _end(director)
    judge_the_log(world, oracle, director)
    judge_time(world, oracle, director)
    world.records = len(oracle.log)


async def _created(director: Director, dice: Dice, humans: int) -> None:
    """Create the room, as the owner's program does: again and again until it is there."""
    shared = director.shared
    await shared.add_room(RoomEntry(room_id=ROOM, owner=UserId("user-h0"), title="", created_at=BEGIN))
    create = c.CreateRoom(
        now=BEGIN,
        id=CommandId("create"),
        room_id=ROOM,
        seed=Seed(f"{director.world.seed}/secret"),
        settings=_settings(dice),
        rivals=tuple(
            a_rival(n, characters_per_minute=1_500)
            for n in range(1, (2 if humans == 1 else 1) + dice.below(2))
        ),
        panel=(an_interviewer(1, follow_up_percent=dice.pick((0, 50))),),
    )
    while True:
        nodes = [node for node in director.nodes.values() if node.alive]
        if nodes:
            task = nodes[0].run(nodes[0].service.create(create))
            # A node that dies ends no task.
            while not task.done() and nodes[0].alive:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            if task.done() and not task.cancelled():
                error = task.exception()
                if error is None:
                    assert not isinstance(task.result(), Refused), task.result()
                    return
                assert isinstance(error, TROUBLE) or not nodes[0].alive, error
        else:
            director.boot(0)
        await asyncio.sleep(0.2)


def _settings(dice: Dice) -> Settings:
    slots = []
    for kind in (QuestionKind.COMMON, QuestionKind.SITUATIONAL)[: dice.pick((1, 1, 2))]:
        asked = dice.pick((Asked.ALL, Asked.ALL, Asked.ONE))
        order = dice.pick((None, None, OrderPolicy.SIMULTANEOUS)) if asked is Asked.ALL else None
        answer_ms = Millis(dice.pick((5_000, 8_000, 20_000)))
        slots.append(
            Slot(
                stage=Stage.COMMON,
                kind=kind,
                asked=asked,
                answer_ms=answer_ms,
                order=order,
                follow_ups=dice.chance(40),
            )
        )
    return Settings(
        plan=tuple(slots),
        visibility=dice.pick(tuple(Visibility)),
        reading_ms=Millis(dice.pick((0, 1_000))),
        disconnect_grace_ms=Millis(dice.pick((5_000, 20_000))),
        disconnect_cap_ms=Millis(dice.pick((0, 3_000, 10_000))),
        question_patience_ms=Millis(5_000),
        answer_patience_ms=Millis(6_000),
        judging_patience_ms=Millis(8_000),
        dormant_ms=Millis(60_000),
        comparison_budget=1,
    )


def _finished(oracle: Oracle) -> bool:
    return len(oracle.log) > 0 and oracle.log.room.stage is Stage.FINISHED


def _over(director: Director) -> bool:
    """Return whether the interview has ended, or can't begin: somebody is gone for good."""
    oracle = director.shared.oracle
    if _finished(oracle):
        return True
    # A seat whose owner never gets ready keeps the others waiting; only the host could do something.
    somebody_gone = any(person.gone for person in director.people)
    return oracle.log.room.stage is Stage.WAITING and somebody_gone


async def _end(director: Director) -> None:
    """Let everybody go home and the nodes end, and see that nothing stays behind."""
    for person in director.people:
        person.gone = True
        for tab in tuple(person.tabs):
            tab.connection.client_close()
    await asyncio.sleep(0.5)
    for node in tuple(director.nodes.values()):
        if node.alive:
            await node.leave()
    director.nodes.clear()
