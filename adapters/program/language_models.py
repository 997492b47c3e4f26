"""Language models in the program: whether any are configured, who they are, and what to say about them.

Without a key, a server of one's own or a file that names one, `adapters.llm` is not even imported.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure

if TYPE_CHECKING:
    from adapters.llm.routing.settings import Routing
    from adapters.service.surroundings import EffectPerformer
    from adapters.terminal.writers import OpenWriters, Writers
    from interview_engine.personas.catalogue import Catalogue

PREFIX: Final = "INTERVIEW_ENGINE_LLM"
KEYS: Final = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY")
FILE_NAME: Final = "llm.toml"
SPEND_FOLDER: Final = "llm"
_MODULES: Final = {
    "openai": "openai",
    "openai_compatible": "openai",
    "anthropic": "anthropic",
    "gemini": "google.genai",
}


@attrs.frozen(kw_only=True)
class ChosenModels:
    """The models of this program.

    Attributes:
        routing: The table; None when everything is done offline.
        lines: What to say about them at the start, in the person's language; no key is shown whole.
    """

    routing: Routing | None = None
    lines: tuple[str, ...] = ()


NO_MODELS: Final = ChosenModels()


def chosen_models(program: Program, *more_folders: Path) -> ChosenModels:
    """Return the models that the environment and a file configure.

    Args:
        program: The program.
        more_folders: Where a file may stand beside the current folder and the data folder.

    Raises:
        Failure: Something that is said can't be used.
    """
    variables = os.environ
    folders = (Path.cwd(), *more_folders, program.environment.data_folder)
    if not _asked_for(variables, folders):
        return NO_MODELS
    from adapters.llm.routing.loading import load_routing
    from adapters.llm.routing.refused import RoutingError
    from adapters.llm.routing.variables import variables_known

    words = program_texts(program.language)
    try:
        routing = load_routing(variables, folders)
    except RoutingError as error:
        raise Failure(
            words.llm_errors[error.code].format(where=error.where, detail=error.detail),
            words.hint_llm,
            ExitCode.FILE if error.code in ("unreadable", "bad_toml") else ExitCode.USAGE,
        ) from error
    strange = sorted(name for name in variables if name.startswith(PREFIX) and name not in variables_known())
    warnings = tuple(words.strange_variable.format(name=name) for name in strange)
    if routing is None:
        return ChosenModels(lines=warnings)
    missing = _missing(routing)
    if missing:
        return ChosenModels(lines=(words.llm_not_installed.format(missing=", ".join(missing)), *warnings))
    return ChosenModels(routing=routing, lines=(*model_lines(routing, words), *warnings))


def model_lines(routing: Routing, words: ProgramTexts) -> tuple[str, ...]:
    """Return who the models that write are: providers with masked keys, then the models by task.

    Args:
        routing: The table.
        words: The person's language.
    """
    from adapters.llm.asking import WRITTEN
    from adapters.llm.routing.settings import masked

    used = {choice.provider for choice in routing.choices_of(WRITTEN)}
    providers = ", ".join(
        f"{provider.name} ({provider.key_source} {masked(provider.key)})"
        if provider.key
        else f"{provider.name} ({provider.base_url})"
        for provider in routing.providers.values()
        if provider.name in used
    )
    lines = [words.llm_on.format(providers=providers)] if used else []
    by_models: dict[str, list[str]] = {}
    for task in WRITTEN:
        models = " → ".join(str(choice) for choice in routing.route(task).models)
        if models:
            by_models.setdefault(models, []).append(words.llm_tasks[task.value])
    lines.extend(f"  {' · '.join(tasks)}: {models}" for models, tasks in by_models.items())
    if routing.alone is not None:
        lines.append(words.llm_alone.format(family=routing.alone))
    if routing.unavailable:
        lines.append(words.llm_unavailable.format(models=", ".join(routing.unavailable)))
    return tuple(lines)


def voice_lines(chosen: ChosenModels, words: ProgramTexts) -> tuple[str, ...]:
    """Return whether answers may be spoken, and whether the server reads aloud.

    Args:
        chosen: The program's models.
        words: The person's language.
    """
    if chosen.routing is None:
        return (words.voice_off,)
    from adapters.llm.asking import Task

    def models(task: Task) -> str:
        assert chosen.routing is not None, "asked above"
        return " → ".join(str(choice) for choice in chosen.routing.route(task).models)

    hears, speaks = models(Task.TRANSCRIBE), models(Task.SPEAK)
    lines = [words.voice_on.format(models=hears) if hears else words.voice_off]
    if speaks:
        lines.append(words.speech_on.format(models=speaks))
    return tuple(lines)


def _writes(routing: Routing) -> bool:
    """Return whether any model writes: those that hear and speak alone are of no use in a terminal."""
    from adapters.llm.asking import WRITTEN

    return bool(routing.choices_of(WRITTEN))


def writers_of(program: Program) -> OpenWriters:
    """Return what opens the terminal's writers: language models where any are configured.

    Args:
        program: The program.
    """

    def opened(catalogue: Catalogue) -> Writers | None:
        chosen = chosen_models(program)
        if chosen.routing is None or not _writes(chosen.routing):
            for line in chosen.lines:
                program.console().print(line, style="yellow", markup=False, soft_wrap=True)
            return None
        return _background(program, catalogue, chosen)

    return opened


def _background(program: Program, catalogue: Catalogue, chosen: ChosenModels) -> Writers:
    from adapters.llm.opening import open_performer
    from adapters.program.quiet import quiet
    from adapters.service.casting import Casting
    from adapters.terminal.background import BackgroundWriters

    routing = chosen.routing
    assert routing is not None, "without models there are no writers"
    folder = program.environment.data_folder / SPEND_FOLDER

    @asynccontextmanager
    async def opening() -> AsyncIterator[EffectPerformer]:
        with quiet():
            async with open_performer(
                routing, Casting(catalogue), program.clock(), spend_folder=folder
            ) as performer:
                yield performer

    return BackgroundWriters(opening, chosen.lines)


def _asked_for(variables: Mapping[str, str], folders: tuple[Path, ...]) -> bool:
    said = any(name.startswith(PREFIX) or name in KEYS for name in variables)
    return said or any((folder / FILE_NAME).is_file() for folder in folders)


def _missing(routing: Routing) -> tuple[str, ...]:
    """Return what would have to be installed; nothing is imported to find out."""
    needed = {"structlog", *(_MODULES[provider.kind.value] for provider in routing.providers.values())}
    return tuple(sorted(name for name in needed if not _there(name)))


def _there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
