"""`play`: sit an interview, go on with one, or play prepared answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import click

from adapters.terminal.answer_sheet import read_answers
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import Failure
from adapters.terminal.options import FILE, enum_option, listed, make_command
from adapters.terminal.playing import play_prepared, play_typed, resume_prepared, resume_typed
from adapters.terminal.texts import Texts
from adapters.terminal.wish_list import Flags, wishes_from
from interview_engine.core.settings import OrderPolicy, Preset, Visibility
from interview_engine.personas.catalogue import Catalogue
from interview_engine.vocabulary import Company, JobRole

_ORDERS = tuple(order for order in OrderPolicy if order is not OrderPolicy.INDIVIDUAL)
"""A room's policies; one candidate alone is a slot's."""


def command(texts: Texts) -> click.Command:
    """Return the command."""
    words = texts.help
    return make_command(
        "play",
        run,
        texts,
        words.play,
        enum_option("--company", Company, words.company),
        enum_option("--role", JobRole, words.role),
        click.Option(["--rivals"], metavar="A,B,C", help=words.rivals),
        click.Option(["--panel"], metavar="A,B,C", help=words.panel),
        enum_option("--preset", Preset, words.preset),
        click.Option(["--difficulty"], type=click.IntRange(1, 5), help=words.difficulty),
        enum_option("--order", _ORDERS, words.order),
        enum_option("--visibility", Visibility, words.visibility),
        click.Option(["--name"], help=words.name),
        click.Option(["--persona", "personas"], type=FILE, multiple=True, help=words.persona),
        click.Option(["--facts"], type=FILE, help=words.facts),
        click.Option(["--seed"], help=words.seed),
        click.Option(["--log"], type=FILE, help=words.log),
        click.Option(["--answers"], type=FILE, multiple=True, help=words.answers),
        click.Option(["--resume"], type=FILE, help=words.resume),
        click.Option(["--keep-readable"], is_flag=True, help=words.keep_readable),
        click.Option(["--fast"], is_flag=True, help=words.fast),
    )


@attrs.frozen(kw_only=True)
class _Given:
    """The parameters of one call, by the names of the options."""

    company: str | None
    role: str | None
    rivals: str | None
    panel: str | None
    preset: str | None
    difficulty: int | None
    order: str | None
    visibility: str | None
    name: str | None
    personas: tuple[Path, ...]
    facts: Path | None
    seed: str | None
    log: Path | None
    answers: tuple[Path, ...]
    resume: Path | None
    keep_readable: bool
    fast: bool

    def flags(self, catalogue: Catalogue) -> Flags:
        """Return what was said about the interview; custom candidates stand last in the catalogue."""
        count = len(catalogue.candidates)
        custom = tuple(persona.id for persona in catalogue.candidates[count - len(self.personas) :])
        return Flags(
            company=self.company,
            role=self.role,
            rivals=listed(self.rivals),
            panel=listed(self.panel),
            preset=self.preset,
            difficulty=self.difficulty,
            order=self.order,
            visibility=self.visibility,
            name=self.name,
            facts=self.facts,
            seed=self.seed,
            custom=custom if self.personas else (),
        )


def run(program: Program, **parameters: Any) -> int:  # type: ignore[explicit-any] # noqa: ANN401 -- click's
    """Play; return the exit code."""
    given = _Given(**parameters)
    texts = program.texts
    sheets = tuple(read_answers(path, texts) for path in given.answers)
    if not sheets and not program.keyboard:
        raise Failure(texts.trouble.error_not_a_terminal, texts.trouble.hint_not_a_terminal)
    catalogue = program.catalogue(given.personas)
    if given.resume is not None:
        keep = given.keep_readable
        if sheets:
            return resume_prepared(program, given.resume, sheets, catalogue, keep_readable=keep)
        return resume_typed(program, given.resume, catalogue, keep_readable=keep, fast=given.fast)
    flags = given.flags(catalogue)
    if sheets:
        companions = tuple(path.name.partition(".")[0] for path in given.answers[1:])
        wishes = attrs.evolve(wishes_from(flags, program), companions=companions)
        return play_prepared(program, wishes, sheets, catalogue, given.log)
    return play_typed(program, flags, catalogue, given.log, fast=given.fast)
