"""How long a person waits for language models: `python -m benchmarks.llm.waiting [INTERVIEWS PER PRESET]`.

Whole interviews through the real service and the real calling path, in virtual time. The providers' latency
is drawn from a distribution with a median of 4 s and a 99th percentile of 30 s; 2 % of the calls fail. The
ideal schedule is the same interview with providers that answer at once; the bound is what an ideal scheduler
would make a person wait with the latencies as they are.
"""

from __future__ import annotations

import asyncio
import math
import random
import statistics
import sys
from collections.abc import Mapping
from typing import Final

import attrs

from adapters.llm.asking import Account, Asking, Prompt, Task
from adapters.llm.budgets.ledger import NO_LIMITS, Ledger
from adapters.llm.budgets.price import Price
from adapters.llm.calling.call import Call, Provider, Reply, Usage
from adapters.llm.calling.failures import CallFailed, FailureKind
from adapters.llm.calling.path import CallingPath
from adapters.llm.doing import SAME_FOR_ALL
from adapters.llm.performer import WITH_CONTENT, Doing, LlmPerformer
from adapters.llm.routing.settings import (
    Choice,
    ModelSettings,
    ProviderKind,
    ProviderSettings,
    Routing,
    TaskRoute,
)
from adapters.service.casting import Casting
from adapters.service.offline_performer import OfflinePerformer
from benchmarks.llm.playing import ME, played
from benchmarks.llm.waiting_bound import Latency, least_waits
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)
from interview_engine.core.log import Record
from interview_engine.core.settings import Preset, Settings
from interview_engine.ids import Millis
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.testing.stub_performer import perform_stub
from tests.service.virtual_time import VirtualTimeLoop, now

MEDIAN_S: Final = 4.0
P99_S: Final = 30.0
FAILURES: Final = 0.02
_SIGMA: Final = math.log(P99_S / MEDIAN_S) / 2.326
_SECONDS: Final = {Task.QUESTION: 18.0, Task.ANSWER: 24.0}
_TASKS: Final = {
    WriteQuestion: Task.QUESTION,
    WriteAnswer: Task.ANSWER,
    JudgeAnswer: Task.JUDGE,
    ComparePair: Task.COMPARE,
    WriteFeedback: Task.FEEDBACK,
}


@attrs.frozen(kw_only=True)
class Nothing:
    """A reply without content: the stubs bring it."""


@attrs.frozen(kw_only=True)
class Waited:
    """What one interview came to, in seconds.

    Attributes:
        turns: For every turn: how long its question and its AI candidate's answer were waited for.
        deliberation: From the last answer to the end.
        total: From the start to the end.
        offline: Pieces that were done offline.
        pieces: All pieces.
        bound: Of an ideal interview: how long an ideal scheduler would have every turn waited for.
    """

    turns: tuple[float, ...]
    deliberation: float
    total: float
    offline: int
    pieces: int
    bound: tuple[float, ...] = ()


class SlowProvider:
    """Answers after a drawn time, and sometimes not."""

    def __init__(self, seed: str, *, slow: bool) -> None:
        self._chance = random.Random(seed)
        self._slow = slow

    async def call(self, call: Call) -> Reply:
        """Return a reply without content, in its own time."""
        if self._slow:
            fails = self._chance.random() < FAILURES
            await asyncio.sleep(_drawn(self._chance))
            if fails:
                raise CallFailed(FailureKind.OVERLOADED)
        return Reply(text="{}", usage=Usage(input_tokens=1_500, output_tokens=300), model=call.model)

    async def close(self) -> None:
        """Hold nothing."""


def _drawn(chance: random.Random) -> float:
    """Return how long a call takes, in seconds."""
    return chance.lognormvariate(math.log(MEDIAN_S), _SIGMA)


def latencies(seed: str) -> Latency:
    """Return how long the work of an effect takes by itself: a failed call and its repetition, up to its end.

    Args:
        seed: Of the latencies.
    """

    def takes(effect_id: str) -> float:
        chance = random.Random(f"{seed}/{effect_id}")
        total = _drawn(chance)
        while chance.random() < FAILURES:
            total += _drawn(chance)
        return min(total, _SECONDS[Task(effect_id.partition(":")[0])])

    return takes


@attrs.frozen
class _Opened:
    providers: Mapping[str, Provider]

    async def get(self, name: str) -> Provider:
        return self.providers[name]

    async def close(self) -> None:
        """Hold nothing."""


def routing(*names: str) -> Routing:
    """Return a table with one model for each of these providers, as the shipped one has."""
    models = tuple(Choice(provider=name, model="m") for name in names)
    return Routing(
        providers={name: ProviderSettings(name=name, kind=ProviderKind.OPENAI, at_once=16) for name in names},
        models={choice: ModelSettings(family=choice.provider, price=Price()) for choice in models},
        tasks={task: TaskRoute(models=models, seconds=_SECONDS.get(task, 40.0)) for task in Task},
    )


