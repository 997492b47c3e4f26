"""Requests made from the OpenAPI document: whatever is sent, nothing is a 500, and all is described."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol
from urllib.parse import quote

import attrs
import httpx2
import jsonschema_rs
import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Err
from schemathesis.generation import GenerationMode
from schemathesis.transport.serialization import Binary

from adapters.http_api.problems.catalogue import CATALOGUE
from adapters.http_api.problems.problem import Problem
from tests.http_api.stage import ApiStage, Guest, on_stage

EACH_IN_SUITE = 10
EACH_NIGHTLY = 100
VARIANTS = 5
ONLY_SERVER_ERRORS = frozenset({500, 501, 502, 504})
Json = dict[str, object]


class MadeUp(Protocol):
    """A case that schemathesis has made up."""

    path: str
    method: str
    path_parameters: Mapping[str, object] | None
    headers: Mapping[str, object] | None
    query: Mapping[str, object] | None
    body: object
    media_type: str | None


@attrs.define
class Fuzzing:
    """One application, people in it, and what it says of itself."""

    stage: ApiStage
    owner: Guest
    leaver: Guest
    document: Json
    ids: dict[str, str]
    seen: Counter[int]
    dice: random.Random = attrs.Factory(lambda: random.Random(1))
    validators: dict[str, jsonschema_rs.Draft202012Validator] = attrs.Factory(dict)

    def validator(self, schema: Json) -> jsonschema_rs.Draft202012Validator:
        """Return what checks a schema of the document; making one takes a while."""
        key = json.dumps(schema)
        if key not in self.validators:
            whole = {"components": self.document["components"]} | schema
            self.validators[key] = jsonschema_rs.Draft202012Validator(whole)
        return self.validators[key]


async def begin(stage: ApiStage) -> Fuzzing:
    owner = await stage.guest()
    room_id = await stage.finished_room(owner)
    waiting = await stage.room(owner)
    persona = {"id": "mine", "name": "한결", "headline": "백엔드"}
    made = (await owner("POST", "/api/personas", body=persona)).json()["persona_id"]
    question = (await owner("POST", "/api/questions", body={"text": "왜요?"})).json()["question_id"]
    sent = await owner("POST", "/api/documents", files={"file": ("a.txt", b"text")})
    ids = {
        "room_id": waiting,
        "finished": room_id,
        "persona_id": made,
        "question_id": question,
        "document_id": sent.json()["document_id"],
    }
    document = (await owner("GET", "/openapi.json")).json()
    return Fuzzing(stage, owner, await stage.guest(), document, ids, Counter())


def encoded(case: MadeUp, fuzzing: Fuzzing, real: int) -> httpx2.Request:
    """Return a generated case as a request; with real ids in its path for two of three."""
    path = case.path
    for name, value in dict(case.path_parameters or {}).items():
        known = fuzzing.ids["finished"] if name == "room_id" and real == 2 else fuzzing.ids.get(name)
        shown = known if real and known is not None else str(value)
        path = path.replace("{" + name + "}", _quoted(shown))
    somebody = fuzzing.leaver if (case.method, path) == ("DELETE", "/api/me") else fuzzing.owner
    headers = {"Authorization": f"Bearer {somebody.token}"}
    for name, value in dict(case.headers or {}).items():
        if str(value).isascii() and str(value).isprintable() and name.lower() != "authorization":
            headers[name] = str(value)
    content = None
    if not isinstance(case.body, schemathesis.core.NotSet):
        headers["Content-Type"] = case.media_type or "application/json"
        content = _body(case.body)
    query = {name: _shown(value) for name, value in dict(case.query or {}).items()}
    url = httpx2.URL("http://api.test" + path, params=query)
    return fuzzing.stage.client.build_request(case.method, url, content=content, headers=headers)


HOSTILE = (
    b"",
    b"\x00",
    b"null",
    b"[]",
    b"{}",
    b"-1",
    b"9" * 400,
    b"1e999",
    b"' OR 1=1 --",
    b"../../etc/passwd",
    b"%00%ff",
    b'"\\ud800"',
    "\u202e한글😀".encode(),
    b"\xff\xfe",
    b"[" * 5_000,
    b'{"a":' * 5_000,
    b"x" * 3_000,
    b"true",
)


def spoilt(fuzzing: Fuzzing, request: httpx2.Request) -> httpx2.Request:
    """Return a request with something of it broken: body, query, or headers."""
    dice, body, url = fuzzing.dice, request.content, request.url
    headers = {name: value for name, value in request.headers.items() if name != "content-length"}
    match dice.randrange(6):
        case 0:
            body = body[: dice.randrange(len(body) + 1)]
        case 1 if body:
            place = dice.randrange(len(body))
            body = body[:place] + bytes((dice.randrange(256),)) + body[place + 1 :]
        case 2 if body:
            place = dice.randrange(len(body))
            body = body[:place] + dice.choice(HOSTILE) + body[place:]
        case 3:
            body = dice.choice(HOSTILE)
        case 4:
            hostile = dice.choice(HOSTILE)[:500].decode(errors="replace")
            name = dice.choice(("limit", "seat", "kind", "search", "offset", "difficulty", "x"))
            url = url.copy_merge_params({name: hostile})
        case _:
            name = dice.choice(("content-type", "idempotency-key", "accept-language", "x-request-id"))
            text = dice.choice(HOSTILE)[:300].decode(errors="replace")
            headers[name] = "".join(letter for letter in text if letter.isascii() and letter.isprintable())
    return fuzzing.stage.client.build_request(request.method, url, content=body, headers=headers)


def _quoted(text: str) -> str:
    return quote(text.encode(errors="replace"), safe="") or "-"


def _shown(value: object) -> str:
    return str(value).encode(errors="replace").decode()


@schemathesis.serializer("audio/webm", "audio/mp4", "audio/ogg", "audio/wav")
def recording(ctx: schemathesis.SerializationContext, value: object) -> bytes:
    """Let recordings be made up: schemathesis makes no bodies that it can't write down itself."""
    del ctx
    return _body(value)


