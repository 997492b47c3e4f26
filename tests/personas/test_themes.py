from __future__ import annotations

from interview_engine.personas.themes import Theme, themes_of
from interview_engine.vocabulary import Bilingual


def test_a_theme_counts_when_both_languages_show_it() -> None:
    listening = Bilingual(
        ko="침체의 원인을 듣기 위한 개별 면담", en="individual talks to hear the cause of the slump"
    )
    assert {Theme.LISTEN, Theme.CAUSE} <= set(themes_of(listening))
    # "a page" and "a stage in life" are two words in Korean.
    doubtful = Bilingual(ko="다음 도시로의 이사", en="checking the next city")
    assert Theme.PREVENT not in themes_of(doubtful)


def test_a_point_in_one_language_is_read_in_that_one() -> None:
    alone = Bilingual(ko="재발 방지 계획", en="재발 방지 계획")
    assert Theme.PREVENT in themes_of(alone)


def test_more_words_of_a_theme_make_it_stronger() -> None:
    weak = Bilingual(ko="합의", en="agreement")
    strong = Bilingual(ko="역할의 합의", en="agreement on roles")
    assert themes_of(strong)[Theme.AGREE] > themes_of(weak)[Theme.AGREE]
