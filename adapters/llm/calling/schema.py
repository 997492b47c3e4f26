"""The shape of a reply: a strict JSON schema from an attrs class, and our own decoder for what comes back."""

from __future__ import annotations

from typing import Final, TypeVar, cast

import msgspec

from adapters.llm.asking import ReplyUnfit
from adapters.llm.calling.call import JsonSchema

T = TypeVar("T")

_LIMITS: Final = frozenset(
    {
        "default",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "multipleOf",
        "pattern",
        "uniqueItems",
    }
)
"""What no strict mode takes; our decoder and the task's check see to these."""

NOT_JSON: Final = (
    "Your reply was not valid JSON. Reply with one JSON object of the given schema, nothing else."
)
WRONG_SHAPE: Final = "Your reply did not fit the schema: {why}. Reply with one JSON object that does."


_made: Final[dict[type, JsonSchema]] = {}


def reply_schema(reply: type) -> JsonSchema:
    """Return the strict schema of a reply class.

    Every object is closed, every field required, definitions stand in place of their references, and
    numeric or length limits are left out: what all providers' strict modes take.

    Args:
        reply: An attrs class.
    """
    if reply not in _made:
        _made[reply] = _make(reply)
    return _made[reply]


def _make(reply: type) -> JsonSchema:
    _, components = msgspec.json.schema_components([reply], ref_template="#/$defs/{name}")
    root = components.get(reply.__name__)
    assert root is not None, "a reply is a class with fields"
    strict = _strict(root, components, ())
    assert isinstance(strict, dict), "a schema is an object"
    return strict


def decode_reply(text: str, reply: type[T]) -> T:
    """Return a model's text as a reply.

    A fence of three backticks around it, which models without a strict mode like to add, is taken off.

    Raises:
        ReplyUnfit: It is no JSON, or not of this shape.
    """
    try:
        return msgspec.json.decode(_unfenced(text), type=reply)
    except msgspec.ValidationError as error:
        raise ReplyUnfit("wrong_shape", WRONG_SHAPE.format(why=error)) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ReplyUnfit("not_json", NOT_JSON) from error


def _unfenced(text: str) -> str:
    text = text.strip()
    if text.startswith("```") and text.endswith("```") and "\n" in text:
        return text[text.index("\n") : -3].strip()
    return text


def _strict(node: object, components: dict[str, dict[str, object]], inside: tuple[str, ...]) -> object:
    if isinstance(node, list | tuple):
        return [_strict(item, components, inside) for item in node]
    if not isinstance(node, dict):
        return node
    schema = cast("dict[str, object]", node)
    reference = schema.get("$ref")
    if isinstance(reference, str):
        name = reference.rpartition("/")[2]
        assert name not in inside, "a reply does not hold itself"
        return _strict(components[name], components, (*inside, name))
    kept = {
        key: _properties(value, components, inside)
        if key == "properties"
        else _strict(value, components, inside)
        for key, value in schema.items()
        if key not in _LIMITS
    }
    if kept.get("type") == "object":
        names = kept.get("properties")
        kept["required"] = list(names) if isinstance(names, dict) else []
        kept["additionalProperties"] = False
    return kept


def _properties(node: object, components: dict[str, dict[str, object]], inside: tuple[str, ...]) -> object:
    """Return the schemas of fields; a field may have the name of a limit."""
    assert isinstance(node, dict), "properties are an object"
    return {name: _strict(schema, components, inside) for name, schema in node.items()}
