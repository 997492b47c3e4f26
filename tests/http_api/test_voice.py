"""Spoken answers and texts read aloud: who may, when, of what, and what becomes of the recording."""

from __future__ import annotations

import asyncio

import attrs
import httpx2
import pytest

from adapters.http_api.settings import ApiSettings, Rate
from adapters.http_api.voice import FillerCount, Sound, SpokenAnswer, VoiceFailed
from interview_engine.core.turns import TurnState
from interview_engine.ids import RoomId
from interview_engine.vocabulary import Language
from tests.http_api.stage import NO_LIMITS, ApiStage, Guest, command, play

CLIP = b"\x1a\x45\xdf\xa3" + b"a person's voice" * 10
HEARD = SpokenAnswer(
    text="저는 결제 서버를 맡았습니다.",
    seconds=12.5,
    pace=290,
    pauses=2,
    paused_seconds=2.4,
    fillers=(FillerCount(word="음", count=2),),
    remarks=("1분에 290음절로 말씀하셨습니다.",),
)
WEBM = {"Content-Type": "audio/webm;codecs=opus"}


class Ears:
    """A voice that hears and says what it is told to, and remembers what it got."""

    def __init__(self, fails: str = "", *, speaks: bool = True) -> None:
        self.hearers = ("openai",)
        self.speakers = ("openai",) if speaks else ()
        self.heard: list[tuple[str, bytes, Language, Language]] = []
        self.said: list[str] = []
        self._fails = fails

    async def hear(self, room_id: RoomId, data: bytes, spoken: Language, told: Language) -> SpokenAnswer:
        self.heard.append((room_id, data, spoken, told))
        if self._fails:
            raise VoiceFailed(self._fails)
        return HEARD

    async def say(self, room_id: RoomId, text: str, language: Language) -> Sound:
        self.said.append(text)
        if self._fails:
            raise VoiceFailed(self._fails)
        return Sound(data=b"ID3 sound", media_type="audio/mpeg")


async def opened(stage: ApiStage, me: Guest, *, ai_speaks: bool = False) -> str:
    """Return a room in which it is one's own turn, or an AI candidate speaks."""
    room_id = await stage.room(me)
    await command(me, room_id, "set_ready")
    assert (await me("POST", f"/api/rooms/{room_id}/start")).status_code == 200
    seat_id = (await me("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
    for _ in range(400):
        room = await stage.parts.service.room(RoomId(room_id))
        turns = room.open_turns()
        if any((turn.speaking if ai_speaks else turn.seat_id == seat_id) for turn in turns):
            return room_id
        for turn in turns:
            if ai_speaks and turn.seat_id == seat_id:
                await command(me, room_id, "submit_answer", turn_id=turn.turn_id, text="제 답변입니다.")
        stage.clock.ahead_ms += 1_000
        await stage.parts.service.look_again(RoomId(room_id))
    raise AssertionError("the turn does not come")


async def send(me: Guest, room_id: str, data: bytes = CLIP, **headers: str) -> httpx2.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await me("POST", f"/api/rooms/{room_id}/transcriptions", content=data, headers=WEBM | named)


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
