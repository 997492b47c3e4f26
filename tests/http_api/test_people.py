"""Accounts: guests, refreshing, the export of all that is held of a person, and deletion."""

from __future__ import annotations

import asyncio

from adapters.service.people.directory import ItemKind
from adapters.service.people.identity import UserId
from interview_engine.core.verifying import verify
from interview_engine.ids import Millis, RoomId
from tests.http_api.stage import ANSWER, RIVAL, SHORT, ApiStage, command, play

OTHERS_WORDS = "다른 사람의 말입니다. 이 문장은 다른 사람의 것입니다."


def test_a_guest_has_a_name_and_a_token_that_expires() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest("  김   지원 ")
        said = (await me("GET", "/api/me")).json()
        assert said == {"name": "김 지원", "user_id": me.user_id}
        refreshed = (await me("POST", "/api/token/refresh")).json()
        assert refreshed["user_id"] == me.user_id
        assert refreshed["expires_at"] > stage.clock()
        stage.clock.ahead_ms += 31 * 86_400_000
        late = await me("GET", "/api/me")
        assert (late.status_code, late.json()["code"]) == (401, "token_expired")

    play(scene)


def test_without_an_issuer_there_are_no_guests() -> None:
    async def scene(stage: ApiStage) -> None:
        answer = await stage.nobody("POST", "/api/guests", body={"name": "x"})
        assert (answer.status_code, answer.json()["code"]) == (404, "guests_closed")

    play(scene, tokens=None)


def test_the_export_holds_ones_own_and_nothing_of_others() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.room(me)
        await stage.let_in(me, other, room_id)
        await command(other, room_id, "join_room", name="박이람")
        await command(other, room_id, "send_chat", text=OTHERS_WORDS)
        await command(me, room_id, "send_chat", text="제가 한 말입니다.")
        await command(me, room_id, "share_resume", facts=["검색 서비스를 맡음"])
        await me("POST", "/api/questions", body={"text": "왜 이 일을 하시나요?"})
        answer = await me("GET", "/api/me/export")
        export = answer.json()
        assert (export["user_id"], export["name"]) == (me.user_id, "김지원")
        assert [(room["room_id"], room["owner"], room["role"]) for room in export["rooms"]] == [
            (room_id, True, "candidate")
        ]
        words = {entry["event"]: entry["words"] for entry in export["rooms"][0]["words"]}
        assert words["seat_taken"] == {"name": "김지원"}
        assert words["resume_shared"] == {"facts": ["검색 서비스를 맡음"]}
        assert "제가 한 말입니다." in answer.text
        assert "다른 사람" not in answer.text
        assert "박이람" not in answer.text
        assert [item["kind"] for item in export["items"]] == ["question"]

    play(scene)


def test_the_export_tells_no_scores_before_the_room_does() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        settings = SHORT | {
            "visibility": "end",
            "plan": [*SHORT["plan"], {"stage": "closing", "kind": "closing"}],  # type: ignore[misc]
        }
        room_id = await stage.room(me, settings=settings)
        await command(me, room_id, "set_ready")
        await me("POST", f"/api/rooms/{room_id}/start")
        await stage.play(room_id, me, until=(await stage.parts.service.room(RoomId(room_id))).stage.CLOSING)
        answer = await me("GET", "/api/me/export")
        events = {entry["event"] for entry in answer.json()["rooms"][0]["words"]}
        assert "turn_closed" in events
        assert "evaluation_recorded" not in events
        await stage.play(room_id, me)
        events = {entry["event"] for entry in (await me("GET", "/api/me/export")).json()["rooms"][0]["words"]}
        assert {"evaluation_recorded", "feedback_recorded"} <= events

    play(scene)


def test_deleting_an_account_deletes_a_room_of_ones_own() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = RoomId(await stage.finished_room(me))
        await me("POST", "/api/questions", body={"text": "왜요?"})
        persona = {"id": "mine", "name": "한결", "headline": "백엔드"}
        made = (await me("POST", "/api/personas", body=persona)).json()["persona_id"]
        gone = (await me("DELETE", "/api/me")).json()
        assert gone == {"rooms_deleted": 1, "rooms_left": 0, "items": 2}
        assert await stage.parts.store.rooms() == ()
        assert await stage.parts.directory.room(room_id) is None
        for kind in ItemKind:
            assert await stage.parts.directory.items(kind) == ()
        refused = await (await stage.guest())("POST", "/api/rooms", body={"rivals": [made]})
        assert refused.json()["code"] == "unknown_persona"

    play(scene)


