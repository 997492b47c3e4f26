"""`render_html`: the whole report as one file that needs nothing else."""

from __future__ import annotations

from interview_engine.reports.page.figures import figures_section
from interview_engine.reports.page.languages import WORDINGS
from interview_engine.reports.page.markup import Html, element, joined, text
from interview_engine.reports.page.opening import opening, page_title
from interview_engine.reports.page.profiles import competencies_section, criteria_section
from interview_engine.reports.page.questions import questions_section
from interview_engine.reports.page.reading import Reading
from interview_engine.reports.page.standing import board_section
from interview_engine.reports.page.style import STYLE
from interview_engine.reports.page.timeline import timeline_section
from interview_engine.reports.report import InterviewReport
from interview_engine.scoring import disclaimer
from interview_engine.vocabulary import Language

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_html(report: InterviewReport, language: Language, *, utc_offset_minutes: int = 0) -> str:
    """Return a report as one HTML page without scripts or anything to load.

    Args:
        report: The report.
        language: What the page speaks; questions, answers and feedback stay in the interview's language.
        utc_offset_minutes: The reader's zone, minutes east of UTC.
    """
    reading = Reading(
        report=report,
        language=language,
        words=WORDINGS[language],
        utc_offset_minutes=utc_offset_minutes,
    )
    body = element(
        "body",
        element(
            "main",
            opening(reading),
            board_section(reading),
            timeline_section(reading),
            criteria_section(reading),
            competencies_section(reading),
            questions_section(reading),
            figures_section(reading),
        ),
        _closing(reading),
    )
    page = element("html", _head(reading), body, lang=language.value)
    return f"<!doctype html>\n{page}\n"


def _head(reading: Reading) -> Html:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex"),
        element("title", text(page_title(reading))),
        element("style", Html(STYLE)),
    )


def _closing(reading: Reading) -> Html:
    room = reading.words.room.format(room=reading.report.room_id)
    return element(
        "footer",
        joined(
            element("p", text(disclaimer(reading.language))),
            element("p", text(room), cls="soft"),
        ),
    )
