"""Asks every configured model that hears or speaks once: latency, cost, and whether it says times."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator
from typing import Final

import attrs

from adapters.llm.asking import SPEECH, Task
from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.routing.settings import Choice, ModelSettings, Routing
from adapters.llm.speech.audio import AudioClip, audio_clip
from adapters.llm.speech.openai_speech import OpenAiSpeech
from adapters.llm.speech.sound import mp3_seconds
from adapters.llm.speech.speech_path import OpensSpeech
from interview_engine.vocabulary import Language

PATIENCE_S: Final = 30.0
_HERTZ: Final = 16_000
_SECONDS: Final = 1
_SAID: Final = "안녕하세요. 면접을 시작하겠습니다."


@attrs.frozen(kw_only=True)
class SoundChecked:
    """What was found of one model.

    Attributes:
        choice, task: Which, and what it is used for.
        failure: Why it can't be used; None when it can.
        detail: The provider's own word for it.
        latency_ms, micros: How long the call took, and what it cost in millionths of a US dollar.
        priced: Whether its price is known.
        times: It took the question when each word was said.
    """

    choice: Choice
    task: Task
    failure: FailureKind | None = None
    detail: str = ""
    latency_ms: int = 0
    micros: int = 0
    priced: bool = True
    times: bool = False


async def check_sound(routing: Routing, providers: OpensSpeech) -> AsyncIterator[SoundChecked]:
    """Yield what is found of each model that hears or speaks; calls are not counted against any budget.

    One that hears is sent a second of silence: what it makes of that says only that it can be reached.

    Args:
        routing: Which models there are.
        providers: Opens them.
    """
    for task in SPEECH:
        for choice in routing.route(task).models:
            yield await _checked(task, choice, routing.models[choice], providers)


async def _checked(task: Task, choice: Choice, model: ModelSettings, providers: OpensSpeech) -> SoundChecked:
    found = SoundChecked(choice=choice, task=task, priced=model.price.known, times=model.times)
    loop = asyncio.get_running_loop()
    began = loop.time()
    try:
        provider = await providers.get(choice.provider)
        began = loop.time()
        async with asyncio.timeout(PATIENCE_S):
            seconds = await _used(task, choice, model, provider)
    except TimeoutError:
        return attrs.evolve(found, failure=FailureKind.TIMED_OUT)
    except CallFailed as failed:
        return attrs.evolve(found, failure=failed.kind, detail=failed.detail)
    except Exception as error:  # noqa: BLE001 -- a missing SDK or a bad address is a finding
        return attrs.evolve(found, failure=FailureKind.BAD_REQUEST, detail=type(error).__name__)
    return attrs.evolve(
        found,
        latency_ms=round((loop.time() - began) * 1000),
        micros=model.price.micros_of_sound(seconds),
    )


async def _used(task: Task, choice: Choice, model: ModelSettings, provider: OpenAiSpeech) -> float:
    if task is Task.TRANSCRIBE:
        await provider.transcribe(
            silence(), Language.KO, choice.model, times=model.times, timeout_s=PATIENCE_S
        )
        return _SECONDS
    speech = await provider.speak(_SAID, choice.model, voice=model.voice, timeout_s=PATIENCE_S)
    return mp3_seconds(speech.data) or len(_SAID) / 3


def silence() -> AudioClip:
    """Return a second in which nobody speaks, as a WAV file."""
    data = bytes(2 * _HERTZ * _SECONDS)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, _HERTZ, 2 * _HERTZ, 2, 16)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(data)) + data
    return audio_clip(struct.pack("<4sI", b"RIFF", len(body)) + body)
