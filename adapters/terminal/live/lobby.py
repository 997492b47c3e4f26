"""The lobby: four questions about the interview, each with a default on Enter."""

from __future__ import annotations

import attrs
from prompt_toolkit import PromptSession
from rich.console import Console
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.wish_list import Flags
from interview_engine.core.settings import Preset
from interview_engine.offline.interview import DEFAULT_RIVALS
from interview_engine.personas.catalogue import Catalogue
from interview_engine.personas.companies import places
from interview_engine.vocabulary import Company, JobRole

ANY_COMPANY = ""


@attrs.frozen(kw_only=True)
class Option:
    """Something to choose: what the program calls it, and what people do."""

    value: str
    name: str


def ask_wishes(flags: Flags, program: Program, catalogue: Catalogue) -> Flags:
    """Ask a person for company, job, length and rivals; return the flags with the answers.

    Args:
        flags: What was said on the command line.
        program: The program.
        catalogue: Who can be a rival.

    Raises:
        KeyboardInterrupt: When the person pressed Ctrl-C.
    """
    texts, language, console = program.texts, program.language, program.console()
    console.print(Text(f"\n{texts.app_title}", style="bold cyan"))
    console.print(Text(texts.lobby_intro, style="dim"))
    companies = (
        Option(value=ANY_COMPANY, name=texts.any_company),
        *(
            Option(value=company.value, name=places().company_name(company).spoken_in(language))
            for company in Company
        ),
    )
    roles = tuple(
        Option(value=role.value, name=places().role_name(role).spoken_in(language)) for role in JobRole
    )
    presets = tuple(Option(value=preset.value, name=texts.presets[preset]) for preset in Preset)
    rivals = tuple(
        Option(value=persona.id, name=persona.name.spoken_in(language)) for persona in catalogue.candidates
    )
    default_rivals = tuple(rival.value for rival in rivals if rival.value in DEFAULT_RIVALS) or tuple(
        rival.value for rival in rivals[:3]
    )
    again = texts.lobby_again
    company = _ask(console, texts.lobby_company, companies, (ANY_COMPANY,), again)
    role = _ask(console, texts.lobby_role, roles, (JobRole.BACKEND.value,), again)
    preset = _ask(console, texts.lobby_preset, presets, (Preset.STANDARD.value,), again)
    chosen = _ask(console, texts.lobby_rivals, rivals, default_rivals, again, several=True)
    return attrs.evolve(flags, company=company[0] or None, role=role[0], preset=preset[0], rivals=chosen)


def _ask(
    console: Console,
    title: str,
    options: tuple[Option, ...],
    default: tuple[str, ...],
    again: str,
    *,
    several: bool = False,
) -> tuple[str, ...]:
    numbered = "  ".join(f"{number}) {option.name}" for number, option in enumerate(options, start=1))
    names = ", ".join(option.name for option in options if option.value in default)
    console.print(Text(f"\n{title}", style="bold"))
    console.print(Text(f"  {numbered}", style="dim"))
    prompt: PromptSession[str] = PromptSession()
    while True:
        chosen = read_choice(prompt.prompt(f"  [{names}] ▸ "), options, default, several=several)
        if chosen is not None:
            return chosen
        console.print(Text(f"  {again}", style="yellow"))


def read_choice(
    typed: str, options: tuple[Option, ...], default: tuple[str, ...], *, several: bool = False
) -> tuple[str, ...] | None:
    """Return the values that a person means, or None when that is not clear.

    Args:
        typed: Numbers or names, separated by commas; nothing for the default.
        options: What can be chosen.
        default: What Enter alone chooses.
        several: Whether more than one may be chosen.
    """
    words = [word.strip().lower() for word in typed.replace("，", ",").split(",") if word.strip()]
    if not words:
        return default
    values = tuple(dict.fromkeys(_value(word, options) for word in words))
    if None in values or (len(values) > 1 and not several):
        return None
    return tuple(value for value in values if value is not None)


def _value(word: str, options: tuple[Option, ...]) -> str | None:
    for number, option in enumerate(options, start=1):
        if word in (str(number), option.name.lower(), option.value):
            return option.value
    return None
