"""What an interview costs: `python -m benchmarks.llm.costs [PRESET] [LANGUAGE] [--write | --sizes]`.

The real prompts of whole interviews, with replies of the length that is asked for. A token is taken to be 1.6
Korean characters, or 4 of anything else (OpenAI's o200k vocabulary has 1.67 on our Korean). A prefix counts
as cached when the same one was sent before. `--write` keeps the tokens by task for `GET /api/costs/expected`;
`--sizes` plays rooms of other sizes too and compares what they cost with what was expected.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

import attrs

from adapters.llm.asking import Account, Asking, NoModelAnswered, Task
from adapters.llm.budgets.ledger import NO_LIMITS, Ledger
from adapters.llm.budgets.price import MICROS_PER_DOLLAR
from adapters.llm.calling.call import Call, Provider, Reply, Usage
from adapters.llm.calling.path import CallingPath
from adapters.llm.doing import doing_of
from adapters.llm.expecting import expected_cost, micros_of
from adapters.llm.meter import CostMeter
from adapters.llm.performer import Doing, LlmPerformer
from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.measuring import MEASURED_FILE, Measured, TaskTokens, drawn
from adapters.llm.routing.settings import Choice, Routing
from adapters.service.casting import Casting
from adapters.service.costs import Outline
from adapters.service.offline_performer import OfflinePerformer
from benchmarks.llm.playing import played
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect, WriteAnswer, WriteFeedback, WriteQuestion
from interview_engine.core.settings import Preset, Settings
from interview_engine.ids import Millis
from interview_engine.offline.interview import DEFAULT_PANEL, DEFAULT_RIVALS
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language
from tests.llm.wire.behaviour import Request
from tests.llm.wire.mind import interviewing, tokens
from tests.service.virtual_time import VirtualTimeLoop, now

KEYS: Final = dict.fromkeys(("OPENAI_API_KEY", "ANTHROPIC_API_KEY"), "a-key-of-no-provider")
SETS: Final = {
    "openai + anthropic": KEYS,
    "openai": {"OPENAI_API_KEY": KEYS["OPENAI_API_KEY"]},
    "anthropic": {"ANTHROPIC_API_KEY": KEYS["ANTHROPIC_API_KEY"]},
    "gemini": {"GEMINI_API_KEY": "a-key-of-no-provider"},
}
SIZES: Final = ((2, 3), (3, 3), (4, 1), (4, 3), (4, 5), (6, 3), (7, 3), (7, 5))
"""Candidates and interviewers."""
WRITTEN: Final[Mapping[type[Effect], Task]] = {
    WriteQuestion: Task.QUESTION,
    WriteAnswer: Task.ANSWER,
    WriteFeedback: Task.FEEDBACK,
}
THINKING: Final = 150
"""Tokens of thinking that each reply is taken to need at low effort: an assumption, not a measurement."""


class CountingProvider:
    """Replies fitly, and counts tokens as a provider would."""

    def __init__(self, seen: set[tuple[str, str]]) -> None:
        self._seen = seen

    async def call(self, call: Call) -> Reply:
        """Return a fit reply with its usage."""
        body: dict[str, object] = {"input": [call.room, call.turn], "schema": dict(call.schema)}
        said = interviewing(Request(path="", headers={}, body=body)).text
        used = (
            tokens(call.stable) + tokens(call.room) + tokens(call.turn) + tokens(json.dumps(body["schema"]))
        )
        cached = 0
        for prefix in (call.stable, call.stable + call.room):
            key = (call.model, prefix)
            cached = tokens(prefix) if key in self._seen else cached
            self._seen.add(key)
        usage = Usage(input_tokens=used, cached_tokens=cached, output_tokens=tokens(said) + THINKING)
        return Reply(text=said, usage=usage, model=call.model)

    async def close(self) -> None:
        """Hold nothing."""


@attrs.frozen
class _Opened:
    providers: Mapping[str, Provider]

    async def get(self, name: str) -> Provider:
        return self.providers[name]

    async def close(self) -> None:
        """Hold nothing."""


@attrs.frozen
class Played:
    """A whole interview's calls, and how many pieces of writing they were for."""

    meter: CostMeter
    pieces: Mapping[Task, int]


def _counted(doing: Doing, task: Task | None, pieces: Counter[Task]) -> Doing:
    """Return a doing that counts what models were asked to write."""

    async def done(asking: Asking, effect: Effect, account: Account, at: Millis) -> c.Report | None:
        try:
            report = await doing(asking, effect, account, at)
        except NoModelAnswered:
            _count(task, pieces)
            raise
        if report is not None:
            _count(task, pieces)
        return report

    return done


def _count(task: Task | None, pieces: Counter[Task]) -> None:
    if task is not None:
        pieces[task] += 1


async def _measured(
    routing: Routing, preset: Preset, language: Language, rivals: tuple[str, ...], panel: tuple[str, ...]
) -> Played:
    seen: set[tuple[str, str]] = set()
    providers = {name: CountingProvider(seen) for name in routing.providers}
    meter = CostMeter()
    path = CallingPath(routing, _Opened(providers), Ledger(NO_LIMITS, lambda: 0), meter=meter)
    casting = Casting(default_catalogue())
    pieces: Counter[Task] = Counter()
    doing = {
        kind: _counted(done, WRITTEN.get(kind), pieces)
        for kind, done in doing_of(lambda: casting.catalogue, routing).items()
    }
    performer = LlmPerformer(path, OfflinePerformer(casting, now), doing, now)
    await played(performer, Settings(preset=preset, language=language), "costs", rivals=rivals, panel=panel)
    return Played(meter, dict(pieces))


