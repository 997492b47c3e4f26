"""From a recording to an answer: what to submit, and how it was spoken."""

from __future__ import annotations

import attrs

from adapters.llm.defences.shown_text import shown_text
from adapters.llm.speech.audio import LONGEST_MS, AudioRefused, audio_clip
from adapters.llm.speech.delivery import Delivery, delivery, rough_delivery
from adapters.llm.speech.fillers import without_fillers
from adapters.llm.speech.length import length_ms
from adapters.llm.speech.openai_speech import HINT
from adapters.llm.speech.transcribing import SpeechFailed, Transcriber
from interview_engine.core.rules.texts import LONGEST_ANSWER
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language


@attrs.frozen(kw_only=True)
class VoiceAnswer:
    """A spoken answer.

    Attributes:
        text: To be shown to the speaker, corrected and submitted; without fillers.
        said: Word for word, as the service heard it.
        delivery: How it was spoken; None where nobody knows how long it took.
        length_ms: Of the recording; 0 where nobody knows.
    """

    text: str
    said: str
    delivery: Delivery | None
    length_ms: Millis = Millis(0)


async def hear(
    transcriber: Transcriber, data: bytes, language: Language, *, longest_ms: Millis = LONGEST_MS
) -> VoiceAnswer:
    """Return a recording as an answer.

    Args:
        transcriber: Turns it into text.
        data: An audio file: WebM, MP4, WAV or Ogg.
        language: What is spoken.
        longest_ms: Longer recordings are refused before anybody is asked.

    Raises:
        AudioRefused: The file isn't heard.
        SpeechUnavailable: No service is configured.
        SpeechFailed: No service gave anything usable, or nobody spoke.
    """
    clip = audio_clip(data)
    clip = attrs.evolve(clip, length_ms=length_ms(clip))
    if clip.length_ms is not None and clip.length_ms > longest_ms:
        raise AudioRefused("too_long")
    transcript = await transcriber.transcribe(clip, language)
    # A transcript is a stranger's text like any other.
    said = " ".join(shown_text(transcript.text, LONGEST_ANSWER).split())
    text = without_fillers(said, language)
    # Some models repeat what they were shown when they hear nothing.
    if not any(map(str.isalnum, text)) or said in HINT[language]:
        raise SpeechFailed("nothing_said")
    length = transcript.duration_ms or clip.length_ms or Millis(0)
    spoken = delivery(transcript, language) or rough_delivery(said, length, language)
    return VoiceAnswer(text=text, said=said, delivery=spoken, length_ms=length)
