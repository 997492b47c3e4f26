"""`changed(value, field=...)`: a copy of a frozen value with some fields replaced.

The same as `attrs.evolve`, and to the type checker it is that function. At run time values are structs
(see `interview_engine.values`), which msgspec copies in one piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from msgspec.structs import force_setattr

if TYPE_CHECKING:
    from attrs import evolve as changed
else:
    from msgspec.structs import replace as changed


def stamp(fresh: attrs.AttrsInstance, name: str, held: object) -> None:
    """Set a field of a copy that `changed` has just made and that nobody else holds yet."""
    force_setattr(fresh, name, held)  # type: ignore[arg-type]  # a struct, to everybody but the checker


__all__ = ["changed", "stamp"]
