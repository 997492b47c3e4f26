"""The real SDK against a server of this machine that speaks its protocol: what is sent, paid and told."""

from __future__ import annotations

import asyncio
import logging

import pytest

from adapters.llm.asking import Account, Task
from adapters.llm.budgets.ledger import Amount, Limit, Limits
from adapters.llm.routing.settings import Choice
from adapters.llm.speech.opening import SpeechProviders
from adapters.llm.speech.speech_path import SpeechPath
from adapters.llm.speech.transcribing import SpeechFailed, SpeechUnavailable
from adapters.llm.speech.voice_answer import hear
from interview_engine.ids import RoomId
from tests.llm.families import KEY
from tests.llm.speech.recorded import WEBM
from tests.llm.speech.speech_stage import EARS, KO, MORE_EARS, Stage, clip, on_stage, routing
from tests.llm.wire.behaviour import Behaviour, Request, Way, error
from tests.llm.wire.sound import SAID


def failure(
    script: tuple[Behaviour, ...], *ears: Choice, seconds: float = 20.0
) -> tuple[SpeechFailed, Stage]:
    async def scene(stage: Stage) -> tuple[SpeechFailed, Stage]:
        with pytest.raises(SpeechFailed) as caught:
            await stage.heard()
        return caught.value, stage

    return on_stage(scene, *(ears or (EARS,)), script=script, seconds=seconds)


def test_a_recording_is_sent_with_its_kind_language_and_wish_for_times() -> None:
    async def scene(stage: Stage) -> None:
        found = await stage.heard()
        assert found.text == SAID
        assert (found.words[0].text, found.words[0].start_ms, found.words[0].end_ms) == ("음,", 500, 900)
        (request,) = stage.wire.requests
        assert request.path == "/whisper/v1/audio/transcriptions"
        assert request.body["file"] == {"name": "answer.webm", "kind": "audio/webm", "data": WEBM}
        said = {name: request.body[name] for name in ("model", "language", "response_format")}
        assert said == {"model": "large-v3", "language": "ko", "response_format": "verbose_json"}
        assert request.body["timestamp_granularities[]"] == "word"

    on_stage(scene, EARS)


def test_a_model_without_times_is_not_asked_for_them() -> None:
    async def scene(stage: Stage) -> None:
        found = await stage.heard()
        assert (found.text, found.words) == (SAID, ())
        assert found.duration_ms > 0
        assert stage.wire.requests[0].body["response_format"] == "json"
        assert "timestamp_granularities[]" not in stage.wire.requests[0].body

    on_stage(scene, MORE_EARS)


def test_a_model_that_refuses_times_is_asked_without_them() -> None:
    async def scene(stage: Stage) -> None:
        found = await stage.heard()
        assert (found.text, found.words) == (SAID, ())
        formats = [request.body["response_format"] for request in stage.wire.requests]
        assert formats == ["verbose_json", "json"]

    on_stage(scene, EARS, script=(error(400, "unsupported_value"),))


def test_a_whole_answer_has_pace_pauses_and_fillers() -> None:
    async def scene(stage: Stage) -> None:
        answer = await hear(stage.speech, WEBM, KO)
        assert answer.text == "저는 결제 서버를 맡았습니다. 그래서 응답 시간을 줄였습니다."
        assert answer.delivery is not None
        assert answer.delivery.fillers == (("어", 1), ("음", 1))
        assert len(answer.delivery.pauses) == 1

    on_stage(scene, EARS)


def test_a_whole_answer_without_times_still_has_pace_and_fillers() -> None:
    async def scene(stage: Stage) -> None:
        answer = await hear(stage.speech, WEBM, KO)
        assert answer.delivery is not None
        assert not answer.delivery.timed
        assert answer.delivery.pace > 0
        assert answer.delivery.fillers == (("어", 1), ("음", 1))

    on_stage(scene, MORE_EARS)


