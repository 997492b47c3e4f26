from __future__ import annotations

import re
from collections import Counter

import attrs
import pytest
from rapidfuzz import fuzz, process

from interview_engine.ids import QuestionId
from interview_engine.personas import BankQuestion, Catalogue, choose_question
from interview_engine.vocabulary import Bilingual, Company, Competency, JobRole, Language, QuestionKind

HANGUL = re.compile(r"[가-힣]")
KINDS_OF_THE_BANK = frozenset(QuestionKind) - {QuestionKind.FOLLOW_UP}


def texts_of(question: BankQuestion) -> list[Bilingual]:
    spoken = [sentence for point in question.key_points for sentence in point.spoken]
    points = [point.point for point in question.key_points]
    return [question.text, question.shows, *points, *spoken, *question.follow_ups]


def alike(texts: list[str], cutoff: float) -> list[tuple[str, str]]:
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=cutoff)
    pairs = zip(*scores.nonzero(), strict=True)
    return [(texts[i], texts[j]) for i, j in pairs if i < j]


def test_the_bank_is_large_and_covers_every_kind_and_company(catalogue: Catalogue) -> None:
    assert len(catalogue.questions) >= 200
    kinds = Counter(question.kind for question in catalogue.questions)
    assert set(kinds) == KINDS_OF_THE_BANK
    assert min(kinds.values()) >= 5
    companies = Counter(question.company for question in catalogue.questions if question.company)
    assert {company: companies[company] >= 8 for company in Company} == dict.fromkeys(Company, True)


def test_the_bank_is_balanced_over_competencies_roles_and_difficulty(catalogue: Catalogue) -> None:
    competencies = Counter(question.competency for question in catalogue.questions)
    assert set(competencies) == set(Competency)
    assert min(competencies.values()) >= 8
    roles = Counter(question.role for question in catalogue.questions if question.role)
    assert min(roles[role] for role in JobRole) >= 8
    levels = Counter(question.difficulty for question in catalogue.questions)
    assert set(levels) == {1, 2, 3, 4, 5}
    assert min(levels.values()) >= 10


def test_every_question_is_complete(catalogue: Catalogue) -> None:
    for question in catalogue.questions:
        assert 3 <= len(question.key_points) <= 6, question.id
        assert all(2 <= len(point.spoken) <= 3 for point in question.key_points), question.id
        assert len(question.follow_ups) == 2, question.id
        assert 60 <= question.seconds <= 180, question.id
        assert question.seconds % 10 == 0, question.id
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-\d{3}", question.id), question.id


def test_every_text_is_in_its_own_language(catalogue: Catalogue) -> None:
    for question in catalogue.questions:
        for text in texts_of(question):
            assert HANGUL.search(text.ko), (question.id, text.ko)
            assert not HANGUL.search(text.en), (question.id, text.en)
            assert text.ko == text.ko.strip(), (question.id, text.ko)


def test_ids_are_unique(catalogue: Catalogue) -> None:
    assert [name for name, count in Counter(q.id for q in catalogue.questions).items() if count > 1] == []


@pytest.mark.parametrize("language", list(Language))
def test_no_two_questions_say_the_same(catalogue: Catalogue, language: Language) -> None:
    assert alike([question.text.spoken_in(language) for question in catalogue.questions], 80) == []


@pytest.mark.parametrize("language", list(Language))
def test_no_two_key_points_are_near_copies(catalogue: Catalogue, language: Language) -> None:
    points = [point.point.spoken_in(language) for q in catalogue.questions for point in q.key_points]
    assert alike(points, 93) == []


@pytest.mark.parametrize("language", list(Language))
def test_no_two_spoken_sentences_are_near_copies(catalogue: Catalogue, language: Language) -> None:
    spoken = [
        sentence.spoken_in(language)
        for question in catalogue.questions
        for point in question.key_points
        for sentence in point.spoken
    ]
    assert alike(spoken, 85) == []


def test_choosing_never_repeats_and_ends_with_none(catalogue: Catalogue) -> None:
    asked: tuple[QuestionId, ...] = ()
    closings = [q for q in catalogue.questions if q.kind is QuestionKind.CLOSING and q.company is None]
    for turn in range(len(closings)):
        found = choose_question(
            catalogue.questions, kind=QuestionKind.CLOSING, difficulty=3, pick=turn, asked=asked
        )
        assert found is not None
        assert found.id not in asked
        asked = (*asked, found.id)
    assert (
        choose_question(catalogue.questions, kind=QuestionKind.CLOSING, difficulty=3, pick=0, asked=asked)
        is None
    )


def test_choosing_never_takes_another_companys_or_jobs_question(catalogue: Catalogue) -> None:
    for pick in range(60):
        found = choose_question(
            catalogue.questions,
            kind=QuestionKind.TECHNICAL,
            difficulty=1 + pick % 5,
            pick=pick,
            company=Company.NAVER,
            role=JobRole.DATA,
        )
        assert found is not None
        assert found.company in (None, Company.NAVER)
        assert found.role in (None, JobRole.DATA)


def test_choosing_prefers_competency_then_difficulty_then_the_own_company(catalogue: Catalogue) -> None:
    template = catalogue.questions[0]

    def question(name: str, **changes: object) -> BankQuestion:
        plain = attrs.evolve(
            template,
            id=QuestionId(name),
            kind=QuestionKind.COMMON,
            competency=Competency.GROWTH,
            difficulty=3,
            company=None,
            role=None,
        )
        return attrs.evolve(plain, **changes)  # type: ignore[arg-type]

    own = question("own", company=Company.TOSS)
    plain = question("plain")
    far = question("far", difficulty=5)
    other = question("other", competency=Competency.OWNERSHIP)

    def chosen(*among: BankQuestion) -> str:
        found = choose_question(
            among,
            kind=QuestionKind.COMMON,
            difficulty=3,
            pick=7,
            competency=Competency.GROWTH,
            company=Company.TOSS,
        )
        assert found is not None
        return found.id

    assert chosen(other, far, plain, own) == "own"
    assert chosen(other, far, plain) == "plain"
    assert chosen(other, far) == "far"
    assert chosen(other) == "other"


def test_a_used_up_kind_gives_way_to_its_nearest(catalogue: Catalogue) -> None:
    commons = tuple(question.id for question in catalogue.questions if question.kind is QuestionKind.COMMON)
    found = choose_question(
        catalogue.questions, kind=QuestionKind.COMMON, difficulty=2, pick=3, asked=frozenset(commons)
    )
    assert found is not None
    assert found.kind is QuestionKind.EXPERIENCE


def test_pick_decides_among_equals(catalogue: Catalogue) -> None:
    found = {
        choose_question(catalogue.questions, kind=QuestionKind.COMMON, difficulty=3, pick=pick)
        for pick in range(10)
    }
    assert len(found) >= 5
