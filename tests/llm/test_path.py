"""The one path of every call: what is tried again, what is repaired, who comes next, and when it ends."""

from __future__ import annotations

import asyncio

import attrs
import pytest

from adapters.llm.asking import Asked, NoModelAnswered, ReplyUnfit, Task, anything
from adapters.llm.budgets.ledger import Amount, Limit, Limits, Scope
from adapters.llm.calling.breaker import FAILURES
from adapters.llm.calling.failures import CONSEQUENCES, FailureKind
from adapters.llm.calling.mending import MORE_TO_THINK
from adapters.llm.routing.settings import Choice
from tests.llm.stage import (
    ACCOUNT,
    GOOD,
    PROMPT,
    Obedient,
    Stage,
    Told,
    Verdict,
    choice,
    on_stage,
    routing_of,
)


async def ask(
    stage: Stage,
    *,
    seconds: float = 30.0,
    avoid: frozenset[str] = frozenset(),
    refuse: str = "",
) -> Asked[Verdict]:
    def check(verdict: Verdict) -> None:
        if refuse and verdict.reason == refuse:
            raise ReplyUnfit("bad_reason", "Give another reason.")

    asking = stage.path.until(stage.now() + seconds)
    return await asking.ask(
        Task.JUDGE, PROMPT, Verdict, check=check if refuse else anything, avoid=avoid, budget=ACCOUNT
    )


def test_a_fit_reply_comes_back_with_where_it_is_from() -> None:
    asked = on_stage(ask, routing_of("a"), {"a": Obedient(Told(after_s=2))})
    assert asked.reply == Verdict(level=4, reason="because")
    provenance = asked.provenance
    assert (provenance.family, provenance.model, provenance.offline) == ("a", "m", False)
    assert provenance.prompt_version == "judge.ko/1"
    assert (provenance.input_tokens, provenance.output_tokens) == (50, 10)
    assert provenance.cost_micros == 50 * 1 + 10 * 5
    assert provenance.latency_ms == 2_000
    assert provenance.parameters == "most_output_tokens=100"
    assert len(provenance.request_hash) == len(provenance.reply_hash) == 64


def test_the_same_request_has_the_same_hash_and_another_prompt_another() -> None:
    one = on_stage(ask, routing_of("a"), {"a": Obedient()}).provenance
    two = on_stage(ask, routing_of("a"), {"a": Obedient(Told(after_s=3))}).provenance
    other = on_stage(ask, routing_of("b"), {"b": Obedient()}).provenance
    assert one.request_hash == two.request_hash != other.request_hash


@pytest.mark.parametrize(
    "kind", [kind for kind, consequence in CONSEQUENCES.items() if consequence.again], ids=str
)
def test_passing_trouble_is_tried_again_on_the_same_model(kind: FailureKind) -> None:
    first = Obedient(Told(fails=kind), Told())
    asked = on_stage(ask, routing_of("a", "b"), {"a": first, "b": Obedient()})
    assert asked.provenance.family == "a"
    assert len(first.calls) == 2


@pytest.mark.parametrize(
    "kind",
    [kind for kind, what in CONSEQUENCES.items() if not (what.again or what.repair or what.plainer)],
    ids=str,
)
def test_other_trouble_goes_to_the_next_model_at_once(kind: FailureKind) -> None:
    first = Obedient(Told(fails=kind))
    asked = on_stage(ask, routing_of("a", "b"), {"a": first, "b": Obedient()})
    assert asked.provenance.family == "b"
    assert asked.provenance.trouble == f"a:m={kind}"
    assert len(first.calls) == 1


def test_a_model_is_tried_three_times_at_most() -> None:
    first = Obedient(Told(fails=FailureKind.OVERLOADED, after_s=0.1))
    asked = on_stage(ask, routing_of("a", "b"), {"a": first, "b": Obedient()})
    assert asked.provenance.family == "b"
    assert len(first.calls) == 3


def test_retry_after_is_honoured() -> None:
    only = Obedient(Told(fails=FailureKind.RATE_LIMITED, retry_after_s=7, after_s=0.5), Told())
    on_stage(ask, routing_of("a"), {"a": only})
    times = [at for at, _ in only.calls] or [0.0]
    assert times[1] - times[0] == pytest.approx(7.5)


