"""The operator's commands, on databases that a server would have left."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.program import extras, server_checkup
from adapters.program.command import command_line
from adapters.program.commands.completion import SHELLS
from adapters.program.settings import DATABASE_NAME, KEY_FILE_NAME
from adapters.program.texts import program_texts
from adapters.terminal.bootstrap import Environment, Program
from interview_engine.vocabulary import Language
from tests.program.conftest import Invoke
from tests.program.stored_rooms import store_rooms
from tests.service.stage import ROOM as ROOM_ID

KO = program_texts(Language.KO)
ROOM = str(ROOM_ID)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with one room."""
    return store_rooms(tmp_path / "data" / "server", [ROOM_ID]).parent


def test_a_backup_restores_what_was_there(invoke: Invoke, data: Path) -> None:
    assert invoke("backup", "rooms.backup").exit_code == 0
    assert invoke("backup", "rooms.backup").exit_code == 3, "a backup is never written over"
    kept = invoke("restore", "rooms.backup")
    assert kept.exit_code == 3
    assert "--force" in kept.output
    (data / DATABASE_NAME).write_bytes(b"ruined")
    ruined = invoke("export")
    assert ruined.exit_code == 3
    assert "restore" in ruined.output
    assert invoke("restore", "rooms.backup", "--force").exit_code == 0
    assert ROOM in invoke("export").output
    assert invoke("restore", "missing.backup", "--force").exit_code == 3


def test_an_exported_room_verifies_and_can_be_imported_elsewhere_once(
    invoke: Invoke, data: Path, tmp_path: Path
) -> None:
    assert invoke("export", ROOM, "--out", "one.jsonl").exit_code == 0
    assert Path("one.jsonl").stat().st_mode & 0o077 == 0
    assert invoke("export", ROOM, "--out", "one.jsonl").exit_code == 3
    assert invoke("export", "--all", "--out", "all").exit_code == 0
    assert (Path("all") / f"{ROOM}.jsonl").read_bytes() == Path("one.jsonl").read_bytes()
    assert invoke("verify", "one.jsonl").exit_code == 0
    other = ("--data", tmp_path / "other")
    assert invoke("import", "one.jsonl", *other).exit_code == 0
    again = invoke("import", "one.jsonl", *other)
    assert again.exit_code == 3
    assert KO.room_exists.format(room=ROOM) in again.output
    assert invoke("export", ROOM, "--out", "two.jsonl", *other).exit_code == 0
    assert Path("two.jsonl").read_bytes() == Path("one.jsonl").read_bytes()
    missing = invoke("export", "nobodys")
    assert missing.exit_code == 2
    assert "nobodys" in missing.output


def test_an_altered_log_is_not_imported(invoke: Invoke, data: Path, tmp_path: Path) -> None:
    invoke("export", ROOM, "--out", "one.jsonl")
    Path("one.jsonl").write_bytes(
        Path("one.jsonl").read_bytes().replace("김지원".encode(), "김지우".encode())
    )
    refused = invoke("import", "one.jsonl", "--data", tmp_path / "other")
    assert refused.exit_code == 1
    assert "verify" in refused.output
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("words", [("backup", "x"), ("export",)])
def test_without_a_database_a_command_says_so(invoke: Invoke, words: tuple[str, ...]) -> None:
    result = invoke(*words)
    assert result.exit_code == 3
    assert "serve" in result.output
    assert not Path("x").exists()


def test_the_doctor_finds_a_fine_server_fine(invoke: Invoke, data: Path) -> None:
    result = invoke("doctor", PORT="0")
    assert result.exit_code == 0, result.output
    for name in (
        KO.check_data,
        KO.check_key,
        KO.check_database,
        KO.check_port,
        KO.check_sqlite,
        KO.check_clock,
    ):
        assert name in result.output


def test_the_doctor_finds_what_is_wrong(invoke: Invoke, data: Path) -> None:
    (data / KEY_FILE_NAME).write_bytes(b"k" * 40)
    (data / KEY_FILE_NAME).chmod(0o644)
    (data / DATABASE_NAME).write_bytes(b"ruined")
    result = invoke("doctor", PORT="0", PROT="1")
    assert result.exit_code == 1
    assert "chmod 600" in result.output
    assert "restore" in result.output
    assert "INTERVIEW_ENGINE_PROT" in result.output
    bad = invoke("doctor", PORT="eight")
    assert bad.exit_code == 1
    assert "port" in bad.output


def test_the_doctor_notices_an_old_sqlite_and_a_clock_that_was_never_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr(server_checkup, "EARLIEST_YEAR", 9_999)
    program = Program(language=Language.KO, environment=Environment(data_folder=Path("nowhere")))
    advised = {check.name for check in server_checkup.check_server(program, {}, None) if check.advice}
    assert {KO.check_sqlite, KO.check_clock} <= advised


def test_without_the_extra_serve_says_what_to_install_and_the_rest_works(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "NEEDED", (*extras.NEEDED, "a_library_that_nobody_has"))
    for language in ("ko", "en"):
        result = invoke("serve", "--lang", language)
        assert result.exit_code == 2
        assert "a_library_that_nobody_has" in result.output
        assert "pip install 'interview-engine[server]'" in result.output
    assert invoke("doctor").exit_code == 0
    assert invoke("personas").exit_code == 0


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_prints_a_script_for_each_shell(invoke: Invoke, shell: str) -> None:
    script = invoke("completion", shell)
    assert script.exit_code == 0
    assert "_INTERVIEW_ENGINE_COMPLETE" in script.output
    program = {"bash": "bash", "zsh": "zsh", "fish": "fish"}[shell]
    if shutil.which(program):
        checked = subprocess.run(
            [program, "-n"], input=script.output, text=True, check=False, capture_output=True
        )
        assert checked.returncode == 0, checked.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "typed,offered",
    [("interview-engine ser", "serve"), ("interview-engine serve --log-format ", "json")],
)
def test_what_is_typed_is_completed(tmp_path: Path, typed: str, offered: str) -> None:
    words = typed.split(" ")
    completed = subprocess.run(
        [sys.executable, "-c", "from adapters.program.command import main; main()"],
        env={
            **os.environ,
            "_INTERVIEW_ENGINE_COMPLETE": "bash_complete",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(words) - 1),
            "INTERVIEW_ENGINE_HOME": str(tmp_path),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"plain,{offered}" in completed.stdout.splitlines(), completed


@pytest.mark.slow
def test_the_server_costs_nothing_until_it_is_asked_for() -> None:
    look = (
        "import json, sys; import adapters.program.command; from pathlib import Path\n"
        "from adapters.terminal.bootstrap import *; from interview_engine.vocabulary import Language\n"
        "program = Program(language=Language.KO, environment=Environment(data_folder=Path()))\n"
        "adapters.program.command.command_line(program)\n"
        "print(json.dumps(sorted(name for name in sys.modules if '.' not in name)))"
    )
    root = str(Path(__file__).parents[2])
    loaded = subprocess.run(
        [sys.executable, "-c", look], cwd=root, capture_output=True, text=True, check=True
    )
    assert set(json.loads(loaded.stdout)) & {*extras.NEEDED, "pydantic", "sqlite3"} == set()


@pytest.mark.parametrize("language", Language)
def test_every_command_explains_itself_in_the_persons_language(invoke: Invoke, language: Language) -> None:
    program = Program(language=language, environment=Environment(data_folder=Path()))
    for name in command_line(program).commands:
        page = invoke(name, "--help", "--lang", language.value).output
        korean = any("가" <= letter <= "힣" for letter in page)
        assert korean is (language is Language.KO), page
