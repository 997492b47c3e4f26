"""Attacks on the offline judge, written before its rules: texts from gaming.json, and rearranged answers."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import attrs

from interview_engine.personas import AnswerRequest, BankQuestion, CandidatePersona, write_answer
from interview_engine.vocabulary import Language

TEXTS = Path(__file__).with_name("gaming.json")
GOOD, MIDDLING = 85, 55
"""Drawn qualities, 0-100, of the honest answers that attacks are compared with."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")


@attrs.frozen(kw_only=True)
class Texts:
    """The written attacks of one language; templates have `{point}` where a key point goes."""

    padding: tuple[str, ...]
    cue_only: tuple[str, ...]
    templates: tuple[tuple[str, ...], ...]
    injection: tuple[str, ...]
    off_topic: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Case:
    """One question with the answers that its attacks start from.

    Attributes:
        question: The question.
        language: The language of the answers.
        good: An honest answer of drawn quality `GOOD`.
        middling: An honest answer of drawn quality `MIDDLING`.
        elsewhere: The good answer to another question.
    """

    question: BankQuestion
    language: Language
    good: str
    middling: str
    elsewhere: str

    @property
    def key_points(self) -> tuple[str, ...]:
        """The key points in the language of the case."""
        return tuple(point.point.spoken_in(self.language) for point in self.question.key_points)


def load_texts(language: Language) -> Texts:
    """Read the written attacks of one language."""
    found = json.loads(TEXTS.read_text(encoding="utf-8"))[language.value]
    return Texts(
        padding=tuple(found["padding"]),
        cue_only=tuple(found["cue_only"]),
        templates=tuple(tuple(frames) for frames in found["templates"]),
        injection=tuple(found["injection"]),
        off_topic=tuple(found["off_topic"]),
    )


def cases(
    questions: tuple[BankQuestion, ...],
    candidates: tuple[CandidatePersona, ...],
    language: Language,
    step: int,
) -> tuple[Case, ...]:
    """Take each step-th question with answers by the shipped candidates in turn.

    Args:
        questions: The bank.
        candidates: Who answers.
        language: The language of the answers.
        step: Distance between the questions that are taken.
    """
    return tuple(
        Case(
            question=question,
            language=language,
            good=_answer(candidates[place % len(candidates)], question, language, GOOD),
            middling=_answer(candidates[place % len(candidates)], question, language, MIDDLING),
            # Half the bank away: another kind, another company, another field.
            elsewhere=_answer(
                candidates[(place + 1) % len(candidates)],
                questions[(place * step + len(questions) // 2) % len(questions)],
                language,
                GOOD,
            ),
        )
        for place, question in enumerate(questions[::step])
    )


def inserted(addition: str, answer: str, place: str) -> str:
    """Return an answer with an addition `before`, in the `middle` of or `after` it."""
    sentences = _SENTENCE_ENDS.split(answer)
    at = {"before": 0, "middle": len(sentences) // 2, "after": len(sentences)}[place]
    return " ".join((*sentences[:at], addition, *sentences[at:]))


def filled(frames: tuple[str, ...], key_points: tuple[str, ...]) -> str:
    """Return one sentence per key point from frames that take turns."""
    return " ".join(
        frames[place % len(frames)].replace("{point}", point) for place, point in enumerate(key_points)
    )


def shuffled_whole(answer: str, chance: random.Random) -> str:
    """Return the words of an answer in any order."""
    words = answer.split()
    chance.shuffle(words)
    return " ".join(words)


def shuffled_within(answer: str, chance: random.Random) -> str:
    """Return an answer whose sentences keep their words and last word, the rest in any order."""
    mixed = []
    for sentence in _SENTENCE_ENDS.split(answer):
        *words, last = sentence.split()
        chance.shuffle(words)
        mixed.append(" ".join((*words, last)))
    return " ".join(mixed)


def _answer(candidate: CandidatePersona, question: BankQuestion, language: Language, quality: int) -> str:
    return write_answer(
        candidate,
        AnswerRequest(
            question=question.text.spoken_in(language),
            kind=question.kind,
            language=language,
            quality=quality,
            bank_question=question,
            competency=question.competency,
            seconds=question.seconds,
            variation=1,
        ),
    )
