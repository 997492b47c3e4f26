"""A turn ends exactly once, by its owner before its deadline, by the clock, or by the host."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.rules.judging import floor_turn
from interview_engine.core.rules.lobby import human, present
from interview_engine.core.rules.texts import LONGEST_ANSWER, checked_length
from interview_engine.core.seats import SeatKind
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition, refuse
from interview_engine.core.turns import Outcome, Turn, TurnState
from interview_engine.ids import Millis, SeatId, TurnId

DRAFT_EVERY_MS = 2_000
"""Shortest time between two saved drafts of a turn."""


def save_draft(t: Transition, command: c.SaveDraft) -> None:
    """The answer so far is kept, at most once every few seconds."""
    turn = own_open_turn(t, command.seat_id, command.turn_id)
    text = checked_length(command.text, LONGEST_ANSWER)
    if text == turn.draft:
        refuse(RefusalCode.NOTHING_TO_DO)
    if turn.drafted_at is not None and t.at - turn.drafted_at < DRAFT_EVERY_MS:
        refuse(RefusalCode.DRAFT_TOO_SOON, f"once every {DRAFT_EVERY_MS} ms")
    t.record(e.DraftSaved(at=t.at, seat_id=turn.seat_id, turn_id=turn.turn_id, text=text))


def submit_answer(t: Transition, command: c.SubmitAnswer) -> None:
    """The owner's answer ends the turn."""
    turn = own_open_turn(t, command.seat_id, command.turn_id)
    text = checked_length(command.text.strip(), LONGEST_ANSWER)
    if not text:
        refuse(RefusalCode.ANSWER_EMPTY)
    close(t, turn, Outcome.ANSWERED, text=text)


def skip_turn(t: Transition, command: c.SkipTurn) -> None:
    """The owner gives the turn up."""
    close(t, own_open_turn(t, command.seat_id, command.turn_id), Outcome.SKIPPED)


def skip_speech(t: Transition, command: c.SkipSpeech) -> None:
    """A speech ends early when every connected person wants it to."""
    voter = human(t.room, command.seat_id)
    turn = open_turn(t, command.turn_id)
    if not turn.speaking:
        refuse(RefusalCode.NOT_SPEAKING)
    if voter.seat_id in turn.skip_votes:
        refuse(RefusalCode.NOTHING_TO_DO)
    t.record(e.SpeechSkipVoted(at=t.at, seat_id=voter.seat_id, turn_id=turn.turn_id))
    end_speech_if_unanimous(t, turn.turn_id)


def end_speech_if_unanimous(t: Transition, turn_id: TurnId) -> None:
    """End a speech when no connected person wants to hear the rest."""
    turn = t.room.turn(turn_id)
    listening = {seat.seat_id for seat in t.room.humans() if seat.away_since is None}
    if turn is not None and turn.speaking and turn.skip_votes and listening <= set(turn.skip_votes):
        close(t, turn, Outcome.ANSWERED)


def skip_candidate(t: Transition, command: c.SkipCandidate) -> None:
    """The host ends a turn: a speech counts, a person's turn is skipped, a missing AI answer is void."""
    turn = open_turn(t, command.turn_id)
    seat = t.room.seat(turn.seat_id)
    if turn.speaking:
        close(t, turn, Outcome.ANSWERED)
    elif seat is not None and seat.kind is SeatKind.AI:
        close(t, turn, Outcome.VOID)
    else:
        close(t, turn, Outcome.SKIPPED)


def add_time(t: Transition, command: c.AddTime) -> None:
    """The host gives an open turn more time."""
    turn = open_turn(t, command.turn_id)
    if not 1_000 <= command.ms <= 600_000:
        refuse(RefusalCode.BAD_VALUE, "ms is 1,000 to 600,000")
    t.record(e.TimeGiven(at=t.at, seat_id=turn.seat_id, turn_id=turn.turn_id, ms=command.ms))


def run_out(t: Transition, turn: Turn, otherwise: Outcome = Outcome.TIMED_OUT) -> None:
    """End a person's turn without its owner: the latest draft counts, else `otherwise` is its outcome."""
    draft = turn.draft.strip()
    if draft:
        close(t, turn, Outcome.ANSWERED, text=draft, by_clock=True)
    else:
        close(t, turn, otherwise)


def close(t: Transition, turn: Turn, outcome: Outcome, *, text: str = "", by_clock: bool = False) -> None:
    """Let a turn end."""
    t.record(
        e.TurnClosed(
            at=t.at,
            seat_id=turn.seat_id,
            turn_id=turn.turn_id,
            outcome=outcome,
            by_clock=by_clock,
            text=text,
        )
    )
    if outcome.floored:
        floor_turn(t, turn.turn_id, turn.seat_id)


def open_turn(t: Transition, turn_id: TurnId) -> Turn:
    """Return a turn that is open now.

    Raises:
        CommandRefused: `unknown_turn`, `turn_closed`, `turn_not_open`.
    """
    turn = t.room.turn(turn_id)
    if turn is None:
        refuse(RefusalCode.UNKNOWN_TURN, turn_id)
    if turn.state is TurnState.CLOSED:
        refuse(RefusalCode.TURN_CLOSED, turn_id)
    if turn.state is TurnState.WAITING:
        refuse(RefusalCode.TURN_NOT_OPEN, turn_id)
    return turn


def own_open_turn(t: Transition, seat_id: SeatId, turn_id: TurnId) -> Turn:
    """Return a person's own open turn, while there is time.

    Raises:
        CommandRefused: `unknown_seat`, `seat_gone`, `not_candidate`, `unknown_turn`, `turn_closed`,
            `turn_not_open`, `not_your_turn`, `time_is_up`.
    """
    human(t.room, seat_id)
    turn = t.room.turn(turn_id)
    if turn is not None and turn.seat_id != seat_id:
        refuse(RefusalCode.NOT_YOUR_TURN, turn_id)
    if turn is not None and (turn.by_clock or turn.outcome is Outcome.TIMED_OUT):
        refuse(RefusalCode.TIME_IS_UP, turn_id)
    turn = open_turn(t, turn_id)
    clock = t.room.paused.since if t.room.paused is not None else t.at
    if clock >= turn_deadline(t.room, turn):
        refuse(RefusalCode.TIME_IS_UP, turn_id)
    return turn


def allowance(room: Room, seat_id: SeatId, answer_ms: Millis) -> Millis:
    """Return a seat's time for an answer: with its accommodation, plus the time to read the question."""
    seat = present(room, seat_id)
    return Millis((answer_ms + room.settings.reading_ms) * seat.time_percent // 100)
