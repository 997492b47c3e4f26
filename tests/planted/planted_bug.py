"""A planted bug: a small wrong change of one file, and the check that must catch it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

ROOT: Final = Path(__file__).parents[2]


@attrs.frozen
class PlantedBug:
    """A small wrong change of one file.

    Attributes:
        name: What is wrong, as a reader would report it.
        file: Path below the root.
        right: Text that stands in the file exactly once.
        wrong: What stands there instead.
        caught_by: The test, or tests, of which at least one must fail.
    """

    name: str
    file: str
    right: str
    wrong: str
    caught_by: str

    @property
    def module(self) -> str:
        """The file's name for `import`."""
        return self.file.removesuffix(".py").replace("/", ".")


def patched(bug: PlantedBug) -> str:
    """Return the source with the bug in it.

    Args:
        bug: Which.

    Raises:
        AssertionError: When the right text is not there exactly once any more.
    """
    source = (ROOT / bug.file).read_text(encoding="utf-8")
    assert source.count(bug.right) == 1, f"{bug.name}: {bug.right!r} stands {source.count(bug.right)} times"
    return source.replace(bug.right, bug.wrong)
