"""Node and the packages that a lock file names, in a folder of a test's own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def node() -> str:
    """Return the path of Node; without it the test is skipped."""
    found = shutil.which("node")
    if found is None or shutil.which("npm") is None:
        pytest.skip("Node is not installed")
    return found


def install(package: Path, into: Path) -> Path:
    """Install what `package-lock.json` of a folder names, and nothing else.

    Args:
        package: The folder with `package.json` and its lock.
        into: An empty folder.

    Returns:
        `node_modules`.
    """
    node()
    into.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(package / name, into / name)
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=into,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return into / "node_modules"
