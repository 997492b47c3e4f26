"""Problems: one shape, both languages, no content in them."""

from __future__ import annotations

import asyncio
import re

import msgspec
import pytest

from adapters.http_api.languages import language_of
from adapters.http_api.problems.catalogue import CATALOGUE
from adapters.http_api.problems.problem import Problem
from adapters.service.event_store import AppendUnknown, EventStoreError, StoreFull, StoreUnavailable
from adapters.service.memory_store import MemoryEventStore
from interview_engine.core.refusals import RefusalCode
from interview_engine.ids import RoomId
from interview_engine.vocabulary import Language
from tests.http_api.stage import ApiStage, Guest, command, play


@pytest.mark.parametrize(
    "accept, language",
    [
        ("", Language.KO),
        ("ko", Language.KO),
        ("en", Language.EN),
        ("en-US,en;q=0.9", Language.EN),
        ("ko-KR,ko;q=0.9,en;q=0.8", Language.KO),
        ("en;q=0.4, ko;q=0.5", Language.KO),
        ("fr, de", Language.KO),
        ("en;q=nonsense", Language.KO),
        ("en;q=7", Language.KO),
    ],
)
def test_which_language_a_person_reads(accept: str, language: Language) -> None:
    assert language_of(accept) is language


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_code_has_a_status_and_both_texts(code: str) -> None:
    entry = CATALOGUE[code]
    assert 400 <= entry.status < 600
    assert entry.title.isascii()
    assert entry.message.en.isascii()
    assert any("가" <= letter <= "힣" for letter in entry.message.ko)
    assert entry.message.ko.endswith((".", "요"))


def test_every_refusal_of_the_rules_is_a_problem() -> None:
    assert {code.value for code in RefusalCode} <= set(CATALOGUE)


def test_a_problem_speaks_the_persons_language() -> None:
    async def scene(stage: ApiStage) -> None:
        texts = {}
        for language in ("ko", "en"):
            answer = await stage.nobody("GET", "/api/me", headers={"Accept-Language": language})
            assert answer.status_code == 401
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["content-language"] == language
            assert answer.headers["www-authenticate"] == "Bearer"
            problem = msgspec.json.decode(answer.content, type=Problem)
            assert (problem.code, problem.status, problem.type) == (
                "token_missing",
                401,
                "/docs#token_missing",
            )
            assert problem.request_id == answer.headers["x-request-id"]
            texts[language] = problem.message
        assert texts == {"ko": "먼저 입장해 주세요.", "en": "Sign in or enter as a guest first."}

    play(scene)


def test_the_page_that_a_problem_points_to_has_its_place() -> None:
    async def scene(stage: ApiStage) -> None:
        page = (await stage.nobody("GET", "/docs")).text
        for code in CATALOGUE:
            assert f'id="{code}"' in page

    play(scene)


BAD = [
    (b"", "application/json", 400, "bad_json"),
    (b"{", "application/json", 400, "bad_json"),
    (b'{"name": "\xff"}', "application/json", 400, "bad_json"),
    (b'{"name": "\\ud800"}', "application/json", 400, "bad_json"),
    (b"[" * 100_000, "application/json", 422, "bad_values"),
    (b"name=x", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
    (b'{"name": "x"}', "", 415, "unsupported_media_type"),
    (b"{}", "application/json", 422, "bad_values"),
    (b'{"name": 3}', "application/json", 422, "bad_values"),
    (b'{"name": "x", "admin": true}', "application/json", 422, "bad_values"),
    (b'{"name": "   "}', "application/json", 422, "bad_values"),
    (b'{"name": "' + b"x" * 41 + b'"}', "application/json", 422, "bad_values"),
]


@pytest.mark.parametrize("body, kind, status, code", BAD)
def test_a_bad_body_is_a_problem(body: bytes, kind: str, status: int, code: str) -> None:
    async def scene(stage: ApiStage) -> None:
        headers = {"Content-Type": kind} if kind else {}
        answer = await stage.nobody("POST", "/api/guests", content=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)

    play(scene)


def test_what_is_wrong_is_named_by_field_and_never_quoted() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        wrong = {"question": "왜요?", "kind": "나의 비밀", "answers": [{"label": "a", "text": "b"}]}
        answer = await me("POST", "/api/evaluations", body=wrong)
        assert answer.status_code == 422
        assert [problem["field"] for problem in answer.json()["errors"]] == ["kind"]
        assert "비밀" not in answer.text
        listed = await me("GET", "/api/questions?difficulty=secret&kind=secret")
        assert listed.status_code == 422
        fields = {problem["field"] for problem in listed.json()["errors"]}
        assert fields == {"query.kind", "query.difficulty"}
        assert "secret" not in listed.text

    play(scene)


def test_refusals_of_the_rules_carry_their_code_and_status() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me)
        refused: dict[tuple[str, int], dict[str, object]] = {
            ("submit_answer", 409): {"turn_id": "t", "text": "x"},
            ("send_chat", 422): {"text": "x" * 501},
            ("add_ai_candidate", 422): {"persona_id": "nobody"},
            ("no_such_command", 422): {},
            ("set_ready", 422): {"ready": 3},
        }
        for (name, status), data in refused.items():
            answer = await command(me, room_id, name, **data)
            assert answer.status_code == status, answer.text
        wrong = await me("PATCH", f"/api/rooms/{room_id}/settings", body={"settings": {"difficulty": 9}})
        assert (wrong.status_code, wrong.json()["code"]) == (422, "bad_value")

    play(scene)


