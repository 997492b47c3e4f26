"""Which language a person reads: Korean unless their client prefers English."""

from __future__ import annotations

from interview_engine.vocabulary import Language


def language_of(accept: str) -> Language:
    """Return the language that an Accept-Language header prefers among ours.

    Args:
        accept: The header's value; empty without one.
    """
    best: dict[Language, float] = {}
    for part in accept[:200].split(","):
        tag, _, parameter = part.strip().partition(";")
        weight = _weight(parameter)
        primary = tag.strip().lower().partition("-")[0]
        for language in Language:
            if primary == language.value:
                best[language] = max(weight, best.get(language, 0.0))
    return Language.EN if best.get(Language.EN, 0.0) > best.get(Language.KO, 0.0) else Language.KO


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0.0 <= weight <= 1.0 else 0.0
