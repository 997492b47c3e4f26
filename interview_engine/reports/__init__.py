"""Reports: what an interview leaves behind, as data and as HTML, CSV and JSON; pure, callers write files."""

from __future__ import annotations

from interview_engine.reports.answer import AnswerReport, CriterionLevel, EarlierOverlap, Opinion, QuotedLevel
from interview_engine.reports.building import UnknownSeat, build_report
from interview_engine.reports.csv_table import render_csv
from interview_engine.reports.deletion import DeletedText, Deletion
from interview_engine.reports.json_document import json_schema, read_json, render_json
from interview_engine.reports.page.document import render_html
from interview_engine.reports.report import (
    CandidateEntry,
    CompetencyFigure,
    CriterionFigure,
    InterviewerEntry,
    InterviewReport,
    Place,
    QuestionReport,
    SeatFigure,
    SeatResult,
    SeatSummary,
    TimelinePoint,
)

__all__ = [
    "AnswerReport",
    "CandidateEntry",
    "CompetencyFigure",
    "CriterionFigure",
    "CriterionLevel",
    "DeletedText",
    "Deletion",
    "EarlierOverlap",
    "InterviewReport",
    "InterviewerEntry",
    "Opinion",
    "Place",
    "QuestionReport",
    "QuotedLevel",
    "SeatFigure",
    "SeatResult",
    "SeatSummary",
    "TimelinePoint",
    "UnknownSeat",
    "build_report",
    "json_schema",
    "read_json",
    "render_csv",
    "render_html",
    "render_json",
]
