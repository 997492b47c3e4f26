"""Gathers answers that are to be judged at the same moment: one interviewer, one question, one call.

Answers come together where all write at once, or when a room has been waiting for its judges. An answer that
comes alone is judged alone, a moment later.
"""

from __future__ import annotations

import asyncio
from typing import Final

import attrs

from adapters.llm.asking import Account, Asking, NoModelAnswered, Task
from adapters.llm.defences.fence import FreshToken, fresh_token
from adapters.llm.tasks.judge_round import judge_round
from interview_engine.core.commands import EvaluationWritten
from interview_engine.core.effects import JudgeAnswer
from interview_engine.ids import Millis, SeatId

WAIT_SECONDS: Final = 0.3
"""How long the first answer waits for others: nobody is waiting for a score meanwhile."""

_Key = tuple[Account, SeatId, str]


@attrs.define(eq=False)
class _Gathering:
    """Answers that wait for one call, and what their callers wait for."""

    asking: Asking
    call: asyncio.Task[None] | None = None
    waiting: list[tuple[JudgeAnswer, asyncio.Future[EvaluationWritten]]] = attrs.field(factory=list)


class JudgingTogether:
    """Judges answers like `judge_answer`, in one call where they come together. One per event loop."""

    def __init__(self, *, wait_seconds: float = WAIT_SECONDS, token: FreshToken = fresh_token) -> None:
        """Prepare.

        Args:
            wait_seconds: How long the first answer waits for others.
            token: Makes each call's marks.
        """
        self._wait_seconds = wait_seconds
        self._token = token
        self._gatherings: dict[_Key, _Gathering] = {}

    async def judge(
        self, asking: Asking, effect: JudgeAnswer, account: Account, now: Millis
    ) -> EvaluationWritten:
        """Judge an answer, together with those that come at the same moment.

        Args:
            asking: Asks the models; the first answer's is used for all.
            effect: What is judged.
            account: Whose budgets pay.
            now: When the report is made.

        Raises:
            NoModelAnswered: No model judged this answer: the caller goes offline.
        """
        key = (account, effect.judge, effect.question)
        gathering = self._gatherings.get(key)
        if gathering is None:
            gathering = self._gatherings[key] = _Gathering(asking)
            gathering.call = asyncio.get_running_loop().create_task(self._judge_soon(key, gathering, now))
        waiting: asyncio.Future[EvaluationWritten] = asyncio.get_running_loop().create_future()
        gathering.waiting.append((effect, waiting))
        try:
            return await waiting
        finally:
            # A call for which nobody waits any more is paid for nothing.
            if gathering.call is not None and all(one.done() for _, one in gathering.waiting):
                self._close(key, gathering)
                gathering.call.cancel()

    async def _judge_soon(self, key: _Key, gathering: _Gathering, now: Millis) -> None:
        try:
            await asyncio.sleep(self._wait_seconds)
            self._close(key, gathering)
            # Whoever stopped waiting, because the room wants it no more, is left out.
            wanted = tuple(effect for effect, waiting in gathering.waiting if not waiting.done())
            reports = await judge_round(gathering.asking, wanted, key[0], now, token=self._token)
        except BaseException as error:
            self._close(key, gathering)
            for _, waiting in gathering.waiting:
                if not waiting.done():
                    waiting.set_exception(_passed_on(error))
            if not isinstance(error, Exception):
                raise
            return
        by_effect = {report.effect_id: report for report in reports}
        for effect, waiting in gathering.waiting:
            report = by_effect.get(effect.effect_id)
            if waiting.done():
                continue
            if report is None:
                waiting.set_exception(NoModelAnswered(Task.JUDGE, ("not_in_the_round",)))
            else:
                waiting.set_result(report)

    def _close(self, key: _Key, gathering: _Gathering) -> None:
        """Let later answers gather anew."""
        if self._gatherings.get(key) is gathering:
            del self._gatherings[key]


def _passed_on(error: BaseException) -> Exception:
    """Return what the callers hear: a cancelled call means that no model answered."""
    return error if isinstance(error, Exception) else NoModelAnswered(Task.JUDGE, ("stopped",))