def _doing() -> dict[type[Effect], Doing]:
    async def ask(asking: Asking, effect: Effect, account: Account, at: Millis) -> c.Report | None:
        if isinstance(effect, WriteQuestion) and effect.kind in SAME_FOR_ALL:
            return None
        prompt = Prompt(version="bench/1", stable="", turn=str(effect.effect_id))
        asked = await asking.ask(_TASKS[type(effect)], prompt, Nothing, budget=account)
        report = perform_stub(effect, at)
        assert isinstance(report, WITH_CONTENT), "a stub always writes something"
        return attrs.evolve(report, provenance=asked.provenance)

    return dict.fromkeys(_TASKS, ask)


def interview(preset: Preset, seed: str, *, slow: bool, names: tuple[str, ...], skips: bool) -> Waited:
    """Play one interview in virtual time, and return how long was waited.

    Args:
        preset: Which plan.
        seed: The room's, and the latencies'.
        slow: Whether the providers take their time.
        names: The providers.
        skips: Whether the person skips every speech after 5 s.
    """
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        log = runner.run(_play(preset, seed, slow=slow, names=names, skips=skips))
    bound = () if slow else least_waits(log, latencies(seed), frozenset({ME}))
    return attrs.evolve(_waited(log), bound=bound)


async def _play(
    preset: Preset, seed: str, *, slow: bool, names: tuple[str, ...], skips: bool
) -> tuple[Record, ...]:
    table = routing(*names)
    providers = {name: SlowProvider(f"{seed}/{name}", slow=slow) for name in names}
    path = CallingPath(
        table, _Opened(providers), Ledger(NO_LIMITS, lambda: 0), jitter=random.Random(seed).random
    )
    casting = Casting(default_catalogue())
    performer = LlmPerformer(path, OfflinePerformer(casting, now), _doing(), now)
    return await played(performer, Settings(preset=preset), seed, skips=skips)


def _waited(log: tuple[Record, ...]) -> Waited:
    turns: list[float] = []
    asked = closed = opened = deliberating = began = 0
    question = 0.0
    offline = pieces = 0
    for record in log:
        event, at = record.event, record.at
        made = getattr(event, "provenance", None)
        if made is not None:
            pieces, offline = pieces + 1, offline + made.offline
        match event:
            case e.InterviewStarted():
                began = closed = at
            case e.RoundClosed():
                closed = at
            case e.RoundOpened():
                question = (at - closed) / 1000
            case e.TurnOpened():
                opened, asked = at, asked + 1
                turns.append(question)
                question = 0.0
            case e.SpeechStarted():
                turns[-1] += (at - opened) / 1000
            case e.DeliberationBegan():
                deliberating = at
            case _:
                pass
    end = log[-1].at
    assert asked == len(turns)
    return Waited(
        turns=tuple(turns),
        deliberation=(end - deliberating) / 1000,
        total=(end - began) / 1000,
        offline=offline,
        pieces=pieces,
    )


def _percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def _within(waits: list[float]) -> float:
    """Return the share of waits that nobody minds."""
    return sum(wait <= 2 for wait in waits) / len(waits)


def main(interviews: int) -> None:
    """Print the table."""
    print(f"{interviews} interviews each; latency p50 {MEDIAN_S:g} s, p99 {P99_S:g} s, {FAILURES:.0%} fail")
    head = (
        "preset",
        "person",
        "models",
        "turns",
        "p50",
        "p95",
        "p99",
        "≤2 s",
        "total wait",
        "end",
        "bound p95",
        "bound ≤2 s",
        "bound total",
        "ideal",
        "offline",
    )
    print(" | ".join(head))
    for names in (("a", "b"), ("a",)):
        for skips in (False, True):
            for preset in Preset:
                _row(preset, interviews, names, skips=skips)


def _row(preset: Preset, interviews: int, names: tuple[str, ...], *, skips: bool) -> None:
    played = [
        interview(preset, f"{preset.value}-{number}", slow=True, names=names, skips=skips)
        for number in range(interviews)
    ]
    ideal = [
        interview(preset, f"{preset.value}-{number}", slow=False, names=names, skips=skips)
        for number in range(interviews)
    ]
    waits = [wait for one in played for wait in one.turns]
    bound = [wait for one in ideal for wait in one.bound]
    cells = (
        preset.value,
        "skips" if skips else "listens",
        str(len(names)),
        str(len(waits)),
        *(f"{_percentile(waits, share):.1f} s" for share in (0.5, 0.95, 0.99)),
        f"{_within(waits):.1%}",
        f"{statistics.mean(sum(one.turns) for one in played):.0f} s",
        f"{statistics.mean(one.deliberation for one in played):.0f} s",
        f"{_percentile(bound, 0.95):.1f} s",
        f"{_within(bound):.1%}",
        f"{statistics.mean(sum(one.bound) for one in ideal):.0f} s",
        f"{statistics.mean(one.total for one in ideal) / 60:.1f} min",
        f"{sum(one.offline for one in played) / sum(one.pieces for one in played):.1%}",
    )
    print(" | ".join(cells), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
