"""Writers and judges of a node: they take their time, fail, talk nonsense, or never come back."""

from __future__ import annotations

import asyncio

from interview_engine.core import commands as c
from interview_engine.core.changed import changed
from interview_engine.core.effects import Effect
from interview_engine.ids import EffectId, Millis, RoomId
from interview_engine.testing.stub_performer import perform_stub
from tests.server_simulation.durable import Die, NodeDied, Take, id_of
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.simulated_loop import Owner
from tests.server_simulation.world import World


class Performer:
    """Does effects' work with stubs; the same node must never do one twice at a time."""

    def __init__(self, world: World, owner: Owner, take: Take, die: Die) -> None:
        self._world, self._owner, self._take, self._die = world, owner, take, die
        self._dice = world.dice(f"performer/{id_of(owner)}")
        self._running: set[tuple[RoomId, EffectId]] = set()
        self._done: set[tuple[RoomId, EffectId, int, bool]] = set()

    async def perform(self, room_id: RoomId, effect: Effect) -> c.Report:
        if not self._owner.alive:
            raise NodeDied
        key = (room_id, effect.effect_id)
        attempt = (room_id, effect.effect_id, effect.attempt, effect.offline)
        self._world.require("an effect runs once at a time", key not in self._running, effect.effect_id)
        # After a redaction, work that had the words in hand is withdrawn, and done again.
        again = attempt in self._done and not self._world.hits[FaultKind.REDACTION]
        self._world.require("an attempt is made once", not again, effect.effect_id)
        self._running.add(key)
        try:
            report = await self._work(effect)
        finally:
            self._running.discard(key)
        self._done.add(attempt)
        return report

    async def _work(self, effect: Effect) -> c.Report:
        crash = self._hits(FaultKind.CRASH_IN_EFFECT)
        if crash is not None and crash % 2 == 0:
            self._dies()
        await asyncio.sleep(self._dice.pick((5, 50, 300, 900)) / 1000)
        if crash is not None:
            self._dies()
        if not effect.offline:
            await self._go_wrong()
        garbage = self._hits(FaultKind.EFFECT_GARBAGE)
        report = perform_stub(effect, Millis(0))
        return report if garbage is None else _garbage(report, garbage)

    async def _go_wrong(self) -> None:
        slow = self._hits(FaultKind.EFFECT_SLOW)
        if slow is not None:
            await asyncio.sleep(slow / 1000)
        if self._hits(FaultKind.EFFECT_FAILS) is not None:
            raise RuntimeError("a provider's error")
        if self._hits(FaultKind.EFFECT_NEVER) is not None:
            await asyncio.Event().wait()

    def _dies(self) -> None:
        self._die()
        raise NodeDied

    def _hits(self, kind: FaultKind) -> int | None:
        ms = self._take(kind)
        if ms is not None:
            self._world.hit(kind)
        return ms


def _garbage(report: c.Report, variant: int) -> c.Report:
    """Return a report that no room should take as it is."""
    if variant % 3 == 0 or isinstance(report, c.ComparisonWritten | c.FeedbackWritten):
        return c.Tick(now=Millis(0))
    if isinstance(report, c.QuestionWritten):
        return changed(report, question=changed(report.question, text="  ", difficulty=9))
    if isinstance(report, c.AnswerWritten):
        return changed(report, text=" " if variant % 2 else "long " * 1_200)
    if isinstance(report, c.EvaluationWritten):
        return changed(report, evaluation=changed(report.evaluation, evidence=()))
    return c.Tick(now=Millis(0))
