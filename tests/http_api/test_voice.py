"""Spoken answers: who may speak, when, and what becomes of the recording."""

from __future__ import annotations

import attrs
import pytest

from adapters.http_api.settings import ApiSettings, Rate
from interview_engine.ids import RoomId
from interview_engine.vocabulary import Language
from tests.http_api.stage import NO_LIMITS, ApiStage, command, play
from tests.http_api.voice_stage import CLIP, HEARD, Ears, opened, send


def test_a_recording_comes_back_as_text_to_be_checked_and_is_not_submitted() -> None:
    ears = Ears()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await opened(stage, me)
        found = await send(me, room_id, accept_language="en")
        assert found.status_code == 200, found.text
        assert found.json() == {
            "text": "저는 결제 서버를 맡았습니다.",
            "seconds": 12.5,
            "pace": 290,
            "pauses": 2,
            "paused_seconds": 2.4,
            "fillers": [{"word": "음", "count": 2}],
            "remarks": ["1분에 290음절로 말씀하셨습니다."],
        }
        assert ears.heard == [(room_id, CLIP, Language.KO, Language.EN)]
        seen = (await me("GET", f"/api/rooms/{room_id}")).json()
        turn = next(turn for turn in seen["room"]["current"]["turns"] if turn["state"] == "open")
        assert (turn["text"], turn["draft"]) == ("", "")
        log = await stage.parts.service.log_of(RoomId(room_id))
        assert HEARD.text not in repr(log)

    play(scene, voice=ears)


def test_it_works_while_the_clocks_stand_still() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await opened(stage, me)
        assert (await command(me, room_id, "pause_interview")).status_code == 200
        assert (await send(me, room_id)).status_code == 200

    play(scene, voice=Ears())


def test_nobody_is_heard_before_or_after_their_own_turn() -> None:
    ears = Ears()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me)
        assert (await send(me, room_id)).json()["code"] == "not_your_turn"
        done = await stage.finished_room(me)
        assert (await send(me, done)).json()["code"] == "not_your_turn"
        assert not ears.heard

    play(scene, voice=ears)


def test_without_a_model_it_is_said_in_the_persons_language() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        said = (await me("GET", "/api/voice")).json()
        assert (said["transcribes"], said["speaks"], said["hearers"]) == (False, False, [])
        room_id = await opened(stage, me)
        refused = await send(me, room_id)
        assert (refused.status_code, refused.json()["code"]) == (404, "voice_off")
        assert "글로 입력해 주세요" in refused.json()["message"]
        english = await send(me, room_id, accept_language="en")
        assert "type your answer" in english.json()["message"]

    play(scene)


def test_what_the_server_can_do_is_told_before_anybody_speaks() -> None:
    async def scene(stage: ApiStage) -> None:
        told = await (await stage.guest())("GET", "/api/voice")
        # Browsers lend the microphone to our own pages, and to nobody's inside them.
        assert told.headers["permissions-policy"].startswith("microphone=(self)")
        assert told.json() == {
            "transcribes": True,
            "speaks": False,
            "hearers": ["openai"],
            "speakers": [],
            "longest_seconds": 600,
            "most_bytes": 10_485_760,
        }

    play(scene, voice=Ears(speaks=False))


def test_only_sound_is_taken_and_only_so_much() -> None:
    ears = Ears()
    settings = ApiSettings(rates=NO_LIMITS, recording_limit=400_000)

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await opened(stage, me)
        path = f"/api/rooms/{room_id}/transcriptions"
        form = await me("POST", path, files={"file": ("a.webm", CLIP)})
        assert (form.status_code, form.json()["code"]) == (415, "unsupported_media_type")
        large = await send(me, room_id, bytes(400_001))
        assert (large.status_code, large.json()["code"]) == (413, "body_too_large")
        assert not ears.heard
        # More than any JSON may be.
        assert (await send(me, room_id, bytes(300_000))).status_code == 200

    play(scene, settings, voice=ears)


@pytest.mark.parametrize(
    "code, status",
    [
        ("recording_empty", 422),
        ("recording_too_large", 413),
        ("recording_too_long", 413),
        ("recording_unknown_kind", 415),
        ("recording_broken", 422),
        ("nothing_said", 422),
        ("voice_spent", 409),
        ("voice_silent", 503),
    ],
)
def test_every_failure_is_a_problem_with_a_text_for_people(code: str, status: int) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        refused = await send(me, await opened(stage, me))
        assert (refused.status_code, refused.json()["code"]) == (status, code)
        assert refused.json()["message"]

    play(scene, voice=Ears(fails=code))


def test_voices_have_a_limit_of_their_own() -> None:
    settings = ApiSettings(rates=attrs.evolve(NO_LIMITS, voice=Rate(per_second=0.1, burst=2)))

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await opened(stage, me)
        statuses = [(await send(me, room_id)).status_code for _ in range(3)]
        assert statuses == [200, 200, 429]

    play(scene, settings, voice=Ears())
