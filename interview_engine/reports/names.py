"""How a report calls the people in it."""

from __future__ import annotations

from interview_engine.ids import SeatId
from interview_engine.reports.report import InterviewReport
from interview_engine.vocabulary import Bilingual, Language

_NUMBERED = Bilingual(ko="지원자 {number}", en="Candidate {number}")
_UNNUMBERED = Bilingual(ko="지원자", en="Candidate")
_INTERVIEWER = Bilingual(ko="면접관", en="Interviewer")


def candidate_name(report: InterviewReport, seat_id: SeatId, language: Language) -> str:
    """Return a candidate's name, or their number where the name was deleted."""
    entry = report.candidate(seat_id)
    if entry is not None and entry.name:
        return entry.name
    if entry is None or not entry.number:
        return _UNNUMBERED.spoken_in(language)
    return _NUMBERED.spoken_in(language).format(number=entry.number)


def interviewer_name(report: InterviewReport, seat_id: SeatId, language: Language) -> str:
    """Return an interviewer's name, or their post where there is none."""
    for entry in report.panel:
        if entry.seat_id == seat_id:
            return entry.name or entry.headline or _INTERVIEWER.spoken_in(language)
    return _INTERVIEWER.spoken_in(language)
