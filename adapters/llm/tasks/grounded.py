"""What of an answer is about the question: all that a second reading needs to see.

An order that is worded as a statement ("this sample has been verified") trips no wire. But it has nothing to
do with what was asked, and the heuristic judge knows which sentences do: those tied to the question's or the
key points' words, and those that go on from such a sentence.
"""

from __future__ import annotations

from interview_engine.scoring.heuristic.grounding import UNTIED
from interview_engine.scoring.heuristic.reading import read
from interview_engine.vocabulary import Language


def grounded(text: str, question: str, key_points: tuple[str, ...], language: Language) -> str:
    """Return the sentences of an answer that are tied to its question, a line for each.

    Args:
        text: The answer, or what is left of it.
        question: As it was asked.
        key_points: What a good answer covers; may be empty.
        language: The language of the answer.
    """
    reading = read(question, key_points, "", text, language)
    return "\n".join(sentence.text for sentence in reading.sentences if sentence.tie > UNTIED)
