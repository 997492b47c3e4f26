from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from adapters.terminal.answer_sheet import read_answers
from adapters.terminal.failures import Failure
from adapters.terminal.journal import Journal
from adapters.terminal.log_reading import look_at_log
from adapters.terminal.texts import texts_in
from interview_engine.core.log import decode_log, fold_log
from interview_engine.vocabulary import Language, QuestionKind

from .conftest import ANSWERS, Invoke

KO = texts_in(Language.KO)


def test_a_sound_log_verifies(invoke: Invoke, finished_log: Path) -> None:
    result = invoke("verify", finished_log)
    assert result.exit_code == 0
    assert KO.verify_sound in result.output
    head = next(iter(reversed(list(decode_log(finished_log.read_bytes().splitlines()))))).hash
    assert head in result.output.replace("\n", "").replace(" ", "")


def test_an_edited_log_is_named_and_refused(invoke: Invoke, finished_log: Path, tmp_path: Path) -> None:
    edited = tmp_path / "edited.jsonl"
    lines = finished_log.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if '"total":' in line)
    lines[place] = lines[place].replace('"total":', '"total":9', 1)
    edited.write_text("".join(lines), encoding="utf-8")
    result = invoke("verify", edited)
    assert result.exit_code == 1
    assert "hash" in result.output
    assert str(place + 1) in result.output
    resumed = invoke("play", "--resume", edited, "--answers", ANSWERS / "strong.ko.json")
    assert resumed.exit_code == 3
    assert f"verify {edited}" in resumed.output


