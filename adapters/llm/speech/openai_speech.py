"""Speech by OpenAI's API, and by every server that speaks it (whisper servers of one's own among them).

Times of words come only with `verbose_json`, which not every model gives: the model's settings say whether to
ask for them. Replies are taken as they come, since the SDK checks no types.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Final

from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.providers.openai import failure_of
from adapters.llm.speech.audio import AudioClip
from adapters.llm.speech.sound import sound_type
from adapters.llm.speech.transcribing import Speech
from adapters.llm.speech.transcript import SpokenWord, Transcript
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from openai.types.audio import TranscriptionWord

HINT: Final = {
    Language.KO: "음, 그러니까... 어, 제가 맡은 일은, 그, 결제 서버였습니다.",
    Language.EN: "Um, so, uh, what I did was, you know, the payment server.",
}
"""An example of how to write: transcribers leave fillers out unless they are shown some."""
LONGEST_SPOKEN: Final = 4_000
"""Characters: where the service stops."""
_NO_KEY: Final = "none"
_USUAL_VOICE: Final = "alloy"
_LONGEST_S: Final = 24 * 3_600


class OpenAiSpeech:
    """Hears and speaks over one provider's client."""

    def __init__(self, key: str, base_url: str = "") -> None:
        """Make a client; trying again is the calling side's business.

        Args:
            key: The API key; empty for a server that wants none.
            base_url: Another address than OpenAI's own; empty for that.
        """
        # Importing the SDK takes a second: only those who speak pay.
        from openai import AsyncOpenAI

        self._client = AsyncOpenAI(api_key=key or _NO_KEY, base_url=base_url or None, max_retries=0)

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def transcribe(
        self, clip: AudioClip, language: Language, model: str, *, times: bool, timeout_s: float
    ) -> Transcript:
        """Return what is said in a recording.

        Args:
            clip: The recording.
            language: What is spoken.
            model: Which model hears.
            times: Ask when each word was said; where that is refused, ask without.
            timeout_s: How long it may take.

        Raises:
            CallFailed: There is nothing usable.
        """
        if times:
            try:
                return await _ours(self._timed(clip, language, model, timeout_s))
            except CallFailed as failed:
                if failed.kind is not FailureKind.BAD_REQUEST:
                    raise
            # Perhaps it is the times that this model doesn't give: a text without them is better than none.
        return await _ours(self._plain(clip, language, model, timeout_s))

    async def speak(self, text: str, model: str, *, voice: str, timeout_s: float) -> Speech:
        """Return a text as sound.

        Args:
            text: What to read; cut where the service stops.
            model: Which model speaks.
            voice: With which of its voices; empty for a usual one.
            timeout_s: How long it may take.

        Raises:
            CallFailed: There is nothing usable.
        """
        try:
            reply = await self._client.audio.speech.create(
                input=text[:LONGEST_SPOKEN],
                model=model,
                voice=voice or _USUAL_VOICE,
                response_format="mp3",
                timeout=timeout_s,
            )
            data = reply.content
        except Exception as error:
            raise failure_of(error) from error
        media_type = sound_type(data)
        if media_type is None:
            raise CallFailed(FailureKind.GARBLED, detail="no_sound")
        return Speech(data=data, media_type=media_type)

    async def _timed(self, clip: AudioClip, language: Language, model: str, timeout_s: float) -> Transcript:
        found = await self._client.audio.transcriptions.create(
            file=_file(clip),
            model=model,
            language=language.value,
            prompt=HINT[language],
            response_format="verbose_json",
            timestamp_granularities=["word"],
            timeout=timeout_s,
        )
        words = tuple(_word(word) for word in found.words or ())
        return Transcript(text=_text(found.text), words=words, duration_ms=_millis(found.duration))

    async def _plain(self, clip: AudioClip, language: Language, model: str, timeout_s: float) -> Transcript:
        found = await self._client.audio.transcriptions.create(
            file=_file(clip),
            model=model,
            language=language.value,
            prompt=HINT[language],
            response_format="json",
            timeout=timeout_s,
        )
        return Transcript(
            text=_text(found.text), duration_ms=_millis(getattr(found.usage, "seconds", None) or 0)
        )


async def _ours(work: Coroutine[object, object, Transcript]) -> Transcript:
    """Return what comes of a call, with the SDK's exceptions as ours."""
    try:
        return await work
    except CallFailed:
        raise
    except Exception as error:
        raise failure_of(error) from error


def _file(clip: AudioClip) -> tuple[str, bytes, str]:
    return f"answer.{clip.kind.value}", clip.data, clip.kind.media_type


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise CallFailed(FailureKind.GARBLED, detail="no_text")
    return said


def _word(word: TranscriptionWord) -> SpokenWord:
    return SpokenWord(text=_text(word.word), start_ms=_millis(word.start), end_ms=_millis(word.end))


def _millis(seconds: float | str | None) -> Millis:
    """Return seconds as a service says them, some of them as text; what can't be true is 0."""
    found = float(seconds or 0)
    return Millis(round(found * 1000)) if 0 <= found < _LONGEST_S else Millis(0)
