from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs
import pytest

from interview_engine.ids import PersonaId
from interview_engine.personas import CandidatePersona, Catalogue, UnknownPersona
from interview_engine.personas.particles import fill
from interview_engine.vocabulary import Bilingual, Company, Competency, Language, QuestionKind

HANGUL = re.compile(r"[가-힣]")
FIGURE = re.compile(
    r"\d|절반|half|twice|two|three|four|five|six|seven|eight|nine|ten|zero|eighty|thousand", re.IGNORECASE
)
# Blind interview: nothing that tells school, region, family, age or looks.
BANNED = re.compile(
    r"대학|학교|학과|고향|부모|아버지|어머니|살입니다|결혼|university|college|hometown|my father|my mother"
)


def texts_in(value: object) -> Iterator[Bilingual]:
    if isinstance(value, Bilingual):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts_in(entry)
    else:
        kind = type(value)
        if attrs.has(kind):
            for name in attrs.fields_dict(kind):
                yield from texts_in(getattr(value, name))


def test_every_company_has_its_candidate(catalogue: Catalogue) -> None:
    assert [persona.company for persona in catalogue.candidates] == list(Company)
    assert len({persona.variant for persona in catalogue.candidates}) == len(Company)
    assert len({persona.name.ko for persona in catalogue.candidates}) == len(Company)


def test_every_text_is_in_its_own_language(catalogue: Catalogue) -> None:
    for persona in catalogue.candidates:
        texts = list(texts_in(persona))
        assert len(texts) > 110
        for text in texts:
            assert HANGUL.search(text.ko), (persona.id, text)
            assert text.en, (persona.id, text)
            assert not HANGUL.search(text.en), (persona.id, text)


def test_nothing_a_blind_interview_forbids(catalogue: Catalogue) -> None:
    for persona in catalogue.candidates:
        for text in texts_in(persona):
            assert not BANNED.search(f"{text.ko} {text.en}"), (persona.id, text)


def test_korean_stories_are_whole_polite_sentences(catalogue: Catalogue) -> None:
    for persona in catalogue.candidates:
        for story in persona.stories:
            for sentence in story.sentences(Language.KO):
                assert sentence.endswith("니다."), (persona.id, story.id, sentence)


def test_quality_ranges_are_valid_and_complete(catalogue: Catalogue) -> None:
    for persona in catalogue.candidates:
        assert [entry.competency for entry in persona.qualities] == list(Competency)
        assert all(0 <= entry.low < entry.high <= 100 for entry in persona.qualities)


def test_personas_are_strong_in_different_things(catalogue: Catalogue) -> None:
    strongest = {
        persona.id: max(persona.qualities, key=lambda entry: entry.low + entry.high).competency
        for persona in catalogue.candidates
    }
    assert len(set(strongest.values())) >= 4
    means = [
        sum(entry.low + entry.high for entry in persona.qualities) / 16 for persona in catalogue.candidates
    ]
    assert max(means) - min(means) < 10


def test_stories_cover_every_competency_with_failure_and_conflict(catalogue: Catalogue) -> None:
    for persona in catalogue.candidates:
        assert len(persona.stories) >= 8
        assert {found for story in persona.stories for found in story.competencies} == set(Competency), (
            persona.id
        )
        keywords = Counter(word for story in persona.stories for word in story.keywords)
        assert keywords["실패"] >= 1, persona.id
        assert keywords["갈등"] >= 1, persona.id
        assert any(QuestionKind.PRESSURE in story.kinds for story in persona.stories), persona.id
        assert len({story.id for story in persona.stories}) == len(persona.stories)


@pytest.mark.parametrize("language", list(Language))
def test_every_result_has_figures(catalogue: Catalogue, language: Language) -> None:
    for persona in catalogue.candidates:
        for story in persona.stories:
            assert FIGURE.search(story.result.spoken_in(language)), (persona.id, story.id)
            assert 2 <= len(story.actions) <= 3, (persona.id, story.id)


def test_no_sentence_is_shared_between_personas(catalogue: Catalogue) -> None:
    seen = Counter(
        text.ko for persona in catalogue.candidates for story in persona.stories for text in texts_in(story)
    )
    assert [text for text, count in seen.items() if count > 1] == []


def test_places_name_only_what_is_filled_in(catalogue: Catalogue) -> None:
    words = (("company", "토스"), ("role", "백엔드"))
    for persona in catalogue.candidates:
        for text in texts_in(persona):
            for language in Language:
                assert "{" not in fill(text.spoken_in(language), words), (persona.id, text)


def test_a_profile_carries_what_the_rules_need(catalogue: Catalogue) -> None:
    persona = catalogue.candidate(PersonaId("toss"))
    korean, english = persona.profile(Language.KO), persona.profile(Language.EN)
    assert korean.name == persona.name.ko
    assert english.name == persona.name.en
    assert korean.company is Company.TOSS
    assert english.characters_per_minute > korean.characters_per_minute
    assert korean.qualities == persona.qualities


def test_an_unknown_persona_is_refused_with_those_that_exist(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownPersona, match="naver, kakao, toss, coupang, baemin, danggeun") as caught:
        catalogue.candidate(PersonaId("nobody"))
    assert caught.value.wanted == "nobody"
    assert caught.value.code == "unknown_persona"


def test_a_catalogue_takes_a_custom_candidate_in_place_of_its_namesake(catalogue: Catalogue) -> None:
    custom: CandidatePersona = attrs.evolve(
        catalogue.candidates[0], id=PersonaId("mine"), name=Bilingual(ko="나", en="Me")
    )
    grown = catalogue.with_candidate(custom).with_candidate(custom)
    assert len(grown.candidates) == len(catalogue.candidates) + 1
    assert grown.candidate(PersonaId("mine")).name.en == "Me"