class Troubled(MemoryEventStore):
    """A store that fails as it is told to."""

    trouble: EventStoreError | None = None

    async def append(self, *args: object, **kwargs: object) -> None:
        if self.trouble is not None:
            raise self.trouble
        await super().append(*args, **kwargs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "trouble, code",
    [
        (StoreUnavailable("secret words"), "unavailable"),
        (StoreFull("secret words"), "store_full"),
        (AppendUnknown("secret words"), "outcome_unknown"),
    ],
)
def test_trouble_in_the_store_is_a_503_that_says_what_to_do(trouble: EventStoreError, code: str) -> None:
    store = Troubled()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me)
        store.trouble = trouble
        refused = await command(me, room_id, "set_ready")
        # An unknown append is looked up, found missing and tried again until it is given up.
        assert (refused.status_code, refused.json()["code"]) in {(503, code), (503, "unavailable")}
        assert "secret" not in refused.text
        store.trouble = None
        assert (await command(me, room_id, "set_ready")).status_code == 200

    play(scene, store=store)


def test_a_bug_is_a_500_that_says_nothing_of_itself() -> None:
    class Broken:
        async def person(self, token: str) -> None:
            raise KeyError("secret words")

    async def scene(stage: ApiStage) -> None:
        answer = await Guest(stage.client, "x")("GET", "/api/me")
        assert (answer.status_code, answer.json()["code"]) == (500, "internal")
        assert "secret" not in answer.text
        assert "KeyError" not in answer.text
        assert answer.json()["request_id"] == answer.headers["x-request-id"]

    play(scene, identity=Broken())


def test_work_that_takes_too_long_is_a_503() -> None:
    class Slow:
        async def do(self, *_: object) -> None:
            await asyncio.sleep(0)
            raise TimeoutError

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me)
        answer = await me("GET", f"/api/rooms/{room_id}/results")
        assert (answer.status_code, answer.json()["code"]) == (503, "took_too_long")

    play(scene, working=Slow())


def test_wrong_addresses_and_methods_are_problems_too() -> None:
    async def scene(stage: ApiStage) -> None:
        missing = await stage.nobody("GET", "/api/nothing/here")
        assert (missing.status_code, missing.json()["code"]) == (404, "not_found")
        wrong = await stage.nobody("PUT", "/api/guests")
        assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")
        assert wrong.headers["allow"] == "POST"
        slash = await stage.nobody("GET", "/api/rooms/")
        assert slash.status_code in (401, 404)

    play(scene)


def test_a_quarantined_room_is_told_to_its_members_only() -> None:
    async def scene(stage: ApiStage) -> None:
        owner, stranger = await stage.guest(), await stage.guest("낯선이")
        room_id = RoomId(await stage.room(owner))
        stage.parts.service.release_idle(stage.parts.now())
        await stage.parts.service.delete(room_id)
        stage.parts.service._reader.put_aside(room_id, "damaged")
        answer = await owner("GET", f"/api/rooms/{room_id}")
        assert (answer.status_code, answer.json()["code"]) == (503, "room_quarantined")
        assert (await stranger("GET", f"/api/rooms/{room_id}")).status_code == 404
        listed = (await owner("GET", "/api/rooms")).json()["rooms"]
        assert [shown["stage"] for shown in listed] == [None]
        assert (await owner("DELETE", f"/api/rooms/{room_id}")).status_code == 204
        assert (await owner("GET", "/api/rooms")).json()["rooms"] == []

    play(scene)


@pytest.mark.parametrize("language,english", [("ko", False), ("en", True)])
def test_what_is_wrong_with_a_field_is_told_in_the_readers_language(language: str, english: bool) -> None:
    async def scene(stage: ApiStage) -> None:
        headers = {"Accept-Language": language}
        me = await stage.guest()
        asked: tuple[tuple[str, str, object], ...] = (
            ("POST", "/api/guests", {}),
            ("POST", "/api/guests", {"name": 7}),
            ("POST", "/api/guests", {"name": " "}),
            ("POST", "/api/guests", {"name": "가" * 41}),
            ("POST", "/api/rooms", {"title": "가" * 101}),
            ("POST", "/api/rooms", {"nonsense": 1}),
            ("GET", "/api/rooms?limit=0", None),
        )
        for method, path, body in asked:
            answer = await me(method, path, body=body, headers=headers)
            assert answer.status_code == 422, (path, body)
            for problem in answer.json()["errors"]:
                assert bool(re.search("[가-힣]", problem["message"])) is not english, problem

    play(scene)
