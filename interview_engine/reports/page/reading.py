"""What every part of the page is given: the report, the words, and how figures and names are written."""

from __future__ import annotations

import math

import attrs

from interview_engine.ids import Millis, SeatId
from interview_engine.reports.instants import spoken_instant, spoken_length
from interview_engine.reports.names import candidate_name
from interview_engine.reports.page.markup import Html, element, foreign, joined, text
from interview_engine.reports.page.wording import Wording
from interview_engine.reports.report import InterviewReport
from interview_engine.vocabulary import Language

_HAIR = 1e-9
"""A tie such as 53.15 is held a little lower than it is written; figures have two decimals at most."""


def figure(value: float, decimals: int) -> str:
    """Return a figure from 0 up with so many decimals; a tie goes up, as the web client's figures do."""
    scale = 10**decimals
    return f"{math.floor(value * scale + 0.5 + _HAIR) / scale:.{decimals}f}"


@attrs.frozen(kw_only=True)
class Reading:
    """A report on its way to a reader.

    Attributes:
        report: What is told.
        language: What the page speaks; people's words stay in the interview's language.
        words: The page's words in that language.
        utc_offset_minutes: The reader's zone, minutes east of UTC.
    """

    report: InterviewReport
    language: Language
    words: Wording
    utc_offset_minutes: int = 0

    @property
    def foreign_language(self) -> str | None:
        """The `lang` of people's words where it isn't the page's."""
        spoken = self.report.language
        return None if spoken is self.language else spoken.value

    def name(self, seat_id: SeatId) -> str:
        """Return a candidate's name as plain text."""
        return candidate_name(self.report, seat_id, self.language)

    def named(self, seat_id: SeatId) -> Html:
        """Return a candidate's name with what the reader should know of them: you, AI, left."""
        entry = self.report.candidate(seat_id)
        marks = []
        if entry is not None and entry.own:
            marks.append(element("span", text(self.words.you), cls="mark own-mark"))
        if entry is not None and entry.ai:
            marks.append(element("span", text(self.words.ai), cls="mark"))
        if entry is not None and entry.left:
            marks.append(element("span", text(self.words.left), cls="mark"))
        return joined(foreign(self.name(seat_id)), *marks, by=" ")

    def instant(self, at: Millis) -> str:
        """Return an instant in the reader's language and zone."""
        return spoken_instant(at, self.language, self.utc_offset_minutes)

    def length(self, ms: int) -> str:
        """Return a length of time in the reader's language."""
        return spoken_length(ms, self.language)

    def number(self, value: float | None, decimals: int = 1) -> str:
        """Return a figure, or the sign for an unknown one."""
        return self.words.unknown if value is None else figure(value, decimals)

    def percent(self, part: float) -> str:
        """Return a part of 1 in whole percent."""
        return f"{part * 100:.0f}%"

    def ranks(self, best: int, worst: int) -> str:
        """Return an interval of ranks in short."""
        return self.words.place.format(rank=best if best == worst else f"{best}–{worst}")
