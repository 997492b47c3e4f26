from __future__ import annotations

import pytest

from adapters.llm.defences.private_lines import without_private_lines

WORK = "결제 서버를 개편해 응답 시간을 40% 줄였습니다."


@pytest.mark.parametrize(
    "line",
    [
        "gildong.hong@example.com",
        "010-1234-5678",
        "02) 123-4567",
        "+82 10 1234 5678",
        "900101-1******",
        "성명: 홍길동",
        "생년월일 : 1990.01.01",
        "Address: 12 Main Street",
        "https://github.com/gildong",
        "서울대학교 컴퓨터공학부 졸업",
        "저는 부산에서 자랐습니다.",
    ],
)
def test_a_private_line_never_leaves(line: str) -> None:
    assert without_private_lines(f"{WORK}\n{line}\n{WORK}") == f"{WORK}\n{WORK}"


def test_figures_and_periods_stay() -> None:
    text = "2021.03 - 2023.08 결제팀\n하루 1,200,000건 처리, p99 120ms"
    assert without_private_lines(text) == text
