"""`changed(value, field=...)`: a copy of a frozen value with some fields replaced.

The same as `attrs.evolve`, and to the type checker it is that function. At run time it skips `__init__`:
our values have no converters or validators, and a copy is the commonest thing that the engine does.

`Room` is copied for every event and keeps its fields in a dictionary, which is copied in one piece. The
values inside it are copied less and kept in numbers, so they have slots and are small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from attrs import evolve as changed
else:
    _new = object.__new__
    _set = object.__setattr__
    _copiers: dict[type, object] = {}

    def _make_copier(cls: type) -> object:
        """Write a function that copies every slot through its descriptor: thrice as fast as a loop."""
        names = [field.name for field in attrs.fields(cls)]
        scope: dict[str, object] = {f"set_{name}": getattr(cls, name).__set__ for name in names}
        arguments = ", ".join(f"set_{name}=set_{name}" for name in names)
        body = "".join(f"    set_{name}(new, old.{name})\n" for name in names)
        exec(f"def copy(old, new, {arguments}):\n{body}", scope)  # noqa: S102 -- from attrs' field names only
        return scope["copy"]

    def changed(value: object, /, **changes: object) -> object:
        """Return a copy of `value` with `changes` applied."""
        cls = value.__class__
        new = _new(cls)
        if hasattr(value, "__dict__"):
            old = value.__dict__
            fields = old | changes
            if len(fields) != len(old):
                raise AttributeError(f"{cls.__name__} has not all of the fields {sorted(changes)}")
            _set(new, "__dict__", fields)
            return new
        copy = _copiers.get(cls)
        if copy is None:
            copy = _copiers[cls] = _make_copier(cls)
        copy(value, new)
        for name, replacement in changes.items():
            _set(new, name, replacement)
        return new


def stamp(fresh: attrs.AttrsInstance, /, **changes: object) -> None:
    """Set fields of a copy that `changed` has just made and that nobody else holds yet.

    Args:
        fresh: A value without slots.
        changes: Fields that it has.
    """
    fresh.__dict__.update(changes)


__all__ = ["changed", "stamp"]
