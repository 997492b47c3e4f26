"""The interview that is measured: a person and three AI candidates, five questions, twenty answers.

It is played once with stand-ins for writers and judges; what is measured afterwards is the engine on the
stream of commands and reports, never the writing of texts.
"""

from __future__ import annotations

import hashlib
from typing import Final

import attrs

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.decide import Refused, take
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
    pending_effects,
)
from interview_engine.core.events import Event
from interview_engine.core.log import Record, record_events
from interview_engine.core.questions import Question
from interview_engine.core.settings import Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, JudgeId, Millis, PersonaId, QuestionId, RoomId, Salt, SeatId, Seed
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.scoring import write_feedback
from interview_engine.scoring.comparison import Comparison, Verdict
from interview_engine.scoring.evaluation import CriterionEvidence, Evaluation
from interview_engine.scoring.rubric import Criterion, Level
from interview_engine.vocabulary import Competency, QuestionKind

CHARACTERS: Final = 600
"""Length of every answer."""
CANDIDATES: Final = 4
SALT: Final = Salt("a salt for benchmarks only")
PERSON: Final = SeatId("me")

_SENTENCES: Final = (
    "주문 서비스의 응답이 느려져 지표부터 나누어 보았습니다.",
    "원인은 같은 행을 여러 번 읽는 질의였고 캐시보다 색인이 먼저라고 판단했습니다.",
    "동료 두 명과 하루 동안 실험해 평균 응답 시간을 420밀리초에서 180밀리초로 줄였습니다.",
    "다만 쓰기가 늘면 색인 비용이 커지므로 그 한계를 문서로 남겼습니다.",
    "이 일을 겪고 나서 고치기 전에 재는 습관이 생겼습니다.",
    "그때 세운 점검 목록은 지금도 팀에서 쓰고 있습니다.",
)


@attrs.frozen(kw_only=True)
class Interview:
    """A recorded interview.

    Attributes:
        commands: Everything that was put to the room, in order.
        events: Everything that happened.
        records: The events as a log.
        room: The room at the end.
    """

    commands: tuple[c.Command, ...]
    events: tuple[Event, ...]
    records: tuple[Record, ...]
    room: Room


def interview(rounds: int = 5) -> Interview:
    """Play an interview with stand-ins and return what was recorded.

    Args:
        rounds: Questions put to all candidates; at least 3.
    """
    stage = _Rehearsal(rounds)
    stage.play()
    assert stage.room is not None, "the rehearsal has created the room"
    assert stage.room.stage is Stage.FINISHED, "the rehearsal ends"
    events = tuple(stage.events)
    return Interview(
        commands=tuple(stage.commands),
        events=events,
        records=record_events(events, SALT),
        room=stage.room,
    )


def answer_text(name: str) -> str:
    """Return an answer of `CHARACTERS` characters, another one for every name."""
    number = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)
    mixed = [_SENTENCES[(number + place) % len(_SENTENCES)] for place in range(40)]
    return f"{name}에 대해 말씀드리겠습니다. {' '.join(mixed)}"[:CHARACTERS]


def create_room(rounds: int) -> c.CreateRoom:
    """Return the command that opens the measured room."""
    middle = Slot(stage=Stage.COMMON, kind=QuestionKind.COMMON)
    first = Slot(stage=Stage.SELF_INTRO, kind=QuestionKind.SELF_INTRODUCTION)
    last = Slot(stage=Stage.CLOSING, kind=QuestionKind.CLOSING)
    return c.CreateRoom(
        now=Millis(0),
        id=CommandId("create"),
        room_id=RoomId("measured"),
        seed=Seed("a seed for benchmarks only"),
        settings=Settings(plan=(first, *(middle for _ in range(rounds - 2)), last)),
        rivals=tuple(
            CandidateProfile(persona_id=PersonaId(f"rival-{number}"), name=f"지원자 {number}")
            for number in range(1, CANDIDATES)
        ),
        panel=(
            InterviewerProfile(
                persona_id=PersonaId("panel"), name="면접관", competencies=(Competency.PROBLEM_SOLVING,)
            ),
        ),
    )


