"""Can the offline judge be gamed? One row per kind of attack, in points (0-100).

The attacks were written before the rules against gaming. The figures were looked at while the rules on
recited key points and on what stands beside the topic were made, and the questions and answers come from
the same bank as `everyday_stems` and the table of `korean_order`: only the texts are held out, and templates
not entirely. Run: `python -m benchmarks.scoring.gaming`; the last line is JSON.
"""

from __future__ import annotations

import json
import random
import statistics
from typing import TYPE_CHECKING

import attrs

from benchmarks.scoring.gaming_attacks import (
    Case,
    cases,
    filled,
    inserted,
    load_texts,
    shuffled_whole,
    shuffled_within,
)
from interview_engine.ids import JudgeId, SeatId, TurnId
from interview_engine.personas import default_catalogue
from interview_engine.scoring import HeuristicJudge, score_answer, verify_evaluation
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.scoring.gaming_attacks import Texts

STEP = 9
"""Each ninth question of the bank is attacked."""
REPLACING = frozenset(
    {
        "cue_only_alone",
        "template",
        "off_topic",
        "other_question",
        "shuffled_whole",
        "shuffled_within",
    }
)
"""Kinds that stand in place of an honest answer."""
_MATTERS = 2.0
"""Points from which a raise matters."""


@attrs.frozen(kw_only=True)
class Row:
    """How one kind of attack fared.

    Attributes:
        tried: How many texts were scored.
        raised: Share that scored more than two points above the honest answer they start from, 0-1.
        mean: Mean change against that answer, in points.
        worst: Largest change.
        over_good: Share above the good answer to the question, 0-1.
        over_middling: Share above the middling one.
    """

    tried: int
    raised: float
    mean: float
    worst: float
    over_good: float
    over_middling: float


def total(case: Case, answer: str) -> float:
    """Return a judge's total for an answer, 0-100: a panel's median is the one of its middle member."""
    turn = TurnId("turn")
    evaluation = HeuristicJudge().evaluate(
        turn_id=turn,
        judge_id=JudgeId("judge"),
        question=case.question.text.spoken_in(case.language),
        key_points=case.key_points,
        answer=answer,
        language=case.language,
        kind=case.question.kind,
    )
    verified = verify_evaluation(evaluation, answer)
    return score_answer(turn, SeatId("seat"), case.question.kind, (verified,), 1, len(answer)).total or 0.0


def additions(chosen: Iterable[str], place: str) -> Callable[[Case], list[tuple[str, str]]]:
    """Return an attack that adds each text to a middling and to a good answer."""
    texts = tuple(chosen)
    return lambda case: [
        (honest, inserted(text, honest, place)) for honest in (case.middling, case.good) for text in texts
    ]


def attacks_of(texts: Texts) -> dict[str, Callable[[Case], list[tuple[str, str]]]]:
    """Return for each kind what turns a case into pairs of an honest answer and its attack."""
    places = ("before", "middle", "after")
    return {
        **{f"padding_{place}": additions(texts.padding, place) for place in places},
        **{f"cue_only_{place}": additions(texts.cue_only, place) for place in places},
        **{f"injection_{place}": additions(texts.injection, place) for place in places},
        "cue_only_alone": lambda case: [(case.middling, text) for text in texts.cue_only],
        "template": lambda case: [
            (case.middling, filled(frames, case.key_points)) for frames in texts.templates
        ],
        "template_after": lambda case: [
            (case.middling, f"{case.middling} {filled(frames, case.key_points)}")
            for frames in texts.templates
        ],
        "off_topic": lambda case: [(case.middling, text) for text in texts.off_topic],
        "other_question": lambda case: [(case.middling, case.elsewhere)],
        "shuffled_whole": lambda case: [
            (case.good, shuffled_whole(case.good, random.Random(seed))) for seed in range(4)
        ],
        "shuffled_within": lambda case: [
            (case.good, shuffled_within(case.good, random.Random(seed))) for seed in range(4)
        ],
    }


def measure(found: Iterable[Case], attack: Callable[[Case], list[tuple[str, str]]]) -> Row:
    """Score every text of one kind of attack."""
    changes, over_good, over_middling = [], [], []
    for case in found:
        good, middling = total(case, case.good), total(case, case.middling)
        for honest, text in attack(case):
            gamed = total(case, text)
            changes.append(gamed - (good if honest == case.good else middling))
            over_good.append(gamed > good)
            over_middling.append(gamed > middling)
    return Row(
        tried=len(changes),
        raised=round(sum(change > _MATTERS for change in changes) / len(changes), 4),
        mean=round(statistics.mean(changes), 2),
        worst=max(changes),
        over_good=round(statistics.mean(over_good), 4),
        over_middling=round(statistics.mean(over_middling), 4),
    )


def main() -> None:
    """Print one row per kind and language, as JSON in the last line."""
    catalogue = default_catalogue()
    figures: dict[str, str | dict[str, float]] = {"benchmark": "gaming"}
    print(f"{'':22} {'tried':>6} {'raised':>7} {'mean':>6} {'worst':>6} {'>good':>7} {'>middling':>9}")
    for language in Language:
        found = cases(catalogue.questions, catalogue.candidates, language, STEP)
        for kind, attack in attacks_of(load_texts(language)).items():
            row = measure(found, attack)
            figures[f"{kind}_{language.value}"] = attrs.asdict(row)
            # An addition to an honest answer is compared with that answer alone.
            beats = f" {row.over_good:7.1%} {row.over_middling:9.1%}" if kind in REPLACING else ""
            print(
                f"{kind:19} {language.value} {row.tried:6} {row.raised:7.1%} {row.mean:+6.1f} "
                f"{row.worst:+6.1f}{beats}"
            )
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
