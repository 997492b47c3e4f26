"""OpenAI's API for sound, as its own servers and the whisper servers of others speak it."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from typing import Final

from tests.llm.wire.behaviour import Behaviour, Request, Way
from tests.llm.wire.openai_responses import OpenAIResponses
from tests.llm.wire.protocols import Event

SAID: Final = "음, 저는 결제 서버를 맡았습니다. 어, 그래서 응답 시간을 줄였습니다."
_WORD_S: Final = 0.4
_PAUSE_S: Final = 1.2
_FRAME: Final = b"\xff\xfb\x90\x00" + bytes(413)
"""A frame of an MP3 at 128 kbit/s."""


class Transcriptions:
    """A `WireProtocol`; a behaviour's text is what was said, with a pause after each full stop."""

    def streams(self, request: Request) -> bool:
        del request
        return False

    def whole(self, behaviour: Behaviour, request: Request) -> dict[str, object]:
        text = SAID if behaviour.text == "{}" else behaviour.text
        if behaviour.way is Way.EMPTY:
            text = ""
        words = list(_timed(text))
        seconds = words[-1]["end"] if words else 1.0
        if request.body.get("response_format") != "verbose_json":
            return {"text": text, "usage": {"type": "duration", "seconds": seconds}}
        return {
            "task": "transcribe",
            "language": "korean",
            "duration": seconds,
            "text": text,
            "words": words,
            "usage": {"type": "duration", "seconds": seconds},
        }

    def pieces(self, behaviour: Behaviour, request: Request) -> tuple[Event, ...]:
        raise NotImplementedError

    def failure(self, behaviour: Behaviour) -> dict[str, object]:
        return OpenAIResponses().failure(behaviour)


class SpokenText(Transcriptions):
    """A `WireProtocol` whose reply is `sound`."""


def sound(behaviour: Behaviour) -> bytes:
    """Return some seconds of an MP3; nothing for an empty reply."""
    return b"" if behaviour.way is Way.EMPTY else _FRAME * 80


def _timed(text: str) -> Iterator[dict[str, object]]:
    at = 0.5
    for word in text.split():
        yield {"word": word, "start": round(at, 2), "end": round(at + _WORD_S, 2)}
        at += _WORD_S + (_PAUSE_S if word.endswith(".") else 0.05)


def form_fields(kind: str, body: bytes) -> dict[str, object]:
    """Return the fields of a multipart form."""
    parsed = BytesParser(policy=HTTP).parsebytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + body)
    fields: dict[str, object] = {}
    for part in parsed.iter_parts():
        assert isinstance(part, Message)
        name = str(part.get_param("name", header="content-disposition"))
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        file_name = part.get_filename()
        if file_name is None:
            fields[name] = data.decode()
        else:
            fields[name] = {"name": file_name, "kind": part.get_content_type(), "data": data}
    return fields
