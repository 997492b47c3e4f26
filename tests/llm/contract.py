"""What every family of providers must do for every task, at the local server and at the real ones alike."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from adapters.llm.doing import doing_of
from adapters.llm.meter import CostMeter
from adapters.llm.opening import open_ledger, open_path
from adapters.llm.performer import LlmPerformer
from adapters.llm.routing.settings import Routing
from adapters.service.casting import Casting
from adapters.service.offline_performer import OfflinePerformer
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect
from interview_engine.ids import Millis, RoomId
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language
from tests.llm.tasks.effects import (
    answer_effect,
    compare_effect,
    feedback_effect,
    judge_effect,
    question_effect,
)

TASKS: Final = {
    "question": question_effect,
    "answer": answer_effect,
    "judge": judge_effect,
    "compare": compare_effect,
    "feedback": feedback_effect,
}


def effect_of(task: str, language: Language) -> Effect:
    """Return an effect for a task; what is judged was written by a person."""
    if task == "judge":
        return judge_effect(language, written_by="")
    if task == "compare":
        return compare_effect(language, written_by=("", ""))
    return TASKS[task](language)


async def keeps_the_contract(routing: Routing, effect: Effect, folder: Path) -> c.Report:
    """Do an effect with a routing table, and check everything that no provider may do differently.

    Returns:
        The report.
    """
    meter = CostMeter()
    path = open_path(routing, open_ledger(routing, folder), meter=meter)
    casting = Casting(default_catalogue())

    def now() -> Millis:
        return Millis(1_700_000_000_000)

    # On a busy machine an SDK takes longer to import than an answer may take.
    await path.ready()
    doing = doing_of(lambda: casting.catalogue, routing)
    performer = LlmPerformer(path, OfflinePerformer(casting, now), doing, now)
    try:
        report = await performer.perform(RoomId("contract"), effect)
    finally:
        await performer.close()
    made = getattr(report, "provenance", None)
    assert made is not None, report
    assert not made.offline, made.trouble
    assert made.family in {model.family for model in routing.models.values()}
    assert made.prompt_version
    assert made.parameters
    assert len(made.request_hash) == len(made.reply_hash) == 64
    assert made.input_tokens > 100
    assert made.output_tokens > 5
    assert made.latency_ms > 0
    totals = meter.totals().values()
    assert sum(total.usage.input_tokens for total in totals) == made.input_tokens
    assert sum(total.micros for total in totals) == made.cost_micros
    assert getattr(report, "effect_id", None) == effect.effect_id
    return report
