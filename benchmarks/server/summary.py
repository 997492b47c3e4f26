"""The server's benchmark: one run, and what was measured."""

from __future__ import annotations

import attrs

from benchmarks.server.closed_loop import Loop, run
from benchmarks.server.contenders import Contender, everybody, ours
from benchmarks.server.holding import Held, hold
from benchmarks.server.idling import idle_room_kib
from benchmarks.server.processes import Cores
from benchmarks.server.slow_readers import Beside, beside_slow_readers

VARIANTS = (
    ("serve", "none"),
    ("serve", "canned"),
    ("serve", "offline"),
    ("websockets", "none"),
    ("websockets", "offline"),
)
"""Our rows: path and judging. The first is compared with the others' rows: all do the same in them."""


@attrs.frozen(kw_only=True)
class Plan:
    """How much is measured.

    Attributes:
        variants: Our rows: path and judging.
        repeats: Closed loops of each contender, in turns.
        rooms: At once in a closed loop.
        idle_rooms: Held open to see what they take in memory.
        watched_rooms, pairs: Beside slow readers: rooms of each set, and pairs of rounds.
        held_rooms, every_s, held_s: Rooms at people's pace: how many, seconds between answers, how long.
    """

    variants: tuple[tuple[str, str], ...]
    repeats: int
    rooms: int
    idle_rooms: int
    watched_rooms: int
    pairs: int
    held_rooms: int
    every_s: float
    held_s: float


FULL = Plan(
    variants=VARIANTS,
    repeats=5,
    rooms=24,
    idle_rooms=200,
    watched_rooms=12,
    pairs=40,
    held_rooms=2_000,
    every_s=30,
    held_s=75,
)
QUICK = Plan(
    variants=(("serve", "none"), ("serve", "offline"), ("websockets", "none"), ("websockets", "offline")),
    repeats=2,
    rooms=4,
    idle_rooms=30,
    watched_rooms=4,
    pairs=5,
    held_rooms=100,
    every_s=4,
    held_s=5,
)


@attrs.frozen(kw_only=True)
class Summary:
    """Everything that one run measured.

    Attributes:
        loops: Each contender's closed loops.
        idle_kib: What an idle room takes, of whom it was measured.
        beside: Others' times beside slow readers, on the `serve` path, with canned verdicts.
        held: Rooms at people's pace on the `serve` path, with offline judges.
        missing: Why the peers are not there; empty when they are.
    """

    loops: dict[str, tuple[Loop, ...]]
    idle_kib: dict[str, float]
    beside: Beside
    held: Held
    missing: str


def cpu(summary: Summary, name: str) -> float | None:
    """Return a contender's median processor seconds for 1,000 answers; None when it was not there."""
    loops = summary.loops.get(name)
    if not loops:
        return None
    return sorted(loop.cpu_per_thousand for loop in loops)[len(loops) // 2]


def cpu_ratio(summary: Summary, ours_name: str, theirs: str) -> float | None:
    """Return how many times as much processor time one contender takes as another, answer for answer."""
    one, other = cpu(summary, ours_name), cpu(summary, theirs)
    return one / other if one is not None and other is not None else None


async def measure(plan: Plan, cores: Cores) -> Summary:
    """Measure everything.

    Args:
        plan: How much.
        cores: Who runs where.
    """
    with everybody(plan.variants, cores.server) as field:
        # Memory first: before anything else has happened in them.
        idle = {
            one.name: await idle_room_kib(one, plan.idle_rooms) for one in field.contenders if _idles(one)
        }
        loops = await _in_turns(field.contenders, plan)
    # Judges who think for as long as this takes would be given up, and tried again, in the middle of it.
    with ours("serve", "canned", cores.server) as contender:
        beside = await beside_slow_readers(contender.server, rooms=plan.watched_rooms, pairs=plan.pairs)
    with ours("serve", "offline", cores.server) as contender:
        held = await hold(contender.server, rooms=plan.held_rooms, every_s=plan.every_s, seconds=plan.held_s)
    return Summary(loops=loops, idle_kib=idle, beside=beside, held=held, missing=field.missing)


def _idles(contender: Contender) -> bool:
    """Return whether a contender's memory is of interest: of ours, with everything that `serve` has."""
    return ": " not in contender.name or contender.name.endswith("offline judges")


async def _in_turns(contenders: tuple[Contender, ...], plan: Plan) -> dict[str, tuple[Loop, ...]]:
    loops: dict[str, list[Loop]] = {contender.name: [] for contender in contenders}
    # The first time warms up: compilers, caches, files.
    for repeat in range(plan.repeats + 1):
        for contender in contenders:
            name = f"loop{repeat}"
            loop = await run(contender.server, contender.tables(name, plan.rooms))
            contender.clear(name, plan.rooms)
            if repeat:
                loops[contender.name].append(loop)
    return {name: tuple(found) for name, found in loops.items()}