def test_a_retry_after_beyond_the_deadline_goes_to_the_next_model() -> None:
    first = Obedient(Told(fails=FailureKind.RATE_LIMITED, retry_after_s=60))
    asked = on_stage(ask, routing_of("a", "b"), {"a": first, "b": Obedient()})
    assert asked.provenance.family == "b"
    assert len(first.calls) == 1


@pytest.mark.parametrize("said", ["no json", '{"level": "four", "reason": ""}', '{"level": 4}'])
def test_an_unfit_reply_is_repaired_once(said: str) -> None:
    only = Obedient(Told(said), Told())
    asked = on_stage(ask, routing_of("a"), {"a": only})
    assert asked.reply.level == 4
    repair = only.calls[1][1].repair
    assert repair is not None
    assert repair.said == said
    assert repair.advice


def test_a_check_says_what_to_mend() -> None:
    only = Obedient(Told('{"level": 1, "reason": "bad"}'), Told())
    on_stage(lambda stage: ask(stage, refuse="bad"), routing_of("a"), {"a": only})
    repair = only.calls[1][1].repair
    assert repair is not None
    assert repair.advice == "Give another reason."


def test_a_reply_that_stays_unfit_goes_to_the_next_model() -> None:
    first = Obedient(Told("no json"))
    asked = on_stage(ask, routing_of("a", "b"), {"a": first, "b": Obedient()})
    assert len(first.calls) == 2
    assert asked.provenance.trouble == "a:m=unfit:not_json"


def test_a_truncated_reply_is_asked_for_once_more_and_shorter() -> None:
    only = Obedient(Told('{"level": 4, "rea', fails=FailureKind.TRUNCATED), Told())
    on_stage(ask, routing_of("a"), {"a": only})
    repair = only.calls[1][1].repair
    assert repair is not None
    assert "shorter" in repair.advice


def test_a_model_that_thought_up_to_its_bound_gets_more_room_instead_of_advice() -> None:
    only = Obedient(Told("", fails=FailureKind.TRUNCATED), Told())
    on_stage(ask, routing_of("a"), {"a": only})
    first, second = (call for _, call in only.calls)
    assert second.repair is None
    assert second.most_output_tokens == first.most_output_tokens + MORE_TO_THINK


def test_a_model_that_does_not_take_a_request_is_asked_more_plainly_and_so_from_then_on() -> None:
    only = Obedient(Told(fails=FailureKind.BAD_REQUEST), Told())

    async def scene(stage: Stage) -> Asked[Verdict]:
        await ask(stage)
        return await ask(stage)

    asked = on_stage(scene, routing_of("a"), {"a": only})
    assert [call.plain for _, call in only.calls] == [False, True, True]
    assert not any(call.effort or call.cache for _, call in only.calls[1:])
    assert asked.provenance.parameters == "most_output_tokens=100 plain"


def test_a_model_that_there_is_not_is_asked_once_and_others_of_its_provider_still_are() -> None:
    there = Choice(provider="a", model="other")
    table = routing_of("a")
    first = Obedient(Told(fails=FailureKind.NO_SUCH_MODEL), Told())

    async def scene(stage: Stage) -> list[str]:
        answers = [await ask(stage) for _ in range(3)]
        assert answers[-1].provenance.trouble == "a:m=resting (no_such_model)"
        return [one.provenance.model for one in answers]

    route = attrs.evolve(table.route(Task.JUDGE), models=(choice("a"), there))
    table = attrs.evolve(
        table,
        models={**table.models, there: table.models[choice("a")]},
        tasks={**table.tasks, Task.JUDGE: route},
    )
    assert on_stage(scene, table, {"a": first}) == ["other"] * 3
    assert [call.model for _, call in first.calls] == ["m", "other", "other", "other"]


