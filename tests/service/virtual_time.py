"""An event loop whose time jumps to the next timer when nothing else is to do: hours pass in moments."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import TypeVar

from interview_engine.ids import Millis

T = TypeVar("T")

BEGIN = Millis(1_700_000_000_000)


class NothingHappens(Exception):
    """Everybody waits, and no timer is set."""


class _JumpingSelector(selectors.DefaultSelector):
    """Lets virtual time pass instead of waiting, unless something outside the loop is awaited."""

    def __init__(self) -> None:
        super().__init__()
        self.elapsed = 0.0
        self.awaited_outside = 0

    def select(  # type: ignore[explicit-any]  # the standard library's own type for a key
        self, timeout: float | None = None
    ) -> list[tuple[selectors.SelectorKey, int]]:
        if self.awaited_outside and timeout != 0:
            return super().select(None)
        ready = super().select(0)
        if not ready and timeout is None:
            raise NothingHappens
        if not ready and timeout:
            self.elapsed += timeout
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """A loop with a clock of its own."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.elapsed

    @contextmanager
    def outside(self) -> Iterator[None]:
        """Wait for threads and files in here: time stands still meanwhile."""
        self._jumping.awaited_outside += 1
        try:
            yield
        finally:
            self._jumping.awaited_outside -= 1


def now() -> Millis:
    """Return the wall clock of the running loop."""
    return Millis(BEGIN + round(asyncio.get_running_loop().time() * 1000))


def run(scene: Coroutine[None, None, T]) -> T:
    """Run a scene in virtual time; an unhandled error in any task fails it."""
    unhandled: list[str] = []

    async def scene_and_threads() -> T:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualTimeLoop)
        try:
            return await scene
        finally:
            with loop.outside():
                await loop.shutdown_default_executor()

    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        runner.get_loop().set_exception_handler(lambda _, context: unhandled.append(str(context)))
        result = runner.run(scene_and_threads())
    assert unhandled == []
    return result
