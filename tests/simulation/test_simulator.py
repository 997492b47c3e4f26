from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from interview_engine.testing.invariants import Violation
from interview_engine.testing.simulation.faults import FaultKind
from interview_engine.testing.simulator import SimulationSummary, simulate, simulate_many

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SEED = "whole interviews"
INTERVIEWS = 250
SAME_EVERYWHERE = 60
PRINT_DIGEST = (
    "from interview_engine.testing.simulator import simulate_many;"
    f"print(simulate_many({SAME_EVERYWHERE}, {SEED!r}).digest)"
)


@pytest.fixture(scope="module")
def summary() -> SimulationSummary:
    return simulate_many(INTERVIEWS, SEED)


def digest_of(python: str, hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [python, "-c", PRINT_DIGEST],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout.strip()


@pytest.mark.xdist_group("simulation")
def test_no_invariant_is_broken(summary: SimulationSummary) -> None:
    assert summary.violations == ()


@pytest.mark.xdist_group("simulation")
def test_every_interview_comes_to_its_end(summary: SimulationSummary) -> None:
    assert summary.finished == summary.interviews == INTERVIEWS


@pytest.mark.xdist_group("simulation")
def test_every_kind_of_fault_happens(summary: SimulationSummary) -> None:
    assert {count.kind for count in summary.faults if count.count} == set(FaultKind)


@pytest.mark.xdist_group("simulation")
def test_interviews_are_whole(summary: SimulationSummary) -> None:
    assert summary.events > 40 * INTERVIEWS
    assert summary.commands > 20 * INTERVIEWS


def test_an_interview_is_played_again_by_its_seed_and_index() -> None:
    once, again = simulate(SEED, 7), simulate(SEED, 7)
    assert once.history.log == again.history.log
    assert once.head != simulate(SEED, 8).head
    assert once.head != simulate("another seed", 7).head


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    simulate_many(3, SEED, on_progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_violation_names_the_interview_that_broke_it() -> None:
    assert Violation(index=3, invariant="seq_without_gaps", detail="gap").index == 3


@pytest.mark.parametrize("hash_seed", ["1", "4242"])
def test_the_digest_is_the_same_under_every_hash_seed(hash_seed: str) -> None:
    assert digest_of(sys.executable, hash_seed) == simulate_many(SAME_EVERYWHERE, SEED).digest


def other_pythons() -> tuple[str, ...]:
    """Return the interpreters on this machine, from 3.11 on, that are not the running version."""
    versions = [f"3.{minor}" for minor in range(11, 20) if minor != sys.version_info.minor]
    installed = Path.home() / ".pyenv" / "versions"
    candidates = [str(path / "bin" / "python") for v in versions for path in sorted(installed.glob(f"{v}.*"))]
    candidates += [found for v in versions if (found := shutil.which(f"python{v}")) and "shims" not in found]
    return tuple(candidates)


@pytest.mark.packaging
@pytest.mark.parametrize("python", other_pythons())
def test_the_digest_is_the_same_on_every_python(python: str, tmp_path: Path) -> None:
    made = tmp_path / "venv"
    subprocess.run([python, "-m", "venv", str(made)], check=True, timeout=120)
    own = str(made / "bin" / "python")
    install = [own, "-m", "pip", "install", "-q", "attrs", "msgspec", "rapidfuzz"]
    subprocess.run(install, check=True, timeout=200)
    assert digest_of(own, "random") == simulate_many(SAME_EVERYWHERE, SEED).digest


@pytest.mark.nightly
@pytest.mark.timeout(3_600)
def test_ten_thousand_interviews_break_nothing() -> None:
    summary = simulate_many(10_000, "nightly")
    assert summary.violations == ()
    assert summary.finished == 10_000
