"""`personas`: list the AI candidates and the interviewers."""

from __future__ import annotations

import click
from rich.table import Table

from adapters.terminal.bootstrap import Program
from adapters.terminal.options import make_command
from adapters.terminal.texts import Texts
from interview_engine.personas.companies import places


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command("personas", run, texts, texts.help.personas)


def run(program: Program) -> None:
    """Print every shipped candidate and interviewer."""
    texts, language = program.texts, program.language
    catalogue, console = program.catalogue(), program.console()
    rivals = Table(title=texts.personas_candidates, title_justify="left", show_lines=True)
    for heading in (texts.col_id, texts.col_name, texts.col_company):
        rivals.add_column(heading, no_wrap=True)
    rivals.add_column(texts.col_headline, overflow="fold")
    for persona in catalogue.candidates:
        company = places().company_name(persona.company).spoken_in(language) if persona.company else "-"
        headline = persona.headline.spoken_in(language)
        rivals.add_row(persona.id, persona.name.spoken_in(language), company, headline)
    console.print(rivals)
    panel = Table(title=texts.personas_interviewers, title_justify="left", show_lines=True)
    for heading in (texts.col_id, texts.col_name, texts.col_title):
        panel.add_column(heading, no_wrap=heading is not texts.col_title, overflow="fold")
    panel.add_column(texts.col_style, overflow="fold")
    for interviewer in catalogue.interviewers:
        panel.add_row(
            interviewer.id,
            interviewer.name.spoken_in(language),
            interviewer.title.spoken_in(language),
            interviewer.style.spoken_in(language),
        )
    console.print(panel)
