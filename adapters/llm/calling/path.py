"""The one path of every call, and the only place where anything is tried again.

budget -> breaker -> call within its deadline -> validate -> one repair -> next model -> offline
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Final, Protocol, TypeVar

import attrs

from adapters.llm.asking import WRITTEN, Account, Asked, NoModelAnswered, Prompt, ReplyUnfit, Task, anything
from adapters.llm.budgets.ledger import Ledger
from adapters.llm.calling.breaker import LONG_REST_S, Breaker
from adapters.llm.calling.call import Call, Provider, Reply
from adapters.llm.calling.failures import CallFailed
from adapters.llm.calling.hedging import hedged
from adapters.llm.calling.job import Job, OnToTheNext
from adapters.llm.calling.mending import mended, plainer, with_more_room
from adapters.llm.calling.metering import CallMeter, NoMeter
from adapters.llm.calling.origin import came_from
from adapters.llm.calling.paying import PaidCalls
from adapters.llm.calling.schema import reply_schema
from adapters.llm.calling.spending import Spending
from adapters.llm.routing.settings import Choice, ModelSettings, Routing

T = TypeVar("T")

TRIES: Final = 3
"""So often one model is asked at most, the repair not counted."""
FIRST_WAIT_S: Final = 0.5
SHORTEST_S: Final = 1.0
"""With less time left nothing is asked any more."""
OWN_FAMILY: Final = "own_family"
"""Why nobody was asked where only the family could answer that may not."""
SHARE: Final = 0.6
"""Of the time that is left, a model may use so much while another one stands behind it."""


class OpensProviders(Protocol):
    """Finds providers by name."""

    async def get(self, name: str) -> Provider:
        """Return a provider, opened."""

    async def close(self) -> None:
        """Let go of all connections."""


class CallingPath:
    """Asks models on behalf of tasks. One per process and event loop."""

    def __init__(
        self,
        routing: Routing,
        providers: OpensProviders,
        ledger: Ledger,
        *,
        meter: CallMeter | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """Prepare.

        Args:
            routing: Which models do which task.
            providers: Opens them.
            ledger: The budgets.
            meter: Is told of every call.
            jitter: Chance from 0 to 1, so that waits differ.
        """
        self.routing = routing
        self._providers = providers
        self._paid = PaidCalls(ledger, meter or NoMeter())
        self._jitter = jitter
        self._breakers = {name: Breaker() for name in routing.providers}
        self._models = {choice: Breaker() for choice in routing.models}
        self._plain: set[Choice] = set()
        self._at_provider = {
            name: asyncio.Semaphore(provider.at_once) for name, provider in routing.providers.items()
        }
        self._at_task = {task: asyncio.Semaphore(routing.route(task).at_once) for task in Task}

    def until(self, deadline: float) -> DeadlineAsking:
        """Return an `Asking` whose calls all end before an instant of the running loop's clock."""
        return DeadlineAsking(self, deadline)

    async def ready(self) -> None:
        """Wait until every provider is opened, as far as it can be."""
        names = {choice.provider for choice in self.routing.choices_of(WRITTEN)}
        await asyncio.gather(*(self._providers.get(name) for name in names), return_exceptions=True)

    async def close(self) -> None:
        """Let go of all connections."""
        await self._providers.close()

    async def ask(self, job: Job[T], avoid: frozenset[str], *, only_others: bool = False) -> Asked[T]:
        """Return a fit reply of the first model that gives one.

        Raises:
            NoModelAnswered: None did in time.
        """
        route = self.routing.route(job.task)
        order = self.routing.order(job.task, avoid, only_others=only_others)
        if not order and route.models:
            raise NoModelAnswered(job.task, (OWN_FAMILY,))
        job = attrs.evolve(job, deadline=min(job.deadline, _now() + route.seconds))
        if route.hedge_after_s and order:
            turned = (*order[1:], order[0])
            return await hedged(
                lambda: self._in_order(job, order), lambda: self._in_order(job, turned), route.hedge_after_s
            )
        return await self._in_order(job, order)

    async def _in_order(self, job: Job[T], order: tuple[Choice, ...]) -> Asked[T]:
        for place, choice in enumerate(order):
            left = job.deadline - _now()
            if left < SHORTEST_S:
                job.spending.troubled(choice, "out_of_time")
                break
            last = place == len(order) - 1
            until = job.deadline if last else _now() + max(SHORTEST_S, SHARE * left)
            try:
                return await self._with(choice, job, until)
            except OnToTheNext as given_up:
                job.spending.troubled(choice, given_up.reason)
        raise NoModelAnswered(job.task, tuple(job.spending.trouble))

    async def _with(self, choice: Choice, job: Job[T], until: float) -> Asked[T]:
        """Ask one model, unless it has shown that it can't do it."""
        model = self._models[choice]
        if not model.lets_through(_now()):
            raise OnToTheNext(model.resting)
        try:
            asked = await self._asked(choice, job, until)
        except OnToTheNext as given_up:
            failed = given_up.failure
            if failed is not None and failed.consequence.gone:
                model.rest(_now() + LONG_REST_S, failed.kind)
            elif failed is not None and failed.consequence.misfits:
                model.failed(_now(), failed.kind)
            raise
        else:
            model.went_well()
            return asked
        finally:
            model.no_matter()

    async def _asked(self, choice: Choice, job: Job[T], until: float) -> Asked[T]:
        """Ask one model: again after passing trouble, and once more to mend an unfit reply."""
        call = self._call(choice, job)
        began = _now()
        tries = 0
        repaired = False
        while True:
            tries += 1
            try:
                reply = await self._once(choice, call, job, until)
                fit = job.fit(reply)
            except CallFailed as failed:
                if failed.consequence.plainer and not call.plain:
                    call = plainer(call)
                elif failed.consequence.repair and not repaired:
                    call, repaired = with_more_room(call, failed), True
                elif failed.consequence.again and tries < TRIES:
                    await wait_to_try_again(failed, tries, until, self._jitter())
                else:
                    raise OnToTheNext(failed) from failed
            except ReplyUnfit as unfit:
                if repaired:
                    raise OnToTheNext(f"unfit:{unfit.code}") from unfit
                call, repaired = mended(call, reply.text, unfit), True
            else:
                if call.plain:
                    self._plain.add(choice)
                job.spending.replies.append(reply.text)
                known = came_from(choice, self._model(choice), call, reply, job, seconds=_now() - began)
                return Asked(reply=fit, provenance=known)

    async def _once(self, choice: Choice, call: Call, job: Job[T], until: float) -> Reply:
        """Make one call within everything that bounds it, and settle what it cost.

        Raises:
            CallFailed: There is no reply.
            OnToTheNext: The call must not be made.
        """
        breaker = self._breakers[choice.provider]
        pause = breaker.pause(_now())
        if pause and until >= job.deadline and _now() + pause + SHORTEST_S <= until:
            # Nobody stands behind this model, and it will be back in time.
            await asyncio.sleep(pause)
        try:
            async with asyncio.timeout_at(until):
                async with self._at_task[job.task], self._at_provider[choice.provider]:
                    provider = await self._opened(choice.provider)
                    left = until - _now()
                    if left < SHORTEST_S:
                        raise OnToTheNext("out_of_time")
                    if not breaker.lets_through(_now()):
                        raise OnToTheNext(breaker.resting)
                    return await self._paid.make(
                        attrs.evolve(call, timeout_s=left),
                        provider,
                        breaker,
                        choice,
                        self._model(choice),
                        job,
                    )
        except TimeoutError as error:
            # The call's own end is noted where it is paid; here the places were taken too long.
            raise OnToTheNext("out_of_time") from error

    async def _opened(self, name: str) -> Provider:
        try:
            return await self._providers.get(name)
        except Exception as error:
            # Its SDK is missing, or does not take the address: nothing that time would mend.
            self._breakers[name].rest(_now() + LONG_REST_S)
            raise OnToTheNext(f"cannot_open:{type(error).__name__}") from error

    def _model(self, choice: Choice) -> ModelSettings:
        return self.routing.models[choice]

    def _call(self, choice: Choice, job: Job[T]) -> Call:
        model, prompt, plain = self._model(choice), job.prompt, choice in self._plain
        return Call(
            model=choice.model,
            stable=prompt.stable,
            room=prompt.room,
            turn=prompt.turn,
            schema=reply_schema(job.reply),
            schema_name=job.task.value,
            most_output_tokens=prompt.most_output_tokens + model.thinking_tokens,
            effort="" if plain else model.effort,
            plain=plain,
            cache=model.cache and not plain,
            stream=model.stream,
        )


