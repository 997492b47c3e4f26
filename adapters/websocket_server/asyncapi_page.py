"""The protocol for people: one page that needs nothing else, in Korean or English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from adapters.websocket_server.asyncapi_close_codes import CLOSE_CODES
from adapters.websocket_server.asyncapi_document import asyncapi_document
from adapters.websocket_server.asyncapi_reading import Reading, type_of
from adapters.websocket_server.asyncapi_schema import Schema
from adapters.websocket_server.asyncapi_style import STYLE
from adapters.websocket_server.asyncapi_wording import Wording, wording_in
from adapters.websocket_server.close_codes import COME_BACK
from interview_engine.reports.page.markup import NOTHING, Html, element, joined, text
from interview_engine.vocabulary import Language

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


DOCUMENT_BESIDE: Final = "asyncapi.json"
"""Where the document stands, seen from the page."""


def asyncapi_page(language: Language) -> str:
    """Return the protocol as one HTML page without scripts or anything to load.

    Args:
        language: What the page speaks; names on the wire are the same in both.
    """
    words = wording_in(language)
    reading = Reading(asyncapi_document(), language)
    sections = (
        ("conversation", words.conversation, _conversation(words)),
        ("from-client", words.from_client, _frames(reading, words, reading.frames("receive"))),
        ("commands", words.commands, _commands(reading, words)),
        ("from-server", words.from_server, _frames(reading, words, reading.frames("send"))),
        ("events", words.events, _events(reading, words)),
        ("close-codes", words.close_codes, _close_codes(language, words)),
        ("values", words.values, _values(reading, words)),
    )
    contents = element(
        "nav",
        *(element("a", text(title), href=f"#{name}") for name, title, _ in sections),
        aria_label=words.contents,
    )
    document = element("p", element("a", text(words.document), href=DOCUMENT_BESIDE))
    body = element(
        "body",
        element("header", element("h1", text(words.title)), _sentence(words.opening), document, contents),
        element(
            "main",
            *(
                element("section", element("h2", text(title)), part, id=name)
                for name, title, part in sections
            ),
        ),
    )
    page = element("html", _head(words), body, lang=language.value)
    return f"<!doctype html>\n{page}\n"


def _head(words: Wording) -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", text(words.title)),
        element("style", Html(STYLE)),
    )


def _conversation(words: Wording) -> Html:
    steps = element("ol", *(element("li", _inline(step)) for step in words.steps))
    return joined(steps, element("pre", text(words.exchange), tabindex="0"))


def _frames(reading: Reading, words: Wording, names: tuple[str, ...]) -> Html:
    return joined(
        *(
            element(
                "article",
                element("h3", element("code", text(name))),
                _sentence(reading.frame_meaning(name)),
                _fields(reading, words, reading.payload(name), name),
                id=name,
            )
            for name in names
        )
    )


def _commands(reading: Reading, words: Wording) -> Html:
    rows = [
        (
            _code(name),
            _inline(reading.command_meaning(name)),
            _named_fields(reading.data_of(f"command.{name}")),
        )
        for name in reading.commands()
    ]
    return joined(_sentence(words.about_commands), _table((words.name, words.meaning, words.fields), rows))


def _events(reading: Reading, words: Wording) -> Html:
    rows = [
        (
            _code(name),
            _inline(reading.event_meaning(name)),
            text(words.seen_by(reading.event_audience(name))),
            _named_fields(reading.data_of(f"event.{name}")),
        )
        for name in reading.events()
    ]
    head = (words.name, words.meaning, words.who_sees, words.fields)
    return joined(_sentence(words.about_events), _table(head, rows))


def _close_codes(language: Language, words: Wording) -> Html:
    rows = [
        (
            text(str(int(code))),
            _code(code.reason),
            text(words.yes if code in COME_BACK else words.no),
            _inline(said.spoken_in(language)),
        )
        for code, said in CLOSE_CODES.items()
    ]
    head = (words.code, words.name, words.come_back, words.meaning)
    return joined(_sentence(words.about_close_codes), _table(head, rows))


def _values(reading: Reading, words: Wording) -> Html:
    parts = []
    for name in reading.values():
        schema = reading.schema(name)
        values = schema.get("enum")
        inside = (
            element("p", *(joined(_code(str(value)), Html(" ")) for value in values))
            if isinstance(values, list)
            else _fields(reading, words, schema, name)
        )
        parts.append(
            element(
                "article",
                element("h3", element("code", text(name))),
                _sentence(reading.value_meaning(name)),
                inside,
                id=f"value-{name}",
            )
        )
    return joined(*parts)


def _fields(reading: Reading, words: Wording, schema: Schema, owner: str) -> Html:
    properties = schema.get("properties")
    required = schema.get("required") or []
    assert isinstance(required, list), "the document is ours"
    if not isinstance(properties, dict) or not properties:
        return NOTHING
    rows = []
    for name, field in properties.items():
        assert isinstance(field, dict), "a property is a schema"
        notes = [reading.field_meaning(owner, name, field)]
        seen_by = field.get("x-seen-by")
        if isinstance(seen_by, str):
            notes.append(f"({words.seen_by(seen_by)})")
        if name not in required and reading.may_leave_out(owner):
            notes.append(words.may_be_left_out)
        meaning = " ".join(note for note in notes if note)
        rows.append((_code(name), _type(field), _inline(meaning)))
    return _table((words.field, words.type, words.meaning), rows)


def _named_fields(schema: Schema) -> Html:
    properties = schema.get("properties")
    if not isinstance(properties, dict) or not properties:
        return text("–")
    parts = []
    for name, field in properties.items():
        assert isinstance(field, dict), "a property is a schema"
        parts.append(element("div", _code(name), Html(" "), _type(field)))
    return joined(*parts)


def _type(field: Schema) -> Html:
    kind = type_of(field)
    parts: list[Html] = []
    for word in kind.split(" "):
        bare = word.removesuffix("[]")
        shown = text(word)
        parts.append(element("a", shown, href=f"#value-{bare}") if bare[:1].isupper() else shown)
    return element("span", joined(*parts, by=" "), cls="type")


def _table(head: tuple[str, ...], rows: Sequence[tuple[Html, ...]]) -> Html:
    top = element("tr", *(element("th", text(title), scope="col") for title in head))
    lines = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    table = element("table", element("thead", top), element("tbody", *lines))
    return element("div", table, cls="wide", tabindex="0")


def _code(name: str) -> Html:
    return element("code", text(name))


def _sentence(said: str) -> Html:
    return element("p", _inline(said)) if said else NOTHING


def _inline(said: str) -> Html:
    """Return a sentence in which what stands between backticks is code."""
    parts = said.split("`")
    return joined(*(_code(part) if place % 2 else text(part) for place, part in enumerate(parts)))
