"""Blind interviews (블라인드 면접): what a candidate may not tell about a background."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Background(StrEnum):
    """What a blind interview leaves out."""

    SCHOOL = "school"
    REGION = "region"
    FAMILY = "family"
    AGE = "age"


_PLACE: Final = (
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기도?|강원도?|제주도?|충청도|전라도|경상도|충북|충남"
    r"|전북|전남"
    r"|경북|경남|수도권|지방|강남|수원|성남|용인|고양|창원|청주|전주|천안|포항|목포|여수|순천|춘천|강릉|원주)"
)
_PATTERNS: Final = {
    Background.SCHOOL: re.compile(
        r"(?!(?:종합|전문|일반|국립|사립|명문|우리|모교|같은)대학)[가-힣]{2,7}(?:대학교|대학원대학"
        r"|여자대학|고등학교|과학고|외고|여고)"
        r"|(?<![가-힣])(?:서울|연세|고려|서강|성균관|한양|중앙|경희|이화여?|숙명여?|부산|경북|전남|전북"
        r"|충남|인하|아주"
        r"|건국|동국|홍익|국민|숭실|세종|단국|광운|한국외|서울시립|인천)대(?=[^가-힣]|[를을에의는은]|에서"
        r"|출신|졸|생|학교|$)"
        r"|카이스트|포스텍|유니스트|지스트|디지스트|\b(?:KAIST|POSTECH|UNIST|GIST|DGIST)\b|스카이\s?출신"
        r"|출신\s?(?:학교|대학)|학벌|(?:명문대|지방대|인서울)\s?(?:출신|졸업|를|을)"
        r"|\b[A-Z]\w+ (?:National |Women's |State )*(?:University|College|High School)\b"
        r"|\bUniversity of [A-Z]|\b(?:Harvard|Stanford|MIT|Berkeley|Oxford|Cambridge|Yale|Princeton)\b"
        r"|\b(?:I|i) (?:graduated|studied|majored) (?:from|at) [A-Z]|\bmy alma mater\b",
    ),
    Background.REGION: re.compile(
        rf"{_PLACE}\s?(?:출신|토박이|사람(?:이|입|으)|태생)|{_PLACE}에서\s?(?:태어|나고|자라|자랐|성장)"
        r"|(?<![가-힣])(?:고향|본적|출신지|출신\s?지역)(?![가-힣]*\s?(?:도시|마을) 서비스)"
        r"|\b(?:born|raised|grew up|brought up) in [A-Z]|\b(?:my|our) home ?town\b"
        r"|\bI(?:'m| am| come) (?:originally )?from (?!the (?:team|backend|platform)|a |an )[A-Z]\w+"
        r"(?! (?:team|engineering|Inc|Corp))",
    ),
    Background.FAMILY: re.compile(
        r"아버지|어머니|부모님|아버님|어머님|할머니|할아버지|조부모|외삼촌|시부모|장인어른|처가|시댁|남편"
        r"|(?<![가-힣])아내"
        r"|배우자|장남|장녀|막내(?:아들|딸|로 태어)|외동(?:아들|딸)?|[남자형]매\s?중|형제\s?(?:중|자매)"
        r"|무남독녀"
        r"|(?:저희|제|우리)\s?(?:가족|집안|아들|딸|아이|누나|언니|오빠|남동생|여동생|친형)|기혼|미혼"
        r"|결혼(?:했|을 한|한 상태)"
        r"|\b(?:my|our) (?:own )?(?:father|mother|dad|mom|mum|parents?|wife|husband|spouse|sons?|daughters?"
        r"|brothers?|sisters?|siblings?|grand(?:father|mother|parents?)|kids|children|family)\b"
        r"|\bI(?:'m| am) (?:married|single|divorced|a (?:father|mother|parent) of)\b",
        re.IGNORECASE,
    ),
    Background.AGE: re.compile(
        r"(?<!\d)(?:만\s?)?[1-6]\d\s?(?:살|세)(?=[^가-힣]|입니|이[고며]|인|에|의|가|로|때|부터|$)"
        r"|(?:스물|서른|마흔|쉰)(?:\s?(?:하나|한|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉))?\s?(?:살"
        r"|세)?(?:입니|이[고며]|인|에)"
        r"|(?<!\d)(?:19[5-9]|200)\d\s?년\s?(?:생|에\s?태어)|(?<!\d)\d{2}년생|(?:제|저의)\s?나이|나이(?:가"
        r"|는)\s?(?:많|적|어[리려])"
        r"|\bI(?:'m| am) (?:only |just )?(?:[1-6]\d|(?:twenty|thirty|forty|fifty)(?:[- ]\w+)?)"
        r"(?: years old| years of age)\b|\b[1-6]\d[- ]year[- ]old (?:candidate|man|woman)\b"
        r"|\bborn in (?:19|20)\d{2}\b|\bmy age\b",
    ),
}


def background_in(text: str) -> tuple[Background, ...]:
    """Return which backgrounds a text gives away; empty for a blind one.

    Args:
        text: What a candidate would say, or a line of a résumé.
    """
    return tuple(background for background, pattern in _PATTERNS.items() if pattern.search(text))
