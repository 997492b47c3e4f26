"""One damaged room keeps an operator from nothing: each command does what it can, and says what is next."""

from __future__ import annotations

import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import click
import pytest

from adapters.program.command import command_line
from adapters.program.settings import DATABASE_NAME
from adapters.program.texts import program_texts
from adapters.sqlite_store.checking import check
from adapters.terminal.bootstrap import Environment, Program
from interview_engine.ids import RoomId
from interview_engine.vocabulary import Language
from tests.docs.page_programs import DOCS, fences
from tests.program.conftest import Invoke
from tests.program.stored_rooms import store_rooms
from tests.sqlite_store.open_rooms import tamper

FIRST, DAMAGED, LAST = RoomId("room-1"), RoomId("room-2"), RoomId("room-3")
SPOILT: Final = f"UPDATE record SET line = replace(line, 'e', 'f') WHERE room_id = '{DAMAGED}' AND seq = 2"
LANGUAGES = pytest.mark.parametrize("language", Language)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Return the database of three sound rooms."""
    return store_rooms(tmp_path / "data" / "server", [FIRST, DAMAGED, LAST])


@pytest.fixture
def spoilt(sound: Path) -> Path:
    """Return a database in which one record of the room in the middle is not as it was written."""
    assert tamper(sound, SPOILT) == 1
    return sound


def stored(database: Path, room_id: RoomId) -> bytes:
    """Return what a room's log file must hold."""
    query = "SELECT CAST(line AS BLOB) FROM record WHERE room_id = ? ORDER BY seq"
    with closing(sqlite3.connect(database)) as connection:
        return b"".join(line + b"\n" for (line,) in connection.execute(query, (room_id,)))


def commands_in(text: str) -> list[list[str]]:
    """Return the commands that a text names, as they would be typed."""
    return [shlex.split(found) for found in re.findall(r"interview-engine ([a-z][^\n]*)", text)]


EXPECTED: Final = {
    "doctor": 1,
    "export ROOM-ID --out damaged.jsonl": 1,
    "verify damaged.jsonl": 1,
    "backup kept-2026-11-30.backup --with-damage": 1,
    "export --all --out rooms": 1,
    "restore kept-2026-11-30.backup --force --with-damage": 1,
}
"""How steps end that find damage; all others end with 0."""


@LANGUAGES
def test_every_documented_step_works_as_it_is_written(
    invoke: Invoke, sound: Path, language: Language
) -> None:
    page = DOCS / language.value / "how-to" / "backup.md"
    done = []
    for fence in fences(page):
        if fence.kind == "sh" and "doctor" in fence.body:
            assert tamper(sound, SPOILT) == 1
        for step in fence.body.splitlines() if fence.kind == "sh" else ():
            name, *words = shlex.split(step.replace("ROOM-ID", DAMAGED))
            assert name == "interview-engine"
            done.append(step.removeprefix("interview-engine "))
            if words == ["serve"]:
                continue
            result = invoke(*words, PORT="0")
            assert result.exit_code == EXPECTED.get(done[-1], 0), f"{step}\n{result.output}"
    assert set(EXPECTED) <= set(done)
    assert Path("whole.jsonl").read_bytes() == Path("room.jsonl").read_bytes()
    assert sorted(path.name for path in Path("rooms").iterdir()) == [
        f"{room_id}.jsonl" for room_id in (FIRST, DAMAGED, LAST)
    ]
    assert check(sound).damaged_rooms == (DAMAGED,), "what was kept is what came back"


@pytest.mark.parametrize(
    "damage",
    [
        SPOILT,
        f"UPDATE record SET line = CAST(x'ff00' AS TEXT) WHERE room_id = '{DAMAGED}' AND seq = 2",
        f"DELETE FROM record WHERE room_id = '{DAMAGED}' AND seq = 2",
        f"DELETE FROM record WHERE room_id = '{DAMAGED}'",
        f"DELETE FROM room WHERE room_id = '{DAMAGED}'",
    ],
)
def test_a_damaged_room_keeps_no_other_from_being_exported(invoke: Invoke, sound: Path, damage: str) -> None:
    assert tamper(sound, damage)
    result = invoke("export", "--all", "--out", "all")
    assert result.exit_code == 1, result.output
    for room_id in (FIRST, DAMAGED, LAST):
        assert (Path("all") / f"{room_id}.jsonl").read_bytes() == stored(sound, room_id)
    named = program_texts(Language.KO).damaged_rooms.format(count=1, rooms=DAMAGED)
    assert named in result.output.replace("\n", " ")
    alone = invoke("export", DAMAGED)
    assert alone.exit_code == 1
    assert Path(f"{DAMAGED}.jsonl").read_bytes() == stored(sound, DAMAGED)
    assert invoke("export", FIRST).exit_code == 0


def test_a_damaged_log_that_was_exported_is_shown_where_it_is_damaged(invoke: Invoke, spoilt: Path) -> None:
    said = invoke("export", DAMAGED, "--lang", "en").output
    assert "Damaged from record 2 on" in said
    (advised,) = commands_in(said)
    shown = invoke(*advised, "--lang", "en")
    assert shown.exit_code == 1
    assert "2" in shown.output.partition("unreadable")[0].splitlines()[-1]
    assert invoke("import", f"{DAMAGED}.jsonl", "--data", "other").exit_code == 1


