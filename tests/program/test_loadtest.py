from __future__ import annotations

import asyncio
import html.parser
import json
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

from adapters.program.loadtest import command
from adapters.program.loadtest_http import CallFailed, post
from adapters.program.loadtest_page import load_page
from adapters.program.loadtest_plan import (
    LoadPlan,
    LoadResult,
    ServerCost,
    Tally,
    histogram,
    percentile,
    result_of,
)
from adapters.program.loadtest_rows import rows_of
from adapters.program.loadtest_server import ENVIRONMENT
from adapters.program.loadtest_texts import LoadTexts, load_texts
from adapters.program.settings import SETTINGS
from adapters.program.texts import program_texts
from adapters.terminal.bootstrap import Environment, Program
from adapters.terminal.failures import ExitCode
from interview_engine.vocabulary import Language

PLAN = LoadPlan(rooms=2, clients=3, duration_s=10.0, pace_ms=1_000, url="http://127.0.0.1:8000")


def loadtest(*words: str, language: Language = Language.EN) -> Result:
    program = Program(language=language, environment=Environment(data_folder=Path()))
    asked = command(program.texts, program_texts(language))
    return CliRunner().invoke(asked, words, obj=program)


def a_result(latencies: list[float], **errors: int) -> LoadResult:
    tally = Tally(latencies_ms=latencies, deliveries=500, commands=100)
    tally.errors.update(errors)
    cost = ServerCost(cpu_s=1.5, rss_mib=80.0)
    return result_of(
        PLAN, tally, connections=6, duration_s=10.0, connect_s=0.5, client_cpu_s=9.0, server=cost
    )


@pytest.mark.parametrize(
    "percent, expected", [(50, 50.0), (99, 99.0), (100, 100.0), (1, 1.0), (0.1, 1.0), (99.1, 100.0)]
)
def test_percentiles_are_values_that_were_measured(percent: float, expected: float) -> None:
    assert percentile([float(value) for value in range(1, 101)], percent) == expected


def test_of_nothing_there_is_no_percentile() -> None:
    assert percentile([], 99) is None
    assert percentile([7.0], 99) == percentile([7.0], 1) == 7.0


def test_a_histogram_counts_every_value_once() -> None:
    assert histogram([0.2, 0.9, 1.0, 3.9, 4.0, 9.0]) == ((1, 2), (2, 1), (4, 1), (8, 1), (16, 1))
    assert histogram([]) == ()


@pytest.mark.parametrize("language", Language)
def test_a_result_is_told_in_rows_and_on_a_page(language: Language) -> None:
    words = load_texts(language)
    result = a_result([5.0, 6.0, 70.0], **{"lost:1006": 2})
    rows = dict(rows_of(result, words))
    assert "6" in rows[words.row_load]
    assert "p99 70.0" in rows[words.row_latency]
    assert rows[words.row_errors] == "lost:1006 × 2"
    assert "90%" in rows[words.row_client]
    assert rows[words.row_client] == words.client_busy.format(share=0.9)
    page = load_page(result, words, language)
    html.parser.HTMLParser().feed(page)
    assert all(text in page for text in (words.title, "p99 70.0", "<rect", f'lang="{language.value}"'))
    assert not any(word in page for word in ("<script", "<link", "src=", "http://", "https://"))


def test_without_anything_measured_it_says_so() -> None:
    words = load_texts(Language.KO)
    rows = dict(rows_of(a_result([]), words))
    assert rows[words.row_latency] == words.no_latency
    assert rows[words.row_errors] == words.none


def test_both_languages_have_the_same_places() -> None:
    def places(text: str) -> list[str]:
        return sorted(part.split("}")[0].split(":")[0] for part in text.split("{")[1:])

    korean, english = load_texts(Language.KO), load_texts(Language.EN)
    for field in attrs.fields(LoadTexts):
        assert places(getattr(korean, field.name)) == places(getattr(english, field.name)), field.name
        assert (
            any("가" <= letter <= "힣" for letter in getattr(korean, field.name)) or field.name == "latency"
        )


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org:8000",
        "https://127.0.0.1:8000",
        "http://127.0.0.1.example.org",
        "http://127.0.0.1@example.org",
        "http://192.168.0.7:8000",
        "ftp://localhost",
        "localhost:8000",
    ],
)
def test_only_this_machine_is_put_under_load(url: str) -> None:
    result = loadtest("--url", url)
    assert result.exit_code == ExitCode.USAGE
    assert load_texts(Language.EN).hint_not_here in result.output or url in result.output


def test_a_server_that_does_not_answer_is_told() -> None:
    result = loadtest("--url", "http://127.0.0.1:1", "--rooms", "1", "--duration", "1")
    assert result.exit_code == ExitCode.USAGE
    assert "does not answer" in result.output


def test_more_connections_than_files_are_refused_before_anything_starts() -> None:
    result = loadtest("--url", "http://127.0.0.1:1", "--rooms", "10000", "--clients", "50")
    if result.exit_code == ExitCode.USAGE and "open files" not in result.output:
        pytest.skip("this machine allows half a million open files")
    assert "500,000" in result.output


def test_a_call_that_fails_quotes_no_token() -> None:
    async def scene() -> None:
        with pytest.raises(CallFailed) as failed:
            await post("http://127.0.0.1:1/api/rooms", {}, "a secret token")
        assert "secret" not in f"{failed.value!r}"

    asyncio.run(scene())


def test_the_limits_that_are_lifted_exist() -> None:
    known = {f"INTERVIEW_ENGINE_{setting.path.replace('.', '_').upper()}" for setting in SETTINGS}
    assert set(ENVIRONMENT) <= known


@pytest.mark.slow
@pytest.mark.xdist_group("whole server")
def test_a_load_test_starts_its_own_server_measures_and_stops(tmp_path: Path) -> None:
    page = tmp_path / "load.html"
    words = ("--rooms", "2", "--clients", "3", "--duration", "3", "--pace", "300", "--html", str(page))
    result = loadtest(*words, "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert (found["connections"], found["errors"]) == (6, {})
    assert found["answered"] >= 4
    assert found["deliveries"] >= 3 * found["answered"]
    assert 0 < found["p50_ms"] <= found["p99_ms"] <= found["most_ms"]
    assert found["server"]["rss_mib"] > 10
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