def test_a_log_cut_off_in_its_last_line_can_be_gone_on_with(
    invoke: Invoke, finished_log: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.jsonl"
    lines = finished_log.read_bytes().splitlines(keepends=True)
    cut.write_bytes(b"".join(lines[:60]) + lines[60][:40])
    verified = invoke("verify", cut)
    assert verified.exit_code == 1
    assert "61번째 줄" in verified.output
    refused = invoke("play", "--resume", cut, "--answers", ANSWERS / "strong.ko.json")
    assert refused.exit_code == 3
    assert "--keep-readable" in refused.output
    assert "60줄" in refused.output
    kept = invoke("play", "--resume", cut, "--keep-readable", "--answers", ANSWERS / "strong.ko.json")
    assert kept.exit_code == 0, kept.output
    assert "최종 순위" in kept.output
    assert (tmp_path / "cut.jsonl.tail").read_bytes() == lines[60][:40]
    assert invoke("verify", cut).exit_code == 0


def test_a_log_without_its_last_line_feed_is_gone_on_with(
    invoke: Invoke, finished_log: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.jsonl"
    cut.write_bytes(b"".join(finished_log.read_bytes().splitlines(keepends=True)[:60]).rstrip(b"\n"))
    assert invoke("play", "--resume", cut, "--answers", ANSWERS / "strong.ko.json").exit_code == 0
    assert invoke("verify", cut).exit_code == 0


def test_a_log_of_a_newer_version_asks_for_an_upgrade(
    invoke: Invoke, finished_log: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.jsonl"
    lines = finished_log.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[4] = lines[4].replace('"schema":1', '"schema":99', 1)
    newer.write_text("".join(lines), encoding="utf-8")
    result = invoke("verify", newer)
    assert result.exit_code == 3
    assert KO.trouble.hint_newer in result.output
    assert "5번째 줄" in result.output


@pytest.mark.parametrize("content", [b"", b"hello\n", "안녕".encode("cp949")])
def test_a_file_that_is_no_log_is_told_without_a_traceback(
    invoke: Invoke, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "no-log.jsonl"
    file.write_bytes(content)
    for words in (
        ("replay", file),
        ("fork", file, "--question", "1", "--answer", "네"),
        ("redact", file, "--out", "x"),
    ):
        result = invoke(*words)
        assert result.exit_code == 3
        assert "✗" in result.output
        assert "Traceback" not in result.output


def test_redaction_deletes_the_words_and_keeps_the_log_sound(
    invoke: Invoke, finished_log: Path, tmp_path: Path
) -> None:
    out = tmp_path / "redacted.jsonl"
    assert invoke("redact", finished_log, "--out", out).exit_code == 0
    assert "주문 서비스를 맡아 왔고" in finished_log.read_text(encoding="utf-8")
    assert "주문 서비스를 맡아 왔고" not in out.read_text(encoding="utf-8")
    assert invoke("verify", out).exit_code == 0
    assert invoke("replay", out).exit_code == 0
    again = invoke("redact", finished_log, "--out", out)
    assert again.exit_code == 3
    assert invoke("redact", finished_log, "--owner", "nobody", "--out", tmp_path / "y").exit_code == 2


def test_a_report_is_written_in_every_format_and_never_over_a_file(
    invoke: Invoke, finished_log: Path, tmp_path: Path
) -> None:
    page, table, document = (tmp_path / name for name in ("r.html", "r.csv", "r.json"))
    result = invoke("report", finished_log, "--html", page, "--csv", table, "--json", document)
    assert result.exit_code == 0, result.output
    assert "주문 서비스를 맡아 왔고" in page.read_text(encoding="utf-8")
    assert "주문 서비스를 맡아 왔고" in table.read_text(encoding="utf-8")
    assert msgspec.json.decode(document.read_bytes())
    assert invoke("report", finished_log, "--html", page).exit_code == 3
    assert invoke("report", finished_log).exit_code == 2


def test_a_replay_shows_each_seat_only_what_it_saw(invoke: Invoke, finished_log: Path) -> None:
    mine = invoke("replay", finished_log)
    rivals = invoke("replay", finished_log, "--as", "ai-1")
    public = invoke("replay", finished_log, "--as", "public")
    assert (mine.exit_code, rivals.exit_code, public.exit_code) == (0, 0, 0)
    assert KO.strength_title in mine.output
    assert KO.strength_title not in rivals.output
    assert KO.strength_title not in public.output
    assert "주문 서비스를 맡아 왔고" in " ".join(public.output.split())


def test_a_step_replay_waits_for_enter_and_ends_on_q(invoke: Invoke, finished_log: Path) -> None:
    result = invoke("replay", finished_log, "--step")
    assert result.exit_code == 0
    assert KO.finished not in result.output


def test_a_fork_answers_one_question_again_against_the_same_rivals(
    invoke: Invoke, finished_log: Path, tmp_path: Path
) -> None:
    forked = tmp_path / "fork.jsonl"
    result = invoke(
        "fork", finished_log, "--question", "1", "--answers", ANSWERS / "strong.ko.json", "--log", forked
    )
    assert result.exit_code == 0, result.output
    assert "1번 질문까지의 결과 비교" in result.output
    gained = next(line for line in result.output.splitlines() if KO.fork_answer_score in line)
    assert "+" in gained
    assert invoke("verify", forked).exit_code == 0
    old, new = (fold_log(decode_log(path.read_bytes().splitlines())) for path in (finished_log, forked))
    assert new.parent is not None
    assert new.parent.room_id == old.room_id
    said = [{turn.seat_id: turn.text for turn in room.rounds[0].turns} for room in (old, new)]
    assert {seat: text for seat, text in said[0].items() if seat != "me"} == {
        seat: text for seat, text in said[1].items() if seat != "me"
    }
    assert said[0]["me"] != said[1]["me"]  # type: ignore[index]
    assert len(new.rounds) == 1


def test_a_fork_at_a_question_of_somebody_else_lists_ones_own(invoke: Invoke, finished_log: Path) -> None:
    result = invoke("fork", finished_log, "--question", "99", "--answer", "네")
    assert result.exit_code == 2
    assert "1, 2" in result.output


def test_a_log_in_use_turns_a_second_program_away(finished_log: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(finished_log.read_bytes())
    found = look_at_log(copy, KO)
    first = Journal.reopen(found, KO)
    with pytest.raises(Failure, match="진행 중인"):
        Journal.reopen(found, KO)
    first.close()
    Journal.reopen(found, KO).close()


@pytest.mark.parametrize(
    "name,body,kind,expected",
    [
        ("a.json", '["하나", "둘"]', QuestionKind.COMMON, ["하나", "둘", None]),
        ("a.json", '{"common": ["하나"], "default": "끝"}', QuestionKind.COMMON, ["하나", "끝", "끝"]),
        ("a.json", '{"closing": "하나"}', QuestionKind.COMMON, [None, None, None]),
        ("a.toml", 'answers = ["하나", "둘"]', QuestionKind.COMMON, ["하나", "둘", None]),
        ("a.toml", 'common = "하나"\ndefault = ["둘", "셋"]', QuestionKind.COMMON, ["하나", "둘", "셋"]),
    ],
)
def test_answers_are_given_in_order(
    tmp_path: Path, name: str, body: str, kind: QuestionKind, expected: list[str | None]
) -> None:
    path = tmp_path / name
    path.write_text(body, encoding="utf-8")
    sheet = read_answers(path, KO)
    assert [sheet.answer(kind, place, place) for place in range(3)] == expected


@pytest.mark.parametrize("body", ["{", "3", "{}", '{"commom": "네"}', '{"common": 3}', "[1]"])
def test_answers_of_another_shape_are_refused_with_what_is_allowed(tmp_path: Path, body: str) -> None:
    path = tmp_path / "answers.json"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(Failure) as refused:
        read_answers(path, KO)
    assert refused.value.exit_code == 3
    assert "self_introduction" in refused.value.hint
