"""Does the heuristic judge order short answers as people did? English, against a graded data set.

Usage: python -m benchmarks.scoring.graded_answers [PATH]; the path defaults to $GRADED_ANSWERS. Each line
of the file is JSON with question, reference (list), answer and score (0-1). Without the file it says so.

Features were chosen with all questions in view; the weights were fitted on the first half only, so the
second half is the honest figure for the weights and an upper bound for the choice of features.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import attrs
from scipy.stats import rankdata  # type: ignore[import-untyped,unused-ignore]

from interview_engine.scoring import HeuristicJudge
from interview_engine.vocabulary import Language

_NEAR_EMPTY = re.compile(r"^(?:no|empty) (?:response|submission)", re.IGNORECASE)
_FEW_WORDS = 3


@attrs.frozen(kw_only=True)
class Graded:
    """One answer with a person's score and ours."""

    question: str
    human: float
    ours: float
    length: int
    near_empty: bool


def load(path: Path) -> tuple[Graded, ...]:
    """Read the graded answers and score each one."""
    judge = HeuristicJudge()
    answers = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["answer"]
        reference = "\n".join(row["reference"])
        answers.append(
            Graded(
                question=row["question"],
                human=float(row["score"]),
                ours=judge.score(row["question"], reference, text, Language.EN),
                length=len(text),
                near_empty=len(re.findall(r"\w+", text)) <= _FEW_WORDS or bool(_NEAR_EMPTY.match(text)),
            )
        )
    return tuple(answers)


def pairwise_accuracy(answers: tuple[Graded, ...]) -> float:
    """Return the share of pairs of one question, scored differently by people, that we order alike.

    A tie of ours counts half.
    """
    right, pairs = 0.0, 0
    for question in dict.fromkeys(answer.question for answer in answers):
        mine = [answer for answer in answers if answer.question == question]
        for better in mine:
            for worse in mine:
                if better.human > worse.human:
                    pairs += 1
                    right += 1.0 if better.ours > worse.ours else 0.5 if better.ours == worse.ours else 0.0
    return right / pairs if pairs else 0.0


def length_dependence(answers: tuple[Graded, ...]) -> float:
    """Return the partial rank correlation of our score with length given people's, mean over questions."""
    values = []
    for question in dict.fromkeys(answer.question for answer in answers):
        mine = [answer for answer in answers if answer.question == question]
        ours = _ranks([answer.ours for answer in mine])
        length = _ranks([float(answer.length) for answer in mine])
        human = _ranks([answer.human for answer in mine])
        ours_length, ours_human = _correlation(ours, length), _correlation(ours, human)
        length_human = _correlation(length, human)
        rest = (1 - ours_human**2) * (1 - length_human**2)
        if rest > 0:
            values.append((ours_length - ours_human * length_human) / rest**0.5)
    return sum(values) / len(values) if values else 0.0


def _ranks(values: list[float]) -> list[float]:
    return [float(rank) for rank in rankdata(values)]


def _correlation(one: list[float], other: list[float]) -> float:
    middle, centre = sum(one) / len(one), sum(other) / len(other)
    product = sum((a - middle) * (b - centre) for a, b in zip(one, other, strict=True))
    squares = sum((a - middle) ** 2 for a in one) * sum((b - centre) ** 2 for b in other)
    return product / squares**0.5 if squares else 0.0


def main() -> None:
    """Print the figures, as JSON in the last line."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("GRADED_ANSWERS", "")
    path = Path(given)
    if not given or not path.is_file():
        print("graded answers: skipped, no data file (give a path or set GRADED_ANSWERS)")
        print(json.dumps({"benchmark": "graded_answers", "skipped": True}))
        return
    answers = load(path)
    questions = sorted(dict.fromkeys(answer.question for answer in answers))
    fitted = set(questions[::2])
    substantial = tuple(answer for answer in answers if not answer.near_empty)
    figures = {
        "benchmark": "graded_answers",
        "answers": len(answers),
        "questions": len(questions),
        "pairwise_all": round(pairwise_accuracy(answers), 4),
        "pairwise_substantial": round(pairwise_accuracy(substantial), 4),
        "fitted_half": round(pairwise_accuracy(tuple(a for a in answers if a.question in fitted)), 4),
        "held_out_half": round(pairwise_accuracy(tuple(a for a in answers if a.question not in fitted)), 4),
        "fitted_half_substantial": round(
            pairwise_accuracy(tuple(a for a in substantial if a.question in fitted)), 4
        ),
        "held_out_half_substantial": round(
            pairwise_accuracy(tuple(a for a in substantial if a.question not in fitted)), 4
        ),
        "length_partial_rank_correlation": round(length_dependence(answers), 4),
        "length_partial_substantial": round(length_dependence(substantial), 4),
        "baseline_all": 0.839,
        "baseline_substantial": 0.744,
    }
    for name, value in figures.items():
        print(f"{name:36} {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
