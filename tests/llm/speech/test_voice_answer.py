from __future__ import annotations

import asyncio

import pytest

from adapters.llm.speech.audio import AudioClip, AudioKind, AudioRefused
from adapters.llm.speech.openai_speech import HINT
from adapters.llm.speech.transcribing import NoSpeech, SpeechFailed, SpeechUnavailable
from adapters.llm.speech.transcript import Transcript
from adapters.llm.speech.voice_answer import hear
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language
from tests.llm.speech.recorded import WEBM
from tests.llm.speech.timed import spoken

WAV = b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40
KO = Language.KO


class Scripted:
    """A transcriber that hears one thing."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript

    async def transcribe(self, clip: AudioClip, language: Language) -> Transcript:
        assert clip.kind is AudioKind.WAV
        return self.transcript


def test_a_recording_becomes_an_answer_with_its_delivery() -> None:
    heard = spoken(("음,", 0, 300), ("저는", 400, 700), ("결제를", 720, 1_200), ("맡았습니다.", 1_250, 2_000))
    answer = asyncio.run(hear(Scripted(heard), WAV, KO))
    assert answer.text == "저는 결제를 맡았습니다."
    assert answer.said == "음, 저는 결제를 맡았습니다."
    assert answer.delivery is not None
    assert answer.delivery.fillers == (("음", 1),)


def test_a_service_without_times_gives_a_text_alone() -> None:
    answer = asyncio.run(hear(Scripted(Transcript(text="저는 결제를 맡았습니다.")), WAV, KO))
    assert answer.text == "저는 결제를 맡았습니다."
    assert answer.delivery is None


def test_a_transcript_is_cleaned_like_any_text() -> None:
    answer = asyncio.run(hear(Scripted(Transcript(text="저는\u200b 결제를\n맡았습니다.")), WAV, KO))
    assert answer.text == "저는 결제를 맡았습니다."


@pytest.mark.parametrize("text", ["", "...", "음, 어...", HINT[KO]])
def test_silence_is_no_answer(text: str) -> None:
    with pytest.raises(SpeechFailed) as caught:
        asyncio.run(hear(Scripted(Transcript(text=text)), WAV, KO))
    assert caught.value.code == "nothing_said"


def test_a_recording_that_is_too_long_is_sent_nowhere() -> None:
    with pytest.raises(AudioRefused) as caught:
        asyncio.run(hear(NoSpeech(), WEBM, KO, longest_ms=Millis(1_000)))
    assert caught.value.code == "too_long"


def test_a_strange_file_is_sent_nowhere() -> None:
    with pytest.raises(AudioRefused):
        asyncio.run(hear(NoSpeech(), b"not audio", KO))


def test_where_nothing_is_configured_it_is_said_in_both_languages() -> None:
    with pytest.raises(SpeechUnavailable) as caught:
        asyncio.run(hear(NoSpeech(), WAV, KO))
    assert "글로 입력해 주세요" in caught.value.told_in(KO)
    assert "type your answer" in caught.value.told_in(Language.EN)
    with pytest.raises(SpeechUnavailable):
        asyncio.run(NoSpeech().speak("질문입니다.", KO))
