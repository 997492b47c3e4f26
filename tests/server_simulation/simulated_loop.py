"""An event loop without an outside: time jumps to the next timer, and tasks keep one order for ever.

There is no selector, no socket and no thread. Tasks hash by their number instead of their address, so that
code which iterates over a set of tasks does the same on every run.
"""

from __future__ import annotations

import asyncio
import contextvars
import itertools
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from typing import TYPE_CHECKING, Protocol, TypeVar, TypeVarTuple

from interview_engine.ids import Millis

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")
Work = Coroutine[object, object, T] | Generator[object, None, T]


class Owner(Protocol):
    """A process in the simulation: its tasks die with it.

    Attributes:
        alive: It runs.
        buried: It is dead, and its tasks have been cancelled: nothing of it runs any more.
        tasks: What runs in it.
    """

    alive: bool
    buried: bool
    tasks: set[asyncio.Task[object]]

    def now(self) -> Millis:
        """Return what its clock shows."""


OWNER: contextvars.ContextVar[Owner | None] = contextvars.ContextVar("OWNER", default=None)
"""Whose code is running. Tasks and timers inherit it from whoever starts them."""


class NothingHappens(Exception):
    """Everybody waits, and no timer is set."""


class TimeStandsStill(Exception):
    """Something goes round in circles."""


MOST_ROUNDS = 20_000
"""So many rounds of the loop at one instant are more than any sound code needs."""


if TYPE_CHECKING:
    _AnyTask = asyncio.Task[object]
else:
    _AnyTask = asyncio.Task


class NumberedTask(_AnyTask):
    """A task that hashes by its number."""

    number = 0
    _log_destroy_pending: bool

    def __hash__(self) -> int:
        return self.number


class _NoSelector:
    """Stands where a selector would: instead of waiting, time passes."""

    def __init__(self, jump: Callable[[], None], spinning: Callable[[], str]) -> None:
        self._jump, self._spinning = jump, spinning
        self._rounds = 0

    def select(self, timeout: float | None) -> list[object]:
        if timeout is None:
            raise NothingHappens
        self._rounds += 1
        if timeout > 0:
            self._rounds = 0
            self._jump()
        elif self._rounds > MOST_ROUNDS:
            self._rounds = 0
            raise TimeStandsStill(self._spinning())
        return []


class SimulatedLoop(asyncio.BaseEventLoop):
    """A loop in virtual time. `faults` holds what nobody caught."""

    _scheduled: list[asyncio.TimerHandle]
    _ready: deque[asyncio.Handle]

    def __init__(self) -> None:
        super().__init__()
        self._elapsed = 0.0
        self._selector = _NoSelector(self._jump, lambda: repr(list(self._ready)[:3]))
        self._numbers = itertools.count(1)
        self.faults: list[str] = []
        self.stillborn: list[NumberedTask] = []
        self.set_task_factory(self._make_task)  # type: ignore[arg-type]  # typeshed wants a wider coroutine
        self.set_exception_handler(lambda _, context: self.faults.append(_described(context)))

    def time(self) -> float:
        return self._elapsed

    def _jump(self) -> None:
        # Exactly the timer's instant: adding up waiting times would leave rests.
        self._elapsed = self._scheduled[0].when()

    def _process_events(self, event_list: list[object]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """Nobody is outside who could wake it."""

    def _make_task(
        self, loop: object, coro: Coroutine[object, object, object], **options: contextvars.Context | None
    ) -> NumberedTask:
        context = options.get("context")
        owner = OWNER.get() if context is None else context.get(OWNER)
        if owner is None or owner.alive:
            task = NumberedTask(coro, loop=self, context=context)
            task.number = next(self._numbers)
            if owner is not None:
                owner.tasks.add(task)
                task.add_done_callback(owner.tasks.discard)
            return task
        # What the dead begin never happens.
        coro.close()
        task = NumberedTask(_nothing(), loop=self, context=context)
        task._log_destroy_pending = False
        self.stillborn.append(task)
        return task

    def call_soon(
        self,
        callback: Callable[[*Arguments], object],
        *args: *Arguments,
        context: contextvars.Context | None = None,
    ) -> asyncio.Handle:
        owner = OWNER.get() if context is None else context.get(OWNER)
        if owner is not None and owner.buried:
            return asyncio.Handle(callback, args, self, context)
        return super().call_soon(callback, *args, context=context)


async def _nothing() -> None:
    await asyncio.get_running_loop().create_future()


def _described(context: dict[str, object]) -> str:
    error = context.get("exception")
    return f"{context.get('message')}: {type(error).__name__}: {error}" if error else str(context["message"])


def run_simulated(scene: Callable[[SimulatedLoop], Coroutine[object, object, T]]) -> T:
    """Run a scene in a loop of its own, and close it."""
    loop = SimulatedLoop()
    try:
        return loop.run_until_complete(scene(loop))
    finally:
        _cancel_all(loop)
        _bury(loop.stillborn)
        asyncio.set_event_loop(None)
        loop.close()


def _cancel_all(loop: SimulatedLoop) -> None:
    for _ in range(100):
        left = sorted((task for task in asyncio.all_tasks(loop) if hash(task)), key=hash)
        if not left:
            return
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.wait(left, timeout=1))


def _bury(tasks: list[NumberedTask]) -> None:
    for task in tasks:
        coro = task.get_coro()
        assert isinstance(coro, Coroutine)
        coro.close()
    tasks.clear()
