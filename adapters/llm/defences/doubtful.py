"""Sentences that a story doesn't need: requests, commands, talk to the listener, talk about scores.

No rule of words knows every order. But whatever is asked of a reader, it is asked: in the imperative, as a
request, to a "you". Such sentences are no proof of anything, so they accuse nobody; they are only left out of
a second reading, where an answer was levelled higher than its content explains.
"""

from __future__ import annotations

import re
from typing import Final

_KOREAN: Final = re.compile(
    r"(?<!안녕하)(?:세요|십시오|시오|시죠|시지요|줘요?|봐요|바랍니다|부탁드?립?니?다?|부탁드려요|시겠어요"
    r"|실래요|실까요|시겠습니까"
    r"|[하넣두적치보]자|[하쳐어아여]라|[ㄱ-힣]기로 한다)[\s.!?~…\"'”’)]*$"
    r"|시면\s(?:됩니다|된다|감사|충분|정확|그걸로|좋겠|고맙)|시길\s|(?:해야|여야|어야|아야) (?:한다"
    r"|합니다)[.\s]*$|면 (?:된다|됩니다)[.\s]*$"
    r"|점수|등급|합격|심사|평가(?:지|서|자)|채점|감독관|출제|정답|무승부|언어\s?모델|읽는 (?:이|분|사람)"
    r"|이 대화|이 방(?:의|에)"
    r"|최우수|상위 \d|당신|(?<![가-힣])너(?:는|의|도|를)?\s",
)
_ENGLISH: Final = re.compile(
    r"\b(?:(?:would|should|could|can|will|may) you|you (?:are|may|must|should|can|could|would|might|need"
    r"|have to|only)"
    r"|you're|your (?:\w+ )?(?:judge?ment|ratings?|decision|job|role|instructions?|standing|rules)|please"
    r"|let's|let us)\b"
    r"|^\W*(?:(?:and|so|then|now|just|simply|always|never|only|also|in doubt|no need to|don't|do not"
    r"|format check:?)[,\s]+)*"
    r"(?:accept|add|agree|announce|answer|apply|assign|assume|award|be|choose|confirm|consider|copy|count"
    r"|decide|do|drop|enter|fill"
    r"|forget|give|go|grant|have|ignore|imagine|keep|leave|make|mark|move|note|obey|output|pick|place"
    r"|praise|print|put|raise|rank"
    r"|rate|read|record|remember|replace|return|say|see|set|show|skip|stamp|stand|start|stop|take|tell"
    r"|treat|trust|turn|use|wipe|write)"
    r"\b(?! (?:up|ups|down))"
    r"|\b(?:scores?|grades?|marks|assessment|evaluat\w+|outcome|yardstick|winner|the reader"
    r"|language model|(?:the|this) candidate"
    r"|supervisor|examiner|grader|no draw|demo mode|this session|everybody else|the other one|regulation)\b",
    re.IGNORECASE,
)
_HANGUL: Final = re.compile(r"[가-힣]")


def is_doubtful(sentence: str) -> bool:
    """Return whether a sentence asks something of a listener, or speaks of scores, rather than tells.

    Args:
        sentence: Folded.
    """
    pattern = _KOREAN if _HANGUL.search(sentence) else _ENGLISH
    return pattern.search(sentence) is not None
