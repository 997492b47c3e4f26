from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from adapters.llm.asking import NoModelAnswered, Task
from adapters.llm.prompts.book import prompt_text
from adapters.llm.tasks import write_feedback
from interview_engine.core.commands import FeedbackWritten
from interview_engine.ids import Millis
from interview_engine.scoring import disclaimer
from interview_engine.scoring import write_feedback as write_offline
from interview_engine.vocabulary import Language
from tests.llm.tasks.effects import feedback_effect
from tests.llm.tasks.scripted_asking import ACCOUNT, ScriptedAsking, in_turn

COACHED = {
    "impression": "첫 답변은 또렷했지만 두 번째 답변은 근거 없이 지나갔습니다.",
    "strength": (
        "판단의 기준을 먼저 밝히셔서 따라가기 쉬웠습니다. “되돌리기 쉬운 쪽을 먼저”라는 말이 좋은 예입니다."
    ),
    "strength_quote": "되돌리기 쉬운 쪽을 먼저",
    "obstacle": (
        "두 번째 답변에는 실제로 한 일이 없습니다. 누구와 무엇을 바꾸었는지 한 문장만 더하시면 달라집니다."
    ),
    "obstacle_quote": "열심히 이야기해서 잘 해결했고",
    "drill": "하루에 한 번, 10분 동안 답변 하나를 녹음해 숫자가 하나라도 나오는지 확인하세요.",
    "rival": "문지안 지원자는 근거의 구체성에서 앞섰습니다.",
}


def run(*replies: Mapping[str, object]) -> tuple[FeedbackWritten, ScriptedAsking]:
    asking = ScriptedAsking(in_turn(*replies))
    return asyncio.run(write_feedback(asking, feedback_effect(), ACCOUNT, Millis(5))), asking


def test_the_models_words_stand_on_our_evidence() -> None:
    report, _ = run(COACHED)
    feedback = report.feedback
    offline = write_offline(feedback_effect().evidence, Language.KO)
    assert feedback.summary.startswith("4명 가운데 2위, 평균 ")
    assert feedback.summary.endswith(COACHED["impression"])
    assert feedback.strength is not None
    assert offline.strength is not None
    assert feedback.strength.criterion is offline.strength.criterion
    assert feedback.strength.quote == "되돌리기 쉬운 쪽을 먼저"
    assert feedback.strength.turn_id == "turn-1"
    assert feedback.obstacle.turn_id == "turn-2", "the turn that the quote comes from"
    assert feedback.drill == COACHED["drill"]
    assert feedback.missed == offline.missed
    assert feedback.notice == disclaimer(Language.KO)


@pytest.mark.parametrize(
    "field, text, code",
    [
        ("strength_quote", "제가 혼자 다 했습니다", "quotes_invented"),
        ("strength", "“매출을 열 배로 올렸다”는 말이 좋았습니다.", "quotes_invented"),
        ("impression", "오류율을 97.3% 줄인 점이 돋보였습니다.", "figures_invented"),
        ("impression", "이대로라면 최종 합격할 수 있습니다.", "forecast"),
        ("obstacle", "서울대학교 출신다운 답변이 아니었습니다.", "not_blind"),
        ("drill", "", "incomplete"),
        ("rival", "The other candidate was better.", "other_language"),
        ("drill", prompt_text(Task.FEEDBACK, Language.KO).parts["stable"][:200], "recites_instructions"),
        ("impression", "좋았습니다. " * 90, "length"),
    ],
)
def test_wording_beyond_the_evidence_is_refused(field: str, text: str, code: str) -> None:
    asking = ScriptedAsking(in_turn(COACHED | {field: text}))
    with pytest.raises(NoModelAnswered):
        asyncio.run(write_feedback(asking, feedback_effect(), ACCOUNT, Millis(5)))
    assert asking.unfit[0] == code


def test_advice_may_speak_of_levels_and_of_other_candidates() -> None:
    drill = "다른 지원자의 답변을 떠올리며, 근거의 수준을 높이도록 결과부터 말씀해 보세요."
    assert run(COACHED | {"drill": drill})[0].feedback.drill == drill


def test_figures_of_the_evidence_may_be_named() -> None:
    report, _ = run(
        COACHED | {"impression": "오류율이 1.2%에서 0.3%로 줄었다는 결과가 답변을 받쳐 주었습니다."}
    )
    assert "0.3%" in report.feedback.summary


def test_unfit_wording_is_asked_for_once_more() -> None:
    report, asking = run(COACHED | {"drill": ""}, COACHED)
    assert report.feedback.drill == COACHED["drill"]
    assert asking.unfit == ["incomplete"]


def test_the_coach_sees_evidence_and_no_seat() -> None:
    prompt = run(COACHED)[1].prompts[0]
    assert "차례 2" in prompt.turn
    assert "빠뜨린 요소" in prompt.turn
    assert "문지안" in prompt.turn
    assert "turn-1" not in prompt.turn
    assert "71.5" not in prompt.turn
