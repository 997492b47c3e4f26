"""`doctor`: is everything here that an interview needs?"""

from __future__ import annotations

import click
from rich.table import Table
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.checkup import MoreChecks, check_all, nothing_more
from adapters.terminal.failures import ExitCode
from adapters.terminal.options import make_command
from adapters.terminal.texts import Texts


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command("doctor", run, texts, texts.help.doctor)


def run(program: Program, more: MoreChecks = nothing_more) -> int:
    """Print what was checked; return 0 when nothing is wrong, else 1.

    Args:
        program: The program.
        more: Looks at what is not the terminal's.
    """
    texts, console = program.texts, program.console()
    checks = check_all(program, console.width, more)
    table = Table(title=texts.doctor_title, title_justify="left", show_header=False, box=None)
    table.add_column(no_wrap=True)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for check in checks:
        mark = Text("✗", style="bold red") if check.advice else Text("✓", style="green")
        value = Text(check.value)
        if check.advice:
            value.append(f"\n{check.advice}", style="yellow")
        table.add_row(mark, check.name, value)
    console.print(table)
    troubles = sum(bool(check.advice) for check in checks)
    if troubles:
        console.print(Text(texts.doctor_trouble.format(count=troubles), style="bold red"))
        return ExitCode.FOUND_SOMETHING
    console.print(Text(texts.doctor_fine, style="bold green"))
    return ExitCode.FINE