def test_a_model_that_never_comes_to_its_reply_is_left_alone_for_a_while() -> None:
    only = Obedient(Told("", fails=FailureKind.TRUNCATED, after_s=0.1))

    async def scene(stage: Stage) -> None:
        for _ in range(FAILURES + 3):
            with pytest.raises(NoModelAnswered):
                await ask(stage)
        assert len(only.calls) == 2 * FAILURES
        await asyncio.sleep(31)
        only.script = [Told()]
        assert (await ask(stage)).provenance.family == "a"

    on_stage(scene, routing_of("a"), {"a": only})


def test_all_calls_end_before_the_deadline() -> None:
    async def scene(stage: Stage) -> float:
        with pytest.raises(NoModelAnswered) as failed:
            await ask(stage, seconds=10)
        assert failed.value.reasons
        return stage.now()

    slow = {name: Obedient(Told(after_s=1_000)) for name in "abc"}
    assert on_stage(scene, routing_of("a", "b", "c"), slow) <= 10


def test_a_slow_model_leaves_time_for_the_next() -> None:
    asked = on_stage(
        lambda stage: ask(stage, seconds=10),
        routing_of("a", "b"),
        {"a": Obedient(Told(after_s=1_000)), "b": Obedient(Told(after_s=3))},
    )
    assert asked.provenance.family == "b"


def test_without_time_nothing_is_asked() -> None:
    only = Obedient()

    async def scene(stage: Stage) -> None:
        with pytest.raises(NoModelAnswered):
            await ask(stage, seconds=0.5)

    on_stage(scene, routing_of("a"), {"a": only})
    assert not only.calls


def test_a_family_is_avoided_while_another_is_there() -> None:
    both = {"a": Obedient(), "b": Obedient()}
    avoid = frozenset({"a"})
    assert (
        on_stage(lambda stage: ask(stage, avoid=avoid), routing_of("a", "b"), both).provenance.family == "b"
    )
    alone = on_stage(lambda stage: ask(stage, avoid=avoid), routing_of("a"), {"a": Obedient()})
    assert alone.provenance.family == "a"


def test_a_provider_that_keeps_failing_is_left_alone_and_tried_again_later() -> None:
    first = Obedient(*[Told(fails=FailureKind.TIMED_OUT, after_s=0.1)] * FAILURES, Told())

    async def scene(stage: Stage) -> None:
        for _ in range(FAILURES):
            await ask(stage)
        assert len(first.calls) == FAILURES
        assert (await ask(stage)).provenance.trouble == "a:m=resting (timed_out)"
        assert len(first.calls) == FAILURES
        await asyncio.sleep(31)
        assert (await ask(stage)).provenance.family == "a"

    on_stage(scene, routing_of("a", "b"), {"a": first, "b": Obedient()})


def test_a_wait_that_the_provider_asked_for_holds_others_back_instead_of_sending_them_offline() -> None:
    only = Obedient(Told(fails=FailureKind.RATE_LIMITED, retry_after_s=5), Told())

    async def scene(stage: Stage) -> list[str]:
        first = asyncio.ensure_future(ask(stage))
        await asyncio.sleep(2)
        asked = await asyncio.gather(first, ask(stage))
        return [one.provenance.family for one in asked]

    assert on_stage(scene, routing_of("a"), {"a": only}) == ["a", "a"]


def test_a_broken_provider_is_not_waited_for() -> None:
    only = Obedient(Told(fails=FailureKind.OVERLOADED, after_s=0.1))

    async def scene(stage: Stage) -> float:
        for _ in range(3):
            with pytest.raises(NoModelAnswered):
                await ask(stage, seconds=45)
        began = stage.now()
        with pytest.raises(NoModelAnswered) as failed:
            await ask(stage, seconds=45)
        assert failed.value.reasons == ("a:m=resting (overloaded)",)
        return stage.now() - began

    assert on_stage(scene, routing_of("a", seconds=45), {"a": only}) < 0.1


def test_a_refused_key_rests_for_long() -> None:
    first = Obedient(Told(fails=FailureKind.KEY_REFUSED))

    async def scene(stage: Stage) -> None:
        await ask(stage)
        await asyncio.sleep(300)
        await ask(stage)
        assert len(first.calls) == 1

    on_stage(scene, routing_of("a", "b"), {"a": first, "b": Obedient()})


