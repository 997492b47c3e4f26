"""The shape of replies: strict schemas that every provider takes, and a decoder that trusts none of them."""

from __future__ import annotations

import enum
from typing import Annotated

import attrs
import msgspec
import pytest

from adapters.llm.asking import ReplyUnfit
from adapters.llm.calling.schema import decode_reply, reply_schema
from tests.llm.families import Verdict


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@attrs.frozen(kw_only=True)
class Part:
    """A part."""

    colour: Colour
    minimum: int = 3


@attrs.frozen(kw_only=True)
class Whole:
    """A whole."""

    parts: tuple[Part, ...]
    number: Annotated[int, msgspec.Meta(ge=1, le=5)]
    note: str | None = None


def nodes(schema: object) -> list[dict[str, object]]:
    if isinstance(schema, list):
        return [found for item in schema for found in nodes(item)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(found for value in schema.values() for found in nodes(value))]


def test_every_object_is_closed_and_every_field_required() -> None:
    objects = [node for node in nodes(reply_schema(Whole)) if node.get("type") == "object"]
    assert len(objects) == 2
    for node in objects:
        properties = node["properties"]
        assert isinstance(properties, dict)
        assert node["additionalProperties"] is False
        assert node["required"] == list(properties)


def test_no_reference_default_or_limit_is_left() -> None:
    text = msgspec.json.encode(reply_schema(Whole)).decode()
    for word in ('"$ref"', '"$defs"', '"default"', '"maximum":'):
        assert word not in text


def test_a_field_may_have_the_name_of_a_limit() -> None:
    assert '"minimum":{"type":"integer"}' in msgspec.json.encode(reply_schema(Part)).decode()


def test_enums_are_told_by_their_values() -> None:
    assert '"enum":["blue","red"]' in msgspec.json.encode(reply_schema(Part)).decode()


def test_a_fence_around_json_is_taken_off() -> None:
    assert decode_reply('```json\n{"level": 2, "reason": "r"}\n```', Verdict) == Verdict(level=2, reason="r")


@pytest.mark.parametrize(
    "text,code",
    [
        ("", "not_json"),
        ("Sure! Here it is:", "not_json"),
        ('{"level": 2', "not_json"),
        ('{"level": 2}', "wrong_shape"),
        ('{"level": "2", "reason": "r"}', "wrong_shape"),
        ("[]", "wrong_shape"),
        ("{" * 100_000, "not_json"),
    ],
)
def test_what_does_not_fit_is_refused_with_advice(text: str, code: str) -> None:
    with pytest.raises(ReplyUnfit) as unfit:
        decode_reply(text, Verdict)
    assert unfit.value.code == code
    assert unfit.value.advice
