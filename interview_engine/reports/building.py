"""`build_report`: from a log to what one seat, or the public, may look back on."""

from __future__ import annotations

from interview_engine.core.log import Record
from interview_engine.core.seats import Seat
from interview_engine.core.state import Room
from interview_engine.core.views import Viewer, view
from interview_engine.ids import SeatId
from interview_engine.reports.answering import answers_of, levels_of
from interview_engine.reports.deletion import Deletion, deletions
from interview_engine.reports.figures import (
    competency_figures,
    criterion_figures,
    panel_entries,
    seat_summaries,
)
from interview_engine.reports.report import (
    CandidateEntry,
    InterviewReport,
    Place,
    QuestionReport,
    SeatResult,
    TimelinePoint,
)
from interview_engine.reports.retelling import Retelling, retell, shown_board
from interview_engine.scoring import Board, disclaimer


class UnknownSeat(ValueError):
    """A report was asked for a seat that was never in the room."""

    def __init__(self, seat_id: SeatId) -> None:
        super().__init__(seat_id)
        self.seat_id = seat_id

    def __str__(self) -> str:
        """Return whose report is missing."""
        return f"no seat {self.seat_id!r} in this room"


def build_report(log: tuple[Record, ...], seat_id: SeatId | None) -> InterviewReport:
    """Return what a seat may look back on: everything public, and its own feedback.

    An unfinished interview gives what is shown so far; a redacted log gives what is left, and says where
    words were deleted.

    Args:
        log: The room's log from its first record on.
        seat_id: Whose report; None for an observer's or the public's.

    Raises:
        UnknownSeat: When there is no such seat in the room.
    """
    viewer = Viewer(seat_id=seat_id)
    told = retell(log, viewer)
    if seat_id is not None and told.room.seat(seat_id) is None:
        raise UnknownSeat(seat_id)
    room = view(told.room, viewer)
    gone = deletions(log, told.room, viewer)
    questions = _questions(room, told, gone)
    candidates = _candidates(room, seat_id)
    seats = tuple(entry.seat_id for entry in candidates)
    board = _results(shown_board(told.room, told.room.stage, viewer))
    return InterviewReport(
        room_id=room.room_id,
        seat_id=seat_id,
        language=room.settings.language,
        company=room.settings.company,
        role=room.settings.role,
        preset=None if room.settings.plan else room.settings.preset,
        stage=room.stage,
        ended_early=room.ended_early,
        created_at=room.created_at,
        started_at=told.started_at,
        finished_at=told.finished_at,
        latest_at=room.now,
        candidates=candidates,
        panel=panel_entries(room.panel(), questions),
        board=board,
        result=next((row for row in board if row.seat_id == seat_id), None),
        feedback=next((item.feedback for item in room.feedback if item.seat_id == seat_id), None),
        questions=questions,
        timeline=_timeline(told, questions),
        criteria=criterion_figures(board),
        competencies=competency_figures(questions, seats),
        summaries=seat_summaries(questions, seats),
        deletions=gone,
        notice=disclaimer(room.settings.language),
    )


def _candidates(room: Room, own: SeatId | None) -> tuple[CandidateEntry, ...]:
    seats: list[Seat] = [seat for seat in room.seats if seat.kind.candidate]
    return tuple(
        CandidateEntry(
            seat_id=seat.seat_id,
            number=seat.number,
            name=seat.name,
            headline=seat.headline,
            company=seat.company,
            ai=seat.persona_id is not None,
            own=seat.seat_id == own,
            left=seat.left,
        )
        for seat in sorted(seats, key=lambda seat: seat.number)
    )


def _questions(room: Room, told: Retelling, gone: tuple[Deletion, ...]) -> tuple[QuestionReport, ...]:
    rounds = (*room.rounds, *((room.current,) if room.current else ()))
    return tuple(
        QuestionReport(
            round_id=home.round_id,
            number=number,
            stage=home.stage,
            kind=home.kind,
            competency=home.question.competency,
            difficulty=home.question.difficulty,
            interviewer=home.interviewer,
            text=home.question.text,
            reason=home.question.reason,
            parent=home.parent,
            shows=home.question.shows,
            key_points=home.question.key_points,
            answers=answers_of(home, told, gone, room.settings.language),
        )
        for number, home in enumerate(rounds, start=1)
        if home.question is not None
    )


def _results(board: Board) -> tuple[SeatResult, ...]:
    return tuple(
        SeatResult(
            seat_id=row.seat_id,
            rank=row.rank,
            rank_best=row.rank_best,
            rank_worst=row.rank_worst,
            total=row.total,
            levels=levels_of(row.levels),
            answers=row.answers,
            provisional=row.provisional,
        )
        for row in board.rows
    )


def _timeline(told: Retelling, questions: tuple[QuestionReport, ...]) -> tuple[TimelinePoint, ...]:
    numbers = {question.round_id: question.number for question in questions}
    return tuple(
        TimelinePoint(
            round_id=entry.round_id,
            number=numbers[entry.round_id],
            places=tuple(
                Place(seat_id=row.seat_id, rank=row.rank, total=row.total) for row in entry.board.rows
            ),
        )
        for entry in told.boards
        if entry.round_id in numbers
    )
