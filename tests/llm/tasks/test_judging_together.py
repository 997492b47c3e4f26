from __future__ import annotations

import asyncio

from adapters.llm.asking import NoModelAnswered, Prompt, Task
from adapters.llm.tasks.judging_together import JudgingTogether
from interview_engine.core.commands import EvaluationWritten
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language
from tests.llm.tasks.effects import GOOD, WEAK
from tests.llm.tasks.scripted_asking import ACCOUNT, ScriptedAsking, Written
from tests.llm.tasks.test_judge_round import ORDER, by_wording, effects

KO = Language.KO
NOW = Millis(5)


def test_answers_of_one_moment_share_a_call() -> None:
    asking = ScriptedAsking(by_wording)

    async def run() -> list[EvaluationWritten]:
        together = JudgingTogether(wait_seconds=0.01)
        asked = effects(GOOD[KO], WEAK[KO])
        return await asyncio.gather(*(together.judge(asking, one, ACCOUNT, NOW) for one in asked))

    reports = asyncio.run(run())
    assert [report.effect_id for report in reports] == ["judge:turn-1:panel-2", "judge:turn-2:panel-2"]
    assert len(asking.prompts) == 1


def test_interviewers_are_kept_apart_and_so_are_later_answers() -> None:
    asking = ScriptedAsking(by_wording)

    async def run() -> None:
        together = JudgingTogether(wait_seconds=0.01)
        first, other = effects(WEAK[KO]), effects(WEAK[KO], judge="panel-3")
        await asyncio.gather(*(together.judge(asking, one, ACCOUNT, NOW) for one in (*first, *other)))
        await together.judge(asking, first[0], ACCOUNT, NOW)

    asyncio.run(run())
    assert len(asking.prompts) == 3


def test_an_answer_that_no_model_judged_goes_offline_and_the_others_do_not() -> None:
    asking = ScriptedAsking(by_wording)

    async def run() -> list[EvaluationWritten | BaseException]:
        together = JudgingTogether(wait_seconds=0.01)
        asked = effects(WEAK[KO], ORDER)
        calls = (together.judge(asking, one, ACCOUNT, NOW) for one in asked)
        return await asyncio.gather(*calls, return_exceptions=True)

    judged, refused = asyncio.run(run())
    assert isinstance(judged, EvaluationWritten)
    assert isinstance(refused, NoModelAnswered)


def test_a_bug_reaches_everybody_who_waits() -> None:
    def broken(task: Task, prompt: Prompt) -> Written:
        raise RuntimeError("bug")

    async def run() -> list[EvaluationWritten | BaseException]:
        together = JudgingTogether(wait_seconds=0.01)
        asked = effects(GOOD[KO], WEAK[KO])
        calls = (together.judge(ScriptedAsking(broken), one, ACCOUNT, NOW) for one in asked)
        return await asyncio.gather(*calls, return_exceptions=True)

    assert [type(found) for found in asyncio.run(run())] == [RuntimeError, RuntimeError]


def test_whoever_stopped_waiting_is_left_out() -> None:
    asking = ScriptedAsking(by_wording)

    async def run() -> EvaluationWritten:
        together = JudgingTogether(wait_seconds=0.05)
        first, second = effects(GOOD[KO], WEAK[KO])
        gone = asyncio.ensure_future(together.judge(asking, first, ACCOUNT, NOW))
        stays = asyncio.ensure_future(together.judge(asking, second, ACCOUNT, NOW))
        await asyncio.sleep(0)
        gone.cancel()
        return await stays

    assert asyncio.run(run()).effect_id == "judge:turn-2:panel-2"
    assert GOOD[KO] not in asking.prompts[0].turn


def test_a_call_for_which_nobody_waits_any_more_is_stopped() -> None:
    asking = ScriptedAsking(by_wording)

    async def run() -> EvaluationWritten:
        together = JudgingTogether(wait_seconds=0.05)
        first, second = effects(GOOD[KO], WEAK[KO])
        gone = asyncio.ensure_future(together.judge(asking, first, ACCOUNT, NOW))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
        return await together.judge(asking, second, ACCOUNT, NOW)

    assert asyncio.run(run()).effect_id == "judge:turn-2:panel-2"
    assert len(asking.prompts) == 1
