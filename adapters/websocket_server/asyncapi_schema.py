"""JSON schemas of what crosses the socket, from the classes that encode and decode it.

What nobody may ever see is left out: on the wire such a field holds its default, whatever the truth is.
The server writes every field of a value, so all are required of it; a client may leave out what has a
default.
"""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable
from typing import Final

import attrs
import msgspec
from msgspec import inspect as shape

from adapters.service.commands_on_wire import ChangeSettingsArguments
from adapters.websocket_server import frames
from interview_engine.core.settings import Settings
from interview_engine.core.state import Room
from interview_engine.core.visibility import AUDIENCE, Audience

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Schema = dict[str, Json]

WHAT_RAW_HOLDS: Final[dict[tuple[type, str], type]] = {
    (frames.Welcome, "snapshot"): Room | None,  # type: ignore[dict-item]  # a union is no class
    (frames.SnapshotFrame, "room"): Room,
    (ChangeSettingsArguments, "settings"): Settings,
}
"""What stands in a field that is decoded later, by class and name. An event's and a command's `data` is
spelled out message by message."""

_PLAIN: Final[dict[type[shape.Type], str]] = {
    shape.BoolType: "boolean",
    shape.IntType: "integer",
    shape.FloatType: "number",
    shape.StrType: "string",
    shape.NoneType: "null",
}


class Schemas:
    """Makes schemas, and collects the named ones.

    Attributes:
        components: Schemas of classes and enums, by name.
    """

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {}
        self._named: dict[str, type] = {}

    def of(self, kind: object, *, from_server: bool) -> Schema:
        """Return the schema of a type; classes and enums are referred to by name.

        Args:
            kind: A type.
            from_server: Who writes it.
        """
        return self._schema(shape.type_info(kind), from_server=from_server)

    def fields_of(self, cls: type, *, from_server: bool) -> Schema:
        """Return the schema of a class itself, as an object."""
        info = shape.type_info(cls)
        assert isinstance(info, shape.StructType | shape.DataclassType), cls
        return self._object(info, from_server=from_server)

    def _schema(self, info: shape.Type, *, from_server: bool) -> Schema:
        match info:
            case shape.EnumType(cls=cls):
                return self._refer(cls, cls.__name__, lambda: _enum(cls))
            case shape.StructType(cls=cls) | shape.DataclassType(cls=cls):
                varies = not from_server and not _only_from_clients(cls)
                name = f"{cls.__name__}Input" if varies else cls.__name__
                return self._refer(cls, name, lambda: self._object(info, from_server=from_server))
            case shape.UnionType(types=types):
                return {"anyOf": [self._schema(one, from_server=from_server) for one in types]}
            case shape.VarTupleType(item_type=item):
                return {"type": "array", "items": self._schema(item, from_server=from_server)}
            case _:
                return {"type": _PLAIN[type(info)]}

    def _refer(self, cls: type, name: str, make: Callable[[], Schema]) -> Schema:
        assert self._named.setdefault(name, cls) is cls, f"two classes are called {name}"
        if name not in self.components:
            self.components[name] = {}
            self.components[name] = make()
        return {"$ref": f"#/components/schemas/{name}"}

    def _object(self, info: shape.StructType | shape.DataclassType, *, from_server: bool) -> Schema:
        explained = attribute_lines(info.cls)
        properties: dict[str, Json] = {}
        required: list[Json] = []
        if isinstance(info, shape.StructType) and info.tag_field is not None:
            properties[info.tag_field] = {"const": str(info.tag)}
            required.append(info.tag_field)
        for field in info.fields:
            audience = audience_of(info.cls, field.name)
            if audience is Audience.NOBODY:
                continue
            held = WHAT_RAW_HOLDS.get((info.cls, field.name))
            kind = shape.type_info(held) if held is not None else field.type
            schema = {} if isinstance(kind, shape.RawType) else self._schema(kind, from_server=from_server)
            if not from_server and field.default not in (msgspec.NODEFAULT, frames.NOTHING):
                schema["default"] = msgspec.to_builtins(field.default)
            if field.name in explained:
                schema["description"] = explained[field.name]
            if audience not in (None, Audience.EVERYONE):
                schema["x-seen-by"] = audience.value
            if "$ref" in schema and len(schema) > 1:
                # JSON Schema passes over whatever stands beside a reference.
                schema = {"allOf": [{"$ref": schema.pop("$ref")}], **schema}
            properties[field.encode_name] = schema
            if from_server or field.required:
                required.append(field.encode_name)
        made: Schema = {"description": summary(info.cls), "type": "object", "properties": properties}
        if required:
            made["required"] = required
        if isinstance(info, shape.StructType) and info.forbid_unknown_fields:
            made["additionalProperties"] = False
        return _told(made)


def audience_of(cls: type, name: str) -> Audience | None:
    """Return who may see a field; None for a field of a plain value, which is shown with what holds it."""
    if not attrs.has(cls):
        return None
    declared = {field.name: field.metadata.get(AUDIENCE) for field in attrs.fields(cls)}
    if not any(declared.values()):
        return None
    audience = declared[name]
    return audience if isinstance(audience, Audience) else Audience.NOBODY


def summary(cls: type) -> str:
    """Return the first paragraph of what a class says about itself; empty when it says nothing."""
    said = cls.__dict__.get("__doc__") or ""
    return _in_json(inspect.cleandoc(said).split("\n\n")[0])


def attribute_lines(cls: type) -> dict[str, str]:
    """Return what a class's docstring says about each of its attributes."""
    said = inspect.cleandoc(cls.__dict__.get("__doc__") or "")
    lines: dict[str, str] = {}
    for found in re.finditer(r"^ {4}([\w, ]+): (.+(?:\n {8,}.+)*)", said, re.MULTILINE):
        for name in found[1].split(", "):
            lines[name] = _in_json(found[2])
    return lines


def _in_json(said: str) -> str:
    """Return a docstring's sentence in one line, in the words of JSON."""
    return re.sub(r"\bNone\b", "null", " ".join(said.split()))


def _only_from_clients(cls: type) -> bool:
    return issubclass(cls, msgspec.Struct) and not attrs.has(cls)


def _enum(cls: type[enum.Enum]) -> Schema:
    made: Schema = {
        "description": summary(cls),
        "type": "integer" if issubclass(cls, int) else "string",
        "enum": [member.value for member in cls],
    }
    return _told(made)


def _told(schema: Schema) -> Schema:
    """Return a schema without an empty description."""
    return schema if schema["description"] else {key: schema[key] for key in schema if key != "description"}
