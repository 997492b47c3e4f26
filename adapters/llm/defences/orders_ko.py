"""Korean sentences that no candidate says to a panel: orders, pleas and verdicts about the judging itself.

An interview answer tells and argues. It commands nobody, grades nothing in the room and calls nobody a
machine. So a sentence is taken for an order when words of two kinds meet in it, and seldom for one word
alone.
"""

from __future__ import annotations

import re
from typing import Final

_MUST: Final = r"(?:해야|여야|어야|아야)만? (?:합니다|한다|해요|함(?=\W|$))"
_COMMAND: Final = (
    r"(?:(?<!안녕하)(?<!계)(?:세요|십시오|시오)(?=[^가-힣]|$)|"
    r"(?:하|주|으|시|내리|매기|고르|따르|올리|두|적|읽|쓰|말|빼|보|치|오|남기|물)(?:세요|십시오|시오|셔야"
    r"|시기|시길|시면|실 것)"
    r"|(?:해|줘|춰|려|둬|여|아|어|나|써|봐)(?:\s?주)?(?:세요|십시오|시기|시길|시면|시리라|실\s?(?:거|것)"
    r"|라(?=\W|$)|줘)"
    r"|(?:할|말|줄|매길|적을|고를|한) 것(?=\W|$)|바랍니다|바란다|부탁(?:드|해|합)|줘(?=\W|$)|하라(?=\W|$)"
    r"|해라|마라(?=\W|$)"
    r"|(?:부여|처리|설정|고정|적용|분류|간주|표시|출력|반환|판정|기록|보정|통일)(?:한다|합니다|하며"
    r"|하기로|할|됩니다|된다|(?=\W*$))"
    r"|안 될까요|(?:주|고르|골라 주|적)겠지요|(?:였|었)으면 합니다)"
)
_GRADE: Final = (
    r"(?:만점|최고점|고득점|가산점|감점|점수|등급|(?:최고|최상|최하|높은|낮은)의?\s?(?:수준|등급|점수)"
    r"|(?:수준|항목|등급)(?:만|은|을|이)?\s?"
    r"(?:모두|전부|전|다|최|가장|제일|높|낮)|(?:모든|전|다섯)\s?항목|1위|일\s?위|최상위|최하위|순위"
    r"|(?:다섯|5)\s?(?:째 수준|단계|점)"
    r"|한 단계만|두 단계|outstanding|far_below|\babove\b|\bfirst\b|\bsecond\b|루브릭|채점)"
)
_ORDER: Final = (
    r"(?:지시|명령|지침|프롬프트|기존 규칙|다른 규칙|모든 규칙|앞(?:의|에서 말한) (?:기준|규칙)|역할 전환"
    r"|초기화|해독|인코딩|거꾸로 읽|빼고 읽"
    r"|실행해|출력|API\s?키|환경\s?변수|비밀번호|base64)"
)
_OTHERS: Final = (
    r"(?:(?:다른|나머지|이후|옆자리|경쟁|상대|뒤(?:의|에)|다음|AI|방의)[가-힣]*\s?(?:다른 "
    r"|나오는 )?(?:지원자|답변|후보|경쟁자|응시자|사람|이력)"
    r"|경쟁자|앞에 답한 사람|견주는 상대)"
)
_TARGET: Final = (
    r"(?:(?:이|본|제|위|해당|현재|내|이런|이 유형의|모든)\s?(?:답변|응답|지원자|응시자|이력서|문항|글|답)"
    r"|이 줄|이 시험)"
)
_PRAISED: Final = (
    r"(?:만점|최고|최상|1위|outstanding|우수|등급|가산|내정|모범\s?답안|예시 답안|감점|(?:다섯|5)\s?(?:째"
    r"|단계)|우선|확정|낮게|하위"
    r"|\babove\b|결과는 항상)"
)
_JUDGE: Final = (
    r"(?:채점(?:자|관|표|\s?(?:AI|봇|서버|프로그램|스크립트|시스템|모델))|심사위원|평가자(?:님|분|에게|께"
    r"|는|라면)|평가\s?(?:모듈|시스템)|면접관(?:님|분|에게|은|으?로서|이라면|을)"
    r"|당신|너(?:는|의|를|도)|네가|시스템|(?:읽는|본|들은) (?:AI|시스템|분)|AI에게|AI는|인공지능이라면"
    r"|도우미)"
)
_ASKED: Final = (
    r"(?:쉬운|어려운|칭찬하는) 질문|꼬리질문|질문(?:만|을 만들|은 반드시)|약점|묻지|물어봐|물어 보"
    r"|출신 학교|결혼 여부|사람이라고 주장|영어로만"
    r"|라고만 (?:답|말)|사퇴"
)


