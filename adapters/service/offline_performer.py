"""Effects done offline: no key, no network, the same content for the same effect.

Writing and judging take some ten milliseconds of pure computing. In a server they are done in another
process, for every one of them would hold up everybody else's answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

import structlog

from adapters.service.casting import Casting
from adapters.service.offline_work import perform_apart
from interview_engine.core.commands import Report
from interview_engine.core.effects import Effect, WriteAnswer
from interview_engine.ids import Millis, RoomId
from interview_engine.offline import perform
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.personas.errors import UnknownPersona

log = structlog.get_logger("effects")

P = ParamSpec("P")
T = TypeVar("T")


class Apart(Protocol):
    """Does computing somewhere else; its time limit, passed, is a `TimeoutError`."""

    async def do(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a module's function returns for arguments that can be pickled."""


class OfflinePerformer:
    """An `EffectPerformer` on the deterministic writers and judges."""

    def __init__(self, casting: Casting, now: Callable[[], Millis], apart: Apart | None = None) -> None:
        """Prepare.

        Args:
            casting: Personas and questions.
            now: The service's clock.
            apart: Does the computing; None does it here, between which others have their turn.
        """
        self._casting = casting
        self._now = now
        self._apart = apart
        self._built_in = {persona.id for persona in default_catalogue().candidates}

    async def perform(self, room_id: RoomId, effect: Effect) -> Report:
        """Return the effect's report."""
        if self._apart is None:
            await asyncio.sleep(0)
            return perform(effect, self._casting.catalogue, self._now())
        try:
            return await self._apart.do(perform_apart, effect, self._own(effect), self._now())
        except TimeoutError:
            # Rather slow for everybody than an interview that does not go on.
            log.warning("offline.done_here", room=room_id, effect=effect.effect_id)
            return perform(effect, self._casting.catalogue, self._now())

    def _own(self, effect: Effect) -> CandidatePersona | None:
        """Return the persona that an effect is about, if it is somebody's own."""
        if not isinstance(effect, WriteAnswer) or effect.candidate.persona_id in self._built_in:
            return None
        try:
            return self._casting.catalogue.candidate(effect.candidate.persona_id)
        except UnknownPersona:
            return None
