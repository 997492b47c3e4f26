"""`simulate`: many interviews played automatically, every rule checked."""

from __future__ import annotations

import click
import msgspec
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.options import make_command
from adapters.terminal.texts import Texts


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command(
        "simulate",
        run,
        texts,
        texts.help.simulate,
        click.Option(
            ["--interviews"], type=click.IntRange(1, 1_000_000), default=100, help=texts.help.interviews
        ),
        click.Option(["--seed"], default="1", help=texts.help.simulate_seed),
        click.Option(["--json", "as_json"], is_flag=True, help=texts.help.simulate_json),
    )


def run(program: Program, interviews: int, seed: str, as_json: bool) -> int:  # noqa: FBT001 -- click's flag
    """Simulate interviews; return 0 when no rule was broken, else 1."""
    texts = program.texts
    try:
        from interview_engine.testing.simulator import simulate_many
    except ImportError:
        text = texts.trouble.error_not_installed.format(what="interview_engine.testing")
        raise Failure(text, texts.trouble.hint_reinstall) from None
    console = program.console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=as_json) as progress:
        task = progress.add_task(texts.simulate_progress, total=interviews)
        summary = simulate_many(interviews, seed, lambda done, _: progress.update(task, completed=done))
    code = ExitCode.FOUND_SOMETHING if summary.violations else ExitCode.FINE
    if as_json:
        click.echo(msgspec.json.encode(summary).decode())
        return code
    table = Table(show_header=False, box=None)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(texts.simulate_interviews, f"{summary.interviews:,}")
    table.add_row(texts.simulate_finished, f"{summary.finished:,}")
    table.add_row(texts.simulate_events, f"{summary.events:,}")
    table.add_row(texts.simulate_digest, summary.digest)
    console.print(table)
    for violation in summary.violations[:20]:
        console.print(Text(f"  {violation.index}  {violation.invariant}: {violation.detail}", style="red"))
    if summary.violations:
        found = texts.simulate_violations.format(count=len(summary.violations))
        console.print(Text(f"✗ {found}", style="bold red"))
    else:
        console.print(Text(f"✓ {texts.simulate_sound}", style="bold green"))
    return code
