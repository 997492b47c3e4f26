"""Reading a log file: whole, cut off, broken or too new, each with what to do next."""

from __future__ import annotations

from pathlib import Path

import attrs

from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.text_files import read_bytes
from adapters.terminal.texts import Texts
from interview_engine.core.codec import BrokenData, CodecError
from interview_engine.core.log import Record, decode_record
from interview_engine.core.verifying import verify


@attrs.frozen(kw_only=True)
class Damage:
    """The first line that doesn't read.

    Attributes:
        line: Its number, from 1.
        last: It is the file's last line: most likely cut off by a crash.
        newer: It was written by a newer version.
    """

    line: int
    last: bool
    newer: bool = False


@attrs.frozen(kw_only=True)
class LogFile:
    """What a log file holds.

    Attributes:
        path: The file.
        records: The records before the first line that doesn't read.
        damage: That line; None for a file that reads to its end.
        sound_bytes: Length of the part that reads.
    """

    path: Path
    records: tuple[Record, ...]
    damage: Damage | None
    sound_bytes: int


def look_at_log(path: Path, texts: Texts) -> LogFile:
    """Read as much of a log file as can be read.

    Raises:
        Failure: When the file can't be opened.
    """
    body = read_bytes(path, texts)
    lines = body.splitlines(keepends=True)
    records: list[Record] = []
    position = 0
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                record = decode_record(line.strip())
            except CodecError as error:
                newer = not isinstance(error, BrokenData)
                damage = Damage(line=number, last=number == len(lines), newer=newer)
                return LogFile(path=path, records=tuple(records), damage=damage, sound_bytes=position)
            records.append(record)
        position += len(line)
    return LogFile(path=path, records=tuple(records), damage=None, sound_bytes=position)


def read_log(path: Path, texts: Texts, *, checked: bool = True) -> tuple[Record, ...]:
    """Return the records of a log file that reads to its end.

    Args:
        path: The file.
        texts: The person's language.
        checked: Refuse a log that was changed after it was written, too.

    Raises:
        Failure: For a file that is missing, empty, cut off, broken, too new or edited.
    """
    found = look_at_log(path, texts)
    if found.damage is not None:
        raise damaged(found, texts)
    refuse_empty(found, texts)
    if checked:
        refuse_edited(found, texts)
    return found.records


def refuse_empty(found: LogFile, texts: Texts) -> None:
    """Refuse a file without records.

    Raises:
        Failure: When there are none.
    """
    if not found.records:
        text = texts.trouble.error_empty_log.format(path=found.path)
        raise Failure(text, texts.trouble.hint_empty_log, ExitCode.FILE)


def refuse_edited(found: LogFile, texts: Texts) -> None:
    """Refuse a log that is not as it was written.

    Raises:
        Failure: Naming the first record that is wrong.
    """
    faults = verify(found.records).faults
    if faults:
        first = faults[0]
        fault = texts.faults.get(first.code, first.detail)
        text = texts.trouble.error_edited.format(path=found.path, seq=first.seq, fault=fault)
        raise Failure(text, texts.trouble.hint_edited.format(path=found.path), ExitCode.FILE)


def damaged(found: LogFile, texts: Texts) -> Failure:
    """Return the failure for a log file that doesn't read to its end."""
    damage = found.damage
    assert damage is not None, "only a damaged file is complained of"
    trouble = texts.trouble
    if damage.newer:
        text = trouble.error_newer.format(line=damage.line, path=found.path)
        return Failure(text, trouble.hint_newer, ExitCode.FILE)
    if not damage.last:
        text = trouble.error_broken_line.format(line=damage.line, path=found.path)
        return Failure(text, trouble.hint_broken_line, ExitCode.FILE)
    text = trouble.error_cut_off.format(line=damage.line, path=found.path)
    if not found.records:
        return Failure(text, trouble.hint_cut_off_nothing, ExitCode.FILE)
    command = f"interview-engine play --resume {found.path} --keep-readable"
    hint = trouble.hint_cut_off.format(readable=len(found.records), command=command)
    return Failure(text, hint, ExitCode.FILE)