def test_a_deleted_accounts_token_opens_nothing_any_more() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        assert (await me("DELETE", "/api/me")).json() == {"rooms_deleted": 0, "rooms_left": 0, "items": 0}
        for method, path in (("GET", "/api/me"), ("POST", "/api/token/refresh"), ("DELETE", "/api/me")):
            answer = await me(method, path)
            assert (answer.status_code, answer.json()["code"]) == (401, "account_closed")
        assert (await me("POST", "/api/rooms", body={})).status_code == 401
        assert (await (await stage.guest())("GET", "/api/me")).status_code == 200

    play(scene)


def test_what_its_person_does_meanwhile_is_deleted_too_or_never_happens() -> None:
    async def scene(stage: ApiStage) -> None:
        for _ in range(5):
            me, other = await stage.guest("김지원"), await stage.guest("박이람")
            room_id = RoomId(await stage.room(other))
            await stage.let_in(other, me, room_id)
            acts = [
                command(me, room_id, "join_room", name="김지원"),
                me("POST", "/api/rooms", body={"title": "김지원의 방"}),
                me("POST", "/api/questions", body={"text": "김지원의 질문?"}),
                me("DELETE", "/api/me"),
                command(me, room_id, "send_chat", text=OTHERS_WORDS),
                me("POST", "/api/rooms", body={"title": "김지원의 방"}),
            ]
            answers = await asyncio.gather(*acts)
            assert answers[3].status_code == 200
            log = await stage.parts.service.log_of(room_id)
            assert "김지원" not in str(log)
            assert OTHERS_WORDS not in str(log)
            assert await stage.parts.directory.rooms_of(UserId(me.user_id)) == ()
            assert await stage.parts.directory.items(ItemKind.QUESTION) == ()

    play(scene)


def test_deleting_an_account_leaves_others_their_room_without_ones_words() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = RoomId(await stage.finished_room(me, other, title="나의 방", rivals=[]))
        before = await stage.parts.service.log_of(room_id)
        assert "김지원" in str(before)
        assert (await me("DELETE", "/api/me")).json()["rooms_left"] == 1
        log = await stage.parts.service.log_of(room_id)
        assert verify(log).sound
        assert "김지원" not in str(log)
        entry = await stage.parts.directory.room(room_id)
        assert entry is not None
        assert (entry.owner, entry.title) == (UserId(other.user_id), "")
        seen = (await other("GET", f"/api/rooms/{room_id}")).json()
        assert seen["you"]["owner"] is True
        assert (await me("GET", f"/api/rooms/{room_id}")).status_code == 401
        assert len(await stage.parts.directory.members(room_id)) == 1

    play(scene)


def test_whoever_leaves_a_waiting_room_of_others_gives_up_the_seat() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = RoomId(await stage.room(me))
        await stage.let_in(me, other, room_id)
        await command(other, room_id, "join_room", name="박이람")
        await command(other, room_id, "send_chat", text=OTHERS_WORDS)
        assert (await other("DELETE", "/api/me")).json() == {"rooms_deleted": 0, "rooms_left": 1, "items": 0}
        room = await stage.parts.service.room(room_id)
        assert len(room.humans()) == 1
        assert OTHERS_WORDS not in str(await stage.parts.service.log_of(room_id))
        assert OTHERS_WORDS not in str(room)

    play(scene)


def test_the_owner_of_a_waiting_room_hands_it_over() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = RoomId(await stage.room(me))
        await stage.let_in(me, other, room_id)
        await command(other, room_id, "join_room", name="박이람")
        assert (await me("DELETE", "/api/me")).json()["rooms_left"] == 1
        room = await stage.parts.service.room(room_id)
        seen = (await other("GET", f"/api/rooms/{room_id}")).json()
        assert room.host == seen["you"]["seat_id"]
        assert seen["you"]["owner"]

    play(scene)


def test_words_in_answers_are_gone_too() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = RoomId(await stage.finished_room(me, other, rivals=[RIVAL]))
        stage.clock.ahead_ms += Millis(1_000)
        for person in (me, other):
            await person("DELETE", "/api/me")
        assert await stage.parts.store.rooms() == ()
        assert ANSWER
        assert await stage.parts.directory.room(room_id) is None

    play(scene)
