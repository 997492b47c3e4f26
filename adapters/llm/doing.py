"""Which task does which class of effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from adapters.llm.asking import Account, Asking, Task
from adapters.llm.performer import Doing
from adapters.llm.routing.settings import Routing
from adapters.llm.tasks import compare_pair, judge_answer, write_answer, write_feedback, write_question
from adapters.llm.tasks.judging_together import JudgingTogether
from interview_engine.core import commands as c
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)
from interview_engine.ids import Millis
from interview_engine.personas.catalogue import Catalogue
from interview_engine.vocabulary import QuestionKind

SAME_FOR_ALL: Final = frozenset({QuestionKind.SELF_INTRODUCTION, QuestionKind.CLOSING})
"""Questions that every interview asks alike: the bank's are as good, and nobody waits for them."""


def doing_of(catalogue: Callable[[], Catalogue], routing: Routing) -> Mapping[type[Effect], Doing]:
    """Return how each class of effect is done.

    Args:
        catalogue: Personas and questions as they are now: people add their own while a server runs.
        routing: Which models there are.
    """
    together = JudgingTogether() if routing.route(Task.JUDGE).together else None

    async def question(asking: Asking, effect: Effect, account: Account, now: Millis) -> c.Report | None:
        assert isinstance(effect, WriteQuestion)
        if effect.kind in SAME_FOR_ALL:
            return None
        return await write_question(asking, effect, account, now, catalogue=catalogue())

    async def answer(asking: Asking, effect: Effect, account: Account, now: Millis) -> c.Report:
        assert isinstance(effect, WriteAnswer)
        return await write_answer(asking, effect, account, now, catalogue=catalogue())

    async def judge(asking: Asking, effect: Effect, account: Account, now: Millis) -> c.Report:
        assert isinstance(effect, JudgeAnswer)
        if together is not None:
            return await together.judge(asking, effect, account, now)
        return await judge_answer(asking, effect, account, now)

    async def compare(asking: Asking, effect: Effect, account: Account, now: Millis) -> c.Report:
        assert isinstance(effect, ComparePair)
        return await compare_pair(asking, effect, account, now)

    async def feedback(asking: Asking, effect: Effect, account: Account, now: Millis) -> c.Report:
        assert isinstance(effect, WriteFeedback)
        return await write_feedback(asking, effect, account, now)

    return {
        WriteQuestion: question,
        WriteAnswer: answer,
        JudgeAnswer: judge,
        ComparePair: compare,
        WriteFeedback: feedback,
    }
