from __future__ import annotations

import pytest

from interview_engine.personas import AnswerRequest, Catalogue, FollowUpReason, write_answer
from interview_engine.personas.answering.understanding import asked_for, understood_points
from interview_engine.vocabulary import Language, QuestionKind


@pytest.mark.parametrize(
    "question, reason",
    [
        ("전과 후를 숫자로 비교해 주실 수 있을까요?", FollowUpReason.NO_FIGURES),
        ("왜 그 방법을 선택하셨습니까?", FollowUpReason.NO_REASON),
        ("최종적으로는 어떻게 마무리되었습니까?", FollowUpReason.NO_RESULT),
        ("그 가운데 본인이 맡은 일은 무엇이었나요?", FollowUpReason.OWN_ROLE_UNCLEAR),
        ("같은 상황이 다시 온다면 무엇을 다르게 하시겠습니까?", FollowUpReason.GO_DEEPER),
        ("조금 더 들려주시겠어요?", FollowUpReason.TOO_SHORT),
        ("Could you compare before and after in numbers?", FollowUpReason.NO_FIGURES),
        ("Why did you choose that one?", FollowUpReason.NO_REASON),
        ("And how did it end up?", FollowUpReason.NO_RESULT),
        ("Which part did you decide yourself?", FollowUpReason.OWN_ROLE_UNCLEAR),
        ("What would you do differently?", FollowUpReason.GO_DEEPER),
    ],
)
def test_a_follow_up_is_understood_from_its_words(question: str, reason: FollowUpReason) -> None:
    assert asked_for(question) is reason


@pytest.mark.parametrize("language", list(Language))
def test_most_shipped_wordings_are_understood_as_meant(catalogue: Catalogue, language: Language) -> None:
    wordings = [
        (entry.reason, wording.spoken_in(language))
        for interviewer in catalogue.interviewers
        for entry in interviewer.follow_ups
        for wording in entry.wordings
        if entry.reason is not FollowUpReason.GO_DEEPER
    ]
    right = sum(asked_for(wording) is reason for reason, wording in wordings)
    assert right / len(wordings) >= 0.7


@pytest.mark.parametrize("language", list(Language))
def test_a_follow_up_is_answered_to_the_point_without_being_told_the_points(
    catalogue: Catalogue, language: Language
) -> None:
    question = "왜 그 방법을 선택하셨습니까?" if language is Language.KO else "Why did you choose that way?"
    request = AnswerRequest(
        question=question, kind=QuestionKind.FOLLOW_UP, language=language, quality=85, seconds=60
    )
    spoken = [s.spoken_in(language) for point in understood_points(question) for s in point.spoken]
    for persona in catalogue.candidates:
        answer = write_answer(persona, request)
        assert sum(sentence in answer for sentence in spoken) >= 2
