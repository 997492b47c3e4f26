"""The host runs the room; people may leave it; the interview never hangs on somebody who is gone."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.rules.answering import close, end_speech_if_unanimous
from interview_engine.core.rules.concluding import deliberate
from interview_engine.core.rules.judging import pairs_of
from interview_engine.core.rules.lobby import human, present
from interview_engine.core.rules.texts import LONGEST_CHAT, checked_length
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition, refuse
from interview_engine.core.turns import Outcome
from interview_engine.ids import Millis, SeatId

CHAT_MESSAGES = 5
CHAT_WINDOW_MS = 10_000
"""A seat may send `CHAT_MESSAGES` within any `CHAT_WINDOW_MS`."""


def pause(t: Transition, command: c.PauseInterview) -> None:
    """Every clock stops."""
    t.record(e.InterviewPaused(at=t.at, by=command.by))


def resume(t: Transition, command: c.ResumeInterview) -> None:
    """The clocks go on."""
    del command
    if t.room.paused is None:
        refuse(RefusalCode.NOT_PAUSED)
    go_on_after_pause(t)


def go_on_after_pause(t: Transition) -> None:
    """Give the time of a pause back and let the clocks go on."""
    paused = t.room.paused
    if paused is not None:
        t.record(e.InterviewResumed(at=t.at, lost_ms=Millis(t.at - paused.since)))


def skip_question(t: Transition, command: c.SkipQuestion) -> None:
    """The question is withdrawn: what was answered counts, the rest is void."""
    home = t.room.current
    if home is None or home.round_id != command.round_id:
        refuse(RefusalCode.UNKNOWN_ROUND, command.round_id)
    void_current(t)


def void_current(t: Transition) -> None:
    """End every turn of the current round that has not ended, as void."""
    home = t.room.current
    if home is None:
        return
    for turn in home.turns:
        if turn.outcome is None:
            close(t, turn, Outcome.VOID)


def end_early(t: Transition, command: c.EndEarly) -> None:
    """No more questions."""
    del command
    stop_asking(t)


def stop_asking(t: Transition) -> None:
    """Void what is being answered and go to the deliberation."""
    go_on_after_pause(t)
    home = t.room.current
    if home is not None:
        void_current(t)
        closed = t.room.current
        assert closed is not None, "voiding turns keeps the round"
        t.record(e.RoundClosed(at=t.at, round_id=home.round_id, pairs=pairs_of(t.room, closed)))
    deliberate(t, early=True)


def leave(t: Transition, command: c.LeaveRoom) -> None:
    """A person gives their seat up for good."""
    vacate(t, present(t.room, command.seat_id), removed=False)


def kick(t: Transition, command: c.KickSeat) -> None:
    """The host removes a person."""
    seat = present(t.room, command.seat_id)
    if seat.kind not in (SeatKind.HUMAN, SeatKind.OBSERVER):
        refuse(RefusalCode.BAD_VALUE, "AI candidates and interviewers are removed by their own commands")
    if command.by == command.seat_id:
        refuse(RefusalCode.BAD_VALUE, "hand the room over and leave instead")
    vacate(t, seat, removed=True)


def vacate(t: Transition, seat: Seat, *, removed: bool) -> None:
    """Let a seat become empty, with everything that hangs on it."""
    t.record(e.SeatVacated(at=t.at, seat_id=seat.seat_id, removed=removed))
    for turn in t.room.open_turns():
        if turn.seat_id == seat.seat_id:
            close(t, turn, Outcome.ABANDONED)
    humans = t.room.humans()
    if t.room.host == seat.seat_id:
        t.record(e.HostChanged(at=t.at, seat_id=humans[0].seat_id if humans else None))
    for turn in t.room.open_turns():
        end_speech_if_unanimous(t, turn.turn_id)
    if t.room.stage.asking and not humans:
        stop_asking(t)
    elif t.room.stage.asking and t.room.paused is None and all(human.absent for human in humans):
        t.record(e.InterviewPaused(at=t.at, empty=True))
    elif t.room.stage is Stage.DELIBERATION and seat.seat_id in t.room.feedback_due:
        t.record(e.FeedbackRecorded(at=t.at, seat_id=seat.seat_id))


def hand_over(t: Transition, command: c.HandOverHost) -> None:
    """Another person becomes host."""
    seat = human(t.room, command.seat_id)
    if seat.seat_id == t.room.host:
        refuse(RefusalCode.NOTHING_TO_DO)
    t.record(e.HostChanged(at=t.at, seat_id=seat.seat_id))


def send_chat(t: Transition, command: c.SendChat) -> None:
    """Chat is for before, between and after answers."""
    seat = present(t.room, command.seat_id)
    text = checked_length(command.text.strip(), LONGEST_CHAT)
    if not text:
        refuse(RefusalCode.BAD_VALUE, "a message is not empty")
    if t.room.open_turns():
        refuse(RefusalCode.CHAT_CLOSED)
    if not may_chat_now(t.room, seat.seat_id, t.at):
        refuse(RefusalCode.CHAT_TOO_FAST, f"{CHAT_MESSAGES} within {CHAT_WINDOW_MS} ms")
    t.record(e.ChatSent(at=t.at, seat_id=seat.seat_id, text=text))


def may_chat_now(room: Room, seat_id: SeatId, at: Millis) -> bool:
    """Return whether chat is open and a seat has not sent too much lately."""
    sent = 0
    for said in reversed(room.chat):
        if said.at <= at - CHAT_WINDOW_MS:
            break
        sent += said.seat_id == seat_id
    return sent < CHAT_MESSAGES and not room.open_turns()
