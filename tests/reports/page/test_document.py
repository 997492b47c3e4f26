from __future__ import annotations

import re

import attrs
import pytest

from interview_engine.reports import InterviewReport, build_report, render_html
from interview_engine.reports.labels import FLAGS
from interview_engine.reports.page.reading import figure
from interview_engine.scoring import disclaimer
from interview_engine.vocabulary import Language
from tests.reports.interviews import HOSTILE, ME, log_of, report_of
from tests.reports.page.reading_pages import tree_of, words_of

HANGUL = re.compile("[가-힣]")
PAGES = [(Language.KO, Language.KO), (Language.KO, Language.EN), (Language.EN, Language.EN)]


def hostile(report: InterviewReport) -> InterviewReport:
    """Return the report with hostile text wherever a person or a model writes."""
    feedback = report.feedback
    assert feedback is not None
    assert feedback.strength is not None
    return attrs.evolve(
        report,
        candidates=tuple(attrs.evolve(entry, name=HOSTILE) for entry in report.candidates),
        panel=tuple(attrs.evolve(entry, name=HOSTILE, headline=HOSTILE) for entry in report.panel),
        feedback=attrs.evolve(
            feedback,
            summary=HOSTILE,
            strength=attrs.evolve(feedback.strength, text=HOSTILE),
            obstacle=attrs.evolve(feedback.obstacle, text=HOSTILE),
            drill=HOSTILE,
            rival=HOSTILE,
            missed=tuple(attrs.evolve(missed, point=HOSTILE) for missed in feedback.missed),
        ),
        questions=tuple(
            attrs.evolve(
                question,
                text=HOSTILE,
                reason=HOSTILE,
                shows=HOSTILE,
                key_points=(HOSTILE,),
                answers=tuple(
                    attrs.evolve(
                        answer,
                        text=HOSTILE,
                        opinions=tuple(
                            attrs.evolve(
                                opinion,
                                flags=(HOSTILE, "echo"),
                                evidence=tuple(
                                    attrs.evolve(entry, quote=HOSTILE, reason=HOSTILE)
                                    for entry in opinion.evidence
                                ),
                            )
                            for opinion in answer.opinions
                        ),
                    )
                    for answer in question.answers
                ),
            )
            for question in report.questions
        ),
    )


@pytest.mark.parametrize("language", Language)
def test_hostile_text_stays_text(language: Language) -> None:
    report = hostile(report_of())
    page = tree_of(report, language)
    tags = {element.tag for element in page.iter()}
    assert not tags & {"script", "iframe", "object", "img", "link", "form", "input"}
    assert not any(name.startswith("on") for element in page.iter() for name in element.attrib)
    assert words_of(page).count("<script>alert(\"1\")</script> & <b onmouseover='x'>끝") > 50
    assert "\u202e" not in words_of(page)
    shown = [words_of(element) for element in page.iter("span") if element.get("class") == "flag"]
    assert set(shown) == {FLAGS["echo"].spoken_in(language)}
    assert [element for element in page.iter("b") if "onmouseover" in element.attrib] == []


def test_a_hostile_name_and_answer_go_through_the_whole_engine() -> None:
    report = build_report(
        log_of(name="<b>'\"&", answer="<script>alert(1)</script> 그래서 30% 줄였습니다."), ME
    )
    page = render_html(report, Language.KO)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>'" not in page
    assert "&lt;b&gt;&#39;&quot;&amp;" in page


@pytest.mark.parametrize("spoken,language", PAGES)
def test_the_page_needs_nothing_from_outside(spoken: Language, language: Language) -> None:
    page = tree_of(report_of(spoken), language)
    for element in page.iter():
        assert "src" not in element.attrib
        assert element.attrib.get("href", "#").startswith("#")
    style = next(page.iter("style")).text or ""
    assert "url(" not in style
    assert "@import" not in style
    policy = next(meta for meta in page.iter("meta") if meta.get("http-equiv"))
    assert (policy.get("content") or "").startswith("default-src 'none'")


def test_an_english_page_of_an_english_interview_has_no_korean() -> None:
    page = tree_of(report_of(Language.EN), Language.EN)
    report = report_of(Language.EN)
    words = words_of(page)
    for name in (*(entry.name for entry in report.candidates), *(entry.name for entry in report.panel)):
        words = words.replace(name, "")
    assert HANGUL.findall(words) == []
    assert page.get("lang") == "en"