def measure(
    routing: Routing,
    preset: Preset,
    language: Language,
    rivals: tuple[str, ...] = DEFAULT_RIVALS,
    panel: tuple[str, ...] = DEFAULT_PANEL,
) -> Played:
    """Return what a whole interview's calls come to, played in virtual time."""
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(_measured(routing, preset, language, rivals, panel))


def by_task(played: Played) -> dict[Task, TaskTokens]:
    """Return an interview's tokens by task, one call for each piece of writing.

    The stand-in for a model writes much alike, and is sent back for it more than a model would be.
    """
    found: dict[Task, TaskTokens] = {}
    for (task, _), total in played.meter.totals().items():
        before = found.get(task, TaskTokens(calls=0, input=0, repeated=0, output=0))
        found[task] = TaskTokens(
            calls=before.calls + total.calls,
            input=before.input + total.usage.input_tokens,
            repeated=before.repeated + total.usage.cached_tokens,
            output=before.output + total.usage.output_tokens,
        )
    for task, pieces in played.pieces.items():
        if task in found:
            found[task] = _for_pieces(found[task], pieces)
    return found


def _for_pieces(tokens: TaskTokens, pieces: int) -> TaskTokens:
    share = pieces / tokens.calls
    return TaskTokens(
        calls=pieces,
        input=round(tokens.input * share),
        repeated=round(tokens.repeated * share),
        output=round(tokens.output * share),
    )


def dollars_of(routing: Routing, tasks: Mapping[Task, TaskTokens]) -> float:
    """Return what tasks' tokens cost with the models that would be asked first."""
    return sum(micros_of(routing, task, tokens) or 0 for task, tokens in tasks.items()) / MICROS_PER_DOLLAR


def write(today: dt.date) -> None:
    """Measure every preset in both languages, and keep the tokens."""
    MEASURED_FILE.write_text(
        drawn(
            Measured(
                dated=today,
                candidates=1 + len(DEFAULT_RIVALS),
                interviewers=len(DEFAULT_PANEL),
                several=_all_presets("openai + anthropic"),
                alone=_all_presets("openai"),
            )
        )
    )


def _all_presets(keys: str) -> dict[Preset, dict[Language, dict[Task, TaskTokens]]]:
    routing = _routing(keys)
    return {
        preset: {language: by_task(measure(routing, preset, language)) for language in Language}
        for preset in Preset
    }


def _routing(keys: str) -> Routing:
    routing = load_routing(SETS[keys])
    assert routing is not None, "there are keys"
    return routing


def sizes(preset: Preset, language: Language) -> None:
    """Print what rooms of other sizes cost, beside what was expected of them."""
    catalogue = default_catalogue()
    rivals = tuple(str(persona.id) for persona in catalogue.candidates)
    interviewers = tuple(str(persona.id) for persona in catalogue.interviewers)
    print("keys | candidates | interviewers | US dollars | expected")
    for keys in ("openai + anthropic", "openai"):
        for many, panel in SIZES:
            routing = _routing(keys)
            tasks = by_task(measure(routing, preset, language, rivals[: many - 1], interviewers[:panel]))
            dollars = dollars_of(routing, tasks)
            outline = Outline(preset=preset, candidates=many, interviewers=panel, language=language)
            expected = expected_cost(routing, outline).usd
            print(f"{keys} | {many} | {panel} | {dollars:.3f} | {expected:.3f}", flush=True)


def main(presets: tuple[Preset, ...], languages: tuple[Language, ...]) -> None:
    """Print what presets cost with each set of keys, and the tasks of the standard one."""
    print("keys | preset | language | calls | input | of it repeated | output | US dollars")
    for name in SETS:
        routing = _routing(name)
        for preset in presets:
            for language in languages:
                meter = measure(routing, preset, language).meter
                totals = meter.totals()
                usage = sum((total.usage for total in totals.values()), Usage())
                calls = sum(total.calls for total in totals.values())
                dollars = sum(total.micros for total in totals.values()) / 1_000_000
                share = usage.cached_tokens / usage.input_tokens
                print(
                    f"{name} | {preset.value} | {language.value} | {calls} | {usage.input_tokens:,} | "
                    f"{share:.0%} | {usage.output_tokens:,} | {dollars:.3f}",
                    flush=True,
                )
                if preset is Preset.STANDARD and language is Language.KO and name in list(SETS)[:1]:
                    _tasks(meter)


def _tasks(meter: CostMeter) -> None:
    lines: dict[tuple[Task, Choice], str] = defaultdict(str)
    for (task, choice), total in meter.totals().items():
        lines[task, choice] = (
            f"  {task.value} | {choice} | {total.calls} calls ({total.failed} failed) | "
            f"{total.usage.input_tokens:,} in | {total.usage.output_tokens:,} out | "
            f"${total.micros / 1_000_000:.4f}"
        )
    print("\n".join(lines.values()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("preset", nargs="?", type=Preset)
    parser.add_argument("language", nargs="?", type=Language)
    parser.add_argument("--write", action="store_true", help="keep the tokens by task")
    parser.add_argument("--sizes", action="store_true", help="compare other sizes with what was expected")
    arguments = parser.parse_args()
    if arguments.write:
        write(dt.datetime.now(dt.UTC).date())
    elif arguments.sizes:
        sizes(arguments.preset or Preset.STANDARD, arguments.language or Language.KO)
    else:
        main(
            (arguments.preset,) if arguments.preset else tuple(Preset),
            (arguments.language,) if arguments.language else tuple(Language),
        )
