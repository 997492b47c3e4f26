"""What else happens in a simulated interview: networks, hosts, moderators, clocks and crashes."""

from __future__ import annotations

from collections.abc import Callable

from interview_engine.core import commands as c
from interview_engine.core.seats import Seat
from interview_engine.ids import CommandId, EffectId, Millis, PersonaId, RoundId, SeatId, TurnId
from interview_engine.profiles import CandidateProfile
from interview_engine.scoring import Feedback, FeedbackPoint
from interview_engine.testing.simulation.faults import FaultKind
from interview_engine.testing.simulation.lobby import OBSERVER
from interview_engine.testing.simulation.stage import SimulationStage

Happening = Callable[[SimulationStage, FaultKind], bool]
"""Lets a fault happen; False when there is no occasion for it now."""


def stir(stage: SimulationStage, forget: Callable[[], None]) -> None:
    """Let one thing happen, if there is occasion.

    Args:
        stage: The interview.
        forget: Makes the services lose what is in flight, as a crash does.
    """
    kind = stage.dice.pick(_LIKELY)
    if kind in (FaultKind.CRASH_FOLD, FaultKind.CRASH_SNAPSHOT):
        stage.note(kind)
        seq = len(stage.shell.log)
        stage.shell.crash(stage.dice.between(1, seq) if kind is FaultKind.CRASH_SNAPSHOT else 0)
        forget()
    elif _HAPPENINGS[kind](stage, kind):
        stage.note(kind)


def _someone(stage: SimulationStage) -> Seat | None:
    people = stage.room.humans()
    return stage.dice.pick(people) if people else None


def _operator(stage: SimulationStage) -> SeatId | None:
    """Return the host, or None for a moderator."""
    return stage.room.host if stage.dice.chance(70) else None


def _command_id(stage: SimulationStage, kind: FaultKind) -> CommandId:
    return stage.shell.next_id(kind.value)


def _disconnect(stage: SimulationStage, kind: FaultKind) -> bool:
    seat = _someone(stage)
    if seat is None or seat.away_since is not None:
        return False
    stage.shell.send(c.PresenceChanged(now=stage.now, seat_id=seat.seat_id, connected=False))
    if kind is FaultKind.DISCONNECT:
        away = stage.dice.pick((500, 8_000, 30_000, 90_000, 200_000))
        stage.later(away, lambda now: c.PresenceChanged(now=now, seat_id=seat.seat_id, connected=True))
    return True


def _leave(stage: SimulationStage, kind: FaultKind) -> bool:
    seat = _someone(stage)
    if seat is None or (len(stage.room.humans()) == 1 and stage.dice.chance(70)):
        return False
    if kind is FaultKind.KICK:
        stage.shell.send(
            c.KickSeat(now=stage.now, id=_command_id(stage, kind), by=_operator(stage), seat_id=seat.seat_id)
        )
    else:
        stage.shell.send(c.LeaveRoom(now=stage.now, id=_command_id(stage, kind), seat_id=seat.seat_id))
    return True


def _pause(stage: SimulationStage, kind: FaultKind) -> bool:
    if stage.room.paused is not None:
        return False
    by = _operator(stage)
    stage.shell.send(c.PauseInterview(now=stage.now, id=_command_id(stage, kind), by=by))
    if kind is FaultKind.PAUSE:
        resume_id = _command_id(stage, kind)
        stage.later(
            stage.dice.pick((1_000, 20_000, 50_000)), lambda now: c.ResumeInterview(now=now, id=resume_id)
        )
    return True


def _add_time(stage: SimulationStage, kind: FaultKind) -> bool:
    turns = stage.room.open_turns()
    if not turns:
        return False
    turn = stage.dice.pick(turns)
    ms = Millis(stage.dice.pick((500, 10_000, 60_000)))
    stage.shell.send(
        c.AddTime(
            now=stage.now, id=_command_id(stage, kind), by=_operator(stage), turn_id=turn.turn_id, ms=ms
        )
    )
    return True


