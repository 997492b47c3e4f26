from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from adapters.llm.asking import WRITTEN, Prompt, Task
from adapters.llm.prompts import book
from adapters.llm.prompts.book import prompt_text
from interview_engine.vocabulary import Language
from tests.llm.prompts.snapshots import FOLDER, prompts, shown

VERSIONS = Path(__file__).with_name("versions.json")
"""The SHA-256 of every version of every prompt's file that was ever committed."""
FOUND = prompts()


@pytest.mark.parametrize("name, prompt", FOUND.items(), ids=FOUND)
def test_a_prompt_is_what_its_snapshot_says(name: str, prompt: Prompt) -> None:
    assert shown(prompt) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(FOUND)


@pytest.mark.parametrize("task", WRITTEN)
@pytest.mark.parametrize("language", list(Language))
def test_a_changed_text_has_a_new_version(task: Task, language: Language) -> None:
    file = Path(book.__file__).parent / language.value / f"{task.value}.md"
    known = json.loads(VERSIONS.read_text(encoding="utf-8"))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert known[prompt_text(task, language).version] == digest, "raise the version, and add its hash"
