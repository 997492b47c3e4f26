from __future__ import annotations

import itertools
import re

import pytest
from rapidfuzz import fuzz

from interview_engine.personas import default_catalogue
from interview_engine.personas.deeds import deeds_of
from interview_engine.personas.themes import Theme
from interview_engine.vocabulary import Language

VARIANTS = range(7)
# The stem of a Korean past: 남겼, 두었, 갔.
PAST = re.compile(r"[가-힣]$")


def past(stem: str) -> bool:
    return PAST.search(stem) is not None and (ord(stem[-1]) - 0xAC00) % 28 == 20


def test_every_persona_did_two_things_of_each_theme() -> None:
    for variant in VARIANTS:
        themes = [deed.theme for deed in deeds_of(variant)]
        assert all(themes.count(theme) == 2 for theme in Theme), variant
    assert {candidate.variant for candidate in default_catalogue().candidates} == set(VARIANTS[:-1])


def test_personas_of_ones_own_share_the_last_set() -> None:
    assert deeds_of(7) == deeds_of(6)
    assert deeds_of(6) != deeds_of(5)


def test_what_was_done_takes_any_ending_and_what_came_of_it_stands_alone() -> None:
    for deed in itertools.chain.from_iterable(deeds_of(variant) for variant in VARIANTS):
        assert past(deed.did.ko), deed.did.ko
        assert re.match(r"I\b|I'|we\b", deed.did.en), deed.did.en
        assert not deed.did.en.endswith("."), deed.did.en
        assert deed.outcome.ko.endswith("."), deed.outcome.ko
        assert deed.outcome.en.endswith("."), deed.outcome.en


@pytest.mark.parametrize("language", list(Language))
def test_no_two_deeds_are_told_alike(language: Language) -> None:
    told = [deed.did.spoken_in(language) for variant in VARIANTS for deed in deeds_of(variant)]
    alike = [
        (one, other)
        for one, other in itertools.combinations(told, 2)
        if fuzz.ratio(one, other, score_cutoff=80)
    ]
    assert alike == []
