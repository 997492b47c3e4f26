from __future__ import annotations

import itertools
import re
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from interview_engine.ids import PersonaId
from interview_engine.personas import (
    AnswerRequest,
    BankQuestion,
    CandidatePersona,
    Catalogue,
    choose_follow_up,
    default_catalogue,
    longest_answer,
    write_answer,
)
from interview_engine.personas.answering.stories import was_told
from interview_engine.vocabulary import Company, JobRole, Language, QuestionKind
from tests.personas.answering.questions import CANDIDATES, QUESTIONS, SENTENCE_END, ask


def trigrams(text: str) -> dict[str, int]:
    bare = "".join(text.lower().split())
    counts: dict[str, int] = {}
    for start in range(len(bare) - 2):
        gram = bare[start : start + 3]
        counts[gram] = counts.get(gram, 0) + 1
    return counts


def cosine(first: dict[str, int], second: dict[str, int]) -> float:
    shared = sum(count * second.get(gram, 0) for gram, count in first.items())
    squares = sum(c * c for c in first.values()) * sum(c * c for c in second.values())
    return float(shared / squares**0.5) if squares else 0.0


def folded(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def humble(name: str) -> str:
    return re.sub(
        r"(?<!\S)(내가|내|나의) ",
        lambda found: {"내가": "제가", "내": "제"}.get(found[1], "저의") + " ",
        name,
    )


def covered(question: BankQuestion, answer: str, language: Language) -> int:
    bare = folded(answer)
    ways = [
        [folded(humble(way.spoken_in(language))) for way in (point.point, *point.spoken)]
        for point in question.key_points
    ]
    return sum(any(way in bare for way in point) for point in ways)


REQUESTS = st.builds(
    ask,
    st.sampled_from(QUESTIONS),
    st.sampled_from(Language),
    st.integers(0, 100),
    variation=st.integers(0, 2**32),
    company=st.sampled_from([None, *Company]),
    role=st.sampled_from([None, *JobRole]),
    max_characters=st.sampled_from([0, 0, 60, 150, 400, 5000]),
)


@given(request=REQUESTS, persona=st.sampled_from(CANDIDATES))
def test_any_answer_is_repeatable_within_length_and_never_says_a_thing_twice(
    request: AnswerRequest, persona: CandidatePersona
) -> None:
    answer = write_answer(persona, request)
    assert answer == write_answer(persona, request)
    assert 0 < len(answer) <= longest_answer(persona, request)
    sentences = SENTENCE_END.split(answer)
    assert len(sentences) == len(set(sentences))
    assert "{" not in answer
    assert "  " not in answer
    assert bool(re.search("[가-힣]", answer)) is (request.language is Language.KO)


@pytest.mark.parametrize("language", list(Language))
def test_higher_quality_never_covers_fewer_key_points(language: Language) -> None:
    persona = CANDIDATES[2]
    shares: list[float] = []
    for question in QUESTIONS[::7]:
        counts = [
            covered(question, write_answer(persona, ask(question, language, quality, seconds=300)), language)
            for quality in (5, 30, 55, 75, 95)
        ]
        assert counts == sorted(counts), question.id
        assert counts[0] == 0, question.id
        assert counts[-1] >= 1, question.id
        shares.append(counts[-1] / len(question.key_points))
    # A point that the candidate has no words for and did nothing about is left out, not merely named.
    assert statistics.mean(shares) > 0.7


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("quality", [25, 60, 90])
def test_the_candidates_do_not_copy_one_another(language: Language, quality: int) -> None:
    cosines: list[float] = []
    ratios: list[float] = []
    for question in QUESTIONS:
        answers = [write_answer(persona, ask(question, language, quality)) for persona in CANDIDATES]
        grams = [trigrams(answer) for answer in answers]
        for first, second in itertools.combinations(range(len(answers)), 2):
            cosines.append(cosine(grams[first], grams[second]))
            ratios.append(fuzz.ratio(answers[first], answers[second]) / 100)
    assert max(cosines) < 0.75
    assert max(ratios) < 0.75
    # English shares its function words: two unrelated answers already have about 0.45.
    assert statistics.median(cosines) < (0.55 if language is Language.KO else 0.63)


@pytest.mark.parametrize("language", list(Language))
def test_a_good_answer_tells_a_story_with_its_figures(language: Language) -> None:
    told = 0
    questions = [q for q in QUESTIONS if q.kind is QuestionKind.EXPERIENCE]
    for question, persona in zip(questions, itertools.cycle(CANDIDATES)):
        answer = write_answer(persona, ask(question, language, 90))
        story = next(s for s in persona.stories if was_told(s, (answer,), language))
        assert story.result.spoken_in(language) in answer, question.id
        told += story.lesson.spoken_in(language) in answer
    assert told > len(questions) * 0.6


def test_a_strong_korean_answer_fills_its_time() -> None:
    questions = [q for q in QUESTIONS if q.seconds == 120 and q.kind is QuestionKind.EXPERIENCE]
    lengths = [len(write_answer(p, ask(q, Language.KO, 92))) for q in questions for p in CANDIDATES]
    assert min(lengths) >= 300
    assert max(lengths) <= 720


@pytest.mark.parametrize("language", list(Language))
def test_a_weak_answer_is_short_and_has_no_figures(language: Language) -> None:
    for question in QUESTIONS[::5]:
        weak = write_answer(CANDIDATES[1], ask(question, language, 8))
        strong = write_answer(CANDIDATES[1], ask(question, language, 92))
        assert len(weak) < len(strong), question.id


def test_an_interview_does_not_repeat_its_stories() -> None:
    persona = CANDIDATES[3]
    own: tuple[str, ...] = ()
    told: list[str] = []
    questions = [q for q in QUESTIONS if q.kind is QuestionKind.EXPERIENCE][:7]
    for question in questions:
        answer = write_answer(persona, ask(question, Language.KO, 85, own_answers=own))
        told += [story.id for story in persona.stories if was_told(story, (answer,), Language.KO)]
        own = (*own, answer)
    assert len(told) == len(questions)
    assert len(set(told)) == len(told)
    sentences = [sentence for answer in own for sentence in SENTENCE_END.split(answer)]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("language", list(Language))
def test_a_story_is_told_without_anything_in_between(language: Language) -> None:
    for question in (q for q in QUESTIONS if q.kind is QuestionKind.EXPERIENCE):
        answer = write_answer(CANDIDATES[0], ask(question, language, 90, seconds=600))
        told = [s.sentences(language) for s in CANDIDATES[0].stories if was_told(s, (answer,), language)]
        assert all(any(sentence in part for part in told[0]) for sentence in _between(answer, told[0]))


def _between(answer: str, story: tuple[str, ...]) -> list[str]:
    sentences = SENTENCE_END.split(answer)
    places = [index for index, sentence in enumerate(sentences) if any(sentence in part for part in story)]
    return sentences[places[0] : places[-1] + 1]


def test_motivation_names_the_company_it_is_for_and_home_is_told_differently() -> None:
    question = next(q for q in QUESTIONS if q.kind is QuestionKind.MOTIVATION and "왜" in q.text.ko)
    naver = default_catalogue().candidate(PersonaId("naver"))
    away = write_answer(naver, ask(question, Language.KO, 85, company=Company.COUPANG))
    home = write_answer(naver, ask(question, Language.KO, 85, company=Company.NAVER))
    assert "쿠팡" in away
    assert naver.presentation.home_motivation[0].ko in home
    assert naver.presentation.home_motivation[0].ko not in away


@pytest.mark.parametrize("language", list(Language))
def test_a_follow_up_stays_with_the_story_and_adds_to_it(catalogue: Catalogue, language: Language) -> None:
    question = next(q for q in QUESTIONS if q.kind is QuestionKind.EXPERIENCE)
    for persona in CANDIDATES:
        parent = write_answer(persona, ask(question, language, 45))
        asked = choose_follow_up(question, parent, catalogue.interviewers[0], language, 3)
        request = AnswerRequest(
            question=asked.text,
            kind=QuestionKind.FOLLOW_UP,
            language=language,
            quality=80,
            key_points=asked.key_points,
            seconds=60,
            parent_question=question.text.spoken_in(language),
            parent_answer=parent,
        )
        answer = write_answer(persona, request)
        story = next(s for s in persona.stories if was_told(s, (parent,), language))
        assert was_told(story, (answer,), language)
        assert not set(SENTENCE_END.split(answer)) & set(SENTENCE_END.split(parent))


@pytest.mark.parametrize("language", list(Language))
def test_a_question_without_a_bank_entry_still_gets_its_points(language: Language) -> None:
    points = {
        Language.KO: ("장애 대응의 우선순위", "재발 방지 계획"),
        Language.EN: ("the order of response", "the plan for prevention"),
    }[language]
    request = AnswerRequest(
        question="장애를 어떻게 다루시겠습니까?"
        if language is Language.KO
        else "How would you handle an outage?",
        kind=QuestionKind.SITUATIONAL,
        language=language,
        quality=90,
        key_points=points,
    )
    for persona in CANDIDATES:
        answer = write_answer(persona, request)
        assert all(point in answer for point in points)
        assert any(was_told(story, (answer,), language) for story in persona.stories)


@pytest.mark.parametrize("quality", [-1, 101])
def test_quality_outside_its_range_is_refused(quality: int) -> None:
    with pytest.raises(ValueError, match="quality"):
        ask(QUESTIONS[0], Language.KO, quality)
