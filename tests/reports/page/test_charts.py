from __future__ import annotations

import itertools
from xml.etree import ElementTree as ET

import attrs

from interview_engine.ids import RoundId, SeatId
from interview_engine.reports import InterviewReport, Place, TimelinePoint
from interview_engine.reports.page import dots, timeline
from interview_engine.reports.page.profiles import LEVELS
from interview_engine.vocabulary import Language
from tests.reports.interviews import ME, report_of
from tests.reports.page.reading_pages import tree_of, words_of

NAVER, KAKAO = SeatId("ai-1"), SeatId("ai-2")


def point(number: int, *places: tuple[SeatId, int]) -> TimelinePoint:
    return TimelinePoint(
        round_id=RoundId(f"r{number}"),
        number=number,
        places=tuple(Place(seat_id=seat, rank=rank, total=50.0) for seat, rank in places),
    )


POINTS = (
    point(1, (NAVER, 1), (KAKAO, 2), (ME, 3)),
    point(2, (ME, 1), (NAVER, 2), (KAKAO, 2)),
    point(3, (ME, 1), (NAVER, 1), (KAKAO, 3)),
)


def drawn() -> InterviewReport:
    return attrs.evolve(report_of(), timeline=POINTS)


def drawing(page: ET.Element, title: str, style: str = "wide") -> ET.Element:
    return next(
        svg
        for svg in page.iter("svg")
        if words_of(svg[0]) == title and svg.get("class") == f"drawing {style}"
    )


def test_a_line_runs_through_a_candidates_ranks() -> None:
    frame = timeline.WIDE
    assert timeline.line_points(ME, POINTS, frame) == ((42.0, 84.0), (315.0, 16.0), (588.0, 16.0))
    assert timeline.line_points(NAVER, POINTS, frame) == ((42.0, 16.0), (315.0, 50.0), (588.0, 16.0))
    assert timeline.line_points(SeatId("nobody"), POINTS, frame) == ()
    assert timeline.line_points(ME, POINTS[:1], frame) == ((588.0, 84.0),)


def test_the_focus_is_drawn_last_and_in_its_own_style() -> None:
    svg = drawing(tree_of(drawn()), "질문이 진행되면서 달라진 순위")
    lines = [(line.get("class"), line.get("points")) for line in svg.iter("polyline")]
    assert lines == [
        ("course rival", "42,16 315,50 588,16"),
        ("course rival", "42,50 315,50 588,84"),
        ("course focus", "42,84 315,16 588,16"),
    ]


def test_tied_names_stand_below_each_other() -> None:
    svg = drawing(tree_of(drawn()), "질문이 진행되면서 달라진 순위")
    names = [(label.get("y"), words_of(label)) for label in svg.iter("text") if label.get("x") == "603"]
    report = drawn()
    by_seat = {entry.seat_id: entry.name for entry in report.candidates}
    assert names == [("20", f"{by_seat[ME]} (나)"), ("54", by_seat[NAVER]), ("88", by_seat[KAKAO])]
    assert len([line for line in svg.iter("line") if line.get("class") == "leader"]) == 1


def test_each_chart_is_an_image_with_title_and_description_in_two_sizes() -> None:
    charts = list(tree_of(drawn()).iter("svg"))
    assert len(charts) == 6
    for svg in charts:
        assert svg.get("role") == "img"
        title, description = list(svg)[:2]
        assert (title.tag, description.tag) == ("title", "desc")
        assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    described = words_of(charts[0][1])
    assert "김지원: 첫 질문 뒤 3위, 마지막 질문 뒤 1위." in described


def test_the_table_twin_says_what_the_timeline_draws() -> None:
    table = next(
        table
        for table in tree_of(drawn()).iter("table")
        if "질문별 순위" in words_of(next(table.iter("caption")))
    )
    rows = [[words_of(cell) for cell in row] for row in table.iter("tr")]
    assert rows[0][1].startswith("김지원")
    assert rows[1:] == [
        ["1번 질문 뒤", "3위 · 50.0", "1위 · 50.0", "2위 · 50.0"],
        ["2번 질문 뒤", "1위 · 50.0", "2위 · 50.0", "2위 · 50.0"],
        ["3번 질문 뒤", "1위 · 50.0", "1위 · 50.0", "3위 · 50.0"],
    ]


def test_many_questions_thin_out_their_labels_but_not_their_line() -> None:
    many = tuple(point(number, (ME, 1), (NAVER, 2)) for number in range(1, 46))
    for style in ("wide", "narrow"):
        svg = drawing(
            tree_of(attrs.evolve(report_of(), timeline=many)), "질문이 진행되면서 달라진 순위", style
        )
        labels = [label for label in svg.iter("text") if words_of(label).startswith("Q")]
        places = [float(label.get("x") or 0) for label in labels]
        assert min(b - a for a, b in itertools.pairwise(places)) >= 22
        assert len((next(svg.iter("polyline")).get("points") or "").split()) == 45


def test_a_criterion_stands_where_its_level_is() -> None:
    frame = dots.WIDE
    assert dots.place_of(1, frame, LEVELS) == 150
    assert dots.place_of(3, frame, LEVELS) == 406
    assert dots.place_of(5, frame, LEVELS) == 662


def test_the_criterion_chart_and_its_table_show_the_same_levels() -> None:
    report = report_of()
    page = tree_of(report)
    svg = drawing(page, "평가 항목별 평균 수준")
    own = [figure for entry in report.criteria for figure in entry.seats if figure.seat_id == ME]
    drawn_at = [circle.get("cx") for circle in svg.iter("circle") if circle.get("class") == "dot focus"]
    assert drawn_at == [
        f"{dots.place_of(figure.value, dots.WIDE, LEVELS):g}" for figure in own if figure.value is not None
    ]
    values = [words_of(label) for label in svg.iter("text") if label.get("class") == "value"]
    table = next(t for t in page.iter("table") if "평가 항목별" in words_of(next(t.iter("caption"))))
    column = [entry.seat_id for entry in report.criteria[0].seats].index(ME) + 1
    assert [words_of(row[column]) for row in list(table.iter("tr"))[1:]] == values
    assert len(values) == 5


def test_an_english_chart_speaks_english() -> None:
    svg = drawing(tree_of(report_of(Language.EN), Language.EN), "Mean level per criterion")
    assert "Relevance" in words_of(svg)
