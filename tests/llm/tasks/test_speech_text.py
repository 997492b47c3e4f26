from __future__ import annotations

import pytest

from adapters.llm.tasks.speech_text import cut_to, in_language, spoken_text
from interview_engine.vocabulary import Language


@pytest.mark.parametrize(
    "text, spoken",
    [
        ("## 제목\n- **첫째** 말", "제목 첫째 말"),
        ("1. 하나\n2) 둘", "하나 둘"),
        ("네. (잠시 침묵) 말씀드리겠습니다.", "네. 말씀드리겠습니다."),
        ("Well, (smiles) I think so.", "Well, I think so."),
        ("응답 시간(p99)이 줄었습니다.", "응답 시간(p99)이 줄었습니다."),
        ("`kubectl`을 썼습니다.", "kubectl을 썼습니다."),
    ],
)
def test_what_is_not_said_aloud_is_taken_out(text: str, spoken: str) -> None:
    assert spoken_text(text) == spoken


@pytest.mark.parametrize(
    "text, language, fits",
    [
        ("Kubernetes와 Kafka를 썼습니다.", Language.KO, False),
        ("저는 Kubernetes를 운영하며 배포를 자동화했습니다.", Language.KO, True),
        ("I automated our releases.", Language.KO, False),
        ("I automated our releases.", Language.EN, True),
        ("I automated our 배포 pipeline with care and patience, and it held.", Language.EN, True),
        ("저는 배포를 맡았습니다.", Language.EN, False),
    ],
)
def test_a_language_is_told_by_its_letters(text: str, language: Language, fits: bool) -> None:
    assert in_language(text, language) is fits


def test_a_text_ends_with_a_whole_sentence() -> None:
    assert cut_to("하나입니다. 둘입니다. 셋입니다.", 14) == "하나입니다. 둘입니다."
    assert cut_to("끝이 없는 긴 문장이 이어지고 또 이어집니다", 10) == "끝이 없는 긴"
    assert cut_to("짧습니다.", 100) == "짧습니다."
