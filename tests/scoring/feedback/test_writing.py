from __future__ import annotations

import re

import attrs
import pytest

from interview_engine.ids import JudgeId, SeatId, TurnId
from interview_engine.scoring import (
    AnswerScore,
    Criterion,
    CriterionEvidence,
    Evaluation,
    Feedback,
    FeedbackEvidence,
    Level,
    RivalEvidence,
    TurnEvidence,
    disclaimer,
    floor_score,
    plain_text,
    write_feedback,
)
from interview_engine.scoring.feedback.phrases_en import ENGLISH
from interview_engine.scoring.feedback.phrases_ko import KOREAN
from interview_engine.vocabulary import Language, QuestionKind

ANSWER = (
    "저는 먼저 장애 기록을 모두 모아 원인을 찾았습니다. 그 결과 오류가 40건에서 5건으로 줄었습니다. "
    "이 일로 기록의 중요성을 배웠습니다."
)
FIRST, SECOND, THIRD = (f"{part}." for part in ANSWER.rstrip(".").split(". "))


def turn(
    name: str,
    levels: tuple[int, ...],
    quotes: tuple[str, ...] = (FIRST, SECOND, FIRST, FIRST, THIRD),
    *,
    missed: tuple[int, ...] = (),
    kind: QuestionKind = QuestionKind.EXPERIENCE,
    question: str = "가장 어려웠던 장애를 말씀해 주세요.",
) -> TurnEvidence:
    turn_id = TurnId(name)
    evidence = tuple(
        CriterionEvidence(criterion=criterion, level=Level(level), quote=quote)
        for criterion, level, quote in zip(Criterion, levels, quotes, strict=True)
    )
    evaluation = Evaluation(
        turn_id=turn_id, judge_id=JudgeId("j"), family="f", evidence=evidence, missed_points=missed
    )
    total = sum(25.0 * (level - 1) for level in levels) / len(levels)
    score = AnswerScore(
        turn_id=turn_id, seat_id=SeatId("me"), total=total, levels=tuple(map(float, levels)), judges=1
    )
    return TurnEvidence(
        turn_id=turn_id,
        question=question,
        answer=ANSWER,
        score=score,
        evaluations=(evaluation,),
        key_points=("원인 분석", "재발 방지", "공유"),
        kind=kind,
    )


def silent(name: str) -> TurnEvidence:
    return TurnEvidence(
        turn_id=TurnId(name),
        question="왜 우리 회사입니까?",
        answer="",
        score=floor_score(TurnId(name), SeatId("me")),
    )


def feedback(
    *turns: TurnEvidence,
    language: Language = Language.KO,
    seat: str = "me",
    rank: int = 2,
    rival: RivalEvidence | None = None,
) -> Feedback:
    evidence = FeedbackEvidence(seat_id=SeatId(seat), rank=rank, candidates=4, turns=turns, rival=rival)
    return write_feedback(evidence, language)


def test_the_strongest_and_the_costliest_criterion_are_named_with_their_turns() -> None:
    found = feedback(turn("t1", (3, 5, 3, 1, 3)), turn("t2", (3, 4, 3, 2, 3)))
    assert found.strength is not None
    assert (found.strength.criterion, found.strength.turn_id) == (Criterion.EVIDENCE, "t1")
    assert found.strength.quote == SECOND
    assert f"“{SECOND}”" in found.strength.text
    assert (found.obstacle.criterion, found.obstacle.turn_id) == (Criterion.REASONING, "t1")


