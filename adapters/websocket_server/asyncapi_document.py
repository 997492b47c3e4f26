"""The protocol as an AsyncAPI 3.0 document, made from frames, commands and events; the server's view.

https://www.asyncapi.com/docs/reference/specification/v3.0.0
"""

from __future__ import annotations

from typing import Final, get_args

import msgspec

import interview_engine
from adapters.service.commands_on_wire import ARGUMENTS, COMMANDS
from adapters.websocket_server import frames
from adapters.websocket_server.asyncapi_close_codes import CLOSE_CODES
from adapters.websocket_server.asyncapi_schema import Json, Schema, Schemas, summary
from adapters.websocket_server.close_codes import COME_BACK
from interview_engine.core.codec import EVENT_TYPES
from interview_engine.core.visibility import Audience

_DESCRIPTION: Final = (
    "Interviews over a WebSocket. JSON text frames, one object a frame, told apart by `type`; the first is "
    "`hello` and carries the token, which never stands in an address. Every command carries an id that makes "
    "sending it again harmless; what has an outcome is durable. Seqs are contiguous for each viewer: `event` "
    "and `skip` leave no gap, and a `snapshot` starts anew. A field that is described nowhere holds its "
    "default for everybody. `x-seen-by` says to whom a field or an event is shown; others see its default, "
    "or a `skip`."
)
_CHANNEL: Final = "#/channels/interview"
_REPLIES: Final = {
    "hello": "welcome",
    "ping": "pong",
    "ask_legal": "legal",
    "resync": "snapshot",
}
_LONGEST_ID: Final = 64

VISIBLE_EVENTS: Final = {
    name: cls for name, cls in EVENT_TYPES.items() if cls.audience is not Audience.NOBODY
}
"""The events that somebody may see."""


def asyncapi_document() -> Schema:
    """Return the document, as what JSON holds."""
    schemas = Schemas()
    from_client = _frames(schemas, frames.ClientFrame, from_server=False) | _commands(schemas)
    from_server = _frames(schemas, frames.ServerFrame, from_server=True) | _events(schemas)
    messages = from_client | from_server
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "interview_engine",
            "version": f"{interview_engine.__version__}+protocol.{frames.PROTOCOL}",
            "description": _DESCRIPTION,
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {
            "local": {
                "host": "127.0.0.1:8000",
                "protocol": "ws",
                "description": "What `interview-engine serve` opens; `wss` behind a proxy that ends TLS.",
            }
        },
        "channels": {
            "interview": {
                "address": "/ws",
                "description": "One connection is one person's place in one room.",
                "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in sorted(messages)},
                "bindings": {"ws": {"method": "GET"}},
                "x-close-codes": _close_codes(),
                "x-largest-frame": frames.LARGEST_FRAME,
            }
        },
        "operations": _operations(list(from_client), list(from_server)),
        "components": {
            "messages": {name: messages[name] for name in sorted(messages)},
            "schemas": {name: schemas.components[name] for name in sorted(schemas.components)},
        },
    }


def asyncapi_json() -> str:
    """Return the document as JSON text, the same at every call."""
    text = msgspec.json.format(msgspec.json.encode(asyncapi_document()), indent=1)
    return text.decode() + "\n"


def _frames(schemas: Schemas, family: object, *, from_server: bool) -> dict[str, Json]:
    """Return the messages of frames that are spelled out nowhere else."""
    made: dict[str, Json] = {}
    for cls in get_args(family):
        if cls in (frames.CommandFrame, frames.EventFrame):
            continue
        payload = schemas.fields_of(cls, from_server=from_server)
        name = cls.__struct_config__.tag
        made[name] = _message(name, summary(cls), payload)
    return made


def _commands(schemas: Schemas) -> dict[str, Json]:
    made: dict[str, Json] = {}
    for name, cls in COMMANDS.items():
        frame = schemas.fields_of(frames.CommandFrame, from_server=False)
        data = schemas.of(ARGUMENTS[name], from_server=False)
        payload = _spelled_out(frame, name, data)
        if not getattr(ARGUMENTS[name], "__struct_fields__", ()):
            payload["required"] = ["type", "id", "name"]
        else:
            payload["required"] = ["type", "id", "name", "data"]
        message = _message(f"command.{name}", summary(cls), payload)
        message["correlationId"] = {"location": "$message.payload#/id"}
        made[f"command.{name}"] = message
    return made


def _events(schemas: Schemas) -> dict[str, Json]:
    made: dict[str, Json] = {}
    for name, cls in VISIBLE_EVENTS.items():
        frame = schemas.fields_of(frames.EventFrame, from_server=True)
        payload = _spelled_out(frame, name, schemas.of(cls, from_server=True))
        message = _message(f"event.{name}", summary(cls), payload)
        if cls.audience is not Audience.EVERYONE:
            message["x-seen-by"] = cls.audience.value
        made[f"event.{name}"] = message
    return made


def _spelled_out(frame: Schema, name: str, data: Schema) -> Schema:
    """Return a frame's schema for one name and what `data` then holds."""
    properties = frame["properties"]
    assert isinstance(properties, dict), "a frame is an object"
    own: dict[str, Json] = {"name": {"const": name}, "data": data}
    if "id" in properties:
        own["id"] = {"type": "string", "minLength": 1, "maxLength": _LONGEST_ID}
    return {key: value for key, value in frame.items() if key != "description"} | {
        "properties": properties | own
    }


def _message(name: str, said: str, payload: Schema) -> Schema:
    payload = {key: value for key, value in payload.items() if key != "description"}
    return {"name": name, "title": name, "summary": said, "payload": payload}


def _operations(from_client: list[str], from_server: list[str]) -> dict[str, Json]:
    made: dict[str, Json] = {}
    for name in from_client:
        if name.startswith("command."):
            continue
        operation = _operation("receive", [name])
        if name in _REPLIES:
            operation["reply"] = {"channel": {"$ref": _CHANNEL}, "messages": _names([_REPLIES[name]])}
        made[f"hear_{name}"] = operation
    commands = _operation("receive", [name for name in from_client if name.startswith("command.")])
    commands["reply"] = {"channel": {"$ref": _CHANNEL}, "messages": _names(["outcome"])}
    made["carry_out_command"] = commands
    answers = {*_REPLIES.values(), "outcome"} - {"snapshot"}
    made["tell"] = _operation("send", [name for name in from_server if name not in answers])
    return made


def _operation(action: str, names: list[str]) -> Schema:
    return {"action": action, "channel": {"$ref": _CHANNEL}, "messages": _names(names)}


def _names(names: list[str]) -> list[Json]:
    return [{"$ref": f"{_CHANNEL}/messages/{name}"} for name in names]


def _close_codes() -> list[Json]:
    return [
        {"code": int(code), "name": code.reason, "comeBack": code in COME_BACK, "description": said.en}
        for code, said in CLOSE_CODES.items()
    ]
