"""What an interview costs: `python -m benchmarks.llm.costs [PRESET] [LANGUAGE]`.

The real prompts of whole interviews, with replies of the length that is asked for. A token is taken to be 1.6
Korean characters, or 4 of anything else (OpenAI's o200k vocabulary has 1.67 on our Korean). A prefix counts
as cached when the same one was sent before.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import attrs

from adapters.llm.asking import Task
from adapters.llm.budgets.ledger import NO_LIMITS, Ledger
from adapters.llm.calling.call import Call, Provider, Reply, Usage
from adapters.llm.calling.path import CallingPath
from adapters.llm.doing import doing_of
from adapters.llm.meter import CostMeter
from adapters.llm.performer import LlmPerformer
from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.settings import Choice, Routing
from adapters.service.casting import Casting
from adapters.service.offline_performer import OfflinePerformer
from benchmarks.llm.playing import played
from interview_engine.core.settings import Preset, Settings
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


async def _measured(routing: Routing, preset: Preset, language: Language) -> CostMeter:
    seen: set[tuple[str, str]] = set()
    providers = {name: CountingProvider(seen) for name in routing.providers}
    meter = CostMeter()
    path = CallingPath(routing, _Opened(providers), Ledger(NO_LIMITS, lambda: 0), meter=meter)
    casting = Casting(default_catalogue())
    doing = doing_of(lambda: casting.catalogue, routing)
    performer = LlmPerformer(path, OfflinePerformer(casting, now), doing, now)
    await played(performer, Settings(preset=preset, language=language), "costs")
    return meter


def main(presets: tuple[Preset, ...], languages: tuple[Language, ...]) -> None:
    """Print what presets cost with each set of keys, and the tasks of the standard one."""
    print("keys | preset | language | calls | input | of it repeated | output | US dollars")
    for name, keys in SETS.items():
        routing = load_routing(keys)
        assert routing is not None
        for preset in presets:
            for language in languages:
                with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
                    meter = runner.run(_measured(routing, preset, language))
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
    by_task: dict[tuple[Task, Choice], str] = defaultdict(str)
    for (task, choice), total in meter.totals().items():
        by_task[task, choice] = (
            f"  {task.value} | {choice} | {total.calls} calls ({total.failed} failed) | "
            f"{total.usage.input_tokens:,} in | {total.usage.output_tokens:,} out | "
            f"${total.micros / 1_000_000:.4f}"
        )
    print("\n".join(by_task.values()))


if __name__ == "__main__":
    _, *words = sys.argv
    main(
        (Preset(words[0]),) if words else tuple(Preset),
        (Language(words[1]),) if len(words) > 1 else tuple(Language),
    )
