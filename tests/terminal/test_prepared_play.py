from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from adapters.terminal.answer_sheet import AnswerSheet, read_answers
from adapters.terminal.opening import Wishes, prepare, start
from adapters.terminal.texts import texts_in
from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.log import decode_log, fold_log
from interview_engine.core.settings import Preset, Settings
from interview_engine.core.verifying import verify
from interview_engine.ids import Millis, Salt, SeatId
from interview_engine.offline.interview import ME, Interview
from interview_engine.personas import default_catalogue
from interview_engine.scoring import BoardRow
from interview_engine.vocabulary import Language, QuestionKind

from .conftest import ANSWERS, Invoke

KO = texts_in(Language.KO)
PEOPLE = (ME, SeatId("person-2"), SeatId("person-3"))


def play(name: str, *, seed: str, preset: Preset, language: Language = Language.KO) -> BoardRow:
    sheet = read_answers(ANSWERS / f"{name}.{language.value}.json", texts_in(language))
    settings = Settings(preset=preset, language=language)
    wishes = Wishes(name="지원자", settings=settings, seed=seed)
    interview = prepare(wishes, salt=Salt("salt" * 8), now=Millis(0), catalogue=default_catalogue())
    start(interview)
    asked: list[QuestionKind] = []
    while interview.wait():
        assert interview.room.current is not None
        kind = interview.room.current.kind
        interview.answer(sheet.answer(kind, asked.count(kind), len(asked)) or "")
        asked.append(kind)
    return next(row for row in interview.room.board.rows if row.seat_id == ME)


@pytest.mark.parametrize(
    "preset,seed", [(Preset.SHORT, "1"), (Preset.SHORT, "2"), (Preset.STANDARD, "3"), (Preset.FULL, "4")]
)
def test_against_the_same_rivals_strong_beats_middling_beats_one_word(preset: Preset, seed: str) -> None:
    strong, middling, one_word = (
        play(name, seed=seed, preset=preset) for name in ("strong", "middling", "one_word")
    )
    assert strong.total is not None
    assert middling.total is not None
    assert one_word.total is not None
    assert strong.total > middling.total + 20 > one_word.total + 20
    assert strong.rank <= middling.rank <= one_word.rank


def test_a_strong_english_candidate_scores_high() -> None:
    row = play("strong", seed="1", preset=Preset.SHORT, language=Language.EN)
    assert row.total is not None
    assert row.total > 50


@pytest.mark.parametrize("seed", ["1", "2"])
def test_in_one_room_the_three_candidates_rank_in_this_order(seed: str) -> None:
    names = ("strong", "middling", "one_word")
    sheets = {SeatId(name): read_answers(ANSWERS / f"{name}.ko.json", KO) for name in names}
    wishes = Wishes(name="지원자", settings=Settings(preset=Preset.SHORT), seed=seed, rivals=("naver",))
    interview = prepare(wishes, salt=Salt("salt" * 8), now=Millis(0), catalogue=default_catalogue())
    interview.do(c.LeaveRoom(now=interview.now, id=interview.next_id("leave"), seat_id=ME))
    for seat_id in sheets:
        interview.do(
            c.JoinRoom(now=interview.now, id=interview.next_id("join"), seat_id=seat_id, name=seat_id)
        )
        interview.do(c.SetReady(now=interview.now, id=interview.next_id("ready"), seat_id=seat_id))
    interview.do(c.StartInterview(now=interview.now, id=interview.next_id("start")))
    answer_all(interview, sheets)
    ranks = {row.seat_id: row.rank for row in interview.room.board.rows}
    assert ranks[SeatId("strong")] < ranks[SeatId("middling")] < ranks[SeatId("one_word")]


