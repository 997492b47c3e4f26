"""Do tricks pay? A shuffled bag of key words and an echo of the question, each against a good answer."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from benchmarks.scoring.question_bank import PlainQuestion, load_questions
from interview_engine.scoring import HeuristicJudge
from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Callable

_BAGS = 3


def bag_of_key_words(question: PlainQuestion, chance: random.Random) -> str:
    """Return the words of all key points, shuffled."""
    words = " ".join(question.key_points).split()
    chance.shuffle(words)
    return " ".join(words)


def bag_of_sentences(question: PlainQuestion, chance: random.Random) -> str:
    """Return the shuffled words with a polite ending and stops, as a cleverer trickster would."""
    words = " ".join(question.key_points).split()
    chance.shuffle(words)
    ending = "했습니다." if any("가" <= letter <= "힣" for letter in question.text) else "is what I did."
    return " ".join(f"{word} {ending}" if place % 6 == 5 else word for place, word in enumerate(words))


def bag_of_spoken_words(question: PlainQuestion, chance: random.Random) -> str:
    """Return the words of the good answer itself, shuffled."""
    words = question.good_answer().split()
    chance.shuffle(words)
    return " ".join(words)


def echo(question: PlainQuestion, chance: random.Random) -> str:
    """Return the question said back, up to three times."""
    return " ".join([question.text] * chance.randint(1, 3))


def rate_of_wins(
    trick: Callable[[PlainQuestion, random.Random], str], language: Language
) -> tuple[float, float]:
    """Return how often a trick scores at least as high as a good answer, and the tricks' mean score."""
    judge, chance = HeuristicJudge(), random.Random(20)
    wins = tried = 0
    total = 0.0
    for question in load_questions(language):
        good = judge.score(question.text, question.key_points, question.good_answer(), language)
        for _ in range(_BAGS):
            tricked = judge.score(question.text, question.key_points, trick(question, chance), language)
            tried += 1
            total += tricked
            wins += tricked >= good
    return (wins / tried, total / tried) if tried else (0.0, 0.0)


def main() -> None:
    """Print the figures, as JSON in the last line."""
    figures: dict[str, float | str] = {"benchmark": "stuffing"}
    tricks = (bag_of_key_words, bag_of_sentences, bag_of_spoken_words, echo)
    for language in Language:
        for trick in tricks:
            rate, mean = rate_of_wins(trick, language)
            name = f"{trick.__name__}_{language.value}"
            figures[f"{name}_wins"], figures[f"{name}_mean"] = round(rate, 4), round(mean, 4)
            print(f"{name:28} beats a good answer in {100 * rate:6.2f} %; mean score {mean:.3f}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
