"""The peers' packages: installed on first use from the lock file, without running anybody's scripts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

from benchmarks.server.processes import Server

FOLDER: Final = Path(__file__).resolve().parent / "peers"


class PeerMissing(Exception):
    """The peers cannot be run here; the message says what to do."""


def install() -> str:
    """Install the peers unless they are there.

    Returns:
        The path of Node.

    Raises:
        PeerMissing: Without Node or npm, or when the packages can't be had.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise PeerMissing("Node is missing: install Node 20 or newer, and npm, to compare with the peers")
    wanted = (FOLDER / "node_modules" / name for name in ("boardgame.io", "@colyseus/core"))
    if all(package.is_dir() for package in wanted):
        return node
    print("Installing boardgame.io and Colyseus into benchmarks/server/peers/node_modules ...", flush=True)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise PeerMissing(f"npm could not install the peers (is its registry reachable?): {reason[0]}")
    return node


def peer_server(node: str, script: str, core: int | None) -> Server:
    """Start a peer's server, as one would in production."""
    return Server((node, script), core=core, folder=FOLDER, environment={"NODE_ENV": "production"})
