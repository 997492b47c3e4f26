"""`changed(value, field=...)`: a copy of a frozen value with some fields replaced.

The same as `attrs.evolve`, and to the type checker it is that function. At run time it skips `__init__`:
our values have no converters or validators, and a copy is the commonest thing that the engine does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import evolve as changed
else:
    import attrs

    _new = object.__new__
    _copiers: dict[type, object] = {}

    def _make_copier(cls: type) -> object:
        """Write a function that copies every slot of `cls` through its descriptor."""
        names = [field.name for field in attrs.fields(cls)]
        scope: dict[str, object] = {f"set_{name}": getattr(cls, name).__set__ for name in names}
        arguments = ", ".join(f"set_{name}=set_{name}" for name in names)
        body = "".join(f"    set_{name}(new, old.{name})\n" for name in names)
        exec(f"def copy(old, new, {arguments}):\n{body}", scope)  # noqa: S102 -- from attrs' field names only
        return scope["copy"]

    def changed(value: object, /, **changes: object) -> object:
        """Return a copy of `value` with `changes` applied."""
        cls = value.__class__
        copy = _copiers.get(cls)
        if copy is None:
            copy = _copiers[cls] = _make_copier(cls)
        new = _new(cls)
        copy(value, new)
        for name, replacement in changes.items():
            object.__setattr__(new, name, replacement)
        return new


__all__ = ["changed"]
