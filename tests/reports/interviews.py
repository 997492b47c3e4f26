"""Interviews to report on: short, offline, the same every time."""

from __future__ import annotations

import functools

from interview_engine.core.log import Record
from interview_engine.core.settings import Asked, Preset, Settings, Slot, Visibility
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis, SeatId
from interview_engine.offline import Interview
from interview_engine.reports import InterviewReport, build_report
from interview_engine.vocabulary import Company, Language, QuestionKind

ME = SeatId("me")
SEED = "seed-5e1f0c"
BEGAN = Millis(1_795_000_000_000)
"""2026-11-18 11:06:40 UTC."""
HOSTILE = "<script>alert(\"1\")</script> & <b onmouseover='x'>\u202e끝"
ANSWERS = {
    Language.KO: (
        "저는 검색 서비스 장애를 겪고 원인을 지표로 좁혀 응답 시간을 40% 줄였습니다. "
        "먼저 느린 질의를 모아 원인을 셋으로 나누었고, 색인 누락이 지연의 70%를 차지함을 확인했습니다. "
        "추측보다 지표를 먼저 봐야 한다는 것을 배웠습니다."
    ),
    Language.EN: (
        "I owned the search latency problem: I gathered slow queries, found that a missing index caused 70% "
        "of the delay, and cut response time by 40%. I learned to look at figures before guessing."
    ),
}
PLAN = (
    Slot(stage=Stage.SELF_INTRO, kind=QuestionKind.SELF_INTRODUCTION),
    Slot(stage=Stage.COMMON, kind=QuestionKind.COMMON, follow_ups=True),
    Slot(stage=Stage.PRESSURE, kind=QuestionKind.PRESSURE, asked=Asked.EACH),
)


@functools.cache
def log_of(
    language: Language = Language.KO,
    *,
    name: str = "김지원",
    visibility: Visibility = Visibility.LIVE,
    turns: int | None = None,
    answer: str = "",
    silent_turn: int = -1,
    preset: bool = False,
) -> tuple[Record, ...]:
    """Return the log of an interview against two AI candidates.

    Args:
        language: Spoken.
        name: The person's.
        visibility: Of rankings.
        turns: How many of the person's turns are taken before the log is cut; None for all.
        answer: What the person says each time.
        silent_turn: The person's turn, from 0, in which nothing is said.
        preset: True for the short preset instead of the plan above.
    """
    settings = Settings(
        language=language,
        company=Company.NAVER,
        preset=Preset.SHORT,
        plan=() if preset else PLAN,
        visibility=visibility,
    )
    interview = Interview.begin(seed=SEED, name=name, rivals=("naver", "kakao"), settings=settings, now=BEGAN)
    taken = 0
    while taken != turns and interview.wait() is not None:
        if taken == silent_turn:
            interview.advance(Millis(interview.now + 130_000))
        else:
            interview.answer(answer or ANSWERS[language], after_ms=Millis(31_000))
        taken += 1
    if turns is not None:
        interview.wait()
    return tuple(interview.log)


def report_of(
    language: Language = Language.KO, seat_id: SeatId | None = ME, *, silent_turn: int = -1
) -> InterviewReport:
    """Return a finished interview's report."""
    return build_report(log_of(language, silent_turn=silent_turn), seat_id)
