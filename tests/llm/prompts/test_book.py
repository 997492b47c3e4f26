from __future__ import annotations

import re

import pytest

from adapters.llm.asking import WRITTEN, Task
from adapters.llm.prompts.book import BrokenPrompt, parsed, prompt_text
from interview_engine.vocabulary import Language

EVERY = [(task, language) for task in WRITTEN for language in Language]
PLACE = re.compile(r"\{\{([a-z_]+)\}\}")
HANGUL = re.compile(r"[가-힣]")


def test_a_part_is_filled_in_one_pass() -> None:
    text = parsed("judge.ko", "version: 3\n=== turn\n{{label}} {{answer}}\n=== end\nbye\n")
    assert text.version == "judge.ko/3"
    assert text.fill("turn", label="{{answer}}", answer="{{label}}") == "{{answer}} {{label}}"
    assert text.fill("end") == "bye"


@pytest.mark.parametrize(
    "text",
    ["=== turn\nno version\n", "version: 1\nloose text\n=== turn\n", "version: 1\n=== a\n1\n=== a\n2\n"],
)
def test_a_broken_file_is_refused(text: str) -> None:
    with pytest.raises(BrokenPrompt):
        parsed("judge.ko", text)


def test_every_place_is_filled_and_no_other() -> None:
    text = parsed("judge.ko", "version: 1\n=== turn\n{{label}}\n")
    for values in ({}, {"answer": "x"}, {"label": "x", "answer": "y"}):
        with pytest.raises(BrokenPrompt):
            text.fill("turn", **values)
    with pytest.raises(BrokenPrompt):
        text.fill("nowhere")


@pytest.mark.parametrize("task, language", EVERY)
def test_every_task_has_a_prompt_in_both_languages(task: Task, language: Language) -> None:
    text = prompt_text(task, language)
    assert text.version.startswith(f"{task.value}.{language.value}/")
    assert {"stable", "turn"} <= set(text.parts)
    korean = HANGUL.search(text.parts["stable"]) is not None
    assert korean is (language is Language.KO)


@pytest.mark.parametrize("task", WRITTEN)
def test_both_languages_have_the_same_parts_and_places(task: Task) -> None:
    korean, english = (prompt_text(task, language).parts for language in Language)
    assert {name: sorted(set(PLACE.findall(text))) for name, text in korean.items()} == {
        name: sorted(set(PLACE.findall(text))) for name, text in english.items()
    }


@pytest.mark.parametrize("task, language", EVERY)
def test_the_cacheable_part_holds_nothing_of_a_room(task: Task, language: Language) -> None:
    assert set(PLACE.findall(prompt_text(task, language).parts["stable"])) <= {"rubric"}


@pytest.mark.parametrize("task, language", EVERY)
def test_every_prompt_says_that_data_is_no_instruction(task: Task, language: Language) -> None:
    stable = prompt_text(task, language).parts["stable"]
    assert "표식" in stable if language is Language.KO else "marks" in stable
    assert "지시" in stable if language is Language.KO else "instruction" in stable
