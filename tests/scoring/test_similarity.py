from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_engine.ids import TurnId
from interview_engine.scoring import likeness, overlap
from interview_engine.scoring.similarity import threshold_for
from interview_engine.vocabulary import Language

ORIGINAL = (
    "저는 결제 서버의 응답 지연 원인을 로그로 추적해 커넥션 풀이 고갈된 것을 찾았습니다. "
    "풀 크기를 조정하고 느린 쿼리를 "
    "나누어 지연을 800밀리초에서 120밀리초로 줄였습니다."
)
PARAPHRASE = (
    "저는 결제 서버 응답이 늦어지는 원인을 로그로 추적해서 커넥션 풀이 고갈된 것을 "
    "찾았습니다. 풀 크기를 조정하고 느린 "
    "쿼리를 나눠서 지연을 800밀리초에서 120밀리초까지 줄였습니다."
)
UNRELATED = (
    "동아리 축제를 준비하면서 예산이 부족해 지역 상점 열두 곳을 찾아가 협찬을 "
    "부탁드렸습니다. 그 경험으로 먼저 다가가는 "
    "태도를 배웠습니다."
)


def test_a_copy_is_flagged_and_an_unrelated_answer_is_not() -> None:
    found = overlap(ORIGINAL, ((TurnId("a"), UNRELATED), (TurnId("b"), ORIGINAL)), Language.KO)
    assert [(item.turn_id, item.flagged) for item in found] == [("b", True), ("a", False)]
    assert found[0].ratio == found[0].cosine == found[0].contained == 1.0
    assert found[1].ratio < 0.35


def test_a_long_answer_is_looked_for_in_pieces_and_judged_the_same() -> None:
    for repeats in (5, 7):
        # Just below and just above the length from which it is looked for in pieces.
        mine = "".join(f"{number}번째 이야기입니다. {UNRELATED}" for number in range(repeats))
        theirs = "".join(f"{number}번째 경험입니다. {ORIGINAL}" for number in range(repeats))
        copied, other = overlap(mine, ((TurnId("a"), mine), (TurnId("b"), theirs)), Language.KO)
        assert copied.contained == 1.0
        assert copied.flagged
        assert other.contained < 0.5
        assert not other.flagged


def test_the_longest_answers_are_compared_at_once() -> None:
    # Looked for as a whole they would take minutes: this test then runs into its time limit.
    mine = "".join(chr(0xAC00 + number * 7919 % 11_172) for number in range(20_000))
    (found,) = overlap(mine, ((TurnId("a"), mine[10_000:] + mine[:10_000]),), Language.KO)
    assert found.contained > 0.9


def test_a_light_paraphrase_is_flagged_in_korean_and_english() -> None:
    assert overlap(PARAPHRASE, ((TurnId("a"), ORIGINAL),), Language.KO)[0].flagged
    english = (
        "I traced the slow responses of our payment server to an exhausted connection "
        "pool, resized the pool, split "
        "the slow queries and brought the latency down from 800 to 120 milliseconds."
    )
    near = english.replace("I traced", "I followed").replace("brought the latency", "took latency")
    assert overlap(near, ((TurnId("a"), english),), Language.EN)[0].flagged


def test_quoting_one_sentence_of_an_earlier_speaker_is_fine() -> None:
    quoting = f"{ORIGINAL.split('. ', maxsplit=1)[0]}. {UNRELATED} {UNRELATED[::-1]}"
    assert not overlap(quoting, ((TurnId("a"), ORIGINAL.split(". ", maxsplit=1)[0]),), Language.KO)[0].flagged


def test_short_answers_need_to_be_nearly_identical() -> None:
    assert threshold_for(0) == threshold_for(40) == 0.9
    assert threshold_for(140) == 0.76
    assert threshold_for(240) == threshold_for(5000) == 0.62
    greeting = overlap(
        "안녕하세요, 지원자 박하늘입니다.", ((TurnId("a"), "안녕하세요, 지원자 김서준입니다."),), Language.KO
    )
    assert not greeting[0].flagged


def test_nothing_is_like_nothing() -> None:
    assert overlap("", ((TurnId("a"), ORIGINAL), (TurnId("b"), "")), Language.KO)[0].ratio == 0.0
    assert overlap(ORIGINAL, (), Language.KO) == ()
    assert likeness("", ORIGINAL, Language.KO) == 0.0


def test_equal_overlaps_come_in_turn_order() -> None:
    found = overlap(ORIGINAL, ((TurnId("b"), UNRELATED), (TurnId("a"), UNRELATED)), Language.KO)
    assert [item.turn_id for item in found] == ["a", "b"]


def test_likeness_follows_meaningful_differences() -> None:
    assert likeness(ORIGINAL, ORIGINAL, Language.KO) == 1.0
    assert likeness(ORIGINAL, PARAPHRASE, Language.KO) > 0.8
    assert likeness(ORIGINAL, UNRELATED, Language.KO) < 0.4


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(Language))
def test_every_figure_stays_between_zero_and_one(one: str, other: str, language: Language) -> None:
    found = overlap(one, ((TurnId("a"), other),), language)[0]
    for value in (found.cosine, found.contained, found.ratio, likeness(one, other, language)):
        assert 0.0 <= value <= 1.0
    assert likeness(one, other, language) == likeness(other, one, language)


def test_a_short_earlier_answer_inside_a_long_one_counts_only_for_its_share() -> None:
    short = ORIGINAL.split(". ", maxsplit=1)[0]
    found = overlap(f"{short}. {UNRELATED} {PARAPHRASE[::-1]}", ((TurnId("a"), short),), Language.KO)[0]
    assert found.contained > 0.95
    assert found.ratio < (found.cosine + found.contained) / 2 - 0.2
