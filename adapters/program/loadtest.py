"""`loadtest`: many interviews at once against a server on this machine, and how fast it answered."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

import attrs
import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from adapters.program.extras import require_server
from adapters.program.loadtest_plan import LoadPlan, LoadResult
from adapters.program.loadtest_rows import rows_of
from adapters.program.loadtest_texts import LoadTexts, load_texts
from adapters.program.texts import ProgramTexts, program_texts
from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.options import FILE, make_command
from adapters.terminal.texts import Texts
from interview_engine.vocabulary import Language

_SPARE_FILES: Final = 200


def command(texts: Texts, program_words: ProgramTexts) -> click.Command:
    """Return the command."""
    words = load_texts(next(language for language in Language if program_texts(language) is program_words))
    return make_command(
        "loadtest",
        run,
        texts,
        words.help,
        click.Option(["--rooms"], type=click.IntRange(1, 10_000), default=20, help=words.rooms),
        click.Option(["--clients"], type=click.IntRange(1, 50), default=4, help=words.clients),
        click.Option(["--duration"], type=click.FloatRange(1, 3_600), default=10.0, help=words.duration),
        click.Option(["--pace"], type=click.IntRange(50, 600_000), default=2_000, help=words.pace),
        click.Option(["--url"], metavar="URL", help=words.url),
        click.Option(["--json", "as_json"], is_flag=True, help=words.json),
        click.Option(["--html"], type=FILE, help=words.html),
    )


def run(
    program: Program,
    rooms: int,
    clients: int,
    duration: float,
    pace: int,
    url: str | None,
    as_json: bool,  # noqa: FBT001 -- click's flag
    html: Path | None,
) -> int:
    """Run a load test; return 0, or 1 when there were errors or nothing came back."""
    words = load_texts(program.language)
    require_server(program_texts(program.language))
    from adapters.websocket_server.client_wire import is_loopback

    if url is not None and not (url.startswith("http://") and is_loopback(url)):
        raise Failure(words.not_here.format(url=url), words.hint_not_here)
    _allow_files(rooms * clients, words)
    plan = LoadPlan(
        rooms=rooms, clients=clients, duration_s=duration, pace_ms=pace, url=(url or "").rstrip("/")
    )
    result = asyncio.run(_measure(plan, words, program.console(), quiet=as_json))
    if html is not None:
        _save(result, html, words, program.language)
    if as_json:
        click.echo(msgspec.json.encode(result).decode())
    else:
        _show(result, words, program.console(), html)
    return ExitCode.FOUND_SOMETHING if result.errors or not result.answered else ExitCode.FINE


async def _measure(plan: LoadPlan, words: LoadTexts, console: Console, *, quiet: bool) -> LoadResult:
    from adapters.program.loadtest_run import LoadFailed, run_load
    from adapters.program.loadtest_server import NotStarted, own_server

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=quiet) as progress:
        async with AsyncExitStack() as stack:
            costs = None
            if not plan.url:
                starting = progress.add_task(words.starting, total=None)
                try:
                    server = await stack.enter_async_context(own_server())
                except NotStarted as failed:
                    raise Failure(words.not_started.format(why=failed.why)) from failed
                progress.update(starting, total=1, completed=1)
                plan = attrs.evolve(plan, url=server.url)
                costs = (server.cpu_s, server.cost_since)
            preparing = progress.add_task(words.preparing, total=1)
            measuring = progress.add_task(words.measuring, total=1)
            try:
                return await run_load(
                    plan,
                    prepared=lambda share: progress.update(preparing, completed=share),
                    measured=lambda share: progress.update(measuring, completed=share),
                    costs=costs,
                )
            except LoadFailed as failed:
                text = words.no_server.format(url=plan.url, why=failed.why)
                raise Failure(text, words.hint_no_server) from failed


def _show(result: LoadResult, words: LoadTexts, console: Console, html: Path | None) -> None:
    table = Table(title=words.title, title_justify="left", show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows_of(result, words):
        table.add_row(name, Text(value))
    console.print(table)
    console.print(Text(words.note, style="dim"))
    if html is not None:
        console.print(Text(f"✓ {words.saved.format(path=html)}", style="green"), soft_wrap=True)


def _save(result: LoadResult, path: Path, words: LoadTexts, language: Language) -> None:
    from adapters.program.loadtest_page import load_page

    try:
        path.write_text(load_page(result, words, language), encoding="utf-8")
    except OSError as error:
        text = words.cannot_write.format(path=path, why=error.strerror or type(error).__name__)
        raise Failure(text, "", ExitCode.FILE) from error


def _allow_files(connections: int, words: LoadTexts) -> None:
    """Raise this process's limit of open files as far as is allowed.

    Raises:
        Failure: It is too low for so many connections.
    """
    try:
        import resource
    except ImportError:
        return
    needed = connections + _SPARE_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < needed:
        if hard != resource.RLIM_INFINITY and hard < needed:
            text = words.too_many.format(connections=connections, needed=needed, limit=hard)
            raise Failure(text, words.hint_too_many)
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
