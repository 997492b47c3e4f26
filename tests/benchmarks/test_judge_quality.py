from __future__ import annotations

import asyncio
import json
import math
from pathlib import Path

import pytest

from adapters.llm.asking import Asking
from benchmarks.llm.judge_figures import (
    length_dependence,
    level_agreement,
    pair_accuracy,
    swap_consistency,
    verdict_accuracy,
)
from benchmarks.llm.judge_quality import main
from benchmarks.llm.judge_runs import heuristic_figures, model_figures, sampled_pairs
from benchmarks.llm.judged_data import Graded, load
from benchmarks.llm.obeying import ObeyingAsking
from interview_engine.ids import JudgeId, TurnId
from interview_engine.scoring import Comparison, HeuristicJudge, Verdict
from interview_engine.vocabulary import Language, QuestionKind
from tests.llm.tasks.effects import GOOD, POINTS, QUESTION, WEAK

KO = Language.KO
MIDDLING = "의견이 갈린 원인부터 물었습니다. 제가 두 안을 표로 정리했고 결국 합의했습니다."


def graded(name: str, answer: str, human: float) -> Graded:
    return Graded(
        name=name,
        question=QUESTION[KO],
        key_points=POINTS[KO],
        reference="",
        answer=answer,
        human=human,
        language=KO,
        kind=QuestionKind.COMMON,
    )


ANSWERS = (graded("a", WEAK[KO], 0.1), graded("b", MIDDLING, 0.5), graded("c", GOOD[KO], 1.0))


def comparison(first: str, second: str, forward: Verdict, backward: Verdict) -> Comparison:
    return Comparison(
        first=TurnId(first),
        second=TurnId(second),
        judge_id=JudgeId("panel"),
        family="x",
        forward=forward,
        backward=backward,
    )


def test_pair_accuracy_counts_a_tie_half() -> None:
    assert pair_accuracy(ANSWERS, {"a": 1.0, "b": 2.0, "c": 3.0}) == 1.0
    assert pair_accuracy(ANSWERS, {"a": 3.0, "b": 2.0, "c": 1.0}) == 0.0
    assert pair_accuracy(ANSWERS, {"a": 1.0, "b": 1.0, "c": 1.0}) == 0.5
    assert math.isnan(pair_accuracy(ANSWERS, {"a": 1.0}))


def test_a_verdict_is_right_when_it_names_the_better_answer_in_either_place() -> None:
    pairs = [(ANSWERS[2], ANSWERS[0]), (ANSWERS[1], ANSWERS[0])]
    first, second = Verdict.FIRST, Verdict.SECOND
    right = [comparison("c", "a", first, first), comparison("a", "b", second, second)]
    assert verdict_accuracy(pairs, right) == 1.0
    mixed = [comparison("c", "a", first, second), comparison("a", "b", first, first)]
    assert verdict_accuracy(pairs, mixed) == 0.25
    assert swap_consistency(mixed) == 0.5


def test_length_dependence_is_what_the_grades_do_not_explain() -> None:
    answers = tuple(
        graded(str(place), "가" * length, human)
        for place, (length, human) in enumerate(((10, 0.1), (40, 0.2), (20, 0.3), (50, 0.4), (30, 0.5)))
    )
    by_length = {one.name: float(len(one.answer)) for one in answers}
    by_grade = {one.name: one.human for one in answers}
    assert length_dependence(answers, by_length) > 0.9
    assert math.isnan(length_dependence(answers, by_grade)), "grades explain everything"


def test_level_agreement_counts_equal_and_near_levels() -> None:
    judge = HeuristicJudge()
    one, other = (
        judge.evaluate(
            turn_id=TurnId("t"),
            judge_id=JudgeId("j"),
            question=QUESTION[KO],
            key_points=POINTS[KO],
            answer=answer,
            language=KO,
        )
        for answer in (GOOD[KO], WEAK[KO])
    )
    assert level_agreement([one], [one]) == (1.0, 1.0)
    same, near = level_agreement([one], [other])
    assert same <= near < 1.0


def test_files_and_folders_of_ones_own_are_read(tmp_path: Path) -> None:
    rows = (
        {
            "question": "무엇을 배웠습니까?",
            "answer": "많이 배웠습니다.",
            "score": 0.2,
            "key_points": ["교훈", "적용"],
        },
        {
            "question": "What is TCP?",
            "answer": "A protocol.",
            "score": "0.5",
            "reference": ["Reliable. Ordered."],
        },
        {"question": "What is TCP?", "answer": " ", "score": 0, "reference": "x"},
        {"something": "else"},
    )
    (tmp_path / "mine.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = load([tmp_path], 0)
    assert [one.language for one in found] == [Language.KO, Language.EN]
    assert found[0].key_points == ("교훈", "적용")
    assert found[1].key_points == ("Reliable.", "Ordered.")
    assert found[1].human == 0.5


def test_pairs_are_always_the_same_ones_the_better_first() -> None:
    answers = [graded(f"n{place}", f"{GOOD[KO]} {place}", place / 10) for place in range(10)]
    pairs = sampled_pairs(answers, 12)
    assert pairs == sampled_pairs(answers, 12)
    assert len(pairs) == 12
    assert all(better.human > worse.human for better, worse in pairs)


def test_a_model_that_judges_like_the_heuristic_gets_its_figures() -> None:
    asking: Asking = ObeyingAsking(None, QUESTION[KO], POINTS[KO], KO)
    pairs = sampled_pairs(ANSWERS, 10)
    found = asyncio.run(model_figures(asking, ANSWERS, pairs, together=True))
    baseline = heuristic_figures(ANSWERS, pairs)
    assert found["judge_pair_accuracy"] == baseline["levels_pair_accuracy"] == 1.0
    assert found["judge_swap_consistency"] == 1.0
    assert found["judge_calls"] == len(ANSWERS) + len(pairs)
    assert found["judge_unanswered"] == 0
    assert found["together_same_level"] == 1.0


def test_without_data_it_says_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["judge_quality", "/nowhere"])
    main()
    assert '"skipped": true' in capsys.readouterr().out
