from __future__ import annotations

from pathlib import Path

import pytest

from interview_engine.personas import AnswerRequest, InvalidPersona, parse_candidate_toml, write_answer
from interview_engine.vocabulary import Company, Competency, Language, QuestionKind

EXAMPLE = Path(__file__).parents[2] / "examples" / "persona.toml"
SMALLEST = 'id = "me"\nname = "나"\nheadline = "개발자"\n'


def problems_of(text: str) -> dict[str, tuple[str, str]]:
    with pytest.raises(InvalidPersona) as caught:
        parse_candidate_toml(text)
    return {problem.field: (problem.message.ko, problem.message.en) for problem in caught.value.problems}


def test_the_example_reads_and_answers_from_its_story() -> None:
    persona = parse_candidate_toml(EXAMPLE.read_text(encoding="utf-8"))
    request = AnswerRequest(
        question="느린 서비스를 개선한 경험을 말씀해 주세요.",
        kind=QuestionKind.EXPERIENCE,
        language=Language.KO,
        quality=85,
    )
    answer = write_answer(persona, request)
    assert persona.stories[0].result.ko in answer
    assert persona.qualities[0].low == 60
    assert persona.qualities[1].low == 45


def test_three_lines_are_enough() -> None:
    persona = parse_candidate_toml(SMALLEST)
    assert len(persona.qualities) == len(Competency)
    for kind in QuestionKind:
        for language in Language:
            request = AnswerRequest(question="질문입니다.", kind=kind, language=language, quality=70)
            assert len(write_answer(persona, request)) > 15, kind


def test_every_problem_is_reported_in_both_languages() -> None:
    found = problems_of(
        """
        id = "Not Allowed"
        name = { ko = "이름" }
        company = "acme"
        colour = "red"
        [quality]
        default = [90, 10]
        growth = [true, 5]
        charm = [1, 2]
        [rate]
        ko = 9000
        [voice]
        openings = "하나"
        [[stories]]
        actions = []
        result = 3
        competencies = ["magic"]
        """
    )
    assert set(found) == {
        "id",
        "name.en",
        "headline",
        "company",
        "colour",
        "quality.default",
        "quality.growth",
        "quality.charm",
        "rate.ko",
        "voice.openings",
        "stories[0].situation",
        "stories[0].actions",
        "stories[0].result",
        "stories[0].competencies",
    }
    assert "naver, kakao, toss" in found["company"][1]
    assert "150" in found["rate.ko"][0]
    assert "technical_depth" in found["stories[0].competencies"][0]
    assert all(ko and en and ko != en for ko, en in found.values())


@pytest.mark.parametrize("text", ["id = ", "= 3", 'id = "a"\nid = "b"', "\x00"])
def test_broken_toml_is_one_problem(text: str) -> None:
    assert list(problems_of(text)) == ["TOML"]


def test_an_error_explains_itself_per_language() -> None:
    with pytest.raises(InvalidPersona) as caught:
        parse_candidate_toml('id = "me"\nname = "나"')
    assert caught.value.explain(Language.KO).startswith("headline: 필수 항목입니다.")
    assert str(caught.value) == caught.value.explain(Language.EN)
    assert caught.value.code == "invalid_persona"


def test_fields_that_must_be_tables_say_so() -> None:
    found = problems_of(
        f'{SMALLEST}company = "toss"\nquality = 3\nstories = ["a"]\nvoice = "x"\nstrengths = [1]\n'
    )
    assert set(found) == {"quality", "stories", "voice", "strengths[0]"}


def test_a_company_and_own_words_are_kept() -> None:
    persona = parse_candidate_toml(
        SMALLEST
        + """
        company = "toss"
        introduction = ["첫 문장입니다.", { ko = "둘째입니다.", en = "Second." }]
        motivation = ["{company:이} 좋습니다."]
        [voice]
        openings = ["시작하겠습니다."]
        """
    )
    assert persona.company is Company.TOSS
    assert persona.presentation.introduction[1].en == "Second."
    assert persona.presentation.home_motivation == persona.presentation.motivation
    assert persona.voice.openings[0].ko == "시작하겠습니다."
    assert persona.voice.vague
