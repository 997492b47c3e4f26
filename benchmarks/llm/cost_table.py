"""The documentation's table of what an interview costs: `python -m benchmarks.llm.cost_table`.

It is computed from the measured tokens and the price list that the program itself expects costs from, so a
test can hold the pages to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from adapters.llm.asking import Task
from adapters.llm.budgets.price import MICROS_PER_DOLLAR
from adapters.llm.expecting import micros_of
from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.measuring import Interview, measured_tokens
from adapters.llm.routing.settings import Routing
from interview_engine.core.settings import Preset
from interview_engine.vocabulary import Language

_KEY: Final = "a-key-of-no-provider"
SETS: Final[Mapping[str, tuple[str, ...]]] = {
    "OpenAI + Anthropic": ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"),
    "OpenAI": ("OPENAI_API_KEY",),
    "Anthropic": ("ANTHROPIC_API_KEY",),
    "Gemini": ("GEMINI_API_KEY",),
}
PRESETS: Final = {
    Language.KO: {Preset.SHORT: "짧게", Preset.STANDARD: "보통", Preset.FULL: "길게"},
    Language.EN: {Preset.SHORT: "short", Preset.STANDARD: "standard", Preset.FULL: "full"},
}
_TASKS: Final = {
    Language.KO: {
        Task.QUESTION: "질문",
        Task.ANSWER: "AI 답변",
        Task.JUDGE: "심사",
        Task.COMPARE: "비교",
        Task.FEEDBACK: "총평",
    },
    Language.EN: {
        Task.QUESTION: "questions",
        Task.ANSWER: "AI answers",
        Task.JUDGE: "judging",
        Task.COMPARE: "comparing",
        Task.FEEDBACK: "feedback",
    },
}


def rows(language: Language) -> tuple[str, ...]:
    """Return the table of interviews held in Korean.

    Args:
        language: The page's.
    """
    found = []
    for keys in SETS:
        for preset, word in PRESETS[language].items():
            routing, tasks = _interview(keys, preset)
            calls = sum(tokens.calls for tokens in tasks.values())
            sent = sum(tokens.input for tokens in tasks.values())
            repeated = sum(tokens.repeated for tokens in tasks.values())
            output = sum(tokens.output for tokens in tasks.values())
            dollars = sum(_dollars(routing, task, tasks) for task in tasks)
            found.append(
                f"| {keys} | {word} | {calls} | {sent:,} | {repeated / sent:.0%} | {output:,} |"
                f" {dollars:.2f} |".replace("%", " %")
            )
    return tuple(found)


def by_task(language: Language) -> tuple[str, ...]:
    """Return the tasks of a standard interview with two keys, the dearest first.

    Args:
        language: The page's.
    """
    routing, tasks = _interview("OpenAI + Anthropic", Preset.STANDARD)
    dearest = sorted(tasks, key=lambda task: -_dollars(routing, task, tasks))
    return tuple(
        f"| {_TASKS[language][task]} | {tasks[task].calls} | {_dollars(routing, task, tasks):.3f} |"
        for task in dearest
    )


def left_offline(language: Language) -> tuple[str, ...]:
    """Return what is left to the offline judge with one key: judgements and comparisons, by preset.

    Args:
        language: The page's.
    """
    measured = measured_tokens()
    found = []
    for preset, word in PRESETS[language].items():
        several, alone = measured.several[preset][Language.KO], measured.alone[preset][Language.KO]
        judged, compared = (
            f"{_calls(several, task)} → {_calls(alone, task)}" for task in (Task.JUDGE, Task.COMPARE)
        )
        found.append(f"| {word} | {judged} | {compared} |")
    return tuple(found)


def _calls(tasks: Interview, task: Task) -> int:
    return tasks[task].calls if task in tasks else 0


def _interview(keys: str, preset: Preset) -> tuple[Routing, Interview]:
    routing = load_routing(dict.fromkeys(SETS[keys], _KEY))
    assert routing is not None, "there are keys"
    measured = measured_tokens()
    kind = measured.alone if routing.alone is not None else measured.several
    return routing, kind[preset][Language.KO]


def _dollars(routing: Routing, task: Task, tasks: Interview) -> float:
    return (micros_of(routing, task, tasks[task]) or 0) / MICROS_PER_DOLLAR


if __name__ == "__main__":
    for _language in Language:
        print("\n".join((*rows(_language), "", *by_task(_language), "", *left_offline(_language), "")))
