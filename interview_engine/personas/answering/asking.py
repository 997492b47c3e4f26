"""What a question wants to hear, read from its words and from what a good answer covers."""

from __future__ import annotations

import re

from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.vocabulary import Language, QuestionKind

_PAST_KO = re.compile(r"[았었였했됐렸]습니다")
_PAST_EN = re.compile(
    r"\bI (?:\w+ly )?(?:\w+ed|took|made|went|wrote|built|told|found|set|put|gave|kept|chose|met|ran|let|said"
    r"|saw|split)\b"
)
_CHARGES = re.compile(
    r"지 않습니까|(?:것|프로젝트|실수) 아닌가요|아닙니까|부족해|보입니다|들립니다"
    r"|들어오지 않|느끼기 어렵|틀린 부분|(?:않았던 것|바뀌는 분) 같습니다|어려운 사람이라고"
    r"|\b(?:haven't actually|sound(?:s|ed)? (?:more )?like|losing the point|difficult to work with|seems? few"
    r"|looks? (?:thin|too good)|is wrong|can hardly tell|shift often|seems? to)\b",
    re.IGNORECASE,
)


def asks_for_a_story(request: AnswerRequest) -> bool:
    """Return whether the question's own sentences tell of the past; questions without any ask for a story.

    Args:
        request: What is asked.
    """
    if request.kind is QuestionKind.EXPERIENCE or request.bank_question is None:
        return True
    past = _PAST_KO if request.language is Language.KO else _PAST_EN
    spoken = [point.spoken[0].spoken_in(request.language) for point in request.bank_question.key_points]
    return sum(past.search(sentence) is not None for sentence in spoken) * 2 >= len(spoken)


def holds_against(question: str) -> bool:
    """Return whether a question charges the candidate with something that one can concede.

    A question under pressure that only asks ("how many points out of ten?") leaves nothing to concede.

    Args:
        question: The question as the interviewer said it, in Korean or English.
    """
    return _CHARGES.search(question) is not None
