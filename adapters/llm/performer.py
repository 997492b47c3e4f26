"""`LlmPerformer`: does effects' work with language models, and offline when no model answers in time.

An effect is never lost to a provider: whatever happens, there is a report within the effect's patience.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import attrs
import msgspec
import structlog

from adapters.llm.asking import Account, Asking, NoModelAnswered
from adapters.llm.calling.path import CallingPath
from adapters.llm.calling.spending import Spending
from adapters.llm.foresight import Foresight
from adapters.service.faults import where
from adapters.service.patience import patience_ms
from adapters.service.surroundings import EffectPerformer
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId

log = structlog.get_logger("llm")

Doing = Callable[[Asking, Effect, Account, Millis], Awaitable[c.Report | None]]
"""Does one class of effect by asking models; raises `NoModelAnswered` to go offline.

None: there is nothing in it that a model would do better, so it is the offline performer's from the start.
"""
Payer = Callable[[RoomId], Awaitable[str]]
"""Returns the person whose budget pays for a room; empty when nobody is known."""

MARGIN_S: Final = 0.75
"""Left of an effect's patience for the offline work and the report."""
WITH_CONTENT: Final = (
    c.AnswerWritten,
    c.ComparisonWritten,
    c.EvaluationWritten,
    c.FeedbackWritten,
    c.QuestionWritten,
)


async def nobody(room_id: RoomId) -> str:
    """Return that nobody is known to pay."""
    del room_id
    return ""


class LlmPerformer:
    """An `EffectPerformer` on language models, with the offline performer behind it."""

    def __init__(
        self,
        path: CallingPath,
        offline: EffectPerformer,
        doing: Mapping[type[Effect], Doing],
        now: Callable[[], Millis],
        payer: Payer = nobody,
    ) -> None:
        """Prepare.

        Args:
            path: Makes the calls.
            offline: Does what no model does.
            doing: How each class of effect is done; the others are done offline.
            now: The service's clock.
            payer: Whose budget pays for a room.
        """
        self._path = path
        self._offline = offline
        self._doing = doing
        self._now = now
        self._payer = payer
        self._foresight = Foresight(self._ahead)

    def foresee(self, room: Room) -> None:
        """Begin the answers that the room will want first when its next question is asked."""
        self._foresight.look(room)

    async def perform(self, room_id: RoomId, effect: Effect) -> c.Report:
        """Return the effect's report: a model's, or the offline performer's, marked as such."""
        doing = self._doing.get(type(effect))
        if effect.offline or doing is None:
            return await self._offline.perform(room_id, effect)
        deadline = _deadline(effect)
        ahead = await self._foresight.take(room_id, effect)
        if ahead is not None:
            return ahead
        report, spending = await self._ask(room_id, effect, doing, deadline)
        if report is not None:
            return self._complete(report, spending)
        if not spending.trouble and not spending.calls:
            return await self._offline.perform(room_id, effect)
        return await self._instead(room_id, effect, spending)

    async def _ahead(self, room_id: RoomId, effect: Effect) -> c.Report | None:
        """Return an effect's report ahead of its time, or None when no model gave one."""
        doing = self._doing.get(type(effect))
        if doing is None:
            return None
        report, spending = await self._ask(room_id, effect, doing, _deadline(effect))
        if report is not None:
            return self._complete(report, spending)
        untouched = not spending.trouble and not spending.calls
        return await self._offline.perform(room_id, effect) if untouched else None

    async def _ask(
        self, room_id: RoomId, effect: Effect, doing: Doing, deadline: float
    ) -> tuple[c.Report | None, Spending]:
        """Ask models within the effect's patience; what comes back is a report, or None with the reasons."""
        asking = self._path.until(deadline)
        try:
            async with asyncio.timeout_at(deadline + MARGIN_S / 3):
                account = Account(room_id=room_id, person=await self._payer(room_id))
                return await doing(asking, effect, account, self._now()), asking.spending
        except NoModelAnswered as none:
            if not asking.spending.trouble:
                asking.spending.trouble.extend(none.reasons or ("no_model",))
        except Exception as error:  # noqa: BLE001 -- a task's bug costs its content, never the interview
            asking.spending.troubled(type(effect).__name__, type(error).__name__)
            log.warning(
                "llm.task_failed",
                room=room_id,
                effect=effect.effect_id,
                error=type(error).__name__,
                where=where(error),
            )
        return None, asking.spending

    @property
    def path(self) -> CallingPath:
        """What makes the calls, for work that belongs to no room."""
        return self._path

    async def ready(self) -> None:
        """Wait until the providers are opened: to import their SDKs takes seconds."""
        await self._path.ready()

    async def close(self) -> None:
        """Let go of the providers."""
        self._foresight.close()
        await self._path.close()

    async def _instead(self, room_id: RoomId, effect: Effect, spending: Spending) -> c.Report:
        trouble = " ".join(spending.trouble) or "no_model"
        log.info("llm.went_offline", room=room_id, effect=effect.effect_id, trouble=trouble)
        report = await self._offline.perform(room_id, effect)
        return _with_cost(report, spending, trouble)

    def _complete(self, report: c.Report, spending: Spending) -> c.Report:
        report = _with_cost(report, spending, " ".join(spending.trouble))
        if not isinstance(report, WITH_CONTENT):
            return report
        kept = spending.replies if self._path.routing.keep_replies else []
        return attrs.evolve(report, reply=_together(kept))


def _deadline(effect: Effect) -> float:
    """Return until when models may be asked, in the running loop's time."""
    return asyncio.get_running_loop().time() + patience_ms(effect) / 1000 - MARGIN_S


def _with_cost(report: c.Report, spending: Spending, trouble: str) -> c.Report:
    """Return a report whose provenance says what all calls for it cost, failed ones included."""
    if not isinstance(report, WITH_CONTENT):
        return report
    provenance = attrs.evolve(
        report.provenance,
        input_tokens=spending.usage.input_tokens,
        cached_tokens=spending.usage.cached_tokens,
        output_tokens=spending.usage.output_tokens,
        cost_micros=spending.micros,
        trouble=trouble,
    )
    return attrs.evolve(report, provenance=provenance)


def _together(replies: list[str]) -> str:
    """Return models' replies word for word: one as it is, several as a JSON list."""
    return msgspec.json.encode(replies).decode() if len(replies) > 1 else "".join(replies)
