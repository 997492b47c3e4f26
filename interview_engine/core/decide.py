"""`decide(room, command)`: which events a command leads to, or why it is refused.

The law: every command has one outcome, committed(seq), duplicate(seq) or refused(code), and a command id
commits at most once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, assert_never

from interview_engine.core import commands as c
from interview_engine.core.events import Event
from interview_engine.core.evolve import evolve
from interview_engine.core.legality import LEGAL_STAGES, WHILE_PAUSED
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.rules import answering, judging, lobby, operating, presence, reporting
from interview_engine.core.rules.conducting import go_on
from interview_engine.core.rules.running_out import catch_up
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition, refuse
from interview_engine.core.wellformed import malformed
from interview_engine.ids import Millis, Seq
from interview_engine.values import value


@value(kw_only=True)
class Committed:
    """The command led to events; `seq` is the first one's (the latest one's when there is none)."""

    seq: Seq


@value(kw_only=True)
class Duplicate:
    """The command was committed before, first at `seq`; nothing happens again."""

    seq: Seq


@value(kw_only=True)
class Refused:
    """The command was not carried out."""

    code: RefusalCode
    detail: str = ""


Outcome = Committed | Duplicate | Refused

_IDENTIFIED: Final = (c.ParticipantCommand, c.OperatorCommand)
"""The commands that carry an id. (A tuple: a union would be built anew at every check.)"""


@value(kw_only=True)
class Step:
    """What became of a command.

    Attributes:
        outcome: Committed, duplicate or refused.
        events: What happened; empty unless committed.
        room: The room afterwards; None only when creating a room was refused.
    """

    outcome: Outcome
    events: tuple[Event, ...]
    room: Room | None


def decide(room: Room | None, command: c.Command) -> tuple[Event, ...]:
    """Return the events that a command leads to; none for a duplicate.

    Args:
        room: The room; None before `CreateRoom`.
        command: What is asked.

    Raises:
        CommandRefused: With a stable code.
    """
    step = take(room, command)
    if isinstance(step.outcome, Refused):
        raise CommandRefused(step.outcome.code, step.outcome.detail)
    return step.events


def take(room: Room | None, command: c.Command) -> Step:
    """Decide a command and evolve the room with its events: what a shell calls.

    Args:
        room: The room; None before `CreateRoom`.
        command: What is asked.

    Returns:
        The outcome, the events to append, and the room as they leave it.
    """
    if room is not None and isinstance(command, _IDENTIFIED):
        seq = room.ledger.seq_of(command.id)
        if seq is not None:
            return Step(outcome=Duplicate(seq=seq), events=(), room=room)
    try:
        t = _carry_out(room, command)
    except CommandRefused as refusal:
        outcome = Refused(code=refusal.code, detail=refusal.detail)
        return Step(outcome=outcome, events=(), room=room)
    first = t.room.ledger.seq_of(command.id) if isinstance(command, _IDENTIFIED) else None
    if first is None:
        first = Seq(t.room.seq - len(t.events) + 1) if t.events else t.room.seq
    return Step(outcome=Committed(seq=first), events=tuple(t.events), room=t.room)


_OWN_TURN: Final = (c.SaveDraft, c.SubmitAnswer, c.SkipTurn)
"""When the clock ends the turn just before these, their own rule says so: it knows better than the stage."""


def _carry_out(room: Room | None, command: c.Command) -> Transition:
    wrong = malformed(command)
    if wrong is not None and not isinstance(command, c.Report):
        refuse(RefusalCode.BAD_VALUE, wrong)
    if isinstance(command, c.CreateRoom):
        return _create(room, command)
    if room is None:
        refuse(RefusalCode.NO_ROOM)
    _check(room, command)
    now = Millis(max(command.now, room.now))
    t = Transition(room, now)
    catch_up(t, Millis(max(room.now, min(now, command.since))) if isinstance(command, c.OutageEnded) else now)
    t.at = now
    if t.events and not (isinstance(command, _OWN_TURN) and t.room.paused is None):
        _check(t.room, command)
    if isinstance(command, _IDENTIFIED):
        t.caused_by(command.id)
    rule = _RULES.get(command.__class__)
    if wrong is not None:
        reporting.unusable(t, command)
    elif rule is not None:
        rule(t, command)
    go_on(t)
    return t


def _create(room: Room | None, command: c.CreateRoom) -> Transition:
    if room is not None:
        refuse(RefusalCode.ROOM_EXISTS, room.room_id)
    created = lobby.first_event(command)
    t = Transition(evolve(None, created), command.now)
    t.events.append(created)
    lobby.seat_company(t, command)
    return t


def _check(room: Room, command: c.Command) -> None:
    """Refuse what the legality table or the sender's role forbids."""
    kind = command.__class__
    if room.stage not in LEGAL_STAGES[kind]:
        refuse(RefusalCode.WRONG_STAGE, room.stage.value)
    if isinstance(command, c.Report):
        return
    if room.paused is not None and kind not in WHILE_PAUSED:
        refuse(RefusalCode.PAUSED)
    if isinstance(command, c.ParticipantCommand):
        if not isinstance(command, c.JoinRoom):
            lobby.person(room, command.seat_id)
    elif isinstance(command, c.OperatorCommand):
        if command.by is not None and command.by != room.host:
            refuse(RefusalCode.NOT_HOST)
    else:
        assert_never(command)  # type: ignore[arg-type]


_RULES: Final[dict[type[c.Command], Callable[[Transition, Any], None]]] = {  # type: ignore[explicit-any]
    # Any: each rule takes the one command class that it is filed under; a test checks the pairing.
    c.JoinRoom: lobby.join,
    c.LeaveRoom: operating.leave,
    c.SetReady: lobby.set_ready,
    c.ShareResume: lobby.share_resume,
    c.SaveDraft: answering.save_draft,
    c.SubmitAnswer: answering.submit_answer,
    c.SkipTurn: answering.skip_turn,
    c.SkipSpeech: answering.skip_speech,
    c.SendChat: operating.send_chat,
    c.ChangeSettings: lobby.change_settings,
    c.AddAiCandidate: lobby.add_ai_candidate,
    c.RemoveAiCandidate: lobby.remove_seated,
    c.AddInterviewer: lobby.add_interviewer,
    c.RemoveInterviewer: lobby.remove_seated,
    c.SetAccommodation: lobby.set_accommodation,
    c.StartInterview: lobby.start,
    c.PauseInterview: operating.pause,
    c.ResumeInterview: operating.resume,
    c.SkipCandidate: answering.skip_candidate,
    c.SkipQuestion: operating.skip_question,
    c.AddTime: answering.add_time,
    c.KickSeat: operating.kick,
    c.HandOverHost: operating.hand_over,
    c.EndEarly: operating.end_early,
    c.PresenceChanged: presence.presence_changed,
    c.OutageEnded: presence.outage_ended,
    c.QuestionWritten: reporting.question_written,
    c.AnswerWritten: reporting.answer_written,
    c.EvaluationWritten: judging.evaluation_written,
    c.ComparisonWritten: judging.comparison_written,
    c.FeedbackWritten: reporting.feedback_written,
    c.EffectFailed: reporting.effect_failed,
}