def test_a_page_that_does_not_read_costs_the_rooms_on_it_alone(invoke: Invoke, sound: Path) -> None:
    whole = sound.read_bytes()
    with closing(sqlite3.connect(sound)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    start = whole.rindex(stored(sound, LAST).splitlines()[-1][:200]) // size * size
    sound.write_bytes(whole[:start] + bytes(size) + whole[start + size :])
    refused = invoke("backup", "a.backup", "--with-damage", "--lang", "en")
    assert refused.exit_code == 3
    assert not Path("a.backup").exists()
    (saving, _) = commands_in(refused.output)
    result = invoke(*saving)
    assert result.exit_code == 1, result.output
    assert (Path("rooms") / f"{FIRST}.jsonl").read_bytes() == stored(sound, FIRST)
    assert (Path("rooms") / f"{LAST}.jsonl").exists()


@LANGUAGES
def test_a_refused_backup_says_what_to_do_and_that_works(
    invoke: Invoke, spoilt: Path, language: Language
) -> None:
    data = spoilt.parent
    words = ("--lang", language.value)
    refused = invoke("backup", "a b.backup", "--data", data, *words)
    assert refused.exit_code == 3
    assert DAMAGED in refused.output
    assert "restore" not in refused.output, "there is no backup to restore yet"
    assert not Path("a b.backup").exists()
    advised = commands_in(refused.output)
    assert [command[0] for command in advised] == ["export", "verify", "backup"]
    for command in advised:
        result = invoke(*command, *words)
        assert result.exit_code == 1, result.output
    assert check(Path("a b.backup")).damaged_rooms == (DAMAGED,)


@LANGUAGES
def test_a_backup_with_damage_is_restored_only_when_that_is_said_again(
    invoke: Invoke, spoilt: Path, language: Language
) -> None:
    kept = invoke("backup", "kept.backup", "--with-damage", "--lang", language.value)
    assert kept.exit_code == 1
    assert DAMAGED in kept.output
    before = spoilt.read_bytes()
    refused = invoke("restore", "kept.backup", "--force", "--lang", language.value)
    assert refused.exit_code == 3
    assert spoilt.read_bytes() == before
    assert "kept.backup" in refused.output
    assert DATABASE_NAME not in refused.output, "the database is not what is damaged"
    (advised,) = commands_in(refused.output)
    done = invoke(*advised, "--lang", language.value)
    assert done.exit_code == 1, done.output
    assert DAMAGED in done.output
    assert check(spoilt).damaged_rooms == (DAMAGED,)
    assert invoke("backup", "again.backup", "--with-damage").exit_code == 1


@LANGUAGES
def test_what_is_damaged_is_named_and_not_what_is_whole(
    invoke: Invoke, sound: Path, language: Language
) -> None:
    words, lang = program_texts(language), ("--lang", language.value)
    Path("bad.backup").write_bytes(b"no backup at all" * 400)
    before = sound.read_bytes()
    backup = invoke("restore", "bad.backup", "--force", *lang)
    assert backup.exit_code == 3
    assert words.hint_backup_damaged in backup.output
    assert commands_in(backup.output) == []
    assert sound.read_bytes() == before
    sound.write_bytes(b"no database at all" * 400)
    database = invoke("backup", "new.backup", *lang)
    assert database.exit_code == 3
    assert words.source_damaged.partition("{")[0] in database.output
    assert "new.backup" not in database.output, "it was not made"
    read = invoke("export", *lang)
    assert str(sound) in read.output.replace("\n", "")
    for said in (backup, database, read):
        assert "restore :" not in said.output


@LANGUAGES
def test_the_doctor_names_damaged_rooms_and_what_it_advises_works(
    invoke: Invoke, spoilt: Path, language: Language
) -> None:
    elsewhere = spoilt.parent.rename(Path("elsewhere").absolute())
    lang = ("--lang", language.value)
    assert invoke("doctor", "--port", "0", *lang).exit_code == 0, (
        "there is no server's data at the usual place"
    )
    found = invoke("doctor", "--data", "elsewhere", "--port", "0", *lang)
    assert found.exit_code == 1
    assert DAMAGED in found.output
    advised = commands_in(found.output)
    assert [command[0] for command in advised] == ["export", "verify", "backup"]
    for command in advised:
        assert invoke(*command, *lang).exit_code == 1, command
    tamper(elsewhere / DATABASE_NAME, f"DELETE FROM room WHERE room_id = '{DAMAGED}'")
    lists = invoke("doctor", "--data", "elsewhere", "--port", "0", *lang)
    assert lists.exit_code == 1
    assert [command[0] for command in commands_in(lists.output)] == ["export", "restore"]


def test_the_doctor_checks_what_serve_would_run_with(invoke: Invoke, sound: Path) -> None:
    Path("mine.toml").write_text("port = 'eight'\n", encoding="utf-8")
    assert invoke("doctor", "--port", "0").exit_code == 0
    wrong = invoke("doctor", "--config", "mine.toml")
    assert wrong.exit_code == 1
    assert "mine.toml" in wrong.output
    assert invoke("doctor", "--host", "192.0.2.1", "--port", "0").exit_code == 1
    assert invoke("doctor", "--port", "0", "--public-url", "nowhere").exit_code == 1


def test_the_doctor_takes_its_options_from_serve() -> None:
    program = Program(language=Language.EN, environment=Environment(data_folder=Path()))
    group = command_line(program)
    helped = {
        name: {item.name: item.help for item in group.commands[name].params if isinstance(item, click.Option)}
        for name in ("serve", "doctor")
    }
    assert helped["doctor"].items() <= helped["serve"].items()
    assert {"host", "port", "data", "config", "public_url", "origins"} <= helped["doctor"].keys()
