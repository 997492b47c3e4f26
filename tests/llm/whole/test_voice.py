"""Voice through the whole program: `serve` with a whisper server beside it, and nothing else configured."""

from __future__ import annotations

import itertools
import json
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final, cast

import pytest

from tests.llm.families import FAMILIES, KEY
from tests.llm.speech.recorded import WEBM
from tests.llm.whole.serving import serving
from tests.llm.whole.surroundings import program, variables, wire_in_thread
from tests.llm.wire.behaviour import Behaviour, error
from tests.llm.wire.sound import SAID
from tests.program.api_calls import Json, call

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
PLAN: Final = [{"stage": "common", "kind": "experience", "answer_ms": 120_000}]
_WITHIN_S: Final = 120.0


def surroundings(url: str, home: Path, *, speaks: bool = True) -> dict[str, str]:
    """Return an environment in which a server of one's own hears, and perhaps speaks."""
    ours = variables(FAMILIES[0], "http://127.0.0.1:9", home)
    for name in (FAMILIES[0].key_variable, FAMILIES[0].url_variable):
        del ours[name]
    ours["INTERVIEW_ENGINE_LLM_SPEECH_BASE_URL"] = f"{url}/v1"
    ours["INTERVIEW_ENGINE_LLM_SPEECH_KEY"] = KEY
    ours["INTERVIEW_ENGINE_LLM_TRANSCRIBE"] = "speech:whisper-large-v3"
    return ours | ({"INTERVIEW_ENGINE_LLM_SPEAK": "speech:kokoro"} if speaks else {})


class Speaker:
    """A guest in a room of their own whose turn it is."""

    def __init__(self, url: str) -> None:
        """Come in, open a room, and wait for the turn."""
        self._url = url
        self._numbers = itertools.count()
        self.token = ""
        self.token = str(self._ask("POST", "/api/guests", {"name": "김하늘"})["token"])
        settings = {"plan": PLAN, "reading_ms": 0}
        made = self._ask("POST", "/api/rooms", {"settings": settings, "rivals": ["naver"], "panel": ["hr"]})
        self.room = f"/api/rooms/{made['room_id']}"
        self._command("join_room", name="김하늘")
        self._command("set_ready")
        self._command("start_interview")
        self.current = self._own_turn()

    def hear(self, recording: bytes) -> tuple[int, Json]:
        """Send a recording."""
        status, said = self.post("/transcriptions", recording, "audio/webm")
        return status, json.loads(said)

    def post(self, path: str, body: bytes, kind: str) -> tuple[int, bytes]:
        """Post to the room."""
        request = urllib.request.Request(
            f"{self._url}{self.room}{path}",
            body,
            {"Authorization": f"Bearer {self.token}", "Content-Type": kind, "Accept-Language": "ko"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def able(self) -> Json:
        """Return what the server can do."""
        return self._ask("GET", "/api/voice")

    def _own_turn(self) -> Json:
        end = time.monotonic() + _WITHIN_S
        while time.monotonic() < end:
            seen = self._ask("GET", self.room)
            current, me = cast("Json", seen["room"]).get("current"), cast("Json", seen["you"])["seat_id"]
            for turn in current["turns"] if isinstance(current, dict) else ():
                if turn["state"] == "open" and turn["seat_id"] == me:
                    return cast("Json", current)
                if turn["state"] == "open" and turn.get("speaking"):
                    self._command("skip_speech", turn_id=str(turn["turn_id"]))
            time.sleep(0.05)
        raise AssertionError("the turn does not come")

    def _command(self, name: str, /, **data: object) -> None:
        body: Json = {"id": f"c-{next(self._numbers)}", "name": name, "data": data}
        call(f"{self._url}{self.room}/commands", body, token=self.token)

    def _ask(self, method: str, path: str, body: Json | None = None) -> Json:
        status, answer = call(f"{self._url}{path}", body, token=self.token)
        assert status < 300, (method, path, answer)
        return answer


def test_an_answer_is_spoken_and_a_question_read_without_any_other_model(tmp_path: Path) -> None:
    with (
        wire_in_thread(lambda _: Behaviour()) as wire,
        serving(surroundings(wire.url, tmp_path), tmp_path) as said,
    ):
        assert said["models"] == []
        assert "speech:whisper-large-v3" in json.dumps(said["voice"])
        assert KEY not in json.dumps(said)
        speaker = Speaker(str(said["url"]))
        assert speaker.able()["hearers"] == ["speech"]
        wire.script.extend([error(400), error(400)])
        status, problem = speaker.hear(WEBM)
        assert (status, problem["code"]) == (422, "recording_broken")
        assert "글로 입력해 주세요" in str(problem["message"])
        wire.requests.clear()
        status, heard = speaker.hear(WEBM)
        assert status == 200, heard
        assert heard["text"] == "저는 결제 서버를 맡았습니다. 그래서 응답 시간을 줄였습니다."
        assert heard["pauses"] == 1
        assert heard["fillers"] == [{"word": "어", "count": 1}, {"word": "음", "count": 1}]
        body = json.dumps({"round_id": speaker.current["round_id"]}).encode()
        for _ in range(2):
            status, sound = speaker.post("/speech", body, "application/json")
            assert status == 200, sound
            assert sound.startswith(b"\xff\xfb")
        # The second time it came out of the memory.
        assert [request.path for request in wire.requests] == ["/v1/audio/transcriptions", "/v1/audio/speech"]
        assert wire.requests[0].headers["authorization"] == f"Bearer {KEY}"
    words = SAID.split()[3]
    for path in tmp_path.rglob("*"):
        # Neither the recording nor what was said is anywhere on the disk.
        if path.is_file():
            kept = path.read_bytes()
            assert WEBM[200:260] not in kept, path
            assert words.encode() not in kept, path


def test_llm_check_tries_what_hears_and_speaks(tmp_path: Path) -> None:
    with wire_in_thread(lambda _: Behaviour()) as wire:
        checked = program("llm", "check", environment=surroundings(wire.url, tmp_path), folder=tmp_path)
        broken = wire.url
    assert checked.returncode == 0, checked.stderr
    assert "✓ speech:whisper-large-v3  음성 인식" in checked.stdout
    assert "✓ speech:kokoro  읽어 주기" in checked.stdout
    gone = program("llm", "check", environment=surroundings(broken, tmp_path), folder=tmp_path)
    assert gone.returncode == 1
    assert "닿지 않습니다" in gone.stdout
