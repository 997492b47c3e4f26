"""Speech by OpenAI's API, and by every server that speaks it (whisper servers of one's own among them).

The models are settings. Times of words come only with `verbose_json`, which not every model gives: `times`
says whether to ask for them, and without them there is a text and no delivery.
"""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

import attrs

from adapters.llm.speech.audio import AudioClip
from adapters.llm.speech.transcribing import Speech, SpeechFailed
from adapters.llm.speech.transcript import SpokenWord, Transcript
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_HINT: Final = {
    Language.KO: "음, 그러니까... 어, 제가 맡은 일은, 그, 결제 서버였습니다.",
    Language.EN: "Um, so, uh, what I did was, you know, the payment server.",
}
"""An example of how to write: transcribers leave fillers out unless they are shown some."""
_LONGEST_SPOKEN: Final = 4_000


@attrs.frozen(kw_only=True)
class SpeechSettings:
    """Where speech is done.

    Attributes:
        api_key: Secret; any text for a server of one's own.
        transcription_model: Turns speech into text.
        speech_model: Reads texts aloud.
        voice: With which voice.
        base_url: Of another server; empty for OpenAI's own.
        times: Ask for the times of words.
        timeout_seconds: Of one request.
    """

    api_key: str = attrs.field(repr=False)
    transcription_model: str
    speech_model: str = ""
    voice: str = "alloy"
    base_url: str = ""
    times: bool = True
    timeout_seconds: float = 60.0


class OpenAiSpeech:
    """A `Transcriber` and `Speaker`; an asynchronous context, for it holds connections."""

    def __init__(self, settings: SpeechSettings) -> None:
        """Prepare; nothing is sent yet.

        Args:
            settings: Where speech is done.
        """
        # Importing the SDK takes a second: only those who speak pay.
        from openai import AsyncOpenAI

        self._settings = settings
        self._client: AsyncOpenAI = AsyncOpenAI(
            api_key=settings.api_key,
            base_url=settings.base_url or None,
            timeout=settings.timeout_seconds,
            max_retries=1,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def transcribe(self, clip: AudioClip, language: Language) -> Transcript:
        """Return what is said in a recording.

        Args:
            clip: The recording.
            language: What is spoken.

        Raises:
            SpeechFailed: The service gave nothing usable.
        """
        file = (f"answer.{clip.kind.value}", clip.data, clip.kind.media_type)
        model, hint = self._settings.transcription_model, _HINT[language]
        transcriptions = self._client.audio.transcriptions
        try:
            if not self._settings.times:
                plain = await transcriptions.create(
                    file=file, model=model, language=language.value, prompt=hint, response_format="json"
                )
                return Transcript(text=plain.text)
            timed = await transcriptions.create(
                file=file,
                model=model,
                language=language.value,
                prompt=hint,
                response_format="verbose_json",
                timestamp_granularities=["word"],
            )
        except Exception as error:
            raise SpeechFailed(failure_of(error)) from error
        words = tuple(
            SpokenWord(text=word.word, start_ms=_millis(word.start), end_ms=_millis(word.end))
            for word in timed.words or ()
        )
        return Transcript(text=timed.text, words=words, duration_ms=_millis(timed.duration))

    async def speak(self, text: str, language: Language) -> Speech:
        """Return a text as audio.

        Args:
            text: A question or an AI candidate's answer; cut where the service stops.
            language: Its language; the voice speaks every one.

        Raises:
            SpeechFailed: The service gave nothing usable.
        """
        del language
        try:
            reply = await self._client.audio.speech.create(
                input=text[:_LONGEST_SPOKEN],
                model=self._settings.speech_model,
                voice=self._settings.voice,
                response_format="mp3",
            )
        except Exception as error:
            raise SpeechFailed(failure_of(error)) from error
        return Speech(data=reply.content, media_type="audio/mpeg")


def failure_of(error: Exception) -> str:
    """Return our stable code for what the SDK raised; the one table of this adapter.

    Args:
        error: What was raised.
    """
    import openai

    table: tuple[tuple[type[Exception], str], ...] = (
        (openai.APITimeoutError, "timeout"),
        (openai.APIConnectionError, "connection"),
        (openai.RateLimitError, "rate_limited"),
        (openai.AuthenticationError, "refused_key"),
        (openai.PermissionDeniedError, "refused_key"),
        (openai.BadRequestError, "bad_audio"),
        (openai.UnprocessableEntityError, "bad_audio"),
        (openai.APIError, "service"),
    )
    return next((code for kind, code in table if isinstance(error, kind)), "service")


def _millis(seconds: float) -> Millis:
    return Millis(round(seconds * 1000))
