from __future__ import annotations

import functools
import html.parser
import json
import re
from typing import get_args

import msgspec
import pytest
from jsonschema_rs import Draft7Validator

from adapters.service.commands_on_wire import ARGUMENTS, COMMANDS
from adapters.websocket_server import asyncapi_words, frames
from adapters.websocket_server import asyncapi_words_of_values as korean
from adapters.websocket_server.asyncapi import asyncapi_json, asyncapi_page
from adapters.websocket_server.asyncapi_close_codes import CLOSE_CODES
from adapters.websocket_server.asyncapi_document import VISIBLE_EVENTS
from adapters.websocket_server.close_codes import COME_BACK, CloseCode
from interview_engine import Interview, Settings
from interview_engine.core.codec import EVENT_TYPES, canonical, tag_of
from interview_engine.core.evolve import evolve
from interview_engine.core.log import fold_log
from interview_engine.core.settings import Preset
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.core.visibility import Audience
from interview_engine.ids import SeatId
from interview_engine.vocabulary import Language
from scripts.draw_asyncapi import DOCUMENT, page_path
from scripts.protocol_page import protocol_page

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


@functools.cache
def document() -> dict[str, Json]:
    return _object(json.loads(asyncapi_json()))


def at(path: str, within: Json) -> Json:
    """Return what a reference within the document leads to."""
    assert path.startswith("#/"), path
    for step in path[2:].split("/"):
        assert isinstance(within, dict), path
        within = within[step]
    return within


def walk(value: Json) -> list[dict[str, Json]]:
    """Return every object within a value."""
    if isinstance(value, dict):
        return [value, *(inner for item in value.values() for inner in walk(item))]
    if isinstance(value, list):
        return [inner for item in value for inner in walk(item)]
    return []


@functools.cache
def validator(message: str) -> Draft7Validator:
    """Return what checks a message's payload."""
    whole = document()
    payload = at(f"#/components/messages/{message}/payload", whole)
    assert isinstance(payload, dict)
    return Draft7Validator({**payload, "components": whole["components"]})


def test_the_document_is_drawn_from_the_code_as_it_is() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == asyncapi_json(), (
        "stale: run `python -m scripts.draw_asyncapi`"
    )


@pytest.mark.parametrize("language", Language)
def test_the_reference_page_is_drawn_from_the_code_as_it_is(language: Language) -> None:
    text = page_path(language).read_text(encoding="utf-8")
    assert text == protocol_page(language), "stale: run `python -m scripts.draw_asyncapi`"


def test_it_says_what_an_asyncapi_3_document_has_to() -> None:
    whole = document()
    assert whole["asyncapi"] == "3.0.0"
    assert {"title", "version"} <= set(_object(whole["info"]))
    channel = _object(at("#/channels/interview", whole))
    assert channel["address"] == "/ws"
    for operation in _object(whole["operations"]).values():
        assert _object(operation)["action"] in ("send", "receive")
        assert at(str(_object(_object(operation)["channel"])["$ref"]), whole) is channel
    names = set(_object(channel["messages"]))
    assert names == set(_object(at("#/components/messages", whole)))
    used = {
        str(item["$ref"]).rpartition("/")[2]
        for item in walk(whole["operations"])
        if "/messages/" in str(item.get("$ref", ""))
    }
    assert used == names, "every message is heard or sent"


def test_every_reference_leads_somewhere_and_nothing_is_left_over() -> None:
    whole = document()
    references = {str(item["$ref"]) for item in walk(whole) if "$ref" in item}
    for reference in references:
        assert at(reference, whole)
    schemas = {f"#/components/schemas/{name}" for name in _object(at("#/components/schemas", whole))}
    assert schemas <= references


def test_every_frame_command_and_event_stands_in_it() -> None:
    messages = set(_object(at("#/components/messages", document())))
    assert {f"command.{name}" for name in COMMANDS} <= messages
    assert {f"event.{name}" for name in VISIBLE_EVENTS} <= messages
    spelled_out = {frames.CommandFrame, frames.EventFrame}
    plain = {
        cls.__struct_config__.tag
        for family in (frames.ClientFrame, frames.ServerFrame)
        for cls in get_args(family)
        if cls not in spelled_out
    }
    assert {name for name in messages if "." not in name} == plain


def test_what_nobody_sees_does_not_stand_in_it() -> None:
    text = asyncapi_json()
    schemas = _object(at("#/components/schemas", document()))
    hidden = {cls.__name__ for cls in EVENT_TYPES.values() if cls.audience is Audience.NOBODY}
    assert hidden
    assert not hidden & set(schemas)
    for name in ("ledger", "troubles", "prepared", "quality", "qualities", "provenance", "cause", "seed"):
        holders = {
            owner
            for owner, schema in schemas.items()
            if name in _object(_object(schema).get("properties", {}))
        }
        assert holders == ({"InterviewFinished"} if name == "seed" else set()), name
    assert "CandidateProfile" not in text


