"""Runs what rooms want done: each effect at most once at a time, so many at once, each within its time.

An effect is under way until its report has been taken: a room that is asked meanwhile starts it no second
time. Nothing is remembered here that a crash could lose: what is pending is derived from the room again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import attrs
import structlog

from adapters.service.faults import where
from adapters.service.patience import patience_ms
from adapters.service.surroundings import EffectPerformer
from interview_engine.core.commands import EffectFailed, Report
from interview_engine.core.effects import Effect
from interview_engine.ids import EffectId, Millis, RoomId

log = structlog.get_logger("effects")

MOST_AT_ONCE: Final = 256
"""More than any provider takes at a time: who performs effects knows best which of them may wait."""
MOST_OFFLINE: Final = 32


@attrs.define(eq=False)
class Errand:
    """An effect under way.

    Attributes:
        effect: What is done.
        reported: The work is done, and its report is being delivered.
        withdrawn: Its report must not be taken any more.
    """

    effect: Effect
    reported: bool = False
    withdrawn: bool = False
    _task: asyncio.Task[None] | None = None

    def begin(self, task: asyncio.Task[None]) -> None:
        """Note the task that does it."""
        self._task = task

    def withdraw(self) -> None:
        """Stop the work."""
        self.withdrawn = True
        if self._task is not None:
            self._task.cancel()


Deliver = Callable[[RoomId, Errand, Report], Awaitable[None]]


class EffectRunner:
    """Starts effects, and delivers their reports.

    Attributes:
        finished: How many attempts have ended, by outcome ("done", "timeout", "error").
    """

    def __init__(
        self,
        performer: EffectPerformer,
        now: Callable[[], Millis],
        deliver: Deliver,
        look_again: Callable[[RoomId], None],
        *,
        most_at_once: int = MOST_AT_ONCE,
    ) -> None:
        """Prepare a runner.

        Args:
            performer: Does the work.
            now: The wall clock.
            deliver: Puts a report to its room, and returns when it was taken or is of no more use.
            look_again: Called when an effect has ended: the room may want it, or another, now.
            most_at_once: Effects under way at a time, over the whole process, beside the offline ones.
        """
        self._performer = performer
        self._now = now
        self._deliver = deliver
        self._look_again = look_again
        # Offline work has its own places: providers that hang must not keep rooms from their fallback.
        self._places = {
            False: asyncio.Semaphore(most_at_once),
            True: asyncio.Semaphore(min(most_at_once, MOST_OFFLINE)),
        }
        self._under_way: dict[RoomId, dict[EffectId, Errand]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False
        self.finished: dict[str, int] = {"done": 0, "timeout": 0, "error": 0}

    def run(self, room_id: RoomId, effects: tuple[Effect, ...]) -> Millis | None:
        """Start what may start now and is not under way; cancel what is no longer wanted.

        Returns:
            The instant at which the next effect may start, or None.
        """
        if self._closed:
            return None
        now = self._now()
        errands = self._under_way.get(room_id, {})
        wanted = {effect.effect_id: effect for effect in effects}
        for errand in errands.values():
            effect = wanted.get(errand.effect.effect_id)
            # A report in hand is delivered even so: the room knows best what a late one is worth.
            if not errand.reported and (effect is None or (effect.offline and not errand.effect.offline)):
                errand.withdraw()
        later: list[Millis] = []
        for effect in effects:
            if effect.effect_id in errands:
                continue
            if effect.not_before > now:
                later.append(effect.not_before)
                continue
            self._start(room_id, effect)
        return min(later, default=None)

    def known(self, room_id: RoomId) -> dict[EffectId, Effect]:
        """Return the effects that are under way for a room."""
        return {effect_id: errand.effect for effect_id, errand in self._under_way.get(room_id, {}).items()}

    def forget(self, room_id: RoomId) -> None:
        """Cancel everything that is under way for a room, reports in hand too."""
        for errand in tuple(self._under_way.get(room_id, {}).values()):
            errand.withdraw()

    async def close(self) -> None:
        """Cancel everything, and wait until it has stopped."""
        self._closed = True
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def __len__(self) -> int:
        """Return how many effects are under way."""
        return len(self._tasks)

    def _start(self, room_id: RoomId, effect: Effect) -> None:
        errand = Errand(effect)
        self._under_way.setdefault(room_id, {})[effect.effect_id] = errand
        task = asyncio.get_running_loop().create_task(self._do(room_id, errand))
        errand.begin(task)
        self._tasks.add(task)
        # Not in the task itself: one that is cancelled before its first step never runs.
        task.add_done_callback(lambda done: self._ended(room_id, errand, done))

    def _ended(self, room_id: RoomId, errand: Errand, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        errands = self._under_way[room_id]
        del errands[errand.effect.effect_id]
        if not errands:
            del self._under_way[room_id]
        if not self._closed:
            self._look_again(room_id)

    async def _do(self, room_id: RoomId, errand: Errand) -> None:
        async with self._places[errand.effect.offline]:
            report = await self._attempt(room_id, errand.effect)
        errand.reported = True
        await self._deliver(room_id, errand, report)

    async def _attempt(self, room_id: RoomId, effect: Effect) -> Report:
        report: Report | None = None
        code = "done"
        try:
            async with asyncio.timeout(patience_ms(effect) / 1000):
                report = await self._performer.perform(room_id, effect)
        except TimeoutError:
            code = "timeout"
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            # A provider's own task was cancelled, not ours.
            code = _noted(room_id, effect, error)
        except Exception as error:  # noqa: BLE001 -- whatever a provider does, the interview goes on
            code = _noted(room_id, effect, error)
        if code == "done" and getattr(report, "effect_id", None) != effect.effect_id:
            code = "error"
            log.warning("effect.misreported", room=room_id, effect=effect.effect_id)
        self.finished[code] += 1
        # The instant is ours: a performer's clock must not move the room's.
        now = self._now()
        if code == "done" and report is not None:
            return attrs.evolve(report, now=now)
        return EffectFailed(now=now, effect_id=effect.effect_id, attempt=effect.attempt, code=code)


def _noted(room_id: RoomId, effect: Effect, error: BaseException) -> str:
    log.warning(
        "effect.failed",
        room=room_id,
        effect=effect.effect_id,
        error=type(error).__name__,
        where=where(error),
    )
    return "error"
