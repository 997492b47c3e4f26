"""The API's voice, on the models that hear and speak. No word and no sound goes into a log."""

from __future__ import annotations

import structlog

from adapters.http_api.voice import FillerCount, Sound, SpokenAnswer, VoiceFailed
from adapters.llm.asking import Account, Task
from adapters.llm.performer import Payer
from adapters.llm.speech.audio import AudioRefused
from adapters.llm.speech.remarks import remarks
from adapters.llm.speech.sound_cache import SoundCache
from adapters.llm.speech.speech_path import SpeechPath
from adapters.llm.speech.transcribing import SpeechError, SpeechFailed
from adapters.llm.speech.voice_answer import VoiceAnswer, hear
from interview_engine.ids import Millis, RoomId
from interview_engine.vocabulary import Language

log = structlog.get_logger("server")

_FAILURES = {
    "spent": "voice_spent",
    "bad_recording": "recording_broken",
    "nothing_said": "nothing_said",
    "no_service": "voice_silent",
}


class ModelVoice:
    """Has recordings heard and texts read by the configured models; see `Voice`."""

    def __init__(self, path: SpeechPath, payer: Payer, longest_ms: Millis) -> None:
        """Prepare.

        Args:
            path: Asks the models.
            payer: Whose budget pays for a room.
            longest_ms: Longer recordings are refused.
        """
        self._path = path
        self._payer = payer
        self._longest_ms = longest_ms
        self._sounds = SoundCache()

    @property
    def hearers(self) -> tuple[str, ...]:
        """Names of those to whom a recording may be sent."""
        return self._path.providers_of(Task.TRANSCRIBE)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Names of those to whom a text may be sent."""
        return self._path.providers_of(Task.SPEAK)

    async def hear(self, room_id: RoomId, data: bytes, spoken: Language, told: Language) -> SpokenAnswer:
        """Return a recording as text."""
        speech = self._path.paid_by(await self._account(room_id))
        try:
            found = await hear(speech, data, spoken, longest_ms=self._longest_ms)
        except AudioRefused as refused:
            raise VoiceFailed(f"recording_{refused.code}") from None
        except SpeechError as error:
            raise _failed(room_id, Task.TRANSCRIBE, error) from None
        return _shown(found, spoken, told)

    async def say(self, room_id: RoomId, text: str, language: Language) -> Sound:
        """Return a text as sound."""
        speech = self._path.paid_by(await self._account(room_id))
        try:
            found = await self._sounds.get(text, language, lambda: speech.speak(text, language))
        except SpeechError as error:
            raise _failed(room_id, Task.SPEAK, error) from None
        return Sound(data=found.data, media_type=found.media_type)

    async def close(self) -> None:
        """Let go of the models."""
        await self._sounds.close()
        await self._path.close()

    async def _account(self, room_id: RoomId) -> Account:
        return Account(room_id=room_id, person=await self._payer(room_id))


def _failed(room_id: RoomId, task: Task, error: SpeechError) -> VoiceFailed:
    if not isinstance(error, SpeechFailed):
        return VoiceFailed("voice_off" if task is Task.TRANSCRIBE else "speech_off")
    log.info("voice.failed", room=room_id, task=task.value, code=error.code, trouble=" ".join(error.reasons))
    code = _FAILURES[error.code]
    # A text is never a broken recording: the service is not what it should be.
    return VoiceFailed("voice_silent" if task is Task.SPEAK and code == "recording_broken" else code)


def _shown(found: VoiceAnswer, spoken: Language, told: Language) -> SpokenAnswer:
    how = found.delivery
    return SpokenAnswer(
        text=found.text,
        seconds=round(found.length_ms / 1000, 1) or None,
        pace=None if how is None else how.pace,
        pauses=None if how is None or not how.timed else len(how.pauses),
        paused_seconds=0.0 if how is None else round(how.paused_ms / 1000, 1),
        fillers=()
        if how is None
        else tuple(FillerCount(word=word, count=count) for word, count in how.fillers),
        remarks=() if how is None else remarks(how, spoken, told),
    )
