"""The engine's effects as questions to a model: build the prompt, ask, check the reply, make the report."""

from __future__ import annotations

from adapters.llm.tasks.compare_pair import compare_pair
from adapters.llm.tasks.judge_answer import judge_answer
from adapters.llm.tasks.judge_round import judge_round
from adapters.llm.tasks.write_answer import write_answer
from adapters.llm.tasks.write_feedback import write_feedback
from adapters.llm.tasks.write_profile import write_profile
from adapters.llm.tasks.write_question import write_question

__all__ = [
    "compare_pair",
    "judge_answer",
    "judge_round",
    "write_answer",
    "write_feedback",
    "write_profile",
    "write_question",
]
