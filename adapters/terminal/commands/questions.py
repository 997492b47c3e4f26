"""`questions`: list the question bank, or show one question whole."""

from __future__ import annotations

import click
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.options import chosen, enum_option, make_command
from adapters.terminal.texts import Texts
from interview_engine.ids import QuestionId
from interview_engine.personas.question import BankQuestion
from interview_engine.vocabulary import Company, JobRole, Language, QuestionKind


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command(
        "questions",
        run,
        texts,
        texts.help.questions,
        enum_option("--kind", QuestionKind, texts.help.kind),
        enum_option("--company", Company, texts.help.company),
        enum_option("--role", JobRole, texts.help.any_role),
        click.Option(["--limit"], type=click.IntRange(min=0), default=20, help=texts.help.limit),
        click.Option(["--show"], metavar="ID", help=texts.help.show),
    )


def run(
    program: Program, kind: str | None, company: str | None, role: str | None, limit: int, show: str | None
) -> None:
    """Print the questions that match, or one with its key points."""
    texts, console = program.texts, program.console()
    if show is not None:
        question = program.catalogue().question(QuestionId(show))
        console.print(_whole(question, texts, program.language))
        return
    wanted_kind, wanted_role = chosen(QuestionKind, kind), chosen(JobRole, role)
    wanted_company = chosen(Company, company)
    bank = program.catalogue().questions
    found = [
        question
        for question in bank
        if wanted_kind in (None, question.kind)
        and wanted_company in (None, question.company)
        and wanted_role in (None, question.role)
    ]
    if not found:
        console.print(Text(texts.questions_none, style="yellow"))
        return
    shown = found[:limit] if limit else found
    title = texts.questions_title.format(shown=len(shown), total=len(found))
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column(texts.col_id, overflow="fold", ratio=2)
    table.add_column(texts.col_kind, overflow="fold", ratio=1)
    table.add_column(texts.col_difficulty, justify="center", no_wrap=True)
    table.add_column(texts.col_question, overflow="fold", ratio=5)
    for question in shown:
        text = question.text.spoken_in(program.language)
        table.add_row(question.id, texts.kinds[question.kind], str(question.difficulty), text)
    console.print(table)
    if len(shown) < len(found):
        console.print(Text(texts.questions_more, style="dim"))


def _whole(question: BankQuestion, texts: Texts, language: Language) -> Panel:
    body = Text(question.text.spoken_in(language), style="bold")
    facts = (
        texts.kinds[question.kind],
        texts.competencies[question.competency],
        f"{texts.col_difficulty} {question.difficulty}",
    )
    body.append(f"\n{' · '.join(facts)}", style="dim")
    body.append(f"\n\n▪ {texts.question_points}", style="cyan")
    for point in question.key_points:
        body.append(f"\n  · {point.point.spoken_in(language)}", style="none")
    body.append(f"\n\n▪ {texts.question_shows}\n", style="cyan")
    body.append(question.shows.spoken_in(language), style="none")
    return Panel(body, title=question.id, title_align="left", border_style="cyan", padding=(1, 2))
