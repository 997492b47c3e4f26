from __future__ import annotations

import itertools

import attrs
import pytest

from interview_engine.personas import write_answer
from interview_engine.personas.answering.frames import choose_deed, frame_sets, framed
from interview_engine.personas.deeds import Deed, deeds_of
from interview_engine.personas.question import KeyPoint
from interview_engine.personas.themes import Theme
from interview_engine.vocabulary import Bilingual, Language, QuestionKind
from tests.personas.answering.questions import CANDIDATES, QUESTIONS, ask

TRIAL = KeyPoint(
    point=Bilingual(ko="작은 시범 운영으로 만든 증거", en="evidence from a small trial"),
    spoken=(Bilingual(ko="먼저 해 보았습니다.", en="I tried it first."),),
)
EXPERIENCE = next(question for question in QUESTIONS if question.kind is QuestionKind.EXPERIENCE)


def chosen(point: KeyPoint, told: tuple[Deed, ...] = (), own_answers: tuple[str, ...] = ()) -> Deed | None:
    request = ask(EXPERIENCE, Language.KO, 80, own_answers=own_answers)
    return choose_deed(CANDIDATES[0], request, point, told, None)


def test_a_point_is_borne_out_by_a_deed_of_its_theme() -> None:
    deed = chosen(TRIAL)
    assert deed is not None
    assert deed.theme is Theme.TRIAL
    assert deed in deeds_of(CANDIDATES[0].variant)


def test_nothing_is_told_twice_and_then_nothing_is_made_up() -> None:
    first = chosen(TRIAL)
    assert first is not None
    second = chosen(TRIAL, told=(first,))
    assert second is not None
    assert second != first
    assert chosen(TRIAL, told=(first,), own_answers=(f"{second.did.ko}습니다.",)) is None


def test_a_point_without_a_theme_is_left_out_unless_nobody_has_words_for_it() -> None:
    strange = Bilingual(ko="보라색 코끼리", en="a purple elephant")
    assert chosen(attrs.evolve(TRIAL, point=strange)) is None
    assert chosen(KeyPoint(point=strange, spoken=())) is not None


def test_a_deed_of_the_same_story_is_not_told_beside_it() -> None:
    persona = CANDIDATES[0]
    story = next(story for story in persona.stories if story.id == "index-incident")
    gate = KeyPoint(
        point=Bilingual(ko="재발 방지 점검", en="a check that prevents recurrence"), spoken=TRIAL.spoken
    )
    request = ask(EXPERIENCE, Language.EN, 80)
    beside = choose_deed(persona, request, gate, (), story)
    assert beside is None or "document count" not in beside.did.en


@pytest.mark.parametrize("language", list(Language))
def test_frames_name_the_point_and_the_deed_and_differ_by_place(language: Language) -> None:
    deed = deeds_of(0)[0]
    point = TRIAL.point.spoken_in(language)
    request = ask(EXPERIENCE, language, 80)
    spoken = [framed(request, point, deed, 0, lane) for lane in range(6)]
    assert all(point in text and deed.did.spoken_in(language) in text for text in spoken)
    assert len({text.split(",")[0] for text in spoken}) > 3


def test_every_manner_has_as_many_frames_as_there_are_lanes() -> None:
    for found in frame_sets():
        assert len(found.frames) == 8, found.manner
        for frame, language in itertools.product(found.frames, Language):
            assert "{point" in frame.spoken_in(language)
            assert "{deed}" in frame.spoken_in(language)


def test_a_frame_does_not_say_a_word_of_the_point_again() -> None:
    request = ask(EXPERIENCE, Language.KO, 80, kind=QuestionKind.COMMON)
    for lane in range(8):
        text = framed(request, "그 방식을 고른 이유와 경험", deeds_of(0)[0], 0, lane)
        assert text.count("이유") == 1
        assert text.count("경험") == 1


@pytest.mark.parametrize("language", list(Language))
def test_figures_come_with_quality(language: Language) -> None:
    for question, persona in zip(QUESTIONS[::9], itertools.cycle(CANDIDATES)):
        outcomes = [deed.outcome.spoken_in(language) for deed in deeds_of(persona.variant)]
        weak = write_answer(persona, ask(question, language, 40, seconds=300))
        assert not any(outcome in weak for outcome in outcomes), question.id
    told = sum(
        any(
            d.outcome.spoken_in(language) in write_answer(p, ask(q, language, 90, seconds=300))
            for d in deeds_of(p.variant)
        )
        for q, p in zip(QUESTIONS[::9], itertools.cycle(CANDIDATES))
    )
    assert told > 10
