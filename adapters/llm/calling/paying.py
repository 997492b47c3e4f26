"""One call with its money: reserved before it, settled after it, however it ends."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from adapters.llm.budgets.estimate import most_usage
from adapters.llm.budgets.ledger import Amount, BudgetExhausted, Ledger
from adapters.llm.calling.breaker import LONG_REST_S, Breaker
from adapters.llm.calling.call import Call, Provider, Reply, Usage
from adapters.llm.calling.failures import CallFailed, Charge, FailureKind
from adapters.llm.calling.job import Job, OnToTheNext
from adapters.llm.calling.metering import CallMade, CallMeter
from adapters.llm.routing.settings import Choice, ModelSettings

T = TypeVar("T")


class PaidCalls:
    """Makes single calls, and keeps the books."""

    def __init__(self, ledger: Ledger, meter: CallMeter) -> None:
        """Prepare.

        Args:
            ledger: The budgets.
            meter: Is told of every call.
        """
        self._ledger = ledger
        self._meter = meter

    async def make(
        self,
        call: Call,
        provider: Provider,
        breaker: Breaker,
        choice: Choice,
        model: ModelSettings,
        job: Job[T],
    ) -> Reply:
        """Return a model's reply.

        Args:
            call: What to say; it ends within its own time limit.
            provider: Whom to ask.
            breaker: Remembers how the provider has been doing.
            choice: Which model.
            model: What it costs.
            job: Who pays.

        Raises:
            CallFailed: There is none.
            OnToTheNext: A budget does not hold it.
        """
        price = model.price
        loop = asyncio.get_running_loop()
        most = most_usage(call)
        try:
            reservation = self._ledger.reserve(
                job.account,
                Amount(tokens=most.tokens, micros=price.most_micros(most.input_tokens, most.output_tokens)),
            )
        except BudgetExhausted as exhausted:
            breaker.no_matter()
            raise OnToTheNext(exhausted) from exhausted
        began = loop.time()
        outcome, usage = "cancelled", None
        settled = reservation.amount
        try:
            # A little before the outer bound, so that what ends a call is known to be the call's own time.
            async with asyncio.timeout(max(0.0, call.timeout_s - 0.05)):
                reply = await provider.call(call)
            outcome, usage = "answered", reply.usage
            breaker.went_well()
        except TimeoutError as error:
            outcome = FailureKind.TIMED_OUT
            breaker.failed(loop.time(), FailureKind.TIMED_OUT)
            raise CallFailed(FailureKind.TIMED_OUT) from error
        except CallFailed as failed:
            outcome, usage = str(failed.kind), failed.usage
            if failed.consequence.charge is Charge.NOTHING:
                settled = Amount()
            blame(breaker, failed)
            raise
        finally:
            if outcome == "cancelled":
                breaker.no_matter()
            if usage is not None and usage.tokens:
                settled = Amount(tokens=usage.tokens, micros=price.micros(usage))
            self._ledger.settle(reservation, settled)
            known = Usage() if usage is None else usage
            job.spending.spent(known, settled.micros)
            self._meter.called(
                CallMade(
                    room_id=job.account.room_id,
                    task=job.task,
                    choice=choice,
                    outcome=outcome,
                    usage=known,
                    micros=settled.micros,
                    latency_ms=round((loop.time() - began) * 1000),
                )
            )
        return reply


def blame(breaker: Breaker, failed: CallFailed) -> None:
    """Remember what a failure says about the provider.

    Args:
        breaker: The provider's.
        failed: What went wrong.
    """
    consequence = failed.consequence
    if consequence.hopeless:
        breaker.rest(asyncio.get_running_loop().time() + LONG_REST_S, failed.kind)
    elif failed.retry_after_s is not None:
        breaker.asked_to_wait(asyncio.get_running_loop().time() + failed.retry_after_s, failed.kind)
    elif consequence.breaks:
        breaker.failed(asyncio.get_running_loop().time(), failed.kind)
    else:
        breaker.went_well()
