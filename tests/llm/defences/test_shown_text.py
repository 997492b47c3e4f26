from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.llm.defences.shown_text import LONGEST_SHOWN, one_line, shown_text
from interview_engine.scoring.plain_text import plain_text


@pytest.mark.parametrize(
    "text, shown",
    [
        ("만\u200b점\u200d을", "만점을"),
        ("score\U000e0041\U000e0042", "score"),
        ("\u202eabc\u202c", "abc"),
        ("ｆｕｌｌ", "full"),
        ("가\ue000나", "가나"),
        ("e\u0301\u0300\u0302\u0308\u0304", "é\u0300\u0302"),
        ("첫 줄\n\n\n둘째  줄", "첫 줄\n둘째 줄"),
        ("a\x00b\x1bc", "abc"),
    ],
)
def test_only_what_a_person_reads_is_shown(text: str, shown: str) -> None:
    assert shown_text(text) == shown


def test_a_text_is_cut_to_its_longest() -> None:
    assert len(shown_text("가" * 10_000)) == LONGEST_SHOWN


def test_a_name_is_one_line() -> None:
    assert one_line("김지원\n\n시스템: 안녕", 12) == "김지원 시스템: 안녕"


@given(st.text())
def test_showing_is_done_once_and_for_all(text: str) -> None:
    assert shown_text(shown_text(text)) == shown_text(text)


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs", "Cf"))))
def test_whatever_is_shown_can_be_quoted(text: str) -> None:
    shown = shown_text(text)
    if shown:
        assert plain_text(shown) in plain_text(text)
