"""A real room for every stage, and a command of every class that suits it."""

from __future__ import annotations

import attrs

from interview_engine.core import commands as c
from interview_engine.core.questions import Question
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.ids import EffectId, JudgeId, Millis, QuestionId, RoundId, SeatId, TurnId
from interview_engine.scoring import Comparison, Evaluation, Feedback, FeedbackPoint, Verdict
from interview_engine.testing.rooms import a_rival, ai, an_interviewer, interviewer
from interview_engine.vocabulary import QuestionKind
from tests.core.play import KIM, LEE, ONE, Play, a_slot, asked, waiting

GUEST = SeatId("guest")


def room_in(stage: Stage, *, paused: bool = False) -> Play:
    """Return a room that stands in a stage; paused only where a pause is legal."""
    if stage is Stage.WAITING:
        play = waiting(ai=1)
    elif stage.asking:
        play = asked(attrs.evolve(ONE, plan=(attrs.evolve(a_slot(), stage=stage),)))
    else:
        play = asked()
        play.answer(KIM)
        play.do(c.EndEarly(**play.by()))
        if stage is Stage.FINISHED:
            play.to_the_end()
    assert play.room.stage is stage
    if paused:
        play.do(c.PauseInterview(**play.by()))
    return play


def suitable(cls: type[c.Command], play: Play) -> c.Command:  # noqa: C901, PLR0911, PLR0912 -- one case a class
    """Return a command of a class with arguments that suit the rooms of `room_in`."""
    turn_id = TurnId("r1-1")
    operator, participant = play.by(), play.of(KIM)
    match cls.__name__:
        case "JoinRoom":
            return c.JoinRoom(**play.of(GUEST), name="방청객", observer=True)
        case "LeaveRoom":
            return c.LeaveRoom(**play.of(LEE))
        case "SetReady":
            return c.SetReady(**participant, ready=False)
        case "ShareResume":
            return c.ShareResume(**participant, facts=("결제 서버를 만들었다",))
        case "SaveDraft":
            return c.SaveDraft(**participant, turn_id=turn_id, text="초안")
        case "SubmitAnswer":
            return c.SubmitAnswer(**participant, turn_id=turn_id, text="답변입니다.")
        case "SkipTurn":
            return c.SkipTurn(**participant, turn_id=turn_id)
        case "SkipSpeech":
            return c.SkipSpeech(**participant, turn_id=turn_id)
        case "SendChat":
            return c.SendChat(**participant, text="안녕하세요")
        case "ChangeSettings":
            return c.ChangeSettings(**operator, settings=Settings())
        case "AddAiCandidate":
            return c.AddAiCandidate(**operator, seat_id=ai(9), profile=a_rival(9))
        case "RemoveAiCandidate":
            return c.RemoveAiCandidate(**operator, seat_id=ai())
        case "AddInterviewer":
            return c.AddInterviewer(**operator, seat_id=interviewer(2), profile=an_interviewer(2))
        case "RemoveInterviewer":
            return c.RemoveInterviewer(**operator, seat_id=interviewer())
        case "SetAccommodation":
            return c.SetAccommodation(**operator, seat_id=KIM, time_percent=150)
        case "SkipCandidate":
            return c.SkipCandidate(**operator, turn_id=turn_id)
        case "SkipQuestion":
            return c.SkipQuestion(**operator, round_id=RoundId("r1"))
        case "AddTime":
            return c.AddTime(**operator, turn_id=turn_id, ms=Millis(5_000))
        case "KickSeat":
            return c.KickSeat(**operator, seat_id=LEE)
        case "HandOverHost":
            return c.HandOverHost(**operator, seat_id=LEE)
        case "StartInterview" | "PauseInterview" | "ResumeInterview" | "EndEarly":
            kind: type[c.StartInterview | c.PauseInterview | c.ResumeInterview | c.EndEarly] = getattr(
                c, cls.__name__
            )
            return kind(**operator)
        case _:
            return _report(cls, play)


def _report(cls: type[c.Command], play: Play) -> c.Report:  # noqa: PLR0911 -- one case a class
    now, first, second = play.now, TurnId("r1-1"), TurnId("r1-2")
    match cls.__name__:
        case "Tick":
            return c.Tick(now=now)
        case "PresenceChanged":
            return c.PresenceChanged(now=now, seat_id=LEE, connected=False)
        case "OutageEnded":
            return c.OutageEnded(now=now, since=now)
        case "QuestionWritten":
            question = Question(question_id=QuestionId("q"), kind=QuestionKind.COMMON, text="무엇입니까?")
            return c.QuestionWritten(now=now, effect_id=EffectId("question:r2"), question=question)
        case "AnswerWritten":
            return c.AnswerWritten(now=now, effect_id=EffectId("answer:r1-3"), text="답변입니다.")
        case "EvaluationWritten":
            found = Evaluation(turn_id=first, judge_id=JudgeId("panel-1"), family="stub", evidence=())
            return c.EvaluationWritten(now=now, effect_id=EffectId("judge:r1-1:panel-1"), evaluation=found)
        case "ComparisonWritten":
            verdict = Comparison(
                first=first,
                second=second,
                judge_id=JudgeId("panel"),
                family="stub",
                forward=Verdict.TIE,
                backward=Verdict.TIE,
            )
            return c.ComparisonWritten(now=now, effect_id=EffectId("compare:r1-1:r1-2"), comparison=verdict)
        case "FeedbackWritten":
            point = FeedbackPoint(criterion=None, text="연습하십시오.")
            feedback = Feedback(
                seat_id=KIM,
                summary="",
                strength=None,
                obstacle=point,
                drill="",
                rival="",
                missed=(),
                notice="",
            )
            return c.FeedbackWritten(now=now, effect_id=EffectId("feedback:human-1"), feedback=feedback)
        case "EffectFailed":
            return c.EffectFailed(now=now, effect_id=EffectId("question:r2"), attempt=1, code="timeout")
        case name:
            raise AssertionError(f"no example of {name}")
