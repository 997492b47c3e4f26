"""What a follow-up question is after, read from its words as a candidate hears them."""

from __future__ import annotations

import re

from interview_engine.personas.following_up import reason_facts
from interview_engine.personas.interviewer import FollowUpReason
from interview_engine.personas.question import KeyPoint

# The first that matches wins: a figure or a reason asked for is plainer than anything else in a question.
_ASKS = (
    (
        FollowUpReason.NO_FIGURES,
        r"숫자|수치|지표|퍼센트|측정|얼마나|얼마입니까|정도입니까|규모",
        r"\b(?:numbers?|figures?|metrics?|percent\w*|measured?|how (?:much|many|long)|scale)\b",
    ),
    (
        FollowUpReason.GO_DEEPER,
        r"다시 (?:한다|온다|하신|돌아)|다르게|바꾸고|바꾸시|조언|확신이 없|가장 약하",
        r"\b(?:again|differently|next time|least sure|weakest|advice)\b",
    ),
    (
        FollowUpReason.OWN_ROLE_UNCLEAR,
        r"본인|직접|역할|몫|빠졌|없었다면|맡으신",
        r"\b(?:yourself|your (?:own )?(?:part|role|share)|without you|which part|had not been)\b",
    ),
    (
        FollowUpReason.NO_REASON,
        r"왜|이유|근거|까닭|설득|포기한|결정적",
        r"\b(?:why|reasons?|grounds|led you|give up|tipped|convince)\b",
    ),
    (
        FollowUpReason.NO_RESULT,
        r"결과|마무리|달라(?:진|졌)|성공|이후|그 뒤|그 후|반응|남은 것",
        r"\b(?:results?|outcome|changed|end up|ended|succeed|fail|afterwards|react|gain)\b",
    ),
)


def asked_for(question: str) -> FollowUpReason:
    """Return what a follow-up question is after; TOO_SHORT, which is "tell us more", when nothing is plain.

    Args:
        question: The question as the interviewer said it, in Korean or English.
    """
    for reason, korean, english in _ASKS:
        if re.search(korean, question) or re.search(english, question, re.IGNORECASE):
            return reason
    return FollowUpReason.TOO_SHORT


def understood_points(question: str) -> tuple[KeyPoint, ...]:
    """Return what a good answer to a follow-up covers, as the candidate understands the question."""
    reason = asked_for(question)
    return next(facts.key_points for facts in reason_facts() if facts.reason is reason)