def test_an_obstacle_is_weighed_by_the_kind_of_question() -> None:
    levels = (2, 5, 5, 5, 2)
    technical = feedback(turn("t", levels, kind=QuestionKind.TECHNICAL))
    closing = feedback(turn("t", levels, kind=QuestionKind.CLOSING))
    assert technical.obstacle.criterion is Criterion.RELEVANCE
    assert closing.obstacle.criterion is Criterion.REFLECTION


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("levels", [(1, 1, 1, 1, 1), (2, 3, 1, 4, 5), (5, 5, 5, 5, 5), (3, 3, 3, 3, 3)])
def test_every_quotation_is_verbatim_in_the_answer(language: Language, levels: tuple[int, ...]) -> None:
    rival = RivalEvidence(name="김서연", rank=1, total=90.0, levels=(5.0,) * 5)
    found = feedback(turn("t", levels), language=language, rival=rival)
    points = [point for point in (found.strength, found.obstacle) if point is not None]
    for point in points:
        assert point.quote in plain_text(ANSWER)
        assert all(quote in plain_text(ANSWER) for quote in re.findall("“(.+?)”", point.text))
        assert "{" not in point.text
    assert "{" not in found.summary + found.drill + found.rival


def test_a_quotation_that_the_answer_does_not_hold_is_never_printed() -> None:
    found = feedback(turn("t", (4, 5, 4, 2, 4), ("지어낸 말입니다만 깁니다",) * 5))
    assert found.strength is not None
    assert found.strength.quote == found.obstacle.quote == ""
    assert "지어낸" not in found.strength.text + found.obstacle.text


def test_the_same_words_are_not_praised_and_blamed() -> None:
    found = feedback(turn("t", (5, 3, 3, 1, 3), (FIRST,) * 5))
    assert found.strength is not None
    assert found.strength.quote == FIRST
    assert found.obstacle.quote == ""


def test_long_quotations_are_cut_at_a_word_and_stay_verbatim() -> None:
    long = "저는 " + " ".join(["아주긴단어들"] * 40)
    evidence = attrs.evolve(turn("t", (3, 5, 3, 3, 3), (long,) * 5), answer=long)
    found = feedback(evidence)
    assert found.strength is not None
    assert 0 < len(found.strength.quote) <= 90
    assert long.startswith(found.strength.quote + " ")


def test_weak_answers_are_not_mocked_with_a_quotation_as_praise() -> None:
    found = feedback(turn("t", (1, 1, 1, 1, 1)))
    assert found.strength is not None
    assert found.strength.quote == ""
    assert "“" not in found.strength.text
    assert any(found.strength.text in phrases for phrases in KOREAN.modest.values())


def test_levels_choose_between_lack_and_next_step() -> None:
    low = feedback(turn("t", (4, 4, 4, 1, 4))).obstacle.text
    high = feedback(turn("t", (5, 5, 5, 3, 5))).obstacle.text
    assert any(low.startswith(phrase) for phrase in KOREAN.low_obstacles[Criterion.REASONING])
    assert any(high.startswith(phrase) for phrase in KOREAN.high_obstacles[Criterion.REASONING])


def test_the_drill_trains_the_obstacle_on_the_question_that_showed_it() -> None:
    found = feedback(turn("t", (4, 4, 4, 1, 4), question="왜 그 기술을 고르셨습니까?"))
    templates = KOREAN.drills[Criterion.REASONING]
    assert found.drill in {template.format(question="왜 그 기술을 고르셨습니까?") for template in templates}


def test_neighbours_on_the_board_read_different_words_for_the_same_finding() -> None:
    evidence = turn("t", (4, 4, 4, 1, 4))
    assert feedback(evidence, rank=2).obstacle.text != feedback(evidence, rank=3).obstacle.text
    assert feedback(evidence, rank=2).drill != feedback(evidence, rank=3).drill


def test_the_same_evidence_gives_the_same_text() -> None:
    evidence = turn("t", (4, 2, 4, 1, 4))
    assert feedback(evidence) == feedback(evidence)


def test_the_rival_above_is_compared_where_it_matters_and_where_one_leads() -> None:
    rival = RivalEvidence(name="김서연", rank=1, total=80.0, levels=(3.0, 5.0, 3.0, 3.0, 2.0))
    found = feedback(turn("t", (3, 2, 3, 3, 4)), rival=rival)
    assert "‘근거의 구체성’입니다(나 2.0 / 김서연 님 5.0)" in found.rival
    assert "‘배움과 기여’ 항목(나 4.0 / 김서연 님 2.0)에서는 앞섰으니" in found.rival
    assert "30.0점" in found.rival


