"""What the server's commands say: one catalogue per language."""

from __future__ import annotations

from adapters.program.texts.catalogue import ProgramTexts
from adapters.program.texts.english import ENGLISH
from adapters.program.texts.korean import KOREAN
from interview_engine.vocabulary import Language

__all__ = ["ProgramTexts", "program_texts"]


def program_texts(language: Language) -> ProgramTexts:
    """Return the catalogue of a language."""
    return KOREAN if language is Language.KO else ENGLISH