def _hand_over(stage: SimulationStage, kind: FaultKind) -> bool:
    seat = _someone(stage)
    if seat is None:
        return False
    stage.shell.send(
        c.HandOverHost(now=stage.now, id=_command_id(stage, kind), by=stage.room.host, seat_id=seat.seat_id)
    )
    return True


def _skip(stage: SimulationStage, kind: FaultKind) -> bool:
    turns = stage.room.open_turns()
    home = stage.room.current
    if not turns or home is None or stage.dice.chance(50):
        return False
    by = _operator(stage)
    command: c.Command
    if kind is FaultKind.SKIP_CANDIDATE:
        turn_id = stage.dice.pick(turns).turn_id
        command = c.SkipCandidate(now=stage.now, id=_command_id(stage, kind), by=by, turn_id=turn_id)
    else:
        command = c.SkipQuestion(now=stage.now, id=_command_id(stage, kind), by=by, round_id=home.round_id)
    stage.shell.send(command)
    return True


def _end_early(stage: SimulationStage, kind: FaultKind) -> bool:
    if not stage.room.stage.asking or stage.dice.chance(70):
        return False
    stage.shell.send(c.EndEarly(now=stage.now, id=_command_id(stage, kind), by=_operator(stage)))
    return True


def _outage(stage: SimulationStage, kind: FaultKind) -> bool:
    del kind
    since = stage.now
    stage.shell.now = Millis(since + stage.dice.pick((2_000, 40_000, 600_000)))
    stage.shell.send(c.OutageEnded(now=stage.now, since=since))
    return True


def _clock(stage: SimulationStage, kind: FaultKind) -> bool:
    if kind is FaultKind.CLOCK_JUMP:
        stage.shell.now = Millis(stage.now + stage.dice.pick((10_000, 70_000, 400_000)))
        stage.shell.send(c.Tick(now=stage.now))
    else:
        stage.shell.send(c.Tick(now=Millis(max(0, stage.now - 90_000))))
    return True


def _draft_or_chat(stage: SimulationStage, kind: FaultKind) -> bool:
    seat = OBSERVER if stage.draw.observers and stage.dice.chance(20) else None
    someone = _someone(stage)
    if someone is None or stage.room.open_turns():
        return False
    for number in range(7):
        stage.shell.send(
            c.SendChat(
                now=stage.now,
                id=_command_id(stage, kind),
                seat_id=seat or someone.seat_id,
                text=f"안녕하세요 {number}",
            )
        )
    return True


def _duplicate(stage: SimulationStage, kind: FaultKind) -> bool:
    del kind
    taken = stage.dice.pick(stage.shell.taken).command
    stage.shell.send(taken)
    return True


def _foreign(stage: SimulationStage, kind: FaultKind) -> bool:
    del kind
    point = FeedbackPoint(criterion=None, text="nothing")
    feedback = Feedback(
        seat_id=SeatId("nobody"),
        summary="",
        strength=None,
        obstacle=point,
        drill="",
        rival="",
        missed=(),
        notice="",
    )
    reports: tuple[c.Report, ...] = (
        c.FeedbackWritten(now=stage.now, effect_id=EffectId("feedback:nobody"), feedback=feedback),
        c.AnswerWritten(now=stage.now, effect_id=EffectId("answer:r9-9"), text="foreign"),
        c.AnswerWritten(now=stage.now, effect_id=EffectId("nonsense"), text="foreign"),
        c.EffectFailed(now=stage.now, effect_id=EffectId("judge:r1-1:nobody"), attempt=1, code="x"),
        c.EffectFailed(now=stage.now, effect_id=EffectId("question:r1"), attempt=99, code="x"),
        c.PresenceChanged(now=stage.now, seat_id=SeatId("nobody"), connected=False),
    )
    stage.shell.send(stage.dice.pick(reports))
    return True


