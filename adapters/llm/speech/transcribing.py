"""The ports for speech: one Protocol each way, and what can go wrong.

SpeechError
├── SpeechUnavailable     no service is configured: the answer has to be typed
└── SpeechFailed          the services were asked, or could not be, and gave nothing usable
"""

from __future__ import annotations

from typing import Final, Protocol

import attrs

from adapters.llm.speech.audio import AudioClip
from adapters.llm.speech.transcript import Transcript
from interview_engine.vocabulary import Bilingual, Language

UNAVAILABLE: Final = Bilingual(
    ko=(
        "음성 답변은 음성 인식 서비스를 설정해야 쓸 수 있습니다. "
        "지금은 설정되어 있지 않으니 답변을 글로 입력해 주세요."
    ),
    en="Spoken answers need a transcription service, and none is configured here. Please type your answer.",
)
"""What a person is told where speech is not available."""


class SpeechError(Exception):
    """Root of what goes wrong with speech."""


class SpeechUnavailable(SpeechError):
    """No service is configured."""

    def told_in(self, language: Language) -> str:
        """Return what to tell the person.

        Args:
            language: The language to say it in.
        """
        return UNAVAILABLE.spoken_in(language)


class SpeechFailed(SpeechError):
    """No service gave anything usable.

    Attributes:
        code: Stable reason: "spent", "bad_recording", "no_service" or "nothing_said".
        reasons: Of each attempt, in order, "provider:model=reason".
    """

    def __init__(self, code: str, reasons: tuple[str, ...] = ()) -> None:
        """Remember why.

        Args:
            code: Stable reason.
            reasons: Of each attempt, in order.
        """
        super().__init__(code, reasons)
        self.code = code
        self.reasons = reasons

    def __str__(self) -> str:
        return f"{self.code} ({', '.join(self.reasons)})" if self.reasons else self.code


class Transcriber(Protocol):
    """Turns recordings into text."""

    async def transcribe(self, clip: AudioClip, language: Language) -> Transcript:
        """Return what is said in a recording.

        Args:
            clip: The recording.
            language: What is spoken.

        Raises:
            SpeechUnavailable: No service is configured.
            SpeechFailed: No service gave anything usable.
        """


@attrs.frozen(kw_only=True)
class Speech:
    """A text read aloud."""

    data: bytes = attrs.field(repr=False)
    media_type: str


class Speaker(Protocol):
    """Reads texts aloud."""

    async def speak(self, text: str, language: Language) -> Speech:
        """Return a text as audio.

        Args:
            text: A question or an AI candidate's answer.
            language: Its language.

        Raises:
            SpeechUnavailable: No service is configured.
            SpeechFailed: No service gave anything usable.
        """


class NoSpeech:
    """A `Transcriber` and `Speaker` for where nothing is configured: it says so."""

    async def transcribe(self, clip: AudioClip, language: Language) -> Transcript:
        """Refuse.

        Raises:
            SpeechUnavailable: Always.
        """
        del clip, language
        raise SpeechUnavailable

    async def speak(self, text: str, language: Language) -> Speech:
        """Refuse.

        Raises:
            SpeechUnavailable: Always.
        """
        del text, language
        raise SpeechUnavailable
