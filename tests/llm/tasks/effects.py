"""Effects as a room would want them, each field to be changed by name."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TypeVar

from interview_engine.core.changed import stamp
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    Heard,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)
from interview_engine.core.settings import Settings
from interview_engine.ids import EffectId, JudgeId, Millis, PersonaId, QuestionId, SeatId, TurnId
from interview_engine.offline.casting import panel_profiles, rival_profiles
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.scoring import (
    FeedbackEvidence,
    HeuristicJudge,
    RivalEvidence,
    TurnEvidence,
    score_answer,
)
from interview_engine.vocabulary import Company, Competency, Language, QuestionKind

QUESTION = {
    Language.KO: "팀에서 의견이 갈렸을 때 어떻게 합의에 이르렀는지 말씀해 주세요.",
    Language.EN: "Tell us how you reached agreement when your team was divided.",
}
POINTS = {
    Language.KO: ("갈등의 원인", "본인이 한 행동", "결과와 배운 점"),
    Language.EN: ("what the conflict was about", "what you did yourself", "the result and what you learned"),
}
GOOD = {
    Language.KO: (
        "결론부터 말씀드리면, 기준을 먼저 합의해서 풀었습니다. 결제 API를 바꿀 때 일정과 안정성을 "
        "두고 팀이 둘로 "
        "나뉘었습니다. 저는 두 안의 장애 위험과 공수를 표로 정리해 회의에 가져갔고, 되돌리기 쉬운 "
        "쪽을 먼저 하자고 "
        "제안했습니다. 그 결과 2주 안에 배포했고 오류율은 1.2%에서 0.3%로 줄었습니다. 의견보다 "
        "기준을 먼저 맞추면 "
        "합의가 빨라진다는 것을 배웠고, 지금도 설계 회의를 기준부터 시작합니다."
    ),
    Language.EN: (
        "In short, we agreed on criteria before we agreed on a design. When we replaced the "
        "payment API, the team "
        "split over schedule and safety. I put the risk and the effort of both plans into one "
        "table, and proposed "
        "to start with the one that was easier to undo. As a result we shipped in 2 weeks and "
        "errors fell from "
        "1.2% to 0.3%. I learned that agreeing on criteria first is quicker, and I still start "
        "design meetings "
        "that way."
    ),
}
WEAK = {
    Language.KO: "저는 소통을 중요하게 생각합니다. 열심히 이야기해서 잘 해결했고 많은 것을 느꼈습니다.",
    Language.EN: "I think communication matters. We talked a lot, it went well, and I felt many things.",
}


E = TypeVar("E", bound=Effect)


def varied(effect: E, changes: Mapping[str, object]) -> E:
    new = copy.copy(effect)
    for name, value in changes.items():
        assert hasattr(effect, name)
        stamp(new, name, value)
    return new


def judge_effect(language: Language = Language.KO, **changes: object) -> JudgeAnswer:
    effect = JudgeAnswer(
        effect_id=EffectId("judge:turn-1:panel-2"),
        attempt=1,
        not_before=Millis(0),
        offline=False,
        language=language,
        turn_id=TurnId("turn-1"),
        label="4711",
        judge=SeatId("panel-2"),
        interviewer=panel_profiles(default_catalogue(), ("executive",), language)[0],
        kind=QuestionKind.COMMON,
        question=QUESTION[language],
        key_points=POINTS[language],
        shows="",
        answer=GOOD[language],
        written_by="",
    )
    return varied(effect, changes)


def compare_effect(language: Language = Language.KO, **changes: object) -> ComparePair:
    effect = ComparePair(
        effect_id=EffectId("compare:turn-1:turn-2"),
        attempt=1,
        not_before=Millis(0),
        offline=False,
        language=language,
        first=TurnId("turn-1"),
        second=TurnId("turn-2"),
        kind=QuestionKind.COMMON,
        question=QUESTION[language],
        key_points=POINTS[language],
        first_answer=GOOD[language],
        second_answer=WEAK[language],
        written_by=("", ""),
    )
    return varied(effect, changes)


def answer_effect(language: Language = Language.KO, **changes: object) -> WriteAnswer:
    effect = WriteAnswer(
        effect_id=EffectId("answer:turn-3"),
        attempt=1,
        not_before=Millis(0),
        offline=False,
        language=language,
        turn_id=TurnId("turn-3"),
        candidate=rival_profiles(default_catalogue(), ("kakao",), language)[0],
        settings=Settings(language=language, company=Company.TOSS),
        question_id=QuestionId("written-1"),
        kind=QuestionKind.COMMON,
        question=QUESTION[language],
        competency=Competency.COLLABORATION,
        quality=55,
        allowance_ms=Millis(120_000),
        variation=1,
        round_number=2,
        heard=(Heard(speaker="김지원", question=QUESTION[language], answer=GOOD[language]),),
        own=(),
    )
    return varied(effect, changes)


def question_effect(language: Language = Language.KO, **changes: object) -> WriteQuestion:
    effect = WriteQuestion(
        effect_id=EffectId("question:round-4"),
        attempt=1,
        not_before=Millis(0),
        offline=False,
        language=language,
        kind=QuestionKind.EXPERIENCE,
        settings=Settings(language=language, company=Company.TOSS),
        competency=None,
        difficulty=3,
        answer_ms=Millis(120_000),
        interviewer=panel_profiles(default_catalogue(), ("technical",), language)[0],
        pick=0,
        asked=(QuestionId("common-001"),),
        asked_texts=(QUESTION[language],),
    )
    return varied(effect, changes)


def feedback_effect(language: Language = Language.KO, **changes: object) -> WriteFeedback:
    turns = tuple(
        _turn(f"turn-{number}", text[language], language) for number, text in ((1, GOOD), (2, WEAK))
    )
    effect = WriteFeedback(
        effect_id=EffectId("feedback:me"),
        attempt=1,
        not_before=Millis(0),
        offline=False,
        language=language,
        evidence=FeedbackEvidence(
            seat_id=SeatId("me"),
            rank=2,
            candidates=4,
            turns=turns,
            rival=RivalEvidence(name="문지안", rank=1, total=71.5, levels=(4.0, 4.0, 3.5, 3.0, 3.5)),
        ),
    )
    return varied(effect, changes)


def _turn(name: str, answer: str, language: Language) -> TurnEvidence:
    turn_id = TurnId(name)
    evaluation = HeuristicJudge().evaluate(
        turn_id=turn_id,
        judge_id=JudgeId("panel-1"),
        question=QUESTION[language],
        key_points=POINTS[language],
        answer=answer,
        language=language,
    )
    score = score_answer(turn_id, SeatId("me"), QuestionKind.COMMON, (evaluation,), 1, len(answer))
    return TurnEvidence(
        turn_id=turn_id,
        question=QUESTION[language],
        answer=answer,
        score=score,
        evaluations=(evaluation,),
        key_points=POINTS[language],
    )


UNKNOWN_PERSONA = PersonaId("nobody")