class DeadlineAsking:
    """An `Asking` for one effect: it ends in time, and knows what it has cost.

    Attributes:
        spending: All its calls so far.
    """

    def __init__(self, path: CallingPath, deadline: float) -> None:
        """Prepare.

        Args:
            path: Makes the calls.
            deadline: An instant of the running loop's clock.
        """
        self._path = path
        self._deadline = deadline
        self.spending = Spending()

    async def ask(
        self,
        task: Task,
        prompt: Prompt,
        reply: type[T],
        *,
        check: Callable[[T], None] = anything,
        avoid: frozenset[str] = frozenset(),
        only_others: bool = False,
        budget: Account,
    ) -> Asked[T]:
        """Return a fit reply: see `Asking.ask`."""
        job = Job(
            task=task,
            prompt=prompt,
            reply=reply,
            check=check,
            account=budget,
            spending=self.spending,
            deadline=self._deadline,
        )
        return await self._path.ask(job, avoid, only_others=only_others)


async def wait_to_try_again(failed: CallFailed, tries: int, until: float, jitter: float) -> None:
    """Wait before the same model is asked again.

    Raises:
        OnToTheNext: It could not answer by `until`, an instant of the running loop's clock.
    """
    asked = failed.retry_after_s
    wait = FIRST_WAIT_S * 2 ** (tries - 1) * (0.5 + jitter) if asked is None else asked
    if _now() + wait + SHORTEST_S > until:
        raise OnToTheNext(failed) from failed
    await asyncio.sleep(wait)


def _now() -> float:
    return asyncio.get_running_loop().time()
