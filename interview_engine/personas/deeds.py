"""What each candidate has done, in short: facts with which a point of any question can be borne out."""

from __future__ import annotations

import functools

import attrs

from interview_engine.personas.package_data import read_folder
from interview_engine.personas.themes import Theme
from interview_engine.vocabulary import Bilingual


@attrs.frozen(kw_only=True)
class Deed:
    """One thing that a candidate did, and what came of it.

    Attributes:
        theme: What it is an example of.
        did: What was done: in Korean a clause up to its past stem, to which a frame adds an ending
            (`…남겼` + `습니다`, `던`, `는데`); in English a clause with its subject, without a stop.
        outcome: A sentence of its own with a figure or another thing that can be checked.
    """

    theme: Theme
    did: Bilingual
    outcome: Bilingual


@attrs.frozen(kw_only=True)
class Deeds:
    """The deeds of the personas of one variant; the highest variant is for everyone else."""

    variant: int
    deeds: tuple[Deed, ...]


@functools.cache
def _shipped() -> tuple[Deeds, ...]:
    return tuple(sorted(read_folder("deeds", Deeds), key=lambda found: found.variant))


def deeds_of(variant: int) -> tuple[Deed, ...]:
    """Return the deeds of a persona.

    Args:
        variant: The persona's variant; those of custom personas share one set.
    """
    shipped = _shipped()
    return shipped[min(variant, len(shipped) - 1)].deeds
