"""Custom AI candidates: a person's TOML files join the catalogue."""

from __future__ import annotations

from pathlib import Path

from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.text_files import read_text
from adapters.terminal.texts import Texts, texts_in
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.catalogue import Catalogue
from interview_engine.personas.custom import parse_candidate_toml
from interview_engine.personas.errors import InvalidPersona
from interview_engine.vocabulary import Language


def read_persona(path: Path, language: Language) -> CandidatePersona:
    """Return the AI candidate that a TOML file describes.

    Raises:
        Failure: Listing everything that is wrong with the file, or when it can't be read.
    """
    texts = texts_in(language)
    try:
        return parse_candidate_toml(read_text(path, texts))
    except InvalidPersona as error:
        raise _problems(path, error, texts, language) from None


def with_custom_personas(catalogue: Catalogue, files: tuple[Path, ...], language: Language) -> Catalogue:
    """Return the catalogue with the candidates of these files.

    Raises:
        Failure: For a file that doesn't read or has problems.
    """
    for path in files:
        catalogue = catalogue.with_candidate(read_persona(path, language))
    return catalogue


def _problems(path: Path, error: InvalidPersona, texts: Texts, language: Language) -> Failure:
    hint = "\n  ".join(error.explain(language).splitlines())
    return Failure(f"{path}: {texts.persona_bad}", hint, ExitCode.FOUND_SOMETHING)
