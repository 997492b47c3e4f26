"""What an interviewer may not ask.

The Fair Hiring Procedure Act (채용절차의 공정화에 관한 법률), article 4-3, forbids asking for looks and
bodily features, region of origin, marriage and property, and the schooling, jobs and property of the family.
The other topics are discrimination by the Human Rights Commission Act, article 2, or by equal employment law.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """A topic that no question touches."""

    LOOKS = "looks"
    REGION = "region"
    MARRIAGE = "marriage"
    PROPERTY = "property"
    FAMILY = "family"
    CHILDREN = "children"
    AGE = "age"
    GENDER = "gender"
    RELIGION = "religion"
    POLITICS = "politics"
    HEALTH = "health"
    UNION = "union"
    SCHOOL = "school"


_PATTERNS: Final = {
    Topic.LOOKS: (
        r"(?<![가-힣])(?:키(?:가|는)\s(?:몇|얼마|어떻게|큰|작)|신장이|체중|몸무게|외모|용모|인상이 (?:좋"
        r"|안 좋)|생김새|혈액형|시력이)"
        r"|몸매|성형\s?수술|\b(?:your|how) (?:height|weight|tall|looks|appearance|blood type)\b"
        r"|\bhow tall (?:are|is)\b"
        r"|\bhow much do you weigh\b|\bplastic surgery\b|\byour (?:physical )?appearance\b"
    ),
    Topic.REGION: (
        r"고향|본적|출신\s?(?:지역|지는|지가)|어디\s?(?:출신|에서 (?:태어|자라|나고))|태어난 곳"
        r"|자란 (?:곳|지역)"
        r"|어느 (?:지역|지방|동네) (?:출신|사람|에 사)|\bhome ?town\b|\bwhere (?:are you"
        r"|do you come) (?:originally )?from\b"
        r"|\bwhere (?:were you|you were) (?:born|raised)\b|\bwhere did you grow up\b|\bwhich (?:region"
        r"|province) are you\b"
    ),
    Topic.MARRIAGE: (
        r"결혼|기혼|미혼|혼인|이혼|남자\s?친구|여자\s?친구|애인|연애|배우자|남편|(?<![가-힣])아내"
        r"|\b(?:married|marriage|marital|divorced|spouse|husband|wife|boyfriend|girlfriend|engaged to"
        r"|fianc[eé]e?)\b"
    ),
    Topic.PROPERTY: (
        r"재산|집이\s?(?:자가|전세|월세)|자가(?:이신|인)가요|전세(?!계)|월세|부동산\s?(?:보유|소유)"
        r"|가정\s?형편"
        r"|집안\s?형편|대출이\s?있"
        r"|(?:개인|가계)\s?빚|자가용|\byour (?:wealth|net worth|personal (?:assets|debts?|property))\b"
        r"|\b(?:own"
        r"|rent) your (?:home|house)\b"
        r"|\bdo you own a (?:house|home|car)\b"
    ),
    Topic.FAMILY: (
        r"부모님|아버지|어머니|아버님|어머님|형제(?! (?:노드|요소|컴포넌트|프로세스))|자매|남매"
        r"|가족\s?(?:관계|분|구성|중에|사항|이 어떻게"
        r"|은 어떻게)|집안(?:에|은|이|의)"
        r"|장남|장녀|외동|\byour (?:father|mother|parents?|brothers?|sisters?|siblings?|family)\b"
    ),
    Topic.CHILDREN: (
        r"출산|임신|육아\s?(?:휴직|계획|를|는)|자녀|아이(?:를|가|는)\s?(?:가질|낳|있으|누가|계획)|아기"
        r"|\b(?:pregnan\w+|maternity|paternity|childcare|have (?:any )?(?:kids|children)|having (?:kids"
        r"|children)"
        r"|start a family)\b"
    ),
    Topic.AGE: (
        r"나이(?:가|는|를|에|도)|연세|몇\s?(?:살|년생)|또래보다|동기들?보다\s?나이|\bhow old\b|\byour age\b"
        r"|\bwhat year were you born\b|\bat your age\b|\b(?:you|you're|you are) too (?:old|young)\b"
    ),
    Topic.GENDER: (
        r"여자(?:라서|로서|인데|가 )|남자(?:라서|로서|인데|가 )|여성(?:으로서|이라|인데|지원자)"
        r"|남성(?:으로서|이라|인데)|군대(?:는|를|에)"
        r"|병역|군필|미필|성별|성적\s?(?:지향|취향)"
        r"|\bas an? (?:wo)?man\b|\byour (?:gender|sex|sexual orientation)\b|\bmilitary service\b"
    ),
    Topic.RELIGION: (
        r"종교|교회에?\s?다니|절에 다니|성당에?\s?다니|신앙|\b(?:religion|religious|church|your faith"
        r"|do you pray)\b"
    ),
    Topic.POLITICS: (
        r"정치\s?(?:성향|색|적 (?:견해|성향))|어느\s?(?:정당|당)|지지하(?:는|시는)\s?(?:정당|후보|당)"
        r"|투표하셨|대통령(?:을|에 대)"
        r"|\b(?:political (?:views?|party|leaning)|who did you vote for|did you vote)\b"
    ),
    Topic.HEALTH: (
        r"질병|병력이|지병|장애(?:\s?등급|를 가지|인(?:이|으로))|신체.{0,4}장애|건강\s?(?:상태|에 문제"
        r"|은 어떠)"
        r"|우울증|정신과"
        r"|\byour (?:health(?! ?check)|disabilit\w+|medical history)\b|\bany (?:illness\w*|disabilit\w+"
        r"|medical conditions?)\b"
        r"|\byou (?:are )?disabled\b"
    ),
    Topic.UNION: (
        r"노동\s?조합|노조(?:에|를|가|\s?활동)|\b(?:trade|labou?r) unions?\b|\bunion (?:member|activit)"
    ),
    Topic.SCHOOL: (
        r"(?:어느|무슨|어떤)\s?(?:대학교?|학교|고등학교)(?:를|을|에|\s?출신|\s?나)|출신\s?(?:학교|대학)"
        r"|학벌|학점이\s?(?:왜|낮)"
        r"|지방대|명문대|\bwhich (?:university|school|college)\b|\byour (?:alma mater|GPA)\b"
        r"|\bwhere did you (?:study|go to school)\b"
    ),
}
_TOPICS: Final = {topic: re.compile(pattern, re.IGNORECASE) for topic, pattern in _PATTERNS.items()}


def forbidden_topics(question: str) -> tuple[Topic, ...]:
    """Return which forbidden topics a question touches; empty for one that may be asked.

    It rather refuses a harmless question than lets a harmful one pass: another question is quickly written.

    Args:
        question: As an interviewer would say it.
    """
    return tuple(topic for topic, pattern in _TOPICS.items() if pattern.search(question))
