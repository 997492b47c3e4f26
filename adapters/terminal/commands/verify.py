"""`verify FILE`: is a log whole, unaltered, and consistent with itself?"""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.failures import ExitCode
from adapters.terminal.log_reading import LogFile, damaged, look_at_log
from adapters.terminal.options import log_argument, make_command
from adapters.terminal.texts import Texts
from interview_engine.core.verifying import Verification, verify

_MOST_FAULTS = 20


def command(texts: Texts) -> click.Command:
    """Return the command."""
    return make_command("verify", run, texts, texts.help.verify, log_argument())


def run(program: Program, file: Path) -> int:
    """Verify a log file and print what was found; return 0 for a sound log, else 1."""
    texts = program.texts
    found = look_at_log(file, texts)
    if found.damage is not None and found.damage.newer:
        raise damaged(found, texts)
    verification = verify(found.records)
    faults = _fault_rows(found, verification, texts)
    console = program.console()
    console.print(_summary(found, verification, texts))
    if not faults:
        sound = texts.verify_sound_redacted if verification.redacted else texts.verify_sound
        console.print(Text(f"✓ {sound}", style="bold green"))
        return ExitCode.FINE
    table = Table(texts.col_seq, texts.col_code, texts.col_detail)
    for row in faults[:_MOST_FAULTS]:
        table.add_row(*row)
    console.print(table)
    if len(faults) > _MOST_FAULTS:
        console.print(texts.verify_more.format(count=len(faults) - _MOST_FAULTS))
    console.print(Text(f"✗ {texts.verify_faulty.format(count=len(faults))}", style="bold red"))
    if found.damage is not None:
        failure = damaged(found, texts)
        console.print(Text(f"  {failure.message}\n  {failure.hint}", style="dim"), soft_wrap=True)
    return ExitCode.FOUND_SOMETHING


def _summary(found: LogFile, verification: Verification, texts: Texts) -> Table:
    table = Table(
        title=f"{texts.verify_title}: {found.path}", title_justify="left", show_header=False, box=None
    )
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    room = verification.room
    stage = texts.stages[room.stage] if room else "-"
    state = texts.verify_finished if verification.finished else texts.verify_running.format(stage=stage)
    table.add_row(texts.verify_records, str(verification.records))
    table.add_row(texts.verify_redacted, str(verification.redacted))
    table.add_row(texts.verify_state, state)
    table.add_row(texts.verify_head, verification.head)
    return table


def _fault_rows(found: LogFile, verification: Verification, texts: Texts) -> list[tuple[str, str, str]]:
    rows = [
        (str(fault.seq), fault.code, texts.faults.get(fault.code, fault.detail))
        for fault in verification.faults
        if not (fault.code == "empty" and found.damage)
    ]
    if found.damage is not None:
        rows.append((str(found.damage.line), "unreadable", texts.faults["unreadable"]))
    return rows
