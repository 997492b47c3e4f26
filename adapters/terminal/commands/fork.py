"""`fork FILE --question K`: answer one question again, against the same rivals."""

from __future__ import annotations

from pathlib import Path

import click

from adapters.terminal.answer_sheet import AnswerSheet, read_answers
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import Failure
from adapters.terminal.forking import answer_again
from adapters.terminal.log_reading import read_log
from adapters.terminal.options import FILE, log_argument, make_command
from adapters.terminal.texts import Texts


def command(texts: Texts) -> click.Command:
    """Return the command."""
    words = texts.help
    return make_command(
        "fork",
        run,
        texts,
        words.fork,
        log_argument(),
        click.Option(["--question"], type=click.IntRange(min=1), required=True, help=words.question),
        click.Option(["--answer"], help=words.answer),
        click.Option(["--answers"], type=FILE, help=words.new_answers),
        click.Option(["--log"], type=FILE, help=words.log),
    )


def run(
    program: Program, file: Path, question: int, answer: str | None, answers: Path | None, log: Path | None
) -> int:
    """Answer a question of an old interview again; return the exit code."""
    texts = program.texts
    sheet: AnswerSheet | None = None
    if answer is not None and answer.strip():
        sheet = AnswerSheet(default=(answer.strip(),))
    elif answers is not None:
        sheet = read_answers(answers, texts)
    elif not program.keyboard:
        hint = f"interview-engine fork {file} --question {question} --answer …"
        raise Failure(texts.trouble.error_not_a_terminal, hint)
    return answer_again(program, read_log(file, texts), question, sheet, log)
