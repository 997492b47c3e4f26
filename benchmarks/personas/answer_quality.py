"""Does the offline judge see the quality that the offline writer was asked for?

Every question of the bank is answered by every shipped candidate at two drawn qualities in both
languages; the figure is Spearman's rank correlation between the drawn quality and
`HeuristicJudge.score`. Run: `python benchmarks/personas/answer_quality.py`; the last line is JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import time

from interview_engine.personas import AnswerRequest, BankQuestion, default_catalogue, write_answer
from interview_engine.personas.chance import keyed_number
from interview_engine.scoring import HeuristicJudge
from interview_engine.vocabulary import Language

_WANTED = 0.6
_DRAWS = 2


def ranks(values: list[float]) -> list[float]:
    """Return ranks from 1, ties sharing their mean rank."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            found[place] = (start + end + 1) / 2
        start = end
    return found


def spearman(first: list[float], second: list[float]) -> float:
    """Return Spearman's rank correlation: Pearson's of the ranks."""
    return statistics.correlation(ranks(first), ranks(second))


def measure(
    questions: tuple[BankQuestion, ...], language: Language
) -> tuple[list[float], list[float], list[str]]:
    """Return drawn qualities, judged scores and question kinds, in the same order."""
    judge = HeuristicJudge()
    drawn: list[float] = []
    judged: list[float] = []
    kinds: list[str] = []
    for question in questions:
        text = question.text.spoken_in(language)
        points = tuple(point.point.spoken_in(language) for point in question.key_points)
        for persona in default_catalogue().candidates:
            for draw in range(_DRAWS):
                quality = keyed_number(persona.id, question.id, draw, language.value) % 101
                request = AnswerRequest(
                    question=text,
                    kind=question.kind,
                    language=language,
                    quality=quality,
                    bank_question=question,
                    seconds=question.seconds,
                    variation=draw,
                )
                drawn.append(float(quality))
                judged.append(judge.score(text, points, write_answer(persona, request), language))
                kinds.append(question.kind.value)
    return drawn, judged, kinds


def main() -> int:
    """Print the correlation per language and kind; fail when a language is below what is wanted."""
    started = time.perf_counter()
    questions = default_catalogue().questions
    result: dict[str, float] = {"questions": len(questions)}
    for language in Language:
        drawn, judged, kinds = measure(questions, language)
        result[language.value] = round(spearman(drawn, judged), 3)
        result[f"{language.value}_answers"] = len(drawn)
        print(f"{language.value}: Spearman {result[language.value]:.3f} over {len(drawn)} answers")
        for kind in sorted(set(kinds)):
            chosen = [index for index, found in enumerate(kinds) if found == kind]
            value = spearman([drawn[index] for index in chosen], [judged[index] for index in chosen])
            print(f"  {kind:18} {value:.3f} ({len(chosen)})")
    result["seconds"] = round(time.perf_counter() - started, 1)
    reached = all(result[language.value] >= _WANTED for language in Language)
    print(json.dumps({"benchmark": "personas.answer_quality", "reached": reached, **result}))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
