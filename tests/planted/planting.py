"""Loads one module with a bug in it, under its real name."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from tests.planted.bugs import BUGS
from tests.planted.planted_bug import ROOT, PlantedBug, patched


class _PatchedLoader(SourceFileLoader):
    """Compiles the patched source: nothing is read from or written to a cache of byte code."""

    def __init__(self, fullname: str, path: str, bug: PlantedBug) -> None:
        super().__init__(fullname, path)
        self._bug = bug

    def get_code(self, fullname: str) -> CodeType:
        return compile(patched(self._bug), self.path, "exec", dont_inherit=True)


class _Planter(MetaPathFinder):
    """Finds the one module that has the bug, and leaves all others to the usual finders."""

    def __init__(self, bug: PlantedBug) -> None:
        self._bug = bug

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._bug.module:
            return None
        file = str(ROOT / self._bug.file)
        return importlib.util.spec_from_file_location(
            fullname, file, loader=_PatchedLoader(fullname, file, self._bug)
        )


def plant(name: str) -> None:
    """Let the next import of the bug's module bring the bug.

    Args:
        name: Of the bug; see `tests.planted.bugs`.
    """
    plant_bug(next(bug for bug in BUGS if bug.name == name))


def plant_bug(bug: PlantedBug) -> None:
    """Let the next import of the bug's module bring the bug."""
    assert bug.module not in sys.modules, "too late: the module was already imported"
    sys.meta_path.insert(0, _Planter(bug))
