from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_engine.scoring.heuristic.wording import (
    character_grams,
    common_prefix,
    content_stems,
    cosine,
    kinship,
    stem,
    tokens,
)


def test_tokens_are_lower_cased_words_and_numbers() -> None:
    assert tokens("API 응답을 1,200ms에서 3.5초로!") == [
        "api",
        "응답을",
        "1,200",
        "ms",
        "에서",
        "3.5",
        "초로",
    ]


@pytest.mark.parametrize(
    "token, root",
    [
        ("원인을", "원인"),
        ("확인했습니다", "확인"),
        ("고객들에게", "고객"),
        ("데이터로", "데이터"),
        ("팀", "팀"),
        ("networks", "network"),
        ("transmission", "transmiss"),
        ("measured", "measur"),
        ("user's", "user"),
        ("api", "api"),
    ],
)
def test_stems_lose_their_endings_but_keep_a_body(token: str, root: str) -> None:
    assert stem(token) == root


def test_words_without_content_are_left_out() -> None:
    assert content_stems("저는 그 원인을 and the cause 찾았습니다") == ["원인", "caus", "찾았"]


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("확인", "확인", 1.0),
        ("의존", "의존성", 0.9),
        ("줄인", "줄였", 0.0),
        ("높이", "높임", 0.8),
        ("팀", "팀에", 0.9),
        ("팀", "팀원", 0.0),
        ("연결", "연구", 0.0),
        ("measur", "measurement", 0.0),
        ("verif", "verify", 0.8),
        ("cat", "car", 0.0),
    ],
)
def test_kinship_knows_forms_and_compounds(one: str, other: str, expected: float) -> None:
    assert kinship(one, other) == expected


def test_common_prefix_counts_letters() -> None:
    assert common_prefix("abcd", "abx") == 2
    assert common_prefix("", "abc") == 0


def test_cosine_is_one_for_the_same_and_zero_for_strangers() -> None:
    grams = character_grams("데이터 데이터 분석", 2)
    assert cosine(grams, grams) == pytest.approx(1.0)
    assert cosine(grams, character_grams("xyz", 2)) == 0.0
    assert cosine({}, grams) == cosine(grams, {}) == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_cosine_is_symmetric_and_bounded(one: str, other: str) -> None:
    first, second = character_grams(one, 2), character_grams(other, 2)
    assert 0.0 <= cosine(first, second) <= 1.0
    assert cosine(first, second) == pytest.approx(cosine(second, first))