def test_words_of_another_language_are_marked() -> None:
    page = tree_of(report_of(Language.KO), Language.EN)
    marked = {element for top in page.iter() if top.get("lang") == "ko" for element in top.iter()}
    text = report_of(Language.KO).questions[0].text
    assert any(words_of(element) == text for element in marked)
    own = tree_of(report_of(Language.KO), Language.KO)
    assert [element.tag for element in own.iter() if element.get("lang")] == ["html"]


@pytest.mark.parametrize("spoken,language", PAGES)
def test_no_text_is_missing(spoken: Language, language: Language) -> None:
    page = tree_of(report_of(spoken, silent_turn=1), language)
    for tag in (
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "th",
        "td",
        "caption",
        "summary",
        "title",
        "desc",
        "li",
        "text",
    ):
        assert all(words_of(element).strip() for element in page.iter(tag)), tag
    assert not re.search(r"[{}]|None", words_of(page).replace(next(page.iter("style")).text or "", ""))


def test_the_opening_holds_result_strength_obstacle_and_drill() -> None:
    report = report_of()
    assert report.result is not None
    assert report.feedback is not None
    assert report.feedback.strength is not None
    opening = words_of(next(tree_of(report).iter("header")))
    assert opening.startswith("면접 결과 리포트네이버 · 백엔드 개발 모의면접2026년 11월 18일 11:06 UTC")
    for told in (
        f"{report.result.rank}위",
        f"{report.result.total:.1f}점",
        report.feedback.strength.text,
        report.feedback.obstacle.text,
        report.feedback.drill,
    ):
        assert told in opening


def test_the_public_page_opens_with_the_first_place_and_without_feedback() -> None:
    opening = words_of(next(tree_of(report_of(seat_id=None)).iter("header")))
    winner = report_of().board[0]
    name = next(entry.name for entry in report_of().candidates if entry.seat_id == winner.seat_id)
    assert f"1위3명 중{name}" in opening
    assert "걸림돌" not in opening


@pytest.mark.parametrize("language", Language)
def test_every_page_ends_with_the_disclaimer(language: Language) -> None:
    assert disclaimer(language) in words_of(next(tree_of(report_of(), language).iter("footer")))


def test_every_table_has_a_caption_and_scoped_headings() -> None:
    tables = list(tree_of(report_of()).iter("table"))
    assert len(tables) > 6
    for table in tables:
        assert words_of(next(table.iter("caption")))
        assert {heading.get("scope") for heading in table.iter("th")} == {"col", "row"}
        width = len(list(next(table.iter("tr"))))
        assert {len(list(row)) for row in table.iter("tr")} == {width}


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    page = tree_of(report_of())
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [(link.get("href") or "").removeprefix("#") for link in page.iter("a")]
    assert links
    assert set(links) <= set(ids)
    labels = " ".join(element.get("aria-labelledby") or "" for element in page.iter()).split()
    assert labels
    assert set(labels) <= set(ids)


def test_my_answer_stands_beside_the_others_and_the_best_of_them_is_open() -> None:
    report = report_of()
    article = next(
        element for element in tree_of(report).iter("article") if element.get("id") == "question-1"
    )
    others = [element for element in article.iter("details") if element.get("class") == "answer rival"]
    best = max(
        (answer for answer in report.questions[0].answers if answer.seat_id != ME),
        key=lambda answer: answer.total or 0,
    )
    opened = [words_of(element) for element in others if element.get("open")]
    assert len(others) == 2
    assert len(opened) == 1
    assert best.total is not None
    assert f"{figure(best.total, 1)}점" in opened[0]


def test_a_tie_of_decimals_goes_up_as_it_does_on_the_screen() -> None:
    assert [figure(value, 1) for value in (2.25, 53.15, 52.0, 0.0)] == ["2.3", "53.2", "52.0", "0.0"]


def test_a_turn_without_an_answer_is_called_what_it_is() -> None:
    page = words_of(tree_of(report_of(silent_turn=1)))
    assert "시간 초과" in page
    assert page.count("답변하지 않았습니다.") == 1


def test_the_same_report_is_the_same_page() -> None:
    assert render_html(report_of(), Language.KO) == render_html(report_of(), Language.KO)
