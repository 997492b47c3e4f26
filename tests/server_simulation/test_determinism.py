"""The same seed is the same simulation, byte by byte, in any process; and a plan can be played again."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from interview_engine.testing.dice import Dice
from tests.planted.planted_bug import ROOT
from tests.server_simulation.faults import Fault, FaultKind, Plan, draw_plan
from tests.server_simulation.shrinking import shrink
from tests.server_simulation.simulation import Played, simulate
from tests.server_simulation.world import Violation

SEEDS = tuple(f"same/{number}" for number in range(3))
_PROGRAM = """
import sys
from tests.server_simulation.simulation import simulate
for seed in sys.argv[1:]:
    print(simulate(seed).digest)
"""


def test_a_seed_plays_the_same_again() -> None:
    for seed in SEEDS:
        first, second = simulate(seed, keep_trace=True), simulate(seed, keep_trace=True)
        assert first.trace == second.trace
        assert first.digest == second.digest
        assert first.hits == second.hits


def test_keeping_the_trace_changes_nothing_and_seeds_differ() -> None:
    digests = [simulate(seed).digest for seed in SEEDS]
    assert digests == [simulate(seed, keep_trace=True).digest for seed in SEEDS]
    assert len(set(digests)) == len(SEEDS)


@pytest.mark.slow
def test_the_same_bytes_under_any_hash_seed() -> None:
    told = []
    for hash_seed in ("1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, *SEEDS],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        told.append(done.stdout.split())
    assert told[0] == told[1] == [simulate(seed).digest for seed in SEEDS]


def test_a_plan_is_read_as_it_was_written() -> None:
    for seed in SEEDS:
        plan = draw_plan(Dice(f"{seed}/plan"))
        assert Plan.from_json(plan.to_json()) == plan


def test_a_written_plan_plays_the_same() -> None:
    plan = draw_plan(Dice(f"{SEEDS[0]}/plan"))
    assert simulate(SEEDS[0], Plan.from_json(plan.to_json())).digest == simulate(SEEDS[0]).digest


def test_a_plan_shrinks_to_what_matters() -> None:
    # Wrong whenever a crash after the append comes before a clog: two entries of many, and their order.
    wanted = (FaultKind.CRASH_AFTER_APPEND, FaultKind.CLOG)

    def play(seed: str, plan: Plan) -> Played:
        kinds = [fault.kind for fault in plan.faults if fault.kind in wanted]
        wrong = tuple(kinds) == wanted
        violations = (Violation(law="a law", detail="", at=0),) if wrong else ()
        return Played(
            seed=seed,
            plan=plan,
            violations=violations,
            hits=simulate("nothing", Plan()).hits,
            digest="",
            records=0,
            virtual_ms=0,
            cpu_ms=0.0,
            trace=(),
        )

    kinds = (FaultKind.RESET, wanted[0], FaultKind.FLOOD, FaultKind.REDACTION, wanted[1], FaultKind.RESET)
    faults = tuple(Fault(kind=kind, after_seq=9, where=4, ms=1_500) for kind in kinds)
    smallest, _ = shrink("any", play, Plan(faults=faults))
    assert tuple(fault.kind for fault in smallest.faults) == wanted
    assert {(fault.where, fault.ms) for fault in smallest.faults} == {(0, 1)}


def test_a_sound_plan_has_nothing_to_shrink() -> None:
    with pytest.raises(ValueError, match="breaks no law"):
        shrink("nothing", simulate, Plan())
