"""One simulated interview from its lobby to its end.

First people act and things go wrong; then everybody falls silent, and the clock alone must end it.
"""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.effects import pending_effects
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.testing.simulation.faults import FaultKind
from interview_engine.testing.simulation.lobby import open_and_start
from interview_engine.testing.simulation.people import People
from interview_engine.testing.simulation.services import Perform, Services
from interview_engine.testing.simulation.stage import SimulationStage
from interview_engine.testing.simulation.unrest import stir

MOST_QUIET_TICKS = 2_000
"""More than any simulated plan has deadlines: a room that needs more hangs."""


def play(
    stage: SimulationStage,
    key: str,
    rivals: tuple[CandidateProfile, ...],
    panel: tuple[InterviewerProfile, ...],
    perform: Perform,
) -> None:
    """Play an interview until it is finished, or is found to hang.

    Args:
        stage: Where it is played.
        key: Root of the room's secret.
        rivals: The AI candidates.
        panel: The interviewers.
        perform: Does effects' work.
    """
    open_and_start(stage, key, rivals, panel)
    if not stage.draw.services:
        stage.note(FaultKind.SERVICES_DEAD)
    services, people = Services(stage, perform), People(stage)
    unrest = stage.draw.unrest
    for _ in range(stage.draw.quiet_after):
        if stage.room.stage in (Stage.FINISHED, Stage.WAITING):
            break
        services.look()
        people.look()
        if unrest and stage.dice.chance(20):
            unrest -= 1
            stir(stage, services.forget)
        else:
            _go_on(stage)
    if stage.draw.unrest and stage.room.stage is Stage.FINISHED:
        _disturb_the_end(stage)
    _fall_silent(stage, perform)


def _go_on(stage: SimulationStage) -> None:
    """Let what comes next come: somebody's action, a report, or a deadline."""
    coming = stage.next_at()
    deadline = next_deadline(stage.room)
    if coming is not None and (deadline is None or coming <= deadline.at):
        stage.act()
    elif deadline is not None:
        stage.shell.now = Millis(max(stage.now, deadline.at))
        stage.shell.send(c.Tick(now=stage.now))


def _disturb_the_end(stage: SimulationStage) -> None:
    """Let what was still on its way arrive after the end."""
    for _ in range(20):
        if stage.next_at() is None:
            return
        stage.act()


def _fall_silent(stage: SimulationStage, perform: Perform) -> None:
    """Let the clock alone move the room on; services answer at once, or not at all."""
    serve = stage.draw.services
    for _ in range(MOST_QUIET_TICKS):
        room = stage.room
        if room.stage is Stage.FINISHED:
            return
        effects = [effect for effect in pending_effects(room) if effect.not_before <= stage.now]
        if serve and effects:
            stage.shell.send(perform(effects[0], stage.now))
            continue
        deadline = next_deadline(room)
        if deadline is None:
            return
        stage.shell.now = Millis(max(stage.now, deadline.at))
        stage.shell.send(c.Tick(now=stage.now))
