"""From flags to what a person wants of the interview."""

from __future__ import annotations

from pathlib import Path

import attrs

from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.opening import Wishes
from adapters.terminal.text_files import read_text
from interview_engine.core.rules.texts import LONGEST_FACT, MOST_FACTS
from interview_engine.core.settings import OrderPolicy, Preset, Settings, Visibility
from interview_engine.offline.interview import DEFAULT_PANEL, DEFAULT_RIVALS
from interview_engine.vocabulary import Company, JobRole


@attrs.frozen(kw_only=True)
class Flags:
    """The flags of `play` that describe the interview; None where a flag was not given.

    `custom` are the ids of the person's own AI candidates, who are seated beside the rivals.
    """

    company: str | None = None
    role: str | None = None
    rivals: tuple[str, ...] | None = None
    panel: tuple[str, ...] | None = None
    preset: str | None = None
    difficulty: int | None = None
    order: str | None = None
    visibility: str | None = None
    name: str | None = None
    facts: Path | None = None
    seed: str | None = None
    custom: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing was said about the interview, so that the lobby should ask."""
        return all(value is None for value in (self.company, self.role, self.rivals, self.preset))


def wishes_from(flags: Flags, program: Program) -> Wishes:
    """Return what the flags ask for, with defaults for the rest.

    Raises:
        Failure: When the file of résumé facts can't be used.
    """
    own = flags.rivals if flags.rivals is not None else DEFAULT_RIVALS
    if flags.rivals is None and flags.custom:
        own = DEFAULT_RIVALS[: max(1, len(DEFAULT_RIVALS) - len(flags.custom))]
    return Wishes(
        name=flags.name or program.texts.default_name,
        settings=_settings(flags, program),
        rivals=(*own, *(persona for persona in flags.custom if persona not in own)),
        panel=flags.panel if flags.panel is not None else DEFAULT_PANEL,
        facts=_facts(flags.facts, program),
        seed=flags.seed or program.seed(),
    )


def _settings(flags: Flags, program: Program) -> Settings:
    standard = Settings()
    return Settings(
        language=program.language,
        company=Company(flags.company) if flags.company else None,
        role=JobRole(flags.role) if flags.role else standard.role,
        preset=Preset(flags.preset) if flags.preset else standard.preset,
        difficulty=flags.difficulty or standard.difficulty,
        order=OrderPolicy(flags.order) if flags.order else standard.order,
        visibility=Visibility(flags.visibility) if flags.visibility else standard.visibility,
    )


def _facts(path: Path | None, program: Program) -> tuple[str, ...]:
    if path is None:
        return ()
    lines = tuple(line.strip() for line in read_text(path, program.texts).splitlines() if line.strip())
    if len(lines) > MOST_FACTS or any(len(line) > LONGEST_FACT for line in lines):
        text = program.texts.trouble.error_facts.format(most=MOST_FACTS, longest=LONGEST_FACT)
        raise Failure(text, exit_code=ExitCode.FILE)
    return lines
