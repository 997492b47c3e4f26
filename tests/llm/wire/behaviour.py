"""What the local server does with one request: the ways in which providers answer, and fail to."""

from __future__ import annotations

import enum
from collections.abc import Mapping

import attrs


class Way(enum.Enum):
    """How a request ends."""

    REPLY = "reply"
    REFUSAL = "refusal"
    TRUNCATION = "truncation"
    EMPTY = "empty"
    STATUS = "status"
    GARBLED_BODY = "garbled_body"
    CUT = "cut"
    SILENCE = "silence"


@attrs.frozen(kw_only=True)
class Behaviour:
    """What to do with one request.

    Attributes:
        way: How it ends.
        text: What the model says.
        status, code: Of an error; `code` is the provider's own word for it.
        headers: Of an error.
        delay_s: How long it takes.
        input_tokens, cached_tokens, cache_written_tokens, output_tokens: What is reported as used.
    """

    way: Way = Way.REPLY
    text: str = "{}"
    status: int = 200
    code: str = ""
    headers: Mapping[str, str] = attrs.Factory(dict)
    delay_s: float = 0.0
    input_tokens: int = 120
    cached_tokens: int = 100
    cache_written_tokens: int = 0
    output_tokens: int = 30


@attrs.frozen(kw_only=True)
class Request:
    """A request as it arrived.

    Attributes:
        path: Without its query.
        headers: Names in lower case.
        body: Its JSON; of a form its fields, with a file as its name, kind and bytes.
    """

    path: str
    headers: Mapping[str, str]
    body: dict[str, object]


def error(status: int, code: str = "", **headers: str) -> Behaviour:
    """Return a behaviour that answers with an HTTP status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Behaviour(way=Way.STATUS, status=status, code=code, headers=named)
