"""A voice that does as it is told, and a room in which somebody has the floor."""

from __future__ import annotations

import httpx2

from adapters.http_api.voice import FillerCount, Sound, SpokenAnswer, VoiceFailed
from interview_engine.ids import RoomId
from interview_engine.vocabulary import Language
from tests.http_api.stage import ApiStage, Guest, command

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