class _Rehearsal:
    """Plays a whole interview, at each step doing what the room waits for."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.room: Room | None = None
        self.commands: list[c.Command] = []
        self.events: list[Event] = []
        self.now = Millis(0)

    def play(self) -> None:
        self._put(create_room(self.rounds))
        self._put(c.JoinRoom(now=self.now, id=CommandId("join"), seat_id=PERSON, name="김하늘"))
        self._put(c.SetReady(now=self.now, id=CommandId("ready"), seat_id=PERSON))
        self._put(c.StartInterview(now=self.now, id=CommandId("start"), by=PERSON))
        while self.room is not None and self.room.stage is not Stage.FINISHED:
            self._step(self.room)

    def _step(self, room: Room) -> None:
        effects = pending_effects(room)
        if effects:
            self._put(report(effects[0], self.now))
            return
        own = next((turn for turn in room.open_turns() if turn.seat_id == PERSON), None)
        if own is not None:
            self.now = Millis(self.now + 30_000)
            self._put(
                c.SubmitAnswer(
                    now=self.now,
                    id=CommandId(f"answer-{own.turn_id}"),
                    seat_id=PERSON,
                    turn_id=own.turn_id,
                    text=answer_text(own.turn_id),
                )
            )
            return
        deadline = next_deadline(room)
        assert deadline is not None, "a room that wants nothing has a deadline"
        self.now = deadline.at
        self._put(c.Tick(now=self.now))

    def _put(self, command: c.Command) -> None:
        step = take(self.room, command)
        assert not isinstance(step.outcome, Refused), f"{command} was refused: {step.outcome}"
        self.commands.append(command)
        self.events.extend(step.events)
        self.room = step.room


def report(effect: Effect, now: Millis) -> c.Report:
    """Return what a stand-in reports."""
    match effect:
        case WriteQuestion():
            return c.QuestionWritten(now=now, effect_id=effect.effect_id, question=_question(effect))
        case WriteAnswer():
            return c.AnswerWritten(now=now, effect_id=effect.effect_id, text=answer_text(effect.turn_id))
        case JudgeAnswer():
            return c.EvaluationWritten(now=now, effect_id=effect.effect_id, evaluation=_evaluation(effect))
        case ComparePair():
            return c.ComparisonWritten(now=now, effect_id=effect.effect_id, comparison=_comparison(effect))
        case WriteFeedback():
            feedback = write_feedback(effect.evidence, effect.language)
            return c.FeedbackWritten(now=now, effect_id=effect.effect_id, feedback=feedback)
        case _:
            raise AssertionError(f"an effect of an unknown class: {type(effect).__name__}")


def _question(effect: WriteQuestion) -> Question:
    name = effect.effect_id.partition(":")[2]
    return Question(
        question_id=QuestionId(f"measured-{name}"),
        kind=effect.kind,
        text=f"{name}번 질문입니다. 가장 어려웠던 기술 문제와 그때 내린 판단을 말씀해 주십시오.",
        key_points=("문제의 크기", "원인을 찾은 방법", "고른 해법과 버린 해법", "결과 수치"),
        shows="원인과 판단을 스스로 설명한다.",
    )


def _evaluation(effect: JudgeAnswer) -> Evaluation:
    """Return levels with quotes of about forty characters, as a model would."""
    start = int(effect.label)
    return Evaluation(
        turn_id=effect.turn_id,
        judge_id=JudgeId(effect.judge),
        family="measured",
        evidence=tuple(
            CriterionEvidence(
                criterion=criterion,
                level=Level(1 + (start + place) % 5),
                quote=effect.answer[100 * place : 100 * place + 40],
                reason="구체적인 행동과 수치를 들어 설명했습니다.",
            )
            for place, criterion in enumerate(Criterion)
        ),
        missed_points=(start % 4,),
    )


def _comparison(effect: ComparePair) -> Comparison:
    verdict = tuple(Verdict)[sum(effect.effect_id.encode()) % 3]
    return Comparison(
        first=effect.first,
        second=effect.second,
        judge_id=JudgeId("panel"),
        family="measured",
        forward=verdict,
        backward=verdict,
    )
