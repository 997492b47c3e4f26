from __future__ import annotations

import pytest

from adapters.llm.defences.lawful_question import Topic, forbidden_topics
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language


@pytest.mark.parametrize(
    "question, topic",
    [
        ("키가 얼마나 되십니까?", Topic.LOOKS),
        ("성형 수술을 하신 적이 있습니까?", Topic.LOOKS),
        ("How tall are you?", Topic.LOOKS),
        ("고향이 어디신가요?", Topic.REGION),
        ("Where are you originally from?", Topic.REGION),
        ("결혼은 하셨나요?", Topic.MARRIAGE),
        ("남자 친구는 있으신가요?", Topic.MARRIAGE),
        ("Are you married?", Topic.MARRIAGE),
        ("집이 자가인가요, 전세인가요?", Topic.PROPERTY),
        ("Do you own a house?", Topic.PROPERTY),
        ("부모님은 무슨 일을 하십니까?", Topic.FAMILY),
        ("What do your parents do?", Topic.FAMILY),
        ("출산 뒤에도 일하실 계획입니까?", Topic.CHILDREN),
        ("Do you plan on having kids?", Topic.CHILDREN),
        ("나이가 좀 있으신데 괜찮으시겠습니까?", Topic.AGE),
        ("How old are you?", Topic.AGE),
        ("여자라서 힘든 점은 없으셨습니까?", Topic.GENDER),
        ("군대는 다녀오셨습니까?", Topic.GENDER),
        ("교회에 다니십니까?", Topic.RELIGION),
        ("What is your religion?", Topic.RELIGION),
        ("지지하는 정당이 있습니까?", Topic.POLITICS),
        ("Who did you vote for?", Topic.POLITICS),
        ("지병이 있으십니까?", Topic.HEALTH),
        ("Do you have any disabilities?", Topic.HEALTH),
        ("노조 활동을 하신 적이 있습니까?", Topic.UNION),
        ("어느 대학교를 나오셨습니까?", Topic.SCHOOL),
        ("Which university did you attend?", Topic.SCHOOL),
    ],
)
def test_a_forbidden_topic_is_found(question: str, topic: Topic) -> None:
    assert topic in forbidden_topics(question)


@pytest.mark.parametrize("topic", list(Topic))
def test_every_topic_is_looked_for(topic: Topic) -> None:
    marks = test_a_forbidden_topic_is_found.pytestmark  # type: ignore[attr-defined]
    assert topic in {case[1] for mark in marks for case in mark.args[1]}


@pytest.mark.parametrize(
    "question",
    [
        "장애가 있었던 배포에서 무엇을 배우셨습니까?",
        "캐시 키가 겹치면 어떤 일이 생깁니까?",
        "전세계 사용자에게 같은 속도를 보장하려면 어떻게 하시겠습니까?",
        "생성형 AI를 업무에 어떻게 쓰십니까?",
        "형제 컴포넌트 사이의 상태는 어떻게 나누십니까?",
        "지역별로 데이터를 나누면 어떤 점이 어려워집니까?",
        "How would you shard data by region?",
        "How would you monitor your health checks?",
        "When is a feature flag too old to keep?",
        "How do child processes inherit file handles?",
    ],
)
def test_a_question_about_the_work_is_lawful(question: str) -> None:
    assert forbidden_topics(question) == ()


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_bank_is_lawful(language: Language) -> None:
    texts = [
        text.spoken_in(language)
        for question in default_catalogue().questions
        for text in (question.text, *question.follow_ups)
    ]
    assert [text for text in texts if forbidden_topics(text)] == []
