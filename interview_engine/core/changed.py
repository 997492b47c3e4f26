"""`changed(value, field=...)`: a copy of a frozen value with some fields replaced.

The same as `attrs.evolve`, and to the type checker it is that function. At run time values are structs
(see `interview_engine.values`), which msgspec copies in one piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import AttrsInstance
    from attrs import evolve as changed

    def stamp(fresh: AttrsInstance, name: str, held: object) -> None:
        """Set a field of a copy that `changed` has just made and that nobody else holds yet."""
else:
    from msgspec.structs import force_setattr as stamp
    from msgspec.structs import replace as changed

__all__ = ["changed", "stamp"]
