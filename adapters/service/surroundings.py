"""What the service needs of its surroundings: a clock, secrets, and somebody who does effects' work.

A program passes real ones in; a simulation passes its own, and then nothing of the service is left to chance.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

import attrs

from interview_engine.core.commands import Report
from interview_engine.core.effects import Effect
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, Salt


class EffectPerformer(Protocol):
    """Does an effect's work outside; bounded in time by the caller."""

    async def perform(self, room_id: RoomId, effect: Effect) -> Report:
        """Return the effect's report. An exception counts as a failed attempt."""


@runtime_checkable
class Foreseeing(Protocol):
    """A performer whose work takes so long that it is worth beginning early."""

    def foresee(self, room: Room) -> None:
        """Look at how a room stands now; begin what it will soon want, and drop what it no longer will."""


@attrs.frozen(kw_only=True)
class Surroundings:
    """The service's clock and source of secrets.

    Attributes:
        now: Wall clock, ms since the Unix epoch.
        salt: A fresh random text for each call.
    """

    now: Callable[[], Millis]
    salt: Callable[[], Salt]
