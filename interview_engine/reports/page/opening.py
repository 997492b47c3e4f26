"""The first screenful: what it was, how it went, what was strong, what cost most, and what to practise."""

from __future__ import annotations

from interview_engine.reports.deletion import DeletedText
from interview_engine.reports.labels import COMPANIES, PRESETS, ROLES
from interview_engine.reports.page.markup import NOTHING, Html, element, foreign, joined, text
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.report import SeatResult


def page_title(reading: Reading) -> str:
    """Return the document's title, for the browser and for bookmarks."""
    return _with_company(reading, reading.words.title_at, reading.words.title)


def opening(reading: Reading) -> Html:
    """Return the head of the page with the result and the three things to take home."""
    return element(
        "header",
        element("p", text(_kind_of_report(reading)), cls="overline"),
        element("h1", text(_with_company(reading, reading.words.heading_at, reading.words.heading))),
        _facts(reading),
        _notices(reading),
        _result(reading),
        _take_home(reading),
        cls="opening",
    )


def _with_company(reading: Reading, with_company: str, without: str) -> str:
    report = reading.report
    role = ROLES[report.role].spoken_in(reading.language)
    if report.company is None:
        return without.format(role=role)
    return with_company.format(company=COMPANIES[report.company].spoken_in(reading.language), role=role)


def _kind_of_report(reading: Reading) -> str:
    own = reading.report.candidate(reading.report.seat_id) if reading.report.seat_id else None
    return reading.words.own_report if own is not None else reading.words.public_report


def _facts(reading: Reading) -> Html:
    report, words = reading.report, reading.words
    held_at = report.started_at if report.started_at is not None else report.created_at
    preset = PRESETS[report.preset].spoken_in(reading.language) if report.preset else words.own_plan
    facts = (reading.instant(held_at), preset, words.candidates.format(count=len(report.candidates)))
    return element("p", *(element("span", text(fact)) for fact in facts), cls="facts")


def _notices(reading: Reading) -> Html:
    report, words = reading.report, reading.words
    notices = []
    if not report.finished:
        notices.append(words.unfinished)
    elif report.ended_early:
        notices.append(words.ended_early)
    if report.deletions:
        notices.append(words.deleted_notice.format(count=len(report.deletions)))
    return joined(*(element("p", text(notice), cls="notice", role="note") for notice in notices))


def _result(reading: Reading) -> Html:
    report, words = reading.report, reading.words
    shown = report.result or (report.board[0] if report.board else None)
    if shown is None:
        return element("p", text(words.no_result), cls="notice")
    who = NOTHING if report.result else element("p", reading.named(shown.seat_id), cls="who")
    summary = report.feedback.summary if report.feedback and report.result else ""
    return element(
        "div",
        element(
            "p",
            element("strong", text(_rank(reading, shown))),
            element("span", text(words.of_candidates.format(count=len(report.board)))),
            cls="rank",
        ),
        element(
            "div",
            who,
            element(
                "p",
                element("span", text(f"{words.total} "), cls="soft"),
                element("strong", text(words.points.format(total=reading.number(shown.total)))),
                cls="total",
            ),
            element("p", text(_interval(reading, shown)), cls="interval"),
            element("p", text(summary), cls="summary", lang=reading.foreign_language) if summary else NOTHING,
            cls="beside",
        ),
        cls="result",
    )


def _rank(reading: Reading, shown: SeatResult) -> str:
    rank = reading.words.rank.format(rank=shown.rank)
    tied = sum(row.rank == shown.rank for row in reading.report.board) > 1
    return f"{reading.words.tied} {rank}" if tied else rank


def _interval(reading: Reading, shown: SeatResult) -> str:
    words = reading.words
    template = words.interval_certain if shown.rank_best == shown.rank_worst else words.interval
    said = template.format(best=shown.rank_best, worst=shown.rank_worst)
    return f"{said} {words.provisional}" if shown.provisional else said


def _take_home(reading: Reading) -> Html:
    report, words = reading.report, reading.words
    if report.seat_id is None or report.result is None:
        return NOTHING
    if report.feedback is None:
        deleted = any(entry.what is DeletedText.FEEDBACK for entry in report.deletions)
        return element(
            "p", text(words.feedback_deleted if deleted else words.no_feedback), cls="note waiting"
        )
    strength = report.feedback.strength.text if report.feedback.strength else words.no_strength
    lessons = (
        ("good", words.strength, strength),
        ("hard", words.obstacle, report.feedback.obstacle.text),
        ("next", words.drill, report.feedback.drill),
    )
    return element(
        "div",
        *(
            element(
                "section",
                element("h2", text(heading)),
                element("p", foreign(lesson), lang=reading.foreign_language),
                cls=f"lesson {style}",
            )
            for style, heading, lesson in lessons
        ),
        cls="lessons",
    )
