from __future__ import annotations

import pytest

from adapters.llm.defences.quoting import invented_quotations, quotations, stands_in

SAID = "저는 두 안의 위험을 표로 정리해 회의에 가져갔습니다."


@pytest.mark.parametrize(
    "text, found",
    [
        ("“표로 정리해”라는 말이 좋았습니다.", ("표로 정리해",)),
        ('He said "put it into a table" twice.', ("put it into a table",)),
        ("「표로 정리해」와 『회의에 가져갔습니다』", ("표로 정리해", "회의에 가져갔습니다")),
        ("‘두 안의 위험을’ 말씀하셨습니다", ("두 안의 위험을",)),
        ("candidates' answers aren't quotes", ()),
        ("“API”라는 용어", ()),
    ],
)
def test_what_stands_in_quotation_marks_is_a_quotation(text: str, found: tuple[str, ...]) -> None:
    assert quotations(text) == found


@pytest.mark.parametrize("quote", ["표로 정리해 회의에", "표로  정리해 회의에…", "표로 정리\u200b해"])
def test_a_true_quotation_may_differ_in_blanks_and_outer_marks(quote: str) -> None:
    assert stands_in(quote, (SAID,))


@pytest.mark.parametrize("quote", ["표로 정리했고", "위험을 회의에", "", " … "])
def test_a_changed_quotation_is_none(quote: str) -> None:
    assert not stands_in(quote, (SAID,))


def test_an_invented_quotation_is_found_among_true_ones() -> None:
    text = "“표로 정리해”라고 하셨고 “매출을 열 배로 올렸다”고도 하셨습니다."
    assert invented_quotations(text, (SAID,)) == ("매출을 열 배로 올렸다",)
