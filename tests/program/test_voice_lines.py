"""What a starting server says about voice."""

from __future__ import annotations

import pytest

from adapters.llm.routing.loading import load_routing
from adapters.program.language_models import NO_MODELS, ChosenModels, model_lines, voice_lines
from adapters.program.texts import program_texts
from interview_engine.vocabulary import Language

KEY = "sk-test-0123456789abcdef"


def chosen(**variables: str) -> ChosenModels:
    routing = load_routing(variables)
    assert routing is not None
    return ChosenModels(routing=routing)


@pytest.mark.parametrize(
    "models",
    [
        NO_MODELS,
        chosen(ANTHROPIC_API_KEY=KEY),
        chosen(OPENAI_API_KEY=KEY, INTERVIEW_ENGINE_LLM_TRANSCRIBE="off"),
    ],
)
def test_without_a_model_that_hears_it_says_that_voice_is_not_there_offline(models: ChosenModels) -> None:
    (korean,) = voice_lines(models, program_texts(Language.KO))
    (english,) = voice_lines(models, program_texts(Language.EN))
    assert "꺼짐" in korean
    assert "오프라인" in korean
    assert "not available offline" in english


def test_with_a_key_it_names_who_hears_and_who_reads_aloud() -> None:
    models = chosen(OPENAI_API_KEY=KEY, INTERVIEW_ENGINE_LLM_SPEAK="openai:gpt-4o-mini-tts")
    hears, speaks = voice_lines(models, program_texts(Language.KO))
    assert "켜짐 (openai:whisper-1 → openai:gpt-transcribe)" in hears
    assert "openai:gpt-4o-mini-tts" in speaks
    assert KEY not in hears + speaks


def test_what_hears_is_not_told_among_those_that_write() -> None:
    models = chosen(
        INTERVIEW_ENGINE_LLM_SPEECH_BASE_URL="http://localhost:8001/v1",
        INTERVIEW_ENGINE_LLM_TRANSCRIBE="speech:whisper",
    )
    assert models.routing is not None
    assert model_lines(models.routing, program_texts(Language.KO)) == ()
