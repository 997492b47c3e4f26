"""Which task does which class of effect, and what a setting changes about it."""

from __future__ import annotations

import asyncio

import attrs

from adapters.llm.asking import Task
from adapters.llm.doing import doing_of
from adapters.llm.routing.settings import Routing, TaskRoute
from interview_engine.core import commands as c
from interview_engine.core.effects import JudgeAnswer
from interview_engine.ids import Millis
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language
from tests.llm.stage import routing_of
from tests.llm.tasks.effects import WEAK
from tests.llm.tasks.scripted_asking import ACCOUNT, ScriptedAsking
from tests.llm.tasks.test_judge_round import by_wording, effects

ROUND = (WEAK[Language.KO],) * 3


def judged(routing: Routing) -> tuple[list[c.Report | None], int]:
    """Return the reports on a round's answers that come at the same moment, and the calls they took."""
    asking = ScriptedAsking(by_wording)
    judge = doing_of(default_catalogue, routing)[JudgeAnswer]

    async def run() -> list[c.Report | None]:
        calls = (judge(asking, effect, ACCOUNT, Millis(5)) for effect in effects(*ROUND))
        return await asyncio.gather(*calls)

    return asyncio.run(run()), len(asking.prompts)


def judging_together(routing: Routing) -> Routing:
    def switched(task: Task, route: TaskRoute) -> TaskRoute:
        return attrs.evolve(route, together=task is Task.JUDGE)

    return attrs.evolve(routing, tasks={task: switched(task, route) for task, route in routing.tasks.items()})


def test_each_answer_is_judged_in_a_call_of_its_own_as_long_as_nobody_says_otherwise() -> None:
    reports, calls = judged(routing_of("a", "b"))
    assert calls == len(ROUND)
    assert all(isinstance(report, c.EvaluationWritten) for report in reports)


def test_a_rounds_answers_share_one_call_where_the_setting_says_so() -> None:
    reports, calls = judged(judging_together(routing_of("a", "b")))
    assert calls == 1
    wanted = [effect.effect_id for effect in effects(*ROUND)]
    assert [getattr(report, "effect_id", "") for report in reports] == wanted
