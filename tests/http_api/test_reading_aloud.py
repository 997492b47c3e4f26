"""Questions and AI candidates' answers read aloud: to whom, and never more than one may see."""

from __future__ import annotations

import asyncio

from interview_engine.core.turns import TurnState
from interview_engine.ids import RoomId
from tests.http_api.stage import ApiStage, command, play
from tests.http_api.voice_stage import Ears, opened


def test_the_question_is_read_aloud_by_its_round() -> None:
    ears = Ears()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await opened(stage, me)
        current = (await me("GET", f"/api/rooms/{room_id}")).json()["room"]["current"]
        read = await me("POST", f"/api/rooms/{room_id}/speech", body={"round_id": current["round_id"]})
        assert (read.status_code, read.content) == (200, b"ID3 sound")
        assert read.headers["content-type"] == "audio/mpeg"
        assert ears.said == [current["question"]["text"]]

    play(scene, voice=ears)


def test_an_ai_candidates_answer_is_read_once_it_is_spoken() -> None:
    ears = Ears()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await opened(stage, me, ai_speaks=True)
        current = (await me("GET", f"/api/rooms/{room_id}")).json()["room"]["current"]
        spoken = next(turn for turn in current["turns"] if turn["speaking"])
        read = await me("POST", f"/api/rooms/{room_id}/speech", body={"turn_id": spoken["turn_id"]})
        assert read.status_code == 200
        assert ears.said == [spoken["text"]]

    play(scene, voice=ears)


def test_nothing_is_read_that_one_may_not_see_or_that_a_person_said() -> None:
    ears = Ears()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await opened(stage, me)
        room = await stage.parts.service.room(RoomId(room_id))
        assert room.current is not None
        waiting = [turn.turn_id for turn in room.current.turns if turn.state is TurnState.WAITING]
        done = await stage.finished_room(me)
        seen = (await me("GET", f"/api/rooms/{done}")).json()
        mine = next(
            turn["turn_id"]
            for one in seen["room"]["rounds"]
            for turn in one["turns"]
            if turn["seat_id"] == seen["you"]["seat_id"]
        )
        asked: list[tuple[str, dict[str, str]]]
        asked = [(room_id, {"turn_id": turn_id}) for turn_id in waiting]
        asked += [(done, {"turn_id": mine}), (done, {"round_id": "nobody"}), (done, {})]
        for where, body in asked:
            refused = await me("POST", f"/api/rooms/{where}/speech", body=body)
            assert refused.json()["code"] == "nothing_to_read", body
        free = await me("POST", f"/api/rooms/{done}/speech", body={"text": "아무 말이나 읽어 주세요."})
        assert free.json()["code"] == "bad_values"
        assert not ears.said

    play(scene, voice=ears)


def test_whoever_has_not_sat_down_has_nothing_read_at_the_owners_expense() -> None:
    ears = Ears()

    async def scene(stage: ApiStage) -> None:
        me, visitor = await stage.guest(), await stage.guest("구경꾼")
        room_id = await opened(stage, me)
        await stage.let_in(me, visitor, room_id, "observer")
        current = (await me("GET", f"/api/rooms/{room_id}")).json()["room"]["current"]
        body = {"round_id": current["round_id"]}
        refused = await visitor("POST", f"/api/rooms/{room_id}/speech", body=body)
        assert refused.json()["code"] == "not_seated"
        assert not ears.said

    play(scene, voice=ears)


def test_an_answer_that_is_not_revealed_yet_is_not_read_to_anybody() -> None:
    ears = Ears()
    plan = [{"stage": "common", "kind": "experience", "answer_ms": 240_000, "order": "simultaneous"}]

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me, settings={"plan": plan, "reading_ms": 0})
        await command(me, room_id, "set_ready")
        assert (await me("POST", f"/api/rooms/{room_id}/start")).status_code == 200
        for _ in range(200):
            room = await stage.parts.service.room(RoomId(room_id))
            hidden = [turn for turn in room.current.turns if turn.text] if room.current is not None else []
            if hidden:
                break
            stage.clock.ahead_ms += 1_000
            await stage.parts.service.look_again(RoomId(room_id))
            await asyncio.sleep(0.001)
        assert room.current is not None
        assert room.current.simultaneous
        assert hidden
        refused = await me("POST", f"/api/rooms/{room_id}/speech", body={"turn_id": hidden[0].turn_id})
        assert refused.json()["code"] == "nothing_to_read"
        assert not ears.said

    play(scene, voice=ears)
