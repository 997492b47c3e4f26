"""The same suite on the newest `websockets`; the environment holds the oldest that we take."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UV = Path(sys.prefix) / "bin" / "uv"
NEWEST = "17"
SUITE = ("-q", "-p", "no:cacheprovider", "-n", "4", "--ignore-glob=*asyncapi*", str(Path(__file__).parent))
"""Sessions mostly wait, and the documents of the protocol are the same on any."""


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.packaging
@pytest.mark.xdist_group("packaging")
@pytest.mark.skipif(version("websockets").startswith(NEWEST), reason="this is the suite on the newest one")
def test_sessions_on_the_newest_websockets(tmp_path: Path) -> None:
    installed = subprocess.run(
        [UV, "pip", "install", "--quiet", "--no-deps", "--target", tmp_path, f"websockets=={NEWEST}.*"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert installed.returncode == 0, installed.stderr
    # This process may be a worker of xdist, and that run has workers of its own.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment = {**ours, "PYTHONPATH": str(tmp_path)}
    seen = subprocess.run(
        [sys.executable, "-c", "import websockets; print(websockets.__version__)"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout.startswith(NEWEST)
    suite = subprocess.run(
        [sys.executable, "-m", "pytest", *SUITE],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=580,
    )
    assert suite.returncode == 0, suite.stdout[-5_000:]
