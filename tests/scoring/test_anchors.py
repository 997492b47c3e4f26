from __future__ import annotations

import pytest

from interview_engine.scoring import ANCHORS, Criterion, Level, anchor, criterion_name, disclaimer
from interview_engine.vocabulary import Language


def test_every_level_of_every_criterion_is_described_once_in_both_languages() -> None:
    for language in Language:
        texts = [anchor(criterion, level, language) for criterion in Criterion for level in Level]
        assert len(set(texts)) == len(Criterion) * len(Level) == 25
        assert min(map(len, texts)) > 15


def test_anchors_go_from_level_one_to_five() -> None:
    assert anchor(Criterion.EVIDENCE, Level.FAR_BELOW, Language.KO).startswith("주장만 있고")
    assert anchor(Criterion.EVIDENCE, Level.OUTSTANDING, Language.EN) == ANCHORS[Criterion.EVIDENCE][4].en


@pytest.mark.parametrize("criterion", list(Criterion))
def test_korean_anchors_are_polite_sentences(criterion: Criterion) -> None:
    assert all(text.ko.endswith("니다.") for text in ANCHORS[criterion])


def test_criteria_have_names_in_both_languages() -> None:
    assert criterion_name(Criterion.RELEVANCE, Language.KO) == "질문 적합성"
    assert criterion_name(Criterion.RELEVANCE, Language.EN) == "Relevance"
    assert len({criterion_name(criterion, Language.KO) for criterion in Criterion}) == 5


def test_the_disclaimer_says_practice_only_in_both_languages() -> None:
    assert "연습" in disclaimer(Language.KO)
    assert "채용" in disclaimer(Language.KO)
    assert "practice only" in disclaimer(Language.EN)
    assert "do not predict" in disclaimer(Language.EN)
