"""A store that fails when it is told to, before its work or after it."""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Awaitable, Callable
from typing import TypeVar

from adapters.service.event_store import AppendUnknown, EventStore, StoreFull, StoreUnavailable
from interview_engine.ids import RoomId
from tests.service.outside_store import WrappedStore

T = TypeVar("T")


class Fault(enum.Enum):
    """What goes wrong with one call."""

    UNAVAILABLE = "nothing was done"
    FULL = "nothing was done, and won't be"
    LOST_REPLY = "it was done, and nobody is told"
    LOST_CALL = "it was not done, and nobody is told"
    SLOW = "it takes a second before it is done"
    SLOW_REPLY = "it takes a second until one is told"


Plan = Callable[[str], Fault | None]
"""Says what goes wrong with a call of a name."""


def next_calls(name: str, *faults: Fault | None) -> Plan:
    """Return a plan for the next calls of a name; all others go well."""
    left = list(faults)
    return lambda called: left.pop(0) if called == name and left else None


class FaultyStore(WrappedStore):
    """Notes each call when it has ended, and fails as planned."""

    def __init__(self, inner: EventStore, plan: Plan = lambda _: None) -> None:
        super().__init__(inner)
        self.plan = plan
        self.happened: list[str] = []

    async def call(self, name: str, room_id: RoomId | None, work: Awaitable[T]) -> T:
        fault = self.plan(name)
        if fault in (Fault.UNAVAILABLE, Fault.FULL, Fault.LOST_CALL):
            _never_awaited(work)
            raise _ERRORS[fault](fault.value)
        if fault is Fault.SLOW:
            await asyncio.sleep(1)
        done = await work
        self.happened.append(name)
        if fault is Fault.SLOW_REPLY:
            await asyncio.sleep(1)
        if fault is Fault.LOST_REPLY:
            # Only an append may leave its outcome open; all else is asked again.
            raise AppendUnknown(name) if name == "append" else StoreUnavailable(name)
        return done


_ERRORS = {
    Fault.UNAVAILABLE: StoreUnavailable,
    Fault.FULL: StoreFull,
    Fault.LOST_CALL: AppendUnknown,
}


def _never_awaited(work: Awaitable[T]) -> None:
    close = getattr(work, "close", None)
    if close is not None:
        close()
