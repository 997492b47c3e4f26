"""Answers that people graded: files with one JSON object a line, or a folder of them; also the user's own.

A row has `question`, `answer`, `score` (0-1), and what a good answer covers: `key_points` (a list) or
`reference` (a text or a list). `language` ("ko" or "en") and `kind` may be given; without it, letters tell
the language.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from interview_engine.core.effects import ComparePair, JudgeAnswer
from interview_engine.ids import EffectId, Millis, PersonaId, SeatId, TurnId
from interview_engine.profiles import InterviewerProfile
from interview_engine.vocabulary import Language, QuestionKind

_HANGUL: Final = re.compile(r"[가-힣]")
_LINES: Final = re.compile(r"\n+|(?<=[.;])\s+(?=[A-Z가-힣])")
_MOST_POINTS: Final = 8


@attrs.frozen(kw_only=True)
class Graded:
    """One answer with a person's grade.

    Attributes:
        name: Unique in a run.
        question: What was asked.
        key_points: What a good answer covers.
        reference: A model answer; empty when key points were given.
        answer: What was answered.
        human: The grade, 0-1.
        language: Of the answer.
        kind: What the question is for.
    """

    name: str
    question: str
    key_points: tuple[str, ...]
    reference: str
    answer: str
    human: float
    language: Language
    kind: QuestionKind

    def judging(self) -> JudgeAnswer:
        """Return the wish to have this answer judged."""
        return JudgeAnswer(
            effect_id=EffectId(f"judge:{self.name}:panel-2"),
            attempt=1,
            not_before=Millis(0),
            offline=False,
            language=self.language,
            turn_id=TurnId(self.name),
            label=f"{int(_digest(self.name), 16) % 9000 + 1000}",
            judge=SeatId("panel-2"),
            interviewer=InterviewerProfile(persona_id=PersonaId("bench"), name="bench"),
            kind=self.kind,
            question=self.question,
            key_points=self.key_points,
            shows="",
            answer=self.answer,
            written_by="",
        )

    def against(self, other: Graded) -> ComparePair:
        """Return the wish to have this answer compared with another to the same question.

        Args:
            other: The other one.
        """
        return ComparePair(
            effect_id=EffectId(f"compare:{self.name}:{other.name}"),
            attempt=1,
            not_before=Millis(0),
            offline=False,
            language=self.language,
            first=TurnId(self.name),
            second=TurnId(other.name),
            kind=self.kind,
            question=self.question,
            key_points=self.key_points,
            first_answer=self.answer,
            second_answer=other.answer,
            written_by=("", ""),
        )


def load(paths: list[Path], most: int) -> tuple[Graded, ...]:
    """Read graded answers; of too many, the same share of each question, always the same ones.

    Args:
        paths: Files, or folders of them.
        most: How many answers at most; 0 for all.
    """
    rows = [row for path in paths for row in _rows(path)]
    found = [_graded(row, place) for place, row in enumerate(rows) if str(row.get("answer", "")).strip()]
    if most and len(found) > most:
        ordered: dict[str, list[Graded]] = {}
        for one in sorted(found, key=lambda one: _digest(one.name + one.answer)):
            ordered.setdefault(one.question, []).append(one)
        depth = 0
        kept: list[Graded] = []
        while len(kept) < most:
            kept += [answers[depth] for answers in ordered.values() if depth < len(answers)]
            depth += 1
        found = sorted(kept[:most], key=lambda one: one.name)
    return tuple(found)


def _rows(path: Path) -> Iterator[dict[str, object]]:
    files = sorted(path.rglob("*.json*")) if path.is_dir() else [path]
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                if {"question", "answer", "score"} <= set(row):
                    yield row


def _graded(row: dict[str, object], place: int) -> Graded:
    answer = str(row["answer"])
    reference = _texts(row.get("reference"))
    points = _texts(row.get("key_points")) or tuple(
        point.strip() for text in reference for point in _LINES.split(text) if point.strip()
    )
    language = row.get("language")
    korean = language == "ko" if language else _HANGUL.search(f"{answer}{row['question']}") is not None
    return Graded(
        name=f"row-{place:05}",
        question=str(row["question"]),
        key_points=points[:_MOST_POINTS],
        reference="" if row.get("key_points") else "\n".join(reference),
        answer=answer,
        human=float(str(row["score"])),
        language=Language.KO if korean else Language.EN,
        kind=QuestionKind(str(row.get("kind", QuestionKind.TECHNICAL.value))),
    )


def _texts(given: object) -> tuple[str, ...]:
    if isinstance(given, str):
        return (given,)
    return tuple(str(one) for one in given) if isinstance(given, list) else ()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