def test_minutes_are_reserved_before_and_settled_after_by_what_the_service_counts() -> None:
    async def scene(stage: Stage) -> None:
        arrived = asyncio.Event()

        def slow(_: Request) -> Behaviour:
            arrived.set()
            return Behaviour(delay_s=0.3)

        stage.wire.mind = slow
        asking = asyncio.create_task(stage.heard(seconds=61.2))
        await arrived.wait()
        assert stage.taken == Amount(seconds=62, micros=6_200)
        found = await asking
        spent = -(-found.duration_ms // 1000)
        assert stage.taken == Amount(seconds=spent, micros=spent * 100)
        total = stage.meter.totals()[Task.TRANSCRIBE, EARS]
        assert (total.calls, total.sound_s, total.micros) == (1, spent, spent * 100)

    on_stage(scene, EARS)


def test_of_a_recording_whose_length_nobody_knows_the_longest_is_reserved() -> None:
    async def scene(stage: Stage) -> None:
        with pytest.raises(SpeechFailed) as caught:
            await stage.heard(seconds=None)
        assert caught.value.code == "spent"
        assert not stage.wire.requests
        assert stage.taken == Amount()

    on_stage(scene, EARS, limits=Limits(room=Limit(seconds=599)))


@pytest.mark.parametrize("limit", [Limit(seconds=60), Limit(micros=5_999)])
def test_a_spent_budget_sends_nothing(limit: Limit) -> None:
    async def scene(stage: Stage) -> None:
        with pytest.raises(SpeechFailed) as caught:
            await stage.heard(seconds=60.5)
        assert caught.value.code == "spent"
        assert caught.value.reasons == (f"{EARS}=budget_person",)
        assert not stage.wire.requests

    on_stage(scene, EARS, limits=Limits(person=limit))


def test_a_busy_service_is_asked_again_when_it_says_so() -> None:
    async def scene(stage: Stage) -> None:
        assert (await stage.heard()).text == SAID
        assert len(stage.wire.requests) == 2
        # What it turned away costs nothing.
        assert stage.meter.totals()[Task.TRANSCRIBE, EARS].calls == 2

    on_stage(scene, EARS, script=(error(429, "rate_limit_exceeded", retry_after="0"),))


def test_a_service_that_wants_to_be_left_alone_too_long_leaves_it_to_the_next() -> None:
    async def scene(stage: Stage) -> None:
        assert (await stage.heard()).text == SAID
        assert stage.paths == ["/whisper/v1/audio/transcriptions", "/other/v1/audio/transcriptions"]

    on_stage(scene, EARS, MORE_EARS, script=(error(429, retry_after="60"),))


def test_a_model_that_was_shut_down_leaves_it_to_the_next() -> None:
    async def scene(stage: Stage) -> None:
        assert (await stage.heard()).text == SAID
        assert len(stage.wire.requests) == 2

    on_stage(scene, EARS, MORE_EARS, script=(error(404, "model_not_found"),))


def test_a_service_that_takes_too_long_leaves_time_for_the_next_and_is_paid_as_reserved() -> None:
    async def scene(stage: Stage) -> None:
        assert (await stage.heard(seconds=30)).text == SAID
        assert stage.paths[-1] == "/other/v1/audio/transcriptions"
        # It may have heard all of it, and nobody knows.
        assert stage.meter.totals()[Task.TRANSCRIBE, EARS].sound_s == 30

    on_stage(scene, EARS, MORE_EARS, script=(Behaviour(way=Way.SILENCE),), seconds=6.0)


@pytest.mark.parametrize("way", [Way.GARBLED_BODY, Way.CUT])
def test_garbage_and_a_cut_line_are_tried_again_and_then_told(way: Way) -> None:
    found, stage = failure((Behaviour(way=way),) * 3)
    assert found.code == "no_service"
    assert len(stage.wire.requests) == 3


@pytest.mark.parametrize(
    "status, word, code, asked",
    [
        (401, "invalid_api_key", "no_service", 1),
        (403, "", "no_service", 1),
        (500, "", "no_service", 3),
        (400, "", "bad_recording", 2),
        (413, "", "bad_recording", 1),
    ],
)
def test_every_refusal_has_one_of_our_codes(status: int, word: str, code: str, asked: int) -> None:
    found, stage = failure((error(status, word),) * 3)
    assert found.code == code
    assert len(stage.wire.requests) == asked
    assert stage.taken == Amount()


def test_nobody_there_is_no_service() -> None:
    async def scene(stage: Stage) -> None:
        stage.wire.hang_up()
        table = routing("http://127.0.0.1:9", EARS, seconds=3.0)
        path = SpeechPath(table, SpeechProviders(table.providers), stage.ledger)
        with pytest.raises(SpeechFailed) as caught:
            await path.paid_by(Account(room_id=RoomId("room-1"))).transcribe(clip(1), KO)
        await path.close()
        assert caught.value.code == "no_service"
        assert stage.taken == Amount()

    on_stage(scene, EARS)


def test_without_a_model_it_is_said() -> None:
    async def scene(stage: Stage) -> None:
        with pytest.raises(SpeechUnavailable):
            await stage.heard()
        with pytest.raises(SpeechUnavailable):
            await stage.speech.speak("질문", KO)

    on_stage(scene)


def test_a_text_is_read_with_the_models_voice_and_settled_by_the_sounds_length() -> None:
    async def scene(stage: Stage) -> None:
        speech = await stage.speech.speak("자기소개를 부탁드립니다.", KO)
        assert speech.media_type == "audio/mpeg"
        (request,) = stage.wire.requests
        assert request.path == "/whisper/v1/audio/speech"
        said = {name: request.body[name] for name in ("input", "model", "voice")}
        assert said == {"input": "자기소개를 부탁드립니다.", "model": "kokoro", "voice": "nova"}
        # 80 frames of 26 ms.
        assert stage.taken == Amount(seconds=3, micros=750)

    on_stage(scene, EARS)


def test_what_is_no_sound_is_not_played() -> None:
    async def scene(stage: Stage) -> None:
        with pytest.raises(SpeechFailed) as caught:
            await stage.speech.speak("질문", KO)
        assert caught.value.code == "no_service"

    on_stage(scene, EARS, script=(Behaviour(way=Way.GARBLED_BODY),) * 3)


def test_neither_words_nor_keys_come_into_logs_or_names(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    async def scene(stage: Stage) -> None:
        answer = await hear(stage.speech, WEBM, KO)
        assert answer.text not in caplog.text
        assert KEY not in caplog.text + repr(stage.path.routing)
        assert "결제" not in repr(clip(1))

    on_stage(scene, EARS)