def _wrong(stage: SimulationStage, kind: FaultKind) -> bool:
    now, new_id = stage.now, _command_id(stage, kind)
    someone = _someone(stage)
    me = someone.seat_id if someone else SeatId("human-1")
    turns = stage.room.open_turns()
    turn_id = stage.dice.pick(turns).turn_id if turns else TurnId("r1-1")
    rival = CandidateProfile(persona_id=PersonaId("x"), name="X")
    wrong: tuple[c.Command, ...] = (
        c.SubmitAnswer(now=now, id=new_id, seat_id=me, turn_id=TurnId("r1-1"), text="한 번 더"),
        c.SubmitAnswer(now=now, id=new_id, seat_id=SeatId("ai-1"), turn_id=turn_id, text="not mine"),
        c.SkipTurn(now=now, id=new_id, seat_id=OBSERVER, turn_id=turn_id),
        c.SaveDraft(now=now, id=new_id, seat_id=me, turn_id=TurnId("nowhere"), text="?"),
        c.SkipSpeech(now=now, id=new_id, seat_id=OBSERVER, turn_id=turn_id),
        c.JoinRoom(now=now, id=new_id, seat_id=SeatId("late"), name="Late"),
        c.StartInterview(now=now, id=new_id),
        c.PauseInterview(now=now, id=new_id, by=SeatId("ai-1")),
        c.ResumeInterview(now=now, id=new_id),
        c.LeaveRoom(now=now, id=new_id, seat_id=SeatId("ai-1")),
        c.LeaveRoom(now=now, id=new_id, seat_id=SeatId("panel-1")),
        c.SendChat(now=now, id=new_id, seat_id=SeatId("ai-1"), text="hello"),
        c.KickSeat(now=now, id=new_id, seat_id=SeatId("panel-1")),
        c.AddAiCandidate(now=now, id=new_id, seat_id=SeatId("x"), profile=rival),
        c.SkipQuestion(now=now, id=new_id, round_id=RoundId("r99")),
    )
    command = stage.dice.pick(wrong)
    stage.shell.send(command)
    return True


_HAPPENINGS: dict[FaultKind, Happening] = {
    FaultKind.DISCONNECT: _disconnect,
    FaultKind.STAYS_AWAY: _disconnect,
    FaultKind.LEAVE: _leave,
    FaultKind.KICK: _leave,
    FaultKind.PAUSE: _pause,
    FaultKind.PAUSE_FOR_EVER: _pause,
    FaultKind.ADD_TIME: _add_time,
    FaultKind.HAND_OVER: _hand_over,
    FaultKind.SKIP_CANDIDATE: _skip,
    FaultKind.SKIP_QUESTION: _skip,
    FaultKind.END_EARLY: _end_early,
    FaultKind.OUTAGE: _outage,
    FaultKind.CLOCK_JUMP: _clock,
    FaultKind.CLOCK_BACK: _clock,
    FaultKind.CHAT_FLOOD: _draft_or_chat,
    FaultKind.DUPLICATE_COMMAND: _duplicate,
    FaultKind.REPORT_FOREIGN: _foreign,
    FaultKind.WRONG_COMMAND: _wrong,
}

_LIKELY = (
    *(FaultKind.DISCONNECT,) * 8,
    FaultKind.STAYS_AWAY,
    FaultKind.LEAVE,
    FaultKind.KICK,
    *(FaultKind.PAUSE,) * 4,
    FaultKind.PAUSE_FOR_EVER,
    *(FaultKind.ADD_TIME,) * 3,
    FaultKind.HAND_OVER,
    FaultKind.SKIP_CANDIDATE,
    FaultKind.SKIP_QUESTION,
    FaultKind.END_EARLY,
    *(FaultKind.OUTAGE,) * 4,
    *(FaultKind.CLOCK_JUMP,) * 2,
    FaultKind.CLOCK_BACK,
    *(FaultKind.CHAT_FLOOD,) * 2,
    *(FaultKind.DUPLICATE_COMMAND,) * 4,
    *(FaultKind.REPORT_FOREIGN,) * 2,
    *(FaultKind.WRONG_COMMAND,) * 6,
    FaultKind.CRASH_FOLD,
    FaultKind.CRASH_SNAPSHOT,
)
"""How often each thing happens: what people and networks do often stands often."""
