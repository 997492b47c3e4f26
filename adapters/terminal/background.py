"""`BackgroundWriters`: runs a service's `EffectPerformer` in a thread of its own, beside the person."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future
from concurrent.futures import wait as wait_for
from contextlib import AbstractAsyncContextManager
from typing import Final

import attrs

from adapters.service.surroundings import EffectPerformer, Foreseeing
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect
from interview_engine.core.state import Room
from interview_engine.ids import EffectId, Millis, RoomId
from interview_engine.offline.interview import Performer
from interview_engine.offline.performing import perform
from interview_engine.personas.catalogue import Catalogue

Opening = Callable[[], AbstractAsyncContextManager[EffectPerformer]]
_CLOSING_S: Final = 5.0


class BackgroundWriters:
    """`Writers` on an event loop in a thread.

    Attributes:
        lines: What to tell the person about them at the start.
    """

    def __init__(self, opening: Opening, lines: tuple[str, ...] = ()) -> None:
        """Start the thread.

        Args:
            opening: Opens the performer, within the thread's loop.
            lines: What to tell the person.
        """
        self.lines = lines
        self._loop = asyncio.new_event_loop()
        self._under_way: dict[tuple[EffectId, int], Future[c.Report]] = {}
        self._stop = asyncio.Event()
        self._ready: Future[EffectPerformer] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(opening,), name="language-models", daemon=True
        )
        self._thread.start()
        self._performer = self._ready.result()

    def performer(self, room_id: RoomId) -> Performer:
        """Return a performer for a room: see `Writers.performer`."""

        def performed(effect: Effect, catalogue: Catalogue, now: Millis) -> c.Report | None:
            key = effect.effect_id, effect.attempt
            if effect.offline:
                self._forget(key)
                return perform(effect, catalogue, now)
            if key not in self._under_way:
                work = self._performer.perform(room_id, effect)
                self._under_way[key] = asyncio.run_coroutine_threadsafe(work, self._loop)
            if not self._under_way[key].done():
                return None
            return _report(self._under_way.pop(key), effect, now)

        return performed

    def look(self, room: Room) -> None:
        """Let the performer look ahead, if it does: see `Writers.look`."""
        if isinstance(self._performer, Foreseeing):
            self._loop.call_soon_threadsafe(self._performer.foresee, room)

    def wait(self, effects: tuple[Effect, ...]) -> None:
        """Wait until one of these effects has come to its end."""
        keys = {(effect.effect_id, effect.attempt) for effect in effects}
        wait_for([work for key, work in self._under_way.items() if key in keys], return_when=FIRST_COMPLETED)

    def close(self) -> None:
        """Stop everything, and wait a moment for it."""
        for key in tuple(self._under_way):
            self._forget(key)
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(_CLOSING_S)

    def _forget(self, key: tuple[EffectId, int]) -> None:
        work = self._under_way.pop(key, None)
        if work is not None:
            work.cancel()

    def _run(self, opening: Opening) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve(opening))
        finally:
            self._loop.close()

    async def _serve(self, opening: Opening) -> None:
        try:
            async with opening() as performer:
                self._ready.set_result(performer)
                await self._stop.wait()
        except BaseException as error:
            if self._ready.done():
                raise
            self._ready.set_exception(error)


def _report(work: Future[c.Report], effect: Effect, now: Millis) -> c.Report:
    try:
        return attrs.evolve(work.result(), now=now)
    except (Exception, CancelledError):  # noqa: BLE001 -- counted as a failed attempt, as in every shell
        return c.EffectFailed(now=now, effect_id=effect.effect_id, attempt=effect.attempt, code="error")
