"""The lobby of a simulated interview: people arrive, some things are done wrongly, and it starts."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.settings import Settings
from interview_engine.ids import CommandId, RoomId, SeatId, Seed
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.testing.simulation.faults import FaultKind
from interview_engine.testing.simulation.stage import SimulationStage

OBSERVER = SeatId("observer-1")


def open_and_start(
    stage: SimulationStage,
    key: str,
    rivals: tuple[CandidateProfile, ...],
    panel: tuple[InterviewerProfile, ...],
) -> None:
    """Create the room, let everybody in, and start the interview.

    Args:
        stage: The interview, before its room.
        key: Root of the room's secret.
        rivals: The AI candidates.
        panel: The interviewers.
    """
    dice, shell = stage.dice, stage.shell
    late = dice.below(len(rivals) + 1) if dice.chance(30) else 0
    create = c.CreateRoom(
        now=shell.now,
        id=CommandId("create"),
        room_id=RoomId("room"),
        seed=Seed(f"{key}/secret"),
        settings=stage.draw.settings,
        rivals=rivals[late:],
        panel=panel,
    )
    shell.send(create)
    for number in range(1, stage.draw.humans + 1):
        _arrive(stage, SeatId(f"human-{number}"), f"{_name(stage)} {number}")
    for number, rival in enumerate(rivals[:late], start=1):
        seat_id = SeatId(f"late-ai-{number}")
        shell.send(c.AddAiCandidate(now=shell.now, id=shell.next_id("add"), seat_id=seat_id, profile=rival))
    if stage.draw.observers:
        shell.send(
            c.JoinRoom(
                now=shell.now, id=shell.next_id("join"), seat_id=OBSERVER, name="Observer", observer=True
            )
        )
    if stage.draw.unrest:
        _do_wrongly(stage, create)
    shell.send(c.StartInterview(now=shell.now, id=shell.next_id("start"), by=stage.room.host))


def _name(stage: SimulationStage) -> str:
    return stage.dice.pick(("김지원", "이서연", "박도윤", "Alex", "Sam"))


def _arrive(stage: SimulationStage, seat_id: SeatId, name: str) -> None:
    dice, shell = stage.dice, stage.shell
    shell.now = type(shell.now)(shell.now + dice.between(0, 3_000))
    shell.send(c.JoinRoom(now=shell.now, id=shell.next_id("join"), seat_id=seat_id, name=name))
    if dice.chance(30):
        facts = (f"fact-of-{seat_id}: 결제 서비스 개편", "2년간 검색 품질 담당")
        shell.send(c.ShareResume(now=shell.now, id=shell.next_id("resume"), seat_id=seat_id, facts=facts))
    if dice.chance(15):
        percent = dice.pick((100, 150, 300))
        shell.send(
            c.SetAccommodation(now=shell.now, id=shell.next_id("time"), seat_id=seat_id, time_percent=percent)
        )
    ready = c.SetReady(now=shell.now, id=shell.next_id("ready"), seat_id=seat_id)
    shell.send(ready)
    if stage.draw.unrest and dice.chance(10):
        stage.note(FaultKind.DUPLICATE_COMMAND)
        shell.send(ready)


def _do_wrongly(stage: SimulationStage, create: c.CreateRoom) -> None:
    shell, dice = stage.shell, stage.dice
    host = stage.room.host
    wrong: tuple[c.Command, ...] = (
        create,
        c.CreateRoom(now=shell.now, id=shell.next_id("create"), room_id=create.room_id, seed=create.seed),
        c.StartInterview(now=shell.now, id=shell.next_id("start"), by=SeatId("nobody")),
        c.ChangeSettings(
            now=shell.now, id=shell.next_id("settings"), by=host, settings=Settings(difficulty=9)
        ),
        c.SetReady(now=shell.now, id=shell.next_id("ready"), seat_id=SeatId("ai-1")),
        c.JoinRoom(now=shell.now, id=shell.next_id("join"), seat_id=SeatId("human-1"), name="Twin"),
        c.LeaveRoom(now=shell.now, id=shell.next_id("leave"), seat_id=SeatId("panel-1")),
        c.PauseInterview(now=shell.now, id=shell.next_id("pause"), by=host),
        c.SendChat(now=shell.now, id=shell.next_id("chat"), seat_id=SeatId("human-1"), text=" "),
    )
    for command in dice.shuffled(wrong)[: dice.between(0, 4)]:
        stage.note(FaultKind.WRONG_COMMAND)
        shell.send(command)