def test_an_even_rival_is_called_even() -> None:
    rival = RivalEvidence(name="Kim", rank=1, total=None, levels=(3.0,) * 5)
    found = feedback(turn("t", (3, 3, 3, 3, 3)), rival=rival, language=Language.EN)
    assert found.rival == ENGLISH.rival_even.format(name="Kim", rank=1)
    assert feedback(turn("t", (3,) * 5), rival=attrs.evolve(rival, levels=())).rival.startswith(
        "바로 위 1위 Kim"
    )


def test_the_first_has_nobody_above_and_without_a_board_there_is_no_comparison() -> None:
    assert feedback(turn("t", (4,) * 5), rank=1).rival == KOREAN.first_place
    assert feedback(turn("t", (4,) * 5), rank=0).rival == KOREAN.no_board


def test_many_unanswered_turns_are_the_obstacle() -> None:
    found = feedback(turn("t", (4, 4, 4, 1, 4)), silent("s1"))
    assert found.obstacle.criterion is None
    assert "1개 질문" in found.obstacle.text
    assert "왜 우리 회사입니까?" in found.drill
    few = feedback(*(turn(f"t{place}", (4, 4, 4, 1, 4)) for place in range(3)), silent("s1"))
    assert few.obstacle.criterion is Criterion.REASONING


def test_only_silence_has_no_strength() -> None:
    found = feedback(silent("s1"), silent("s2"))
    assert found.strength is None
    assert "2개 질문" in found.obstacle.text
    assert "0.0점" in found.summary


def test_nothing_scored_is_said_plainly() -> None:
    unscored = attrs.evolve(silent("s"), score=None)
    found = feedback(unscored)
    assert found.summary == KOREAN.unscored
    assert (found.strength, found.obstacle.text) == (None, KOREAN.nothing_scored)
    assert found.drill == KOREAN.drill_for_nothing


def test_the_summary_tells_place_total_and_impression() -> None:
    assert feedback(turn("t", (5,) * 5), rank=1).summary.startswith("4명 가운데 1위, 평균 100.0점입니다.")
    assert feedback(turn("t", (5,) * 5), rank=0).summary.startswith("평균 100.0점입니다.")
    impressions = {feedback(turn("t", (level,) * 5)).summary.split(". ", 1)[-1] for level in (1, 2, 3, 4)}
    assert len(impressions) == 4


def test_missed_key_points_come_from_the_weakest_turns_first_and_at_most_three() -> None:
    found = feedback(turn("strong", (5,) * 5, missed=(0, 1)), turn("weak", (1,) * 5, missed=(2, 1, 9)))
    assert [(point.turn_id, point.point) for point in found.missed] == [
        ("weak", "재발 방지"),
        ("strong", "원인 분석"),
        ("weak", "공유"),
    ]


def test_a_key_point_is_missed_only_when_most_judges_say_so() -> None:
    one = turn("t", (3,) * 5, missed=(0,))
    other = attrs.evolve(one.evaluations[0], judge_id=JudgeId("k"), missed_points=())
    assert feedback(attrs.evolve(one, evaluations=(*one.evaluations, other))).missed == ()


def test_a_long_question_is_shortened_in_the_text() -> None:
    found = feedback(turn("t", (4, 4, 4, 1, 4), question="질문이 아주 깁니다 " * 20))
    assert "…" in found.drill
    assert len(found.drill) < 250


@pytest.mark.parametrize("language", list(Language))
def test_the_disclaimer_goes_with_it(language: Language) -> None:
    assert feedback(turn("t", (3,) * 5), language=language).notice == disclaimer(language)


@pytest.mark.parametrize("book", [KOREAN, ENGLISH])
def test_a_phrasebook_has_at_least_two_phrasings_of_everything_that_varies(book: object) -> None:
    for name in ("strong", "modest", "low_obstacles", "high_obstacles", "drills"):
        phrases = getattr(book, name)
        assert set(phrases) == set(Criterion)
        texts = [text for variants in phrases.values() for text in variants]
        assert len(texts) == len(set(texts))
        assert min(len(variants) for variants in phrases.values()) >= 2
