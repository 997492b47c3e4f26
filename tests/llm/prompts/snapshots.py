"""The prompts as models get them, written down: a change of wording shows in the review of its snapshot.

Run `python -m tests.llm.prompts.snapshots` after a change, and raise the `version` of the prompt's file.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine
from pathlib import Path

from adapters.llm.asking import NoModelAnswered, Prompt, Task
from adapters.llm.tasks import (
    compare_pair,
    judge_answer,
    judge_round,
    write_answer,
    write_feedback,
    write_profile,
    write_question,
)
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language, QuestionKind
from tests.llm.tasks.effects import (
    GOOD,
    QUESTION,
    WEAK,
    answer_effect,
    compare_effect,
    feedback_effect,
    judge_effect,
    question_effect,
    varied,
)
from tests.llm.tasks.scripted_asking import ACCOUNT, ScriptedAsking, Written

FOLDER = Path(__file__).with_name("snapshots")
NOW = Millis(0)
DOCUMENT = {
    Language.KO: (
        "결제 서버를 개편해 응답 시간을 40% 줄였습니다.\n사내 배포 도구를 Kotlin으로 다시 만들었습니다."
    ),
    Language.EN: (
        "Reworked the payment server and cut response time by 40%.\nRewrote the release tool in Kotlin."
    ),
}


class Noted(Exception):
    """The prompt was seen; no reply is needed."""


def prompts() -> dict[str, Prompt]:
    """Return a prompt of every task in both languages, by its snapshot's name."""
    found: dict[str, Prompt] = {}
    for language in Language:
        follow_up = question_effect(
            language,
            kind=QuestionKind.FOLLOW_UP,
            parent_question=QUESTION[language],
            parent_answer=GOOD[language],
            parent_speaker="김지원" if language is Language.KO else "Jiwon Kim",
        )
        fact = question_effect(language, facts=(DOCUMENT[language].splitlines()[0],), candidate_name="A")
        weak = varied(
            judge_effect(language), {"answer": WEAK[language], "label": "1234", "effect_id": "judge:2"}
        )
        ask = _asking()
        cases: dict[str, Coroutine[None, None, object]] = {
            "judge": judge_answer(ask, judge_effect(language), ACCOUNT, NOW, token=_token),
            "judge_round": judge_round(ask, (judge_effect(language), weak), ACCOUNT, NOW, token=_token),
            "compare": compare_pair(ask, compare_effect(language), ACCOUNT, NOW, token=_token),
            "answer": write_answer(ask, answer_effect(language), ACCOUNT, NOW, token=_token),
            "question_follow_up": write_question(ask, follow_up, ACCOUNT, NOW, token=_token),
            "question_individual": write_question(ask, fact, ACCOUNT, NOW, token=_token),
            "feedback": write_feedback(ask, feedback_effect(language), ACCOUNT, NOW, token=_token),
            "profile": write_profile(
                ask, DOCUMENT[language], language, ACCOUNT, consented=True, token=_token
            ),
        }
        for name, case in cases.items():
            found[f"{name}.{language.value}"] = _prompt_of(ask, case)
    return found


def shown(prompt: Prompt) -> str:
    """Return a prompt as its snapshot's text."""
    parts = (("stable", prompt.stable), ("room", prompt.room), ("turn", prompt.turn))
    blocks = (f"=== {name}\n{text}" for name, text in parts if text)
    return "\n".join((f"{prompt.version}, at most {prompt.most_output_tokens} tokens", *blocks)) + "\n"


def _asking() -> ScriptedAsking:
    def note(task: Task, prompt: Prompt) -> Written:
        raise Noted

    return ScriptedAsking(note)


def _token() -> str:
    return "0123456789abcdef"


def _prompt_of(asking: ScriptedAsking, case: Coroutine[None, None, object]) -> Prompt:
    asking.prompts.clear()
    with contextlib.suppress(Noted, NoModelAnswered):
        asyncio.run(case)
    return asking.prompts[0]


def main() -> None:
    """Write every snapshot anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, prompt in prompts().items():
        (FOLDER / f"{name}.txt").write_text(shown(prompt), encoding="utf-8")


if __name__ == "__main__":
    main()