def _body(body: object) -> bytes:
    if isinstance(body, Binary):
        return body.data
    if isinstance(body, bytes):
        return body
    try:
        return json.dumps(body).encode()
    except (TypeError, ValueError):
        return str(body).encode(errors="replace")


def check(fuzzing: Fuzzing, operation: Mapping[str, object], answer: httpx2.Response) -> None:
    """Check that an answer is one that the document describes."""
    assert answer.status_code not in ONLY_SERVER_ERRORS, answer.text
    responses = operation["responses"]
    assert isinstance(responses, dict)
    described = responses.get(str(answer.status_code))
    assert described is not None or answer.status_code == 405, answer.status_code
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if answer.status_code >= 400:
        assert kind == "application/problem+json", answer.text
        problem = msgspec.json.decode(answer.content, type=Problem)
        assert CATALOGUE[problem.code].status == answer.status_code
        return
    if kind == "application/json":
        assert described is not None
        schema = described["content"]["application/json"]["schema"]
        fuzzing.validator(schema).validate(answer.json())


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    paths = document["paths"]
    assert isinstance(paths, dict)
    for path, found in paths.items():
        for method, operation in found.items():
            yield method, path, operation


def fuzz(each: int) -> Counter[int]:
    with asyncio.Runner() as runner:
        opened = on_stage()
        stage = runner.run(opened.__aenter__())
        fuzzing = runner.run(begin(stage))
        schema = schemathesis.openapi.from_dict(fuzzing.document)
        for result in schema.get_all_operations():
            assert not isinstance(result, Err), result
            operation = result.ok()
            described = fuzzing.document["paths"][operation.path][operation.method]  # type: ignore[index]
            # Deleting what the others are made with would leave nothing to fuzz: made-up ids only.
            gone = operation.method == "delete"
            for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE:
                cases = operation.as_strategy(generation_mode=mode)
                run = exercised(runner, fuzzing, described, gone=gone)
                try:
                    _quiet(each // 2)(given(cases, st.integers(0, 2))(run))()
                except Exception as error:
                    if type(error).__name__ not in {"Unsatisfiable", "InfiniteRecursion"}:
                        raise
        runner.run(opened.__aexit__(None, None, None))
    return fuzzing.seen


def _quiet(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:  # type: ignore[explicit-any]
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


def exercised(
    runner: asyncio.Runner, fuzzing: Fuzzing, operation: Json, *, gone: bool
) -> Callable[[MadeUp, int], None]:
    def run(case: MadeUp, real: int) -> None:
        made = encoded(case, fuzzing, 0 if gone else real)
        asked = [made] if gone else [made, *(spoilt(fuzzing, made) for _ in range(VARIANTS))]
        for request in asked:
            answer = runner.run(fuzzing.stage.client.send(request))
            fuzzing.seen[answer.status_code] += 1
            check(fuzzing, operation, answer)

    return run


@pytest.mark.slow
def test_made_up_requests_never_end_in_a_500() -> None:
    seen = fuzz(EACH_IN_SUITE)
    assert sum(seen.values()) >= 2_000, seen
    assert {200, 201, 404, 422} <= set(seen), seen


@pytest.mark.nightly
@pytest.mark.timeout(1_800)
def test_many_made_up_requests_never_end_in_a_500() -> None:
    seen = fuzz(EACH_NIGHTLY)
    assert sum(seen.values()) >= 20_000, seen
