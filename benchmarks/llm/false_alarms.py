"""How often does the tripwire catch an honest answer? The AI candidates' own, and a file of people's.

Usage: python -m benchmarks.llm.false_alarms [PATH]; PATH has one JSON object with `answer` a line. A tripped
answer loses the sentences that tripped it; a doubtful one only in a second reading. The last line is JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from adapters.llm.defences.tripwire import read
from interview_engine.personas.answering import AnswerRequest, write_answer
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language

STEP = 3
"""Distance between the bank's questions that are answered."""
QUALITIES = (20, 55, 90)


def persona_answers(language: Language) -> list[str]:
    """Return what the shipped candidates answer to a third of the bank, weakly, middlingly and well.

    Args:
        language: The language of the answers.
    """
    catalogue = default_catalogue()
    return [
        write_answer(
            persona,
            AnswerRequest(
                question=question.text.spoken_in(language),
                kind=question.kind,
                language=language,
                quality=QUALITIES[(place + seat) % len(QUALITIES)],
                variation=seat,
                bank_question=question,
                competency=question.competency,
                seconds=question.seconds,
            ),
        )
        for place, question in enumerate(catalogue.questions[::STEP])
        for seat, persona in enumerate(catalogue.candidates)
    ]


def alarms(answers: Iterable[str]) -> dict[str, int]:
    """Return how many answers there are, trip the wire, and are doubtful.

    Args:
        answers: Honest ones.
    """
    readings = [read(answer) for answer in answers]
    return {
        "answers": len(readings),
        "tripped": sum(reading.tripped for reading in readings),
        "doubtful": sum(reading.doubtful for reading in readings),
    }


def main() -> None:
    """Print the table, and the figures as JSON in the last line."""
    figures = {f"personas_{language.value}": alarms(persona_answers(language)) for language in Language}
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if path is not None and path.is_file():
        rows = path.read_text(encoding="utf-8").splitlines()
        figures["people"] = alarms(json.loads(row)["answer"] for row in rows)
    for name, row in figures.items():
        print(f"{name:14}", *(f"{key} {value:5}" for key, value in row.items()))
    print(json.dumps({"benchmark": "llm_false_alarms", **figures}))


if __name__ == "__main__":
    main()
