"""A family is never asked about its own answers where only another may judge: nobody pays for that."""

from __future__ import annotations

import pytest

from adapters.llm.asking import NoModelAnswered
from adapters.llm.doing import doing_of
from adapters.llm.routing.settings import Routing
from interview_engine.core.effects import ComparePair, JudgeAnswer
from interview_engine.ids import Millis, SeatId
from interview_engine.personas.catalogue import default_catalogue
from tests.llm.stage import ACCOUNT, Obedient, Stage, on_stage, routing_of
from tests.llm.tasks.effects import compare_effect, judge_effect


def calls_for(routing: Routing, effect: JudgeAnswer | ComparePair) -> tuple[list[str], str]:
    """Return the providers that were asked, and why nobody was."""
    providers = {name: Obedient() for name in routing.providers}

    async def scene(stage: Stage) -> str:
        doing = doing_of(default_catalogue, routing)[type(effect)]
        try:
            await doing(stage.path.until(stage.now() + 30), effect, ACCOUNT, Millis(0))
        except NoModelAnswered as none:
            return " ".join(none.reasons)
        return ""

    why = on_stage(scene, routing, providers)
    return [name for name, provider in providers.items() if provider.calls], why


FIRST = judge_effect(written_by="a", judge=SeatId("panel-1"))
OWN = [FIRST, compare_effect(written_by=("", "a")), compare_effect(written_by=("a", "a"))]


@pytest.mark.parametrize("effect", OWN, ids=["judge", "compare", "compare_own"])
def test_alone_it_is_not_asked(effect: JudgeAnswer | ComparePair) -> None:
    assert calls_for(routing_of("a"), effect) == ([], "own_family")


@pytest.mark.parametrize("effect", OWN, ids=["judge", "compare", "compare_own"])
def test_with_another_beside_it_that_one_is_asked(effect: JudgeAnswer | ComparePair) -> None:
    assert calls_for(routing_of("a", "b"), effect)[0] == ["b"]


def test_the_later_interviewers_may_be_of_the_same_family() -> None:
    assert calls_for(routing_of("a"), judge_effect(written_by="a"))[0] == ["a"]


def test_a_persons_answer_is_judged_by_whoever_there_is() -> None:
    assert calls_for(routing_of("a"), judge_effect(judge=SeatId("panel-1")))[0] == ["a"]
    assert calls_for(routing_of("a"), compare_effect())[0] == ["a"]
