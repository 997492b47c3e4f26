"""Six rivals who answer one question at the same moment must not repeat one another."""

from __future__ import annotations

import itertools
import re

import attrs
import pytest
from rapidfuzz import fuzz

from interview_engine.ids import PersonaId
from interview_engine.personas import (
    AnswerRequest,
    BankQuestion,
    CandidatePersona,
    default_catalogue,
    parse_candidate_toml,
    write_answer,
)
from interview_engine.personas.answering.ownership import leans, owned_wordings
from interview_engine.personas.chance import keyed_number
from interview_engine.vocabulary import Company, Language, QuestionKind

QUESTIONS = default_catalogue().questions
RIVALS = default_catalogue().candidates
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
LONG_ENOUGH, NEAR_COPY = 20, 85


def custom(name: str) -> CandidatePersona:
    text = f'id = "{name}"\nname = {{ ko = "이하나", en = "{name.title()}" }}\nheadline = "개발자"\n'
    return attrs.evolve(parse_candidate_toml(text), id=PersonaId(name))


def sentences(
    persona: CandidatePersona, question: BankQuestion, language: Language, seed: int, seat: tuple[int, int]
) -> list[str]:
    place, places = seat
    request = AnswerRequest(
        question=question.text.spoken_in(language),
        kind=question.kind,
        language=language,
        quality=20 + keyed_number(persona.id, question.id, seed, "quality") % 81,
        bank_question=question,
        seconds=question.seconds,
        variation=keyed_number("variation", seed, persona.id),
        company=(None, *Company)[seed % 7],
        place=place if places else None,
        places=places,
    )
    return [part for part in SENTENCE_END.split(write_answer(persona, request)) if len(part) >= LONG_ENOUGH]


def copies(question: BankQuestion, language: Language, seed: int, rivals: int) -> list[tuple[str, str]]:
    """Return what rivals share in one round; 0 rivals is six whose places nobody knows."""
    spoken = [
        sentences(persona, question, language, seed, (place, rivals))
        for place, persona in enumerate(RIVALS[: rivals or len(RIVALS)])
    ]
    return [
        (one, other)
        for first, second in itertools.combinations(spoken, 2)
        for one in first
        for other in second
        if fuzz.ratio(one, other, score_cutoff=NEAR_COPY)
    ]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("rivals", [6, 3, 0])
def test_rivals_share_no_sentence_and_no_near_copy(language: Language, rivals: int) -> None:
    for question in QUESTIONS[::4]:
        assert copies(question, language, seed=len(question.id), rivals=rivals) == [], question.id


@pytest.mark.slow
@pytest.mark.parametrize("language", list(Language))
def test_over_the_whole_bank_rivals_share_nothing(language: Language) -> None:
    for question, seed in itertools.product(QUESTIONS, range(4)):
        assert copies(question, language, seed, rivals=6) == [], (question.id, seed)


@pytest.mark.parametrize("language", list(Language))
def test_two_personas_of_ones_own_say_different_things_of_the_question(language: Language) -> None:
    first, second = custom("one"), custom("other")
    asked = [q for q in QUESTIONS if q.kind in {QuestionKind.SITUATIONAL, QuestionKind.TECHNICAL}]
    shared = 0
    for question in asked:
        both = set(sentences(first, question, language, 1, (0, 2)))
        both &= set(sentences(second, question, language, 1, (1, 2)))
        shared += bool(both)
    assert shared == 0


@pytest.mark.parametrize("language", list(Language))
def test_two_personas_of_ones_own_hardly_ever_share_a_default_text(language: Language) -> None:
    pairs = list(itertools.combinations([custom(name) for name in ("one", "other", "kim", "lee", "bora")], 2))
    shared = 0
    for question, (first, second) in zip(QUESTIONS, itertools.cycle(pairs)):
        both = set(sentences(first, question, language, 1, (0, 2)))
        shared += bool(both & set(sentences(second, question, language, 1, (1, 2))))
    assert shared < 0.03 * len(QUESTIONS)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("places", [1, 2, 6, 8, 12])
def test_no_written_sentence_is_dealt_twice_nor_without_the_one_it_leans_on(
    language: Language, places: int
) -> None:
    for question in QUESTIONS[::3]:
        wordings = tuple(tuple(s.spoken_in(language) for s in point.spoken) for point in question.key_points)
        text = question.text.spoken_in(language)
        hands = [owned_wordings(text, wordings, language, lane, places) for lane in range(places)]
        dealt = [slot for hand in hands for slot in hand]
        assert len(dealt) == len(set(dealt))
        assert dealt
        for hand in hands:
            for point, wording in hand:
                if point and leans(wordings[point][wording], language):
                    assert (point - 1) in dict(hand), question.id
