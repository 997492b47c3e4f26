# ruff: noqa: INP001 -- a folder of scripts is no package
"""The reference page of the WebSocket protocol, drawn from the same document as the server's own page."""

from __future__ import annotations

from typing import Final

from adapters.websocket_server.asyncapi_close_codes import CLOSE_CODES
from adapters.websocket_server.asyncapi_document import asyncapi_document
from adapters.websocket_server.asyncapi_reading import Reading, type_of
from adapters.websocket_server.asyncapi_schema import Schema
from adapters.websocket_server.asyncapi_wording import Wording, wording_in
from adapters.websocket_server.close_codes import COME_BACK
from interview_engine.vocabulary import Bilingual, Language
from scripts.reference_shape import table_of

_MADE: Final = Bilingual(
    ko="이 문서는 `scripts/draw_asyncapi.py`가 코드에서 그립니다.",
    en="Drawn from the code by `scripts/draw_asyncapi.py`.",
)
_ELSEWHERE: Final = Bilingual(
    ko=(
        "값의 필드까지 모두 적힌 문서는 실행 중인 서버의 `/docs/asyncapi`에서 볼 수 있고, 프로그램이 읽을 "
        "[AsyncAPI 3.0 문서](../../assets/asyncapi.json)도 있습니다. 클라이언트를 만드는 방법은 "
        "[따로](../how-to/own-client.md) 있습니다."
    ),
    en=(
        "A running server shows all this, and the fields of every value, at `/docs/asyncapi`; for programs "
        "there is an [AsyncAPI 3.0 document](../../assets/asyncapi.json). How to write a client is "
        "[another page](../how-to/own-client.md)."
    ),
)


def protocol_page(language: Language) -> str:
    """Return the page."""
    words = wording_in(language)
    reading = Reading(asyncapi_document(), language)
    parts = [
        f"# {words.title}",
        words.opening,
        _ELSEWHERE.spoken_in(language),
        f"## {words.conversation}",
        "\n".join(f"{number}. {step}" for number, step in enumerate(words.steps, 1)),
        f"```text\n{words.exchange}\n```",
        f"## {words.from_client}",
        *_frames(reading, words, reading.frames("receive")),
        f"## {words.commands}",
        words.about_commands,
        _commands(reading, words),
        f"## {words.from_server}",
        *_frames(reading, words, reading.frames("send")),
        f"## {words.events}",
        words.about_events,
        _events(reading, words),
        f"## {words.close_codes}",
        words.about_close_codes,
        _close_codes(language, words),
        _MADE.spoken_in(language),
    ]
    return "\n\n".join(parts) + "\n"


def _frames(reading: Reading, words: Wording, names: tuple[str, ...]) -> list[str]:
    parts = []
    for name in names:
        rows = [
            (f"`{field}`", _type(schema), reading.field_meaning(name, field, schema) or "–")
            for field, schema in _properties(reading.payload(name))
            if field != "type"
        ]
        parts += [f"### `{name}`", reading.frame_meaning(name)]
        if rows:
            parts.append(table_of([words.field, words.type, words.meaning], rows))
    return parts


def _commands(reading: Reading, words: Wording) -> str:
    rows = [
        (f"`{name}`", reading.command_meaning(name), _fields(reading.data_of(f"command.{name}")))
        for name in reading.commands()
    ]
    return table_of([words.name, words.meaning, words.fields], rows)


def _events(reading: Reading, words: Wording) -> str:
    rows = [
        (
            f"`{name}`",
            reading.event_meaning(name),
            words.seen_by(reading.event_audience(name)),
            _fields(reading.data_of(f"event.{name}")),
        )
        for name in reading.events()
    ]
    return table_of([words.name, words.meaning, words.who_sees, words.fields], rows)


def _close_codes(language: Language, words: Wording) -> str:
    rows = [
        (
            str(int(code)),
            f"`{code.reason}`",
            words.yes if code in COME_BACK else words.no,
            said.spoken_in(language),
        )
        for code, said in CLOSE_CODES.items()
    ]
    return table_of([words.code, words.name, words.come_back, words.meaning], rows)


def _fields(schema: Schema) -> str:
    return ", ".join(f"`{name}`" for name, _ in _properties(schema)) or "–"


def _properties(schema: Schema) -> list[tuple[str, Schema]]:
    properties = schema.get("properties")
    assert isinstance(properties, dict), "an object"
    return [(name, field) for name, field in properties.items() if isinstance(field, dict)]


def _type(field: Schema) -> str:
    return type_of(field).replace("|", "\\|")
