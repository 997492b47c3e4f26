"""Logs to check, tamper with, fork and redact."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.decide import take
from interview_engine.core.effects import pending_effects
from interview_engine.core.events import Event
from interview_engine.core.log import Record, record_events
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, Millis, RoomId, Salt
from interview_engine.testing.rooms import SEED, START, a_rival, an_interviewer
from interview_engine.testing.stub_performer import perform_stub
from tests.core.play import KIM, LEE, TWO, Play

SALT = Salt("0123456789abcdef")
KIMS_ANSWER = "저는 결제 서버의 장애를 지표로 좁혀 응답 시간을 절반으로 줄였습니다."
LEES_ANSWER = "저는 배포 절차를 정리해 되돌리는 시간을 두 시간에서 십 분으로 줄였습니다."


def events_of_an_interview(settings: Settings = TWO) -> tuple[Event, ...]:
    """Return all events of a whole interview of two people and an AI candidate, from the creation."""
    create = c.CreateRoom(
        now=START,
        id=CommandId("create"),
        room_id=RoomId("room"),
        seed=SEED,
        settings=settings,
        rivals=(a_rival(),),
        panel=(an_interviewer(follow_up_percent=100),),
    )
    step = take(None, create)
    assert step.room is not None
    play = Play(step.room)
    for seat_id, name in ((KIM, "김하늘"), (LEE, "이도윤")):
        play.do(c.JoinRoom(**play.of(seat_id), name=name))
        play.do(c.ShareResume(**play.of(seat_id), facts=(f"이력서의 사실 {name}",)))
        play.do(c.SendChat(**play.of(seat_id), text=f"{name}입니다!"))
        play.do(c.SetReady(**play.of(seat_id)))
    play.do(c.StartInterview(**play.by()))
    while play.room.stage is not Stage.FINISHED:
        pending = pending_effects(play.room)
        mine = [turn for turn in play.room.open_turns() if turn.seat_id in (KIM, LEE)]
        if pending:
            play.do(perform_stub(pending[0], play.now))
        elif mine:
            play.after(3_000)
            draft = c.SaveDraft(
                **play.of(mine[0].seat_id), turn_id=mine[0].turn_id, text=f"초안: {mine[0].seat_id}"
            )
            play.do(draft)
            play.answer(mine[0].seat_id, KIMS_ANSWER if mine[0].seat_id == KIM else LEES_ANSWER)
        else:
            play.tick_to_deadline()
    return (*step.events, *play.events)


def whole_log() -> tuple[Record, ...]:
    """Return the log of a whole interview."""
    return record_events(events_of_an_interview(), SALT)


def chained_again(events: tuple[Event, ...]) -> tuple[Record, ...]:
    """Return events as a log with a sound chain, whatever they say: what a careful forger would write."""
    return record_events(events, SALT)


def later(ms: int) -> Millis:
    """Return an instant after the interviews of this module."""
    return Millis(START + 100_000_000 + ms)
