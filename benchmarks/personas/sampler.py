"""Answers of the offline candidates to read: what an interviewer would find odd, no figure shows.

Run: `python -m benchmarks.personas.sampler ko`, or `en`; `--every 13 --start 4` picks each thirteenth
question from the fifth on, `--quality 30 60 92` the drawn qualities. The candidates take turns.
"""

from __future__ import annotations

import argparse

from interview_engine.personas import AnswerRequest, default_catalogue, write_answer
from interview_engine.scoring import HeuristicJudge
from interview_engine.vocabulary import Language

_QUALITIES = (30, 60, 92)


def main() -> None:
    """Print questions with answers by the candidates in turn, each with the offline judge's score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=[language.value for language in Language])
    parser.add_argument("--every", type=int, default=13)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--quality", type=int, nargs="+", default=_QUALITIES)
    parser.add_argument("--places", type=int, default=0, help="candidates in the room; 0: unknown")
    chosen = parser.parse_args()
    language = Language(chosen.language)
    catalogue, judge = default_catalogue(), HeuristicJudge()
    for number, question in enumerate(catalogue.questions[chosen.start :: chosen.every]):
        candidate = catalogue.candidates[number % len(catalogue.candidates)]
        text = question.text.spoken_in(language)
        points = tuple(point.point.spoken_in(language) for point in question.key_points)
        print(f"\n{question.id} ({question.kind.value}) {text}\n  [{' | '.join(points)}]")
        for quality in chosen.quality:
            request = AnswerRequest(
                question=text,
                kind=question.kind,
                language=language,
                quality=quality,
                bank_question=question,
                seconds=question.seconds,
                variation=number,
                place=number % chosen.places if chosen.places else None,
                places=chosen.places,
            )
            answer = write_answer(candidate, request)
            score = judge.score(text, points, answer, language, question.kind)
            print(f"  {candidate.id}, quality {quality}, score {score:.2f}:\n    {answer}")


if __name__ == "__main__":
    main()