def test_every_close_code_is_told() -> None:
    assert set(CLOSE_CODES) == set(CloseCode)
    told = at("#/channels/interview/x-close-codes", document())
    assert isinstance(told, list)
    codes = {_object(row)["code"]: _object(row)["comeBack"] for row in told}
    assert codes == {int(code): code in COME_BACK for code in CloseCode}


def test_everything_that_a_viewer_gets_in_an_interview_is_as_described() -> None:
    interview = Interview.begin(seed="demo", rivals=("naver",), settings=Settings(preset=Preset.SHORT))
    while interview.wait():
        interview.answer("지표로 원인을 좁혀 응답 시간을 줄였습니다.")
    snapshots = validator("snapshot")
    seen: set[str] = set()
    for viewer in (Viewer(seat_id=SeatId("me")), Viewer()):
        room = fold_log(interview.log[:1])
        for record in interview.log[1:]:
            room = evolve(room, record.event)
            event = seen_event(room, record.event, viewer)
            if event is None:
                continue
            name = tag_of(event)
            seen.add(name)
            frame = frames.EventFrame(seq=record.seq, name=name, data=msgspec.Raw(canonical(event)))
            validator(f"event.{name}").validate(msgspec.json.decode(frames.encode(frame)))
        for state in (room, interview.room):
            whole = frames.SnapshotFrame(
                seq=1, room=msgspec.Raw(canonical(view(state, viewer))), reason="asked"
            )
            snapshots.validate(msgspec.json.decode(frames.encode(whole)))
    assert len(seen) > 12


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_schema_of_a_command_takes_what_the_server_takes(name: str) -> None:
    checker = validator(f"command.{name}")
    made: dict[str, object] = {}
    odd: dict[str, object] = {
        "settings": {"difficulty": 4},
        "facts": ["사실"],
        "ms": 5_000,
        "time_percent": 150,
    }
    for field in msgspec.structs.fields(ARGUMENTS[name]):
        if field.required:
            made[field.name] = odd.get(field.name, "x")
    frame = {"type": "command", "id": "c-1", "name": name, "data": made}
    msgspec.json.decode(msgspec.json.encode(made), type=ARGUMENTS[name])
    checker.validate(frame)
    assert not checker.is_valid({**frame, "id": ""})
    assert not checker.is_valid({**frame, "data": {**made, "now": 5}})
    if made:
        assert not checker.is_valid({**frame, "data": {}})


def test_korean_words_exist_for_what_is_described_and_for_nothing_else() -> None:
    whole = document()
    messages = _object(at("#/components/messages", whole))
    schemas = _object(at("#/components/schemas", whole))
    assert set(korean.FRAMES) == {name for name in messages if "." not in name}
    events = {cls.__name__ for cls in VISIBLE_EVENTS.values()}
    values = {name for name in schemas if name not in events and not re.search("(Arguments|Input)$", name)}
    assert set(korean.VALUES) == values
    described: dict[str, set[str]] = {}
    payloads = {name: _object(_object(messages[name])["payload"]) for name in korean.FRAMES}
    for owner, schema in (payloads | {name: _object(schemas[name]) for name in values}).items():
        fields = {
            name
            for name, field in _object(schema.get("properties", {})).items()
            if "description" in _object(field)
        }
        if fields:
            described[owner] = fields
    assert {owner: set(fields) for owner, fields in korean.FIELDS.items()} == described
    assert asyncapi_words.SETTINGS.keys() == korean.FIELDS["Settings"].keys()


class PageReader(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")


@pytest.mark.parametrize("language", Language)
def test_the_page_needs_nothing_else_and_its_links_lead_somewhere(language: Language) -> None:
    page = asyncapi_page(language)
    reader = PageReader()
    reader.feed(page)
    assert not {"script", "link", "img", "iframe"} & reader.tags
    assert "url(" not in page
    assert reader.links[0] == "asyncapi.json"
    assert all(link.startswith("#") for link in reader.links[1:])
    assert {link[1:] for link in reader.links[1:]} <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))
    for name in (*COMMANDS, *VISIBLE_EVENTS, *(code.reason for code in CloseCode)):
        assert f"<code>{name}</code>" in page
    assert f'lang="{language.value}"' in page


def test_the_korean_page_speaks_korean() -> None:
    page = re.sub(r"<(style|pre|code)[^>]*>.*?</\1>", "", asyncapi_page(Language.KO), flags=re.DOTALL)
    sentences = re.findall(r">([A-Z][a-z]+(?: [a-z]+){3,})", page)
    assert sentences == []


def _object(value: Json) -> dict[str, Json]:
    assert isinstance(value, dict)
    return value
