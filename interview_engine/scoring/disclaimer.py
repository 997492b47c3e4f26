"""What must stand beside every board and every feedback."""

from __future__ import annotations

from interview_engine.vocabulary import Bilingual, Language

DISCLAIMER = Bilingual(
    ko="이 순위와 점수는 면접 연습을 위한 참고 자료이며, 실제 채용 결과를 예측하지 않습니다.",
    en=(
        "This ranking and these scores are for interview practice only; they do not predict "
        "a hiring decision."
    ),
)


def disclaimer(language: Language) -> str:
    """Return the sentence that says what a board is not: practice only, not a hiring prediction."""
    return DISCLAIMER.spoken_in(language)