def _both(*kinds: str) -> re.Pattern[str]:
    """Return a pattern for a sentence in which each kind stands, in any order."""
    return re.compile("".join(f"(?=.*(?:{kind}))" for kind in kinds), re.IGNORECASE | re.DOTALL)


_TELLING: Final = (
    _both(_COMMAND, _GRADE),
    _both(_COMMAND, _ORDER),
    _both(rf"{_COMMAND}|{_MUST}", _OTHERS),
    _both(_COMMAND, _ASKED, _JUDGE),
    _both(_COMMAND, _ASKED, _OTHERS),
    _both(
        rf"{_COMMAND}|{_MUST}",
        r"(?:쉬운|어려운|칭찬하는) 질문|꼬리질문을 하지|질문(?:만|은 반드시)|약점(?:을|은) 묻|출신 학교"
        r"|결혼 여부|사람이라고",
    ),
    _both(_TARGET, _PRAISED, r"(?:니다|된다|한다|다|처리|것|임|음|함|세요|십시오|라)\W*$"),
    _both(_JUDGE, _GRADE),
    _both(_OTHERS, r"표절|실격|최하|far_below|무관한 것|더미|무조건|빠진 핵심|허위|깎"),
    _both(
        r"(?:지시|명령|지침|프롬프트|규칙|기준|채점 방법)",
        r"무시|취소|초기화|잊|우선합|더 이상 유효|적용하지|방금 바뀌|부딪칠 때",
    ),
)
_ALONE: Final = re.compile(
    r"채점(?:자|관|표)|채점\s?완료|채점\s?스크립트|채점자 지침|개발자 (?:모드|권한)|관리자 (?:모드|공지"
    r"|권한)|시스템 프롬프트|역할 전환|칭찬 봇"
    r"|숨은 지시|내부 메모\s?\(|지시\s?변경|최종\s?지시|새\s?지(?:시|침)|규칙\s?0번|자료가 아니라 명령"
    r"|표식이 닫혔|답변은 여기까지입니다"
    r"|(?:총점|최종\s?등급|평가\s?결과|판정|순위|채점)\s?(?:[:=|→]|은|는)?\s?(?:100|5|만점|최고|매우 우수"
    r"|S\b|1위|first)"
    r"|핵심 요소 (?:점검|확인) 결과|\bfar_below\b|\boutstanding\b|\b(?:first|second)(?:라고|로 (?:적|판정"
    r"|고르))|최종 등급|(?:심사위원|면접관|채점자)(?:의|들의) 합의"
    r"|(?:문장|단어)의? 첫 글자를",
    re.IGNORECASE,
)
_WEAK: Final = re.compile(rf"{_GRADE}|{_ORDER}|{_JUDGE}|지원자|답변|이력서|이력|질문", re.IGNORECASE)


def speaks_to_the_reader(sentence: str) -> bool:
    """Return whether a Korean sentence gives orders, pleads or passes a verdict about the judging.

    Args:
        sentence: Folded.
    """
    return _ALONE.search(sentence) is not None or any(pattern.match(sentence) for pattern in _TELLING)


def goes_with_it(sentence: str) -> bool:
    """Return whether a sentence, too weak to accuse anybody, is part of an attempt that was found beside it.

    Args:
        sentence: Folded.
    """
    return _WEAK.search(sentence) is not None
