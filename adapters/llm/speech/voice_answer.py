"""From a recording to an answer: what to submit, and how it was spoken."""

from __future__ import annotations

import attrs

from adapters.llm.defences.shown_text import shown_text
from adapters.llm.speech.audio import audio_clip
from adapters.llm.speech.delivery import Delivery, delivery
from adapters.llm.speech.fillers import without_fillers
from adapters.llm.speech.transcribing import SpeechFailed, Transcriber
from interview_engine.core.rules.texts import LONGEST_ANSWER
from interview_engine.vocabulary import Language


@attrs.frozen(kw_only=True)
class VoiceAnswer:
    """A spoken answer.

    Attributes:
        text: To be shown to the speaker, corrected and submitted; without fillers.
        said: Word for word, as the service heard it.
        delivery: How it was spoken; None where the service gives no times.
    """

    text: str
    said: str
    delivery: Delivery | None


async def hear(transcriber: Transcriber, data: bytes, language: Language) -> VoiceAnswer:
    """Return a recording as an answer.

    Args:
        transcriber: Turns it into text.
        data: An audio file: WebM, MP4 or WAV.
        language: What is spoken.

    Raises:
        AudioRefused: The file isn't heard.
        SpeechUnavailable: No service is configured.
        SpeechFailed: The service gave nothing usable, or nobody spoke.
    """
    transcript = await transcriber.transcribe(audio_clip(data), language)
    # A transcript is a stranger's text like any other.
    said = " ".join(shown_text(transcript.text, LONGEST_ANSWER).split())
    text = without_fillers(said, language)
    if not any(map(str.isalnum, text)):
        raise SpeechFailed("nothing_said")
    return VoiceAnswer(text=text, said=said, delivery=delivery(transcript, language))
