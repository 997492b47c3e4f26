"""Whole interviews by the thousand: random settings, people and failures, and every invariant checked.

    summary = simulate_many(2_000, seed="nightly")
    assert not summary.violations

The same seed gives the same interviews, records and digest on every machine, hash seed and Python version.
A violation names its seed and index: `simulate(seed, index)` plays that one interview again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

import attrs

from interview_engine.core.commands import Report
from interview_engine.core.effects import Effect
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis
from interview_engine.offline import panel_profiles, perform, rival_profiles
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.testing.dice import Dice
from interview_engine.testing.history import History
from interview_engine.testing.invariants import Violation, check
from interview_engine.testing.rooms import a_rival, an_interviewer
from interview_engine.testing.simulation.drawing import Draw, draw_interview
from interview_engine.testing.simulation.faults import FaultCount, FaultKind, counted
from interview_engine.testing.simulation.playing import play
from interview_engine.testing.simulation.shell import SimulatedShell
from interview_engine.testing.simulation.stage import SimulationStage
from interview_engine.testing.stub_performer import perform_stub

__all__ = ["SimulatedInterview", "SimulationSummary", "simulate", "simulate_many"]

OFFLINE_EVERY: Final = 50
"""Every so many interviews one is written and judged by the offline performer instead of stubs."""
COSTLY_EVERY: Final = 10
"""Every so many interviews the costly invariants are checked too."""
BEGIN: Final = Millis(1_700_000_000_000)


@attrs.frozen(kw_only=True)
class SimulatedInterview:
    """One played interview.

    Attributes:
        seed, index: What plays it again.
        draw: Its frame.
        history: Everything that happened.
        faults: What went wrong in it, in order.
        violations: The invariants that it broke.
    """

    seed: str
    index: int
    draw: Draw
    history: History
    faults: tuple[FaultKind, ...]
    violations: tuple[Violation, ...]

    @property
    def finished(self) -> bool:
        """True when the interview came to its end."""
        return self.history.live.stage is Stage.FINISHED

    @property
    def head(self) -> str:
        """Hash of the last record."""
        return self.history.log[-1].hash


@attrs.frozen(kw_only=True)
class SimulationSummary:
    """What many interviews came to.

    Attributes:
        interviews: How many were played.
        events: How many records they have in all.
        commands: How many commands were put to their rooms.
        finished: How many came to their end.
        violations: Every broken invariant, and under `raises_nothing` every exception, each with the index
            that plays its interview again.
        faults: How often each kind of fault happened.
        digest: SHA-256 over all head hashes: tells whether two runs were the same.
    """

    interviews: int
    events: int
    commands: int
    finished: int
    violations: tuple[Violation, ...]
    faults: tuple[FaultCount, ...]
    digest: str


def simulate(seed: str, index: int, *, costly: bool | None = None) -> SimulatedInterview:
    """Play one interview and check the invariants.

    Args:
        seed: Root of all chance.
        index: Which interview of that seed, from 0.
        costly: Check the costly invariants too; a fixed sample of the indices when None.
    """
    key = f"{seed}/{index}"
    dice = Dice(key)
    offline = index % OFFLINE_EVERY == OFFLINE_EVERY - 1
    draw = draw_interview(dice, offline=offline)
    stage = SimulationStage(draw, dice, SimulatedShell(key, BEGIN))
    rivals, panel = _company(draw, dice)
    play(stage, key, rivals, panel, _perform_offline if offline else perform_stub)
    history = stage.shell.history()
    thorough = index % COSTLY_EVERY == 0 if costly is None else costly
    return SimulatedInterview(
        seed=seed,
        index=index,
        draw=draw,
        history=history,
        faults=tuple(stage.faults),
        violations=check(history, index=index, costly=thorough),
    )


def simulate_many(
    interviews: int, seed: str, on_progress: Callable[[int, int], None] | None = None
) -> SimulationSummary:
    """Play interviews 0 to `interviews` - 1 of a seed and check the invariants.

    Args:
        interviews: How many.
        seed: Root of all chance.
        on_progress: Called after each interview with how many are done and how many there are.
    """
    digest = hashlib.sha256()
    violations: list[Violation] = []
    faults: list[FaultKind] = []
    events = commands = finished = 0
    for index in range(interviews):
        try:
            played = simulate(seed, index)
        except Exception as error:  # noqa: BLE001 -- whatever the engine raises is a finding, named by its index
            violations.append(
                Violation(index=index, invariant="raises_nothing", detail=f"{type(error).__name__}: {error}")
            )
            continue
        digest.update(played.head.encode())
        violations.extend(played.violations)
        faults.extend(played.faults)
        events += len(played.history.log)
        commands += len(played.history.taken)
        finished += played.finished
        if on_progress is not None:
            on_progress(index + 1, interviews)
    return SimulationSummary(
        interviews=interviews,
        events=events,
        commands=commands,
        finished=finished,
        violations=tuple(violations),
        faults=counted(faults),
        digest=digest.hexdigest(),
    )


def _company(draw: Draw, dice: Dice) -> tuple[tuple[CandidateProfile, ...], tuple[InterviewerProfile, ...]]:
    language = draw.settings.language
    if draw.offline:
        catalogue = default_catalogue()
        rivals = tuple(persona.id for persona in catalogue.candidates)[: draw.rivals]
        panel = tuple(persona.id for persona in catalogue.interviewers)[: draw.interviewers]
        return rival_profiles(catalogue, rivals, language), panel_profiles(catalogue, panel, language)
    return (
        tuple(
            a_rival(number, characters_per_minute=dice.pick((60, 330, 1_500)))
            for number in range(1, draw.rivals + 1)
        ),
        tuple(
            an_interviewer(number, follow_up_percent=dice.pick((0, 50, 100)))
            for number in range(1, draw.interviewers + 1)
        ),
    )


def _perform_offline(effect: Effect, now: Millis) -> Report:
    return perform(effect, default_catalogue(), now)
