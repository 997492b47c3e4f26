"""Reads the protocol's document for a page: which frames there are, and what they mean in a language."""

from __future__ import annotations

import re

from adapters.service.commands_on_wire import COMMANDS
from adapters.websocket_server import asyncapi_words as core
from adapters.websocket_server import asyncapi_words_of_values as korean
from adapters.websocket_server.asyncapi_document import VISIBLE_EVENTS
from adapters.websocket_server.asyncapi_schema import Json, Schema
from interview_engine.vocabulary import Language

_NOT_VALUES = re.compile(r"(Arguments|Input)$")


class Reading:
    """The document, read in one language."""

    def __init__(self, document: Schema, language: Language) -> None:
        components = _object(document["components"])
        self._messages = _object(components["messages"])
        self._schemas = _object(components["schemas"])
        self._operations = _object(document["operations"])
        self._korean = language is Language.KO

    def frames(self, action: str) -> tuple[str, ...]:
        """Return the frames that the server hears (`receive`) or sends (`send`); no commands or events."""
        names: dict[str, None] = {}
        for operation in map(_object, self._operations.values()):
            heard = [operation] if operation["action"] == action else []
            if action == "send" and "reply" in operation:
                heard.append(_object(operation["reply"]))
            for part in heard:
                names.update(dict.fromkeys(map(_last, _list(part["messages"]))))
        return tuple(name for name in names if "." not in name)

    def commands(self) -> tuple[str, ...]:
        """Return the names of the commands."""
        return tuple(COMMANDS)

    def events(self) -> tuple[str, ...]:
        """Return the names of the events that somebody may see."""
        return tuple(VISIBLE_EVENTS)

    def values(self) -> tuple[str, ...]:
        """Return the names of the values that fields refer to."""
        events = {cls.__name__ for cls in VISIBLE_EVENTS.values()}
        return tuple(name for name in self._schemas if name not in events and not _NOT_VALUES.search(name))

    def payload(self, name: str) -> Schema:
        """Return what a frame holds."""
        return _object(_object(self._messages[name])["payload"])

    def data_of(self, name: str) -> Schema:
        """Return what `data` of a command or an event holds."""
        data = _object(_object(self.payload(name)["properties"])["data"])
        return self.schema(_last(data))

    def schema(self, name: str) -> Schema:
        """Return a value's schema; a client's own where it may leave out more."""
        return _object(self._schemas.get(f"{name}Input", self._schemas[name]))

    def event_audience(self, name: str) -> str:
        """Return who may see an event at all."""
        return VISIBLE_EVENTS[name].audience.value

    def may_leave_out(self, owner: str) -> bool:
        """Return whether clients write it, so that what has a default may be left out."""
        return owner in self.frames("receive") or owner in ("Settings", "Slot")

    def frame_meaning(self, name: str) -> str:
        """Return what a frame is for."""
        return korean.FRAMES[name] if self._korean else str(_object(self._messages[name])["summary"])

    def command_meaning(self, name: str) -> str:
        """Return what a command asks for."""
        if self._korean:
            return core.COMMANDS[COMMANDS[name].__name__]
        return str(_object(self._messages[f"command.{name}"])["summary"])

    def event_meaning(self, name: str) -> str:
        """Return what an event says."""
        if self._korean:
            return core.EVENTS[VISIBLE_EVENTS[name].__name__]
        return str(_object(self._messages[f"event.{name}"])["summary"])

    def value_meaning(self, name: str) -> str:
        """Return what a value is."""
        return korean.VALUES[name] if self._korean else str(self.schema(name).get("description", ""))

    def field_meaning(self, owner: str, name: str, field: Schema) -> str:
        """Return what a field holds; empty when its name says it all."""
        said = str(field.get("description", ""))
        return korean.FIELDS[owner][name] if said and self._korean else said


def type_of(field: Schema) -> str:
    """Return a field's type in words; names of values begin with a capital."""
    if "const" in field:
        return f'"{field["const"]}"'
    if "$ref" in field:
        return _last(field).removesuffix("Input")
    for several in ("anyOf", "allOf"):
        if several in field:
            return " | ".join(type_of(_object(one)) for one in _list(field[several]))
    if field.get("type") == "array":
        return f"{type_of(_object(field['items']))}[]"
    return str(field.get("type", "object"))


def _last(reference: Json) -> str:
    return str(_object(reference)["$ref"]).rpartition("/")[2]


def _object(value: Json) -> Schema:
    assert isinstance(value, dict), "the document is ours"
    return value


def _list(value: Json) -> list[Json]:
    assert isinstance(value, list), "the document is ours"
    return value
