"""Transcripts made by hand: words with their times."""

from __future__ import annotations

from adapters.llm.speech.transcript import SpokenWord, Transcript
from interview_engine.ids import Millis


def spoken(*words: tuple[str, int, int]) -> Transcript:
    return Transcript(
        text=" ".join(text for text, _, _ in words),
        words=tuple(
            SpokenWord(text=text, start_ms=Millis(start), end_ms=Millis(end)) for text, start, end in words
        ),
    )
