"""The terminal's texts: one catalogue per language."""

from __future__ import annotations

from adapters.terminal.texts.catalogue import Texts
from adapters.terminal.texts.english import ENGLISH
from adapters.terminal.texts.korean import KOREAN
from interview_engine.vocabulary import Language

__all__ = ["Texts", "texts_in"]


def texts_in(language: Language) -> Texts:
    """Return the catalogue of a language."""
    return KOREAN if language is Language.KO else ENGLISH
