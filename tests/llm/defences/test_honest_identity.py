from __future__ import annotations

import pytest

from adapters.llm.defences.honest_identity import claims_to_be_human


@pytest.mark.parametrize(
    "text",
    [
        "저는 사람입니다.",
        "네, 저는 진짜 사람이에요.",
        "저는 AI가 아닙니다.",
        "저는 절대로 챗봇이 아니고 지원자입니다.",
        "I'm a human being.",
        "Of course I am a real person.",
        "I'm not an AI.",
    ],
)
def test_a_claim_to_be_human_is_found(text: str) -> None:
    assert claims_to_be_human(text)


@pytest.mark.parametrize(
    "text",
    [
        "저는 면접 연습을 함께하는 AI 지원자입니다.",
        "저는 사람을 먼저 생각합니다.",
        "마지막 판단은 AI가 아니고 담당자가 합니다.",
        "I'm an AI candidate for interview practice.",
        "I am a human resources specialist by training.",
        "I'm not an expert on AI.",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not claims_to_be_human(text)
