"""The one path of every call with sound: budget, breaker, call within its time, again, next model.

It keeps the same books as the path of prompts, but breakers of its own: who can't hear may well write.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from functools import partial
from math import ceil
from typing import Final, Protocol, TypeVar

import attrs

from adapters.llm.asking import SPEECH, Account, Task
from adapters.llm.budgets.ledger import BudgetExhausted, Ledger
from adapters.llm.calling.breaker import LONG_REST_S, Breaker
from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.calling.job import OnToTheNext
from adapters.llm.calling.metering import CallMeter, NoMeter
from adapters.llm.calling.path import SHARE, SHORTEST_S, TRIES, wait_to_try_again
from adapters.llm.routing.settings import Choice, ModelSettings, Routing
from adapters.llm.speech.audio import LONGEST_MS, AudioClip
from adapters.llm.speech.openai_speech import LONGEST_SPOKEN, OpenAiSpeech
from adapters.llm.speech.paying import PaidSound, SoundCall
from adapters.llm.speech.sound import mp3_seconds
from adapters.llm.speech.transcribing import Speech, SpeechFailed, SpeechUnavailable
from adapters.llm.speech.transcript import Transcript
from interview_engine.vocabulary import Language

T = TypeVar("T")

SLOWEST_A_SECOND: Final = 3
"""Characters that even a slow voice reads in a second: for so long sound is reserved."""
_BAD_RECORDING: Final = (FailureKind.BAD_REQUEST, FailureKind.TOO_LONG)


class OpensSpeech(Protocol):
    """Finds providers of sound by name."""

    async def get(self, name: str) -> OpenAiSpeech:
        """Return a provider, opened."""

    async def close(self) -> None:
        """Let go of all connections."""


@attrs.frozen(kw_only=True)
class _Wish(SoundCall[T]):
    """What is asked for, whichever model is asked.

    Attributes:
        call: Asks one provider for it, within seconds.
    """

    call: Callable[[OpenAiSpeech, Choice, ModelSettings, float], Coroutine[object, object, T]]


class SpeechPath:
    """Asks models that hear and speak. One per process and event loop."""

    def __init__(
        self,
        routing: Routing,
        providers: OpensSpeech,
        ledger: Ledger,
        *,
        meter: CallMeter | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """Prepare.

        Args:
            routing: Which models do which task.
            providers: Opens them.
            ledger: The budgets.
            meter: Is told of every call.
            jitter: Chance from 0 to 1, so that waits differ.
        """
        self.routing = routing
        self._providers = providers
        self._paid = PaidSound(ledger, meter or NoMeter())
        self._jitter = jitter
        self._breakers = {name: Breaker() for name in routing.providers}
        self._at_task = {task: asyncio.Semaphore(routing.route(task).at_once) for task in SPEECH}

    def paid_by(self, account: Account) -> PaidSpeech:
        """Return a `Transcriber` and `Speaker` that one account pays for."""
        return PaidSpeech(self, account)

    def providers_of(self, task: Task) -> tuple[str, ...]:
        """Return the names of those who may be asked, in their order; empty where a task is switched off."""
        return tuple(dict.fromkeys(choice.provider for choice in self.routing.route(task).models))

    async def close(self) -> None:
        """Let go of all connections."""
        await self._providers.close()

    async def ask(self, wish: _Wish[T]) -> T:
        """Return what the first model gives that gives anything.

        Raises:
            SpeechUnavailable: No model is configured.
            SpeechFailed: None gave anything in time.
        """
        route = self.routing.route(wish.task)
        if not route.models:
            raise SpeechUnavailable
        deadline = _now() + route.seconds
        reasons: list[str] = []
        failures: list[OnToTheNext] = []
        for place, choice in enumerate(route.models):
            left = deadline - _now()
            if left < SHORTEST_S:
                reasons.append(f"{choice}=out_of_time")
                break
            last = place == len(route.models) - 1
            try:
                return await self._with(
                    choice, wish, deadline if last else _now() + max(SHORTEST_S, SHARE * left)
                )
            except OnToTheNext as given_up:
                failures.append(given_up)
                reasons.append(f"{choice}={given_up.reason}")
        raise SpeechFailed(_code(failures), tuple(reasons))

    async def _with(self, choice: Choice, wish: _Wish[T], until: float) -> T:
        """Ask one model, again after passing trouble."""
        tries = 0
        while True:
            tries += 1
            try:
                return await self._once(choice, wish, until)
            except CallFailed as failed:
                if not failed.consequence.again or tries >= TRIES:
                    raise OnToTheNext(failed) from failed
                await wait_to_try_again(failed, tries, until, self._jitter())

    async def _once(self, choice: Choice, wish: _Wish[T], until: float) -> T:
        breaker = self._breakers[choice.provider]
        pause = breaker.pause(_now())
        if pause and _now() + pause + SHORTEST_S <= until:
            await asyncio.sleep(pause)
        model = self.routing.models[choice]
        try:
            async with asyncio.timeout_at(until), self._at_task[wish.task]:
                provider = await self._opened(choice.provider)
                left = until - _now()
                if left < SHORTEST_S:
                    raise OnToTheNext("out_of_time")
                if not breaker.lets_through(_now()):
                    raise OnToTheNext("resting")
                work = partial(wish.call, provider, choice, model, left)
                return await self._paid.make(wish, work, breaker, choice, model, left)
        except BudgetExhausted as exhausted:
            raise OnToTheNext(exhausted) from exhausted
        except TimeoutError as error:
            raise OnToTheNext("out_of_time") from error

    async def _opened(self, name: str) -> OpenAiSpeech:
        try:
            return await self._providers.get(name)
        except Exception as error:
            # Its SDK is missing, or does not take the address: nothing that time would mend.
            self._breakers[name].rest(_now() + LONG_REST_S)
            raise OnToTheNext(f"cannot_open:{type(error).__name__}") from error


class PaidSpeech:
    """A `Transcriber` and `Speaker` that one account pays for."""

    def __init__(self, path: SpeechPath, account: Account) -> None:
        """Prepare.

        Args:
            path: Makes the calls.
            account: Who pays.
        """
        self._path = path
        self._account = account

    async def transcribe(self, clip: AudioClip, language: Language) -> Transcript:
        """Return what is said in a recording: see `Transcriber.transcribe`."""

        async def call(
            provider: OpenAiSpeech, choice: Choice, model: ModelSettings, left_s: float
        ) -> Transcript:
            return await provider.transcribe(
                clip, language, choice.model, times=model.times, timeout_s=left_s
            )

        most_ms = LONGEST_MS if clip.length_ms is None else clip.length_ms
        return await self._path.ask(
            _Wish(
                task=Task.TRANSCRIBE,
                account=self._account,
                most_s=max(1, ceil(most_ms / 1000)),
                seconds_of=lambda found: found.duration_ms / 1000 or None,
                call=call,
            )
        )

    async def speak(self, text: str, language: Language) -> Speech:
        """Return a text as sound: see `Speaker.speak`; every voice speaks every language."""
        del language

        async def call(provider: OpenAiSpeech, choice: Choice, model: ModelSettings, left_s: float) -> Speech:
            return await provider.speak(text, choice.model, voice=model.voice, timeout_s=left_s)

        return await self._path.ask(
            _Wish(
                task=Task.SPEAK,
                account=self._account,
                most_s=max(1, ceil(min(len(text), LONGEST_SPOKEN) / SLOWEST_A_SECOND)),
                seconds_of=lambda found: mp3_seconds(found.data),
                call=call,
            )
        )


def _code(failures: list[OnToTheNext]) -> str:
    if failures and all(isinstance(one.__cause__, BudgetExhausted) for one in failures):
        return "spent"
    causes = [one.__cause__ for one in failures]
    told = [cause.kind for cause in causes if isinstance(cause, CallFailed)]
    # A service that is configured wrongly refuses every recording; one that hears others refuses this one.
    return "bad_recording" if told and all(kind in _BAD_RECORDING for kind in told) else "no_service"


def _now() -> float:
    return asyncio.get_running_loop().time()
