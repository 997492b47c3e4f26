"""What passes between the server and a worker: one request in, one answer out, each with its length first."""

from __future__ import annotations

import struct
from typing import Final

import attrs
import msgspec

from adapters.documents.document import Limits, ReadDocument

LENGTH: Final = struct.Struct(">I")


@attrs.frozen(kw_only=True)
class Request:
    """What a worker is told; the document's bytes follow it.

    Attributes:
        name: The file's name.
        size: The file's length in bytes.
        limits: What the worker binds itself to.
    """

    name: str
    size: int
    limits: Limits


@attrs.frozen(kw_only=True)
class Answer:
    """What a worker says.

    Attributes:
        document: What was read; None when it is refused.
        code: Why it is refused.
    """

    document: ReadDocument | None = None
    code: str = ""


def framed(message: Request | Answer) -> bytes:
    """Return a message with its length in front."""
    body = msgspec.json.encode(message)
    return LENGTH.pack(len(body)) + body


def answer_in(output: bytes) -> Answer | None:
    """Return the answer that a worker's output is; None when it broke off."""
    if len(output) < LENGTH.size or len(output) != LENGTH.size + LENGTH.unpack_from(output)[0]:
        return None
    try:
        return msgspec.json.decode(output[LENGTH.size :], type=Answer)
    except msgspec.DecodeError:
        return None
