"""One call with sound and its money: reserved before it, settled after it, however it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from math import ceil
from typing import Generic, TypeVar

import attrs

from adapters.llm.asking import Account, Task
from adapters.llm.budgets.ledger import Amount, BudgetExhausted, Ledger
from adapters.llm.calling.breaker import Breaker
from adapters.llm.calling.call import Usage
from adapters.llm.calling.failures import CallFailed, Charge, FailureKind
from adapters.llm.calling.metering import CallMade, CallMeter
from adapters.llm.calling.paying import blame
from adapters.llm.routing.settings import Choice, ModelSettings

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class SoundCall(Generic[T]):
    """What is paid for.

    Attributes:
        task, account: What it is for, and who pays.
        most_s: Seconds of sound that it takes at most.
        seconds_of: How many it took, by what came back; None when that doesn't say.
    """

    task: Task
    account: Account
    most_s: int
    seconds_of: Callable[[T], float | None]


class PaidSound:
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
        wanted: SoundCall[T],
        work: Callable[[], Coroutine[object, object, T]],
        breaker: Breaker,
        choice: Choice,
        model: ModelSettings,
        timeout_s: float,
    ) -> T:
        """Return what a call gives.

        Args:
            wanted: What it is for.
            work: Makes the call.
            breaker: Remembers how the provider has been doing.
            choice: Which model.
            model: What it costs.
            timeout_s: How long it may take.

        Raises:
            CallFailed: It gives nothing.
            BudgetExhausted: A budget does not hold it; nobody was asked.
        """
        try:
            reservation = self._ledger.reserve(wanted.account, _amount(model, wanted.most_s))
        except BudgetExhausted:
            breaker.no_matter()
            raise
        loop = asyncio.get_running_loop()
        began = loop.time()
        outcome, settled = "cancelled", reservation.amount
        try:
            # A little before the outer bound, so that what ends a call is known to be the call's own time.
            async with asyncio.timeout(max(0.0, timeout_s - 0.05)):
                found = await work()
            outcome = "answered"
            breaker.went_well()
            took = wanted.seconds_of(found)
            if took is not None:
                settled = _amount(model, ceil(took))
        except TimeoutError as error:
            outcome = FailureKind.TIMED_OUT
            breaker.failed(loop.time())
            raise CallFailed(FailureKind.TIMED_OUT) from error
        except CallFailed as failed:
            outcome = str(failed.kind)
            if failed.consequence.charge is Charge.NOTHING:
                settled = Amount()
            blame(breaker, failed)
            raise
        finally:
            if outcome == "cancelled":
                breaker.no_matter()
            self._ledger.settle(reservation, settled)
            self._meter.called(
                CallMade(
                    room_id=wanted.account.room_id,
                    task=wanted.task,
                    choice=choice,
                    outcome=outcome,
                    usage=Usage(),
                    micros=settled.micros,
                    latency_ms=round((loop.time() - began) * 1000),
                    sound_s=settled.seconds,
                )
            )
        return found


def _amount(model: ModelSettings, seconds: int) -> Amount:
    return Amount(micros=model.price.micros_of_sound(seconds), seconds=seconds)
