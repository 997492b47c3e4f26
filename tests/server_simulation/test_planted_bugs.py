"""The simulation can fail: each planted bug of the server breaks its law within 200 seeds."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.planted.planted_bug import ROOT, PlantedBug, patched
from tests.server_simulation.planted_in_server import BUGS, SEEDS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name.replace(" ", "-").replace("'", ""))
def test_a_planted_bug_is_found(bug: PlantedBug) -> None:
    compile(patched(bug), bug.file, "exec")
    done = subprocess.run(
        [sys.executable, "-m", "tests.server_simulation.planted_in_server", bug.name],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=280,
        check=True,
    )
    told = next(line for line in map(json.loads, done.stdout.splitlines()) if line["bug"] == bug.name)
    assert 1 <= told["seeds"] <= SEEDS, f"{bug.name} was not found"
    assert bug.caught_by in told["laws"]


def test_there_are_enough_and_each_has_its_name() -> None:
    assert len(BUGS) >= 15
    assert len({bug.name for bug in BUGS}) == len(BUGS)
