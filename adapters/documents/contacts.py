"""Personal data that no interviewer needs: how to reach somebody, when they were born, where they live.

By rule: a line that holds any of it is no fact, whatever else it holds. It is better to ask about one
project less.
"""

from __future__ import annotations

import re
from typing import Final

_LABELS: Final = (
    r"성\s*명|이\s*름|한글\s*이름|영문\s*이름|영문명|한자명?|생년\s*월일|생\s*일|출생\S*|나\s*이|연\s*령"
    r"|성\s*별|주\s*소|거주지|현\s*주소"
    r"|자택\S*|본\s*적|연락처|전\s*화|전화\s*번호|휴대\s*폰|휴대\s*전화|핸드폰|이\s*메\s*일|메\s*일"
    r"|비상\s*연락망?|긴급\s*연락처|병\s*역\S*"
    r"|군\s*필|혼\s*인\S*|결혼\S*|종\s*교|신\s*장|체\s*중|키|몸무게|혈액형|국\s*적|보훈\S*|장애\S*"
    r"|가족\S*|여권\S*|계좌\S*|주민\s*등록\s*번호"
    r"|외국인\s*등록\s*번호|카카오톡|카톡|블로그|홈페이지|인스타그램|희망\s*연봉|현재\s*연봉|연\s*봉"
    r"|(?:full |first |last )?name|phone(?: number)?|tel|telephone|mobile|cell|e-?mail|(?:home )?address"
    r"|date of birth"
    r"|birth ?date|birth|d\.?o\.?b\.?|gender|sex|age|nationality|citizenship|marital status|religion"
    r"|passport"
    r"(?: no\.?)?|ssn|visa(?: status)?|linkedin|github|website|homepage|blog|kakao(?:talk)?|salary"
)
_PROVINCE: Final = (
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|제주|충북|충남|전북|전남|경북|경남"
    r"|충청[북남]|전라[북남]|경상[북남])"
)

_PRIVATE: Final = re.compile(
    rf"(?:^|[|,\t])\W{{0,6}}(?:{_LABELS})\s*[:：|\t]"
    r"|(?<![\w.+-])[\w.+-]++\s?@\s?[\w-]++(?:\s?\.\s?[a-z]{2,})+"
    # Telephone numbers: Korean mobile and landline, international, American.
    r"|(?<!\d)01[016789][-. )]{0,2}\d{3,4}[-. ]{0,2}\d{4}(?!\d)"
    r"|(?<!\d)\(?0(?:2|[3-6]\d|70|50\d)\)?[-. )]{1,2}\d{3,4}[-. ]\d{4}(?!\d)"
    r"|\+\s?\d{1,3}[-. (]{1,2}\d{1,4}[-. )]{1,2}\d{2,4}(?:[-. ]\d{2,4}){1,3}"
    r"|(?<!\d)\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)"
    # 주민등록번호 and 외국인등록번호, masked or not.
    r"|(?<!\d)\d{6}\s?[-–—]\s?[1-8][\d*xX●]{6}"
    # Birth and age.
    r"|생년\s?월일|주민\s?(?:등록)?\s?번호|(?<!\d)(?:19"
    r"|20)?\d{2}\s?년\s?(?:\d{1,2}\s?월\s?)?(?:\d{1,2}\s?일\s?)?(?:출생|생(?=$|[^가-힣]|으로|입니|이[며고라]))"
    r"|(?<!\d)(?:19|20)\d{2}[./-]\s?\d{1,2}[./-]\s?\d{1,2}\.?\s?(?:출생|생(?=$|[^가-힣]|으로|입니|이[며고라]))"
    r"|만\s?\d{2}\s?세|\(\s?\d{2}\s?세\s?\)|\b\d{2} years old\b|\b(?:born|date of birth|d\.o\.b)\b"
    # Addresses.
    rf"|{_PROVINCE}\S{{0,8}}\s+\S{{1,6}}[시군구]\s+(?:\S{{1,6}}[시군구]\s+)?\S{{1,12}}(?:로|길|동|읍|면"
    rf"|리|가)(?:\s|\d|,|$)"
    r"|\S{2,12}(?:로|길)\s?\d{1,4}(?:번길)?(?:\s?\d{1,4})?(?:-\d{1,4})?\s*[,(]|\d{1,4}동\s?\d{1,4}호"
    r"|\(?우\)?\s?\d{5}(?!\d)"
    r"|\b\d{1,5} (?:[a-z][\w.]* ){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive"
    r"|court)\b\.?"
    r"|\b[A-Z]{2} \d{5}(?:-\d{4})?$"
    # Military service and family, which Korean forms ask for.
    r"|병장\s?(?:만기)?\s?(?:전역|제대)|만기\s?(?:전역|제대)|군\s?필|미필|면제\s?사유|기혼|미혼"
    r"|(?:부친|모친|배우자)\s*[:：|(]",
    re.IGNORECASE,
)
_LINK: Final = re.compile(
    r"[(\[<]?\s?(?:https?://|www\.)[^\s)\]>]+\s?[)\]>]?"
    r"|[(\[<]?\s?(?<![\w.@-])(?:[\w-]{1,63}\.){1,5}(?:com|io|kr|net|org|dev|me)/[^\s)\]>]*\s?[)\]>]?",
    re.IGNORECASE,
)


def is_private(line: str) -> bool:
    """Return whether a line holds contact data, a birth date, an address, or a form's personal field."""
    return _PRIVATE.search(line) is not None


def without_links(line: str) -> str:
    """Return a line without web addresses, which lead to their owner's name."""
    return _LINK.sub(" ", line)
