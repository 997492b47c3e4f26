from __future__ import annotations

import pytest

from adapters.llm.defences.blind_interview import Background, background_in
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language

S, R, F, A = Background.SCHOOL, Background.REGION, Background.FAMILY, Background.AGE


@pytest.mark.parametrize(
    "text, found",
    [
        ("저는 서울대학교에서 전산학을 공부했습니다.", (S,)),
        ("연세대 재학 시절의 일입니다.", (S,)),
        ("카이스트에서 석사를 마쳤습니다.", (S,)),
        ("한빛외고를 나왔습니다.", (S,)),
        ("I graduated from Seoul National University.", (S,)),
        ("After my years at Stanford I joined a startup.", (S,)),
        ("부산 출신이라 바다를 좋아합니다.", (R,)),
        ("저는 대구에서 자랐습니다.", (R,)),
        ("고향에서 겪은 일입니다.", (R,)),
        ("I grew up in Busan.", (R,)),
        ("어머니께서 늘 하시던 말씀이 있습니다.", (F,)),
        ("저희 가족은 네 명입니다.", (F,)),
        ("두 아이를 키우는 배우자가 있습니다.", (F,)),
        ("My father taught me to code.", (F,)),
        ("I am married.", (F,)),
        ("올해 스물아홉입니다.", (A,)),
        ("만 31세이고 경력은 5년입니다.", (A,)),
        ("1995년생입니다.", (A,)),
        ("I'm 29 years old.", (A,)),
        ("부산에서 태어나 서울대학교를 졸업한 28살입니다.", (S, R, A)),
    ],
)
def test_a_background_is_found(text: str, found: tuple[Background, ...]) -> None:
    assert background_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "대학교 때 동아리에서 서버를 운영했습니다.",
        "고등학교 교사용 서비스를 만들었습니다.",
        "부산 지사의 물류센터와 협업했습니다.",
        "20대 사용자의 재방문율이 30% 늘었습니다.",
        "3세대 시스템을 설계했습니다.",
        "부모 컴포넌트와 자식 컴포넌트를 나누었습니다.",
        "가족 공유 기능을 출시했습니다.",
        "서울 리전에서 장애가 났습니다.",
        "I studied how users behave at night.",
        "The parent process kills its children.",
        "We served users in Busan and Seoul.",
        "I'm 29 percent faster than last year.",
    ],
)
def test_work_is_no_background(text: str) -> None:
    assert background_in(text) == ()


@pytest.mark.parametrize("language", list(Language))
def test_the_shipped_personas_are_blind(language: Language) -> None:
    lines = [
        line
        for persona in default_catalogue().candidates
        for story in persona.stories
        for line in story.sentences(language)
    ]
    assert [line for line in lines if background_in(line)] == []