def test_whoever_is_told_that_a_provider_rests_is_told_what_an_operator_must_mend() -> None:
    async def scene(stage: Stage) -> tuple[str, ...]:
        with pytest.raises(NoModelAnswered):
            await ask(stage)
        with pytest.raises(NoModelAnswered) as failed:
            await ask(stage)
        return failed.value.reasons

    only = Obedient(Told(fails=FailureKind.KEY_REFUSED))
    assert on_stage(scene, routing_of("a"), {"a": only}) == ("a:m=resting (key_refused)",)


def test_so_many_calls_are_under_way_at_a_time_and_no_more() -> None:
    only = Obedient(Told(after_s=2))

    async def scene(stage: Stage) -> None:
        await asyncio.gather(*(ask(stage) for _ in range(9)))

    on_stage(scene, routing_of("a", at_once=3), {"a": only})
    assert only.most_under_way == 3


def test_a_second_call_beside_a_slow_one_wins() -> None:
    async def scene(stage: Stage) -> float:
        asked = await ask(stage)
        assert asked.provenance.family == "b"
        return stage.now()

    providers = {"a": Obedient(Told(after_s=19)), "b": Obedient(Told(after_s=2))}
    assert on_stage(scene, routing_of("a", "b", hedge_after_s=5), providers) == pytest.approx(7)


def test_a_fast_call_has_no_second_beside_it() -> None:
    second = Obedient()
    on_stage(ask, routing_of("a", "b", hedge_after_s=5), {"a": Obedient(), "b": second})
    assert not second.calls


def test_a_call_that_was_given_up_counts_in_full() -> None:
    async def scene(stage: Stage) -> Amount:
        asking = asyncio.ensure_future(ask(stage))
        await asyncio.sleep(1)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        return stage.ledger.today()

    spent = on_stage(scene, routing_of("a"), {"a": Obedient(Told(after_s=10))})
    assert spent.tokens > 600


@pytest.mark.parametrize("kind,charged", [(FailureKind.OVERLOADED, False), (FailureKind.CUT_OFF, True)])
def test_what_was_turned_away_costs_nothing_and_what_is_unknown_everything(
    kind: FailureKind, charged: bool
) -> None:
    async def scene(stage: Stage) -> bool:
        with pytest.raises(NoModelAnswered):
            await ask(stage)
        return stage.ledger.today().micros > 0

    assert on_stage(scene, routing_of("a"), {"a": Obedient(Told(fails=kind))}) is charged


def test_what_was_reserved_is_settled_at_what_was_used() -> None:
    async def scene(stage: Stage) -> Amount:
        await ask(stage)
        return stage.ledger.today()

    assert on_stage(scene, routing_of("a"), {"a": Obedient()}) == Amount(tokens=60, micros=100)


def test_an_exhausted_budget_asks_nobody() -> None:
    only = Obedient()

    async def scene(stage: Stage) -> None:
        with pytest.raises(NoModelAnswered) as failed:
            await ask(stage)
        assert failed.value.reasons == ("a:m=budget_room",)

    limits = Limits(room=Limit(micros=10))
    on_stage(scene, routing_of("a", limits=limits), {"a": only})
    assert not only.calls


def test_many_calls_at_once_never_overspend() -> None:
    limit = 3_000
    limits = Limits(person=Limit(micros=limit))

    async def scene(stage: Stage) -> int:
        await asyncio.gather(*(ask(stage) for _ in range(40)), return_exceptions=True)
        return stage.ledger.taken((Scope.PERSON, "jiwon", 20_000)).micros

    only = Obedient(Told(GOOD, 1.0))
    spent = on_stage(scene, routing_of("a", limits=limits, at_once=40), {"a": only})
    assert 0 < spent <= limit


def test_the_meter_is_told_of_every_call() -> None:
    async def scene(stage: Stage) -> tuple[int, int, int]:
        await ask(stage)
        total = stage.meter.totals()[Task.JUDGE, choice("a")]
        return total.calls, total.failed, total.micros

    assert on_stage(scene, routing_of("a"), {"a": Obedient(Told(fails=FailureKind.OVERLOADED), Told())}) == (
        2,
        1,
        100,
    )