def test_several_answer_files_seat_several_people(invoke: Invoke, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    names = ("strong", "middling", "one_word")
    files = [part for name in names for part in ("--answers", ANSWERS / f"{name}.ko.json")]
    result = invoke("play", *files, "--rivals", "naver", "--preset", "short", "--seed", "1", "--log", log)
    assert result.exit_code == 0
    room = fold_log(decode_log(log.read_bytes().splitlines()))
    ranks = [next(row.rank for row in room.board.rows if row.seat_id == one) for one in PEOPLE]
    assert ranks[0] < ranks[1] < ranks[2]


def answer_all(interview: Interview, sheets: dict[SeatId, AnswerSheet]) -> None:
    while True:
        turn = next((turn for turn in interview.room.open_turns() if turn.seat_id in sheets), None)
        if turn is None:
            deadline = next_deadline(interview.room)
            if deadline is None:
                return
            interview.advance(deadline.at)
            continue
        sheet = sheets[turn.seat_id]
        assert interview.room.current is not None
        text = sheet.answer(interview.room.current.kind, 0, 0) or ""
        interview.answer(text, seat_id=turn.seat_id)


def test_a_play_prints_the_transcript_and_the_report_and_leaves_a_sound_log(
    invoke: Invoke, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    result = invoke(
        "play", "--answers", ANSWERS / "strong.ko.json", "--preset", "short", "--seed", "1", "--log", log
    )
    assert result.exit_code == 0
    for part in (
        "질문 1 · 1분 자기소개",
        "최종 순위",
        "가장 돋보인 행동",
        "가장 큰 걸림돌",
        "일주일 연습 과제",
    ):
        assert part in result.output
    for part in ("경쟁자와 비교", "나의 기록", "참고 자료이며", f"verify {log}"):
        assert part in result.output
    verification = verify(tuple(decode_log(log.read_bytes().splitlines())))
    assert verification.sound
    assert verification.finished


def test_the_same_seed_and_answers_print_the_same(invoke: Invoke, tmp_path: Path) -> None:
    words = ("play", "--answers", ANSWERS / "middling.ko.json", "--preset", "short", "--seed", "7", "--log")
    outputs = [invoke(*words, tmp_path / name / "log.jsonl").output for name in ("a", "b")]
    assert outputs[0].replace("/a/", "/b/") == outputs[1]
    other = invoke(*words[:-2], "8", "--log", tmp_path / "c.jsonl").output
    assert other.splitlines()[8:] != outputs[0].splitlines()[8:]


def test_a_play_in_english_holds_no_korean(invoke: Invoke) -> None:
    result = invoke(
        "play", "--lang", "en", "--answers", ANSWERS / "strong.en.json", "--preset", "short", "--seed", "1"
    )
    assert result.exit_code == 0
    assert "Final ranking" in result.output
    korean = [line for line in result.output.splitlines() if re.search("[가-힣]", line)]
    assert korean == []


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_screen(invoke: Invoke, columns: int) -> None:
    result = invoke(
        "play", "--answers", ANSWERS / "one_word.ko.json", "--preset", "short", "--seed", "1", columns=columns
    )
    too_wide = [
        line
        for line in result.output.splitlines()
        if cell_len(line) > columns and "interview-engine" not in line
    ]
    assert [line for line in too_wide if not line.startswith("기록 파일")] == []


def test_turns_beyond_the_answers_are_skipped_with_a_notice(invoke: Invoke, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text('["첫 번째 답변입니다."]', encoding="utf-8")
    result = invoke("play", "--answers", answers, "--preset", "short", "--seed", "1")
    assert result.exit_code == 0
    assert result.output.count(KO.no_more_answers) >= 3
    assert (
        KO.outcomes[next(outcome for outcome in KO.outcomes if outcome.value == "skipped")] in result.output
    )


@pytest.mark.parametrize("visibility,shown", [("live", True), ("end", False)])
def test_the_ranking_is_shown_when_the_settings_say(invoke: Invoke, visibility: str, shown: bool) -> None:
    result = invoke(
        "play",
        "--answers",
        ANSWERS / "one_word.ko.json",
        "--preset",
        "short",
        "--visibility",
        visibility,
    )
    before_the_end = result.output.partition(KO.finished)[0]
    assert (KO.col_interval in before_the_end) is shown
    assert ("내 답변 점수" in before_the_end) is shown


def test_resume_facts_lead_to_an_individual_question(invoke: Invoke, tmp_path: Path) -> None:
    facts = tmp_path / "facts.txt"
    facts.write_text("2024년 정산 서비스에서 불일치를 92% 줄였습니다\n", encoding="utf-8")
    result = invoke(
        "play", "--answers", ANSWERS / "strong.ko.json", "--preset", "short", "--seed", "1", "--facts", facts
    )
    assert result.exit_code == 0
    asked = result.output.split("개별질문")
    assert any("정산" in part[:400] for part in asked[1:])
