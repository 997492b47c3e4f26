"""`llm check`: call each configured model once and say what it can do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click
from rich.text import Text

from adapters.program.language_models import chosen_models, voice_lines
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.options import make_command
from adapters.terminal.screen.cost_line import dollars
from adapters.terminal.texts import Texts

if TYPE_CHECKING:
    from adapters.llm.checking import ModelChecked
    from adapters.llm.routing.settings import Routing
    from adapters.llm.speech.checking import SoundChecked

ACTIONS = ("check",)


def command(texts: Texts, words: ProgramTexts) -> click.Command:
    """Return the command."""
    action = click.Argument(["action"], type=click.Choice(ACTIONS))
    return make_command("llm", run, texts, words.llm, action)


def run(program: Program, action: str) -> int:
    """Check the models; return 0 when all of them can be used, else 1."""
    assert action in ACTIONS, "click takes no other"
    words = program_texts(program.language)
    chosen = chosen_models(program)
    console = program.console()
    if chosen.routing is None:
        raise Failure("\n".join(chosen.lines) or words.llm_none, words.hint_llm_none)
    for line in (*chosen.lines, *voice_lines(chosen, words)):
        console.print(Text(line, style="cyan"), soft_wrap=True)
    found, sound = asyncio.run(_check(chosen.routing))
    for model in found:
        console.print(_lines(model, chosen.routing, words), soft_wrap=True)
    for one in sound:
        console.print(_sound_lines(one, chosen.routing, words), soft_wrap=True)
    console.print(Text(words.llm_prices_dated.format(date=chosen.routing.prices_dated), style="dim"))
    failures = [model.failure for model in found] + [one.failure for one in sound]
    return ExitCode.FOUND_SOMETHING if any(failures) else ExitCode.FINE


async def _check(routing: Routing) -> tuple[list[ModelChecked], list[SoundChecked]]:
    from adapters.llm.checking import check_models
    from adapters.llm.providers.opening import Providers
    from adapters.llm.speech.checking import check_sound
    from adapters.llm.speech.opening import SpeechProviders
    from adapters.program.quiet import quiet

    providers, speech = Providers(routing.providers, routing.models), SpeechProviders(routing.providers)
    with quiet():
        try:
            written = [model async for model in check_models(routing, providers)]
            return written, [model async for model in check_sound(routing, speech)]
        finally:
            await providers.close()
            await speech.close()


def _lines(model: ModelChecked, routing: Routing, words: ProgramTexts) -> Text:
    line = _head(model, ", ".join(words.llm_tasks[task.value] for task in model.tasks), words)
    if model.failure is not None:
        return line
    price = routing.models[model.choice].price
    parts = (
        words.llm_latency.format(seconds=f"{model.latency_ms / 1000:.1f}"),
        words.llm_cost.format(dollars=dollars(model.micros)),
        words.llm_strict if model.strict else words.llm_not_strict,
        *([words.llm_plain] if model.plain else []),
        words.llm_cached.format(tokens=model.cached_tokens) if model.cached_tokens else words.llm_not_cached,
        words.llm_price.format(input=f"{price.input:g}", output=f"{price.output:g}")
        if price.known
        else words.llm_price_unknown,
    )
    return line.append(" · ".join(parts))


def _sound_lines(model: SoundChecked, routing: Routing, words: ProgramTexts) -> Text:
    from adapters.llm.asking import Task

    line = _head(model, words.llm_tasks[model.task.value], words)
    if model.failure is not None:
        return line
    price = routing.models[model.choice].price
    parts = [words.llm_latency.format(seconds=f"{model.latency_ms / 1000:.1f}")]
    if price.known:
        parts.append(words.llm_cost.format(dollars=dollars(model.micros)))
    if model.task is Task.TRANSCRIBE:
        parts.append(words.llm_times if model.times else words.llm_no_times)
    known = words.llm_price_sound.format(minute=f"{price.minute:g}")
    parts.append(known if price.known else words.llm_price_unknown)
    return line.append(" · ".join(parts))


def _head(model: ModelChecked | SoundChecked, tasks: str, words: ProgramTexts) -> Text:
    """Return the line's beginning; all of it for a model that can't be used."""
    good = model.failure is None
    line = Text("✓ " if good else "✗ ", style="bold green" if good else "bold red")
    line.append(str(model.choice), style="bold")
    line.append(f"  {tasks}\n    ", style="dim")
    if model.failure is not None:
        line.append(words.llm_failures[model.failure.value], style="red")
        line.append(f" ({model.detail})" if model.detail else "", style="dim")
    return line
