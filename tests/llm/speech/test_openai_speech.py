"""The real SDK against a server on this machine that speaks the same protocol."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from adapters.llm.speech.audio import audio_clip
from adapters.llm.speech.openai_speech import OpenAiSpeech, SpeechSettings
from adapters.llm.speech.transcribing import Speech, SpeechFailed
from adapters.llm.speech.transcript import Transcript
from adapters.llm.speech.voice_answer import hear
from interview_engine.vocabulary import Language

WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + b"\1" * 40
TIMED = {
    "task": "transcribe",
    "text": "음, 저는 결제를 맡았습니다.",
    "language": "korean",
    "duration": 2.5,
    "words": [
        {"word": "음,", "start": 0.0, "end": 0.3},
        {"word": "저는", "start": 0.4, "end": 0.7},
        {"word": "결제를", "start": 0.72, "end": 1.2},
        {"word": "맡았습니다.", "start": 2.0, "end": 2.5},
    ],
}


class Service(ThreadingHTTPServer):
    """Answers every request with `status` and `body`, and remembers what it got."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status = 200
        self.body: bytes = json.dumps(TIMED).encode()
        self.media_type = "application/json"
        self.got: list[tuple[str, bytes]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.got.append((self.path, body))
        self.send_response(self.server.status)
        self.send_header("content-type", self.server.media_type)
        self.send_header("content-length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name is the library's
        pass


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def settings(service: Service, *, times: bool = True) -> SpeechSettings:
    return SpeechSettings(
        api_key="sk-test",
        transcription_model="whisper-x",
        speech_model="voice-x",
        base_url=service.url,
        times=times,
        timeout_seconds=5,
    )


def transcribed(service: Service, *, times: bool = True) -> Transcript:
    async def run() -> Transcript:
        async with OpenAiSpeech(settings(service, times=times)) as speech:
            return await speech.transcribe(audio_clip(WEBM), Language.KO)

    return asyncio.run(run())


def test_a_recording_is_sent_with_its_kind_language_and_wish_for_times(service: Service) -> None:
    found = transcribed(service)
    first = found.words[0]
    assert (first.text, first.start_ms, first.end_ms) == ("음,", 0, 300)
    assert found.duration_ms == 2_500
    path, body = service.got[0]
    assert path == "/v1/audio/transcriptions"
    assert b'filename="answer.webm"' in body
    assert b"audio/webm" in body
    assert WEBM in body
    for name, value in (("model", "whisper-x"), ("language", "ko"), ("response_format", "verbose_json")):
        assert f'name="{name}"\r\n\r\n{value}'.encode() in body
    assert b"timestamp_granularities" in body
    assert "음, 그러니까".encode() in body


def test_a_model_without_times_gives_a_text(service: Service) -> None:
    service.body = json.dumps({"text": "저는 결제를 맡았습니다."}).encode()
    found = transcribed(service, times=False)
    assert found == Transcript(text="저는 결제를 맡았습니다.")
    assert b"timestamp_granularities" not in service.got[0][1]


def test_a_voice_answer_goes_all_the_way(service: Service) -> None:
    async def run() -> tuple[str, int]:
        async with OpenAiSpeech(settings(service)) as speech:
            answer = await hear(speech, WEBM, Language.KO)
            assert answer.delivery is not None
            return answer.text, answer.delivery.paused_ms

    assert asyncio.run(run()) == ("저는 결제를 맡았습니다.", 800)


@pytest.mark.parametrize(
    "status, code",
    [
        (401, "refused_key"),
        (403, "refused_key"),
        (400, "bad_audio"),
        (422, "bad_audio"),
        (429, "rate_limited"),
        (500, "service"),
    ],
)
def test_every_failure_has_one_of_our_codes(service: Service, status: int, code: str) -> None:
    service.status, service.body = status, b'{"error": {"message": "no", "type": "x", "code": null}}'
    with pytest.raises(SpeechFailed) as caught:
        transcribed(service)
    assert caught.value.code == code


def test_a_service_that_is_not_there_is_a_failed_connection(service: Service) -> None:
    gone = SpeechSettings(
        api_key="sk-test", transcription_model="x", base_url="http://127.0.0.1:9/v1", timeout_seconds=2
    )

    async def run() -> None:
        async with OpenAiSpeech(gone) as speech:
            await speech.transcribe(audio_clip(WEBM), Language.KO)

    with pytest.raises(SpeechFailed) as caught:
        asyncio.run(run())
    assert caught.value.code == "connection"


def test_a_question_is_read_aloud(service: Service) -> None:
    service.body, service.media_type = b"ID3-sound", "audio/mpeg"

    async def run() -> Speech:
        async with OpenAiSpeech(settings(service)) as speech:
            return await speech.speak("자기소개를 부탁드립니다.", Language.KO)

    speech = asyncio.run(run())
    assert speech == Speech(data=b"ID3-sound", media_type="audio/mpeg")
    path, body = service.got[0]
    assert path == "/v1/audio/speech"
    assert json.loads(body)["input"] == "자기소개를 부탁드립니다."


def test_a_key_is_shown_nowhere(service: Service) -> None:
    assert "sk-test" not in repr(settings(service))
