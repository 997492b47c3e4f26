from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from adapters.terminal.bootstrap import Environment, Program, read_environment
from adapters.terminal.command import command_line
from adapters.terminal.texts import texts_in
from interview_engine.vocabulary import Language

from .conftest import ANSWERS, Invoke

ROOT = Path(__file__).parents[2]
KO = texts_in(Language.KO)


@pytest.mark.parametrize(
    "words,code,told",
    [
        (("play",), 2, "--answers"),
        (("play", "--presett"), 2, "--preset"),
        (("play", "--preset", "tiny"), 2, "short, standard, full"),
        (("play", "--difficulty", "9"), 2, "--difficulty"),
        (("play", "--answers", "nowhere.json"), 3, "nowhere.json"),
        (("plai",), 2, "plai"),
        (("verify",), 2, "FILE"),
        (("verify", "nowhere.jsonl"), 3, "nowhere.jsonl"),
        (("verify", "."), 3, "."),
        (("questions", "--show", "nothing"), 2, "nothing"),
    ],
)
def test_a_mistake_is_told_with_what_to_do_next(
    invoke: Invoke, words: tuple[str, ...], code: int, told: str
) -> None:
    for language in ("ko", "en"):
        result = invoke(*words, "--lang", language) if len(words) > 1 else invoke("--lang", language, *words)
        assert result.exit_code == code, result.output
        assert result.output.startswith("✗ ")
        assert told in result.output
        assert "Traceback" not in result.output


def test_an_unknown_rival_is_answered_with_those_that_exist(invoke: Invoke) -> None:
    result = invoke("play", "--answers", ANSWERS / "one_word.ko.json", "--rivals", "nave")
    assert result.exit_code == 2
    assert "naver" in result.output


def test_too_few_candidates_are_refused_in_the_persons_language(invoke: Invoke) -> None:
    result = invoke("play", "--answers", ANSWERS / "one_word.ko.json", "--rivals", "")
    assert result.exit_code == 2
    assert "AI 지원자를 추가해 주세요" in result.output


def test_an_existing_log_is_never_overwritten(invoke: Invoke, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text("precious", encoding="utf-8")
    result = invoke("play", "--answers", ANSWERS / "one_word.ko.json", "--log", log)
    assert result.exit_code == 3
    assert log.read_text(encoding="utf-8") == "precious"


def test_a_bug_leaves_a_note_and_an_apology(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(program: Program, *_: object) -> None:
        raise ZeroDivisionError(program.language.value)

    monkeypatch.setattr(Program, "catalogue", broken)
    result = invoke("personas")
    assert result.exit_code == 70
    assert KO.trouble.error_bug in result.output
    assert "Traceback" not in result.output
    assert "ZeroDivisionError" in (tmp_path / "data" / "last-error.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_command_explains_itself_in_both_languages(
    invoke: Invoke, language: str, tmp_path: Path
) -> None:
    program = Program(language=Language(language), environment=Environment(data_folder=tmp_path))
    for name in command_line(program).commands:
        result = invoke(name, "--lang", language, "--help")
        assert result.exit_code == 0
        korean = any("가" <= letter <= "힣" for letter in result.output)
        assert korean is (language == "ko"), result.output


def test_the_doctor_finds_nothing_wrong_here_and_a_folder_that_is_not_writable(
    invoke: Invoke, tmp_path: Path
) -> None:
    healthy = invoke("doctor")
    assert healthy.exit_code == 0, healthy.output
    (tmp_path / "data").rmdir()
    (tmp_path / "data").write_text("a file, no folder", encoding="utf-8")
    ill = invoke("doctor")
    assert ill.exit_code == 1
    assert "INTERVIEW_ENGINE_HOME" in ill.output.replace("\n", "").replace(" ", "")


def test_personas_and_questions_are_listed(invoke: Invoke) -> None:
    assert "naver" in invoke("personas").output
    listed = invoke("questions", "--kind", "closing", "--limit", "2").output
    assert "closing-001" in listed.replace("\n", "")
    assert KO.questions_more in listed
    assert KO.question_points in invoke("questions", "--show", "closing-001").output
    assert KO.questions_none in invoke("questions", "--kind", "closing", "--company", "toss").output


def test_a_custom_candidate_is_checked_and_sits_in(invoke: Invoke, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('id = "mine"\nname = "김새롬"\nheadline = "결제를 맡아 온 개발자"\n', encoding="utf-8")
    bad.write_text('id = "mine"\n', encoding="utf-8")
    assert invoke("check-persona", good).exit_code == 0
    refused = invoke("check-persona", bad)
    assert refused.exit_code == 1
    assert "headline" in refused.output
    assert "name" in refused.output
    played = invoke(
        "play",
        "--persona",
        good,
        "--rivals",
        "naver",
        "--preset",
        "short",
        "--answers",
        ANSWERS / "one_word.ko.json",
    )
    assert played.exit_code == 0, played.output
    assert "김새롬" in played.output


def test_a_simulation_prints_its_summary(invoke: Invoke) -> None:
    result = invoke("simulate", "--interviews", "2", "--seed", "1", "--json")
    assert result.exit_code == 0, result.output
    assert msgspec.json.decode(result.output)["interviews"] == 2


@pytest.mark.parametrize(
    "variables,platform,expected",
    [
        ({}, "linux", "/home/kim/.local/share/interview-engine"),
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data/interview-engine"),
        ({}, "darwin", "/home/kim/Library/Application Support/interview-engine"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/interview-engine"),
        ({"INTERVIEW_ENGINE_HOME": "/mine"}, "linux", "/mine"),
    ],
)
def test_the_data_folder_is_where_the_platform_keeps_data(
    variables: dict[str, str], platform: str, expected: str
) -> None:
    assert read_environment(variables, platform, Path("/home/kim")).data_folder == Path(expected)


def test_output_is_utf8_where_the_locale_is_not() -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", "from adapters.terminal.command import main; main(['play'])"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert outcome.returncode == 2
    assert "터미널" in outcome.stderr.decode("utf-8")


def test_the_library_example_runs() -> None:
    outcome = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "library.py")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = outcome.stdout.splitlines()
    assert lines[-1] == "True"
    assert sum(line.startswith("Q.") for line in lines) >= 4
