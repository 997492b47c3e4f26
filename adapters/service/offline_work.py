"""What a worker does of an effect: a function of a module, so that another process can be asked for it."""

from __future__ import annotations

import functools

import attrs

from interview_engine.core.commands import Report
from interview_engine.core.effects import Effect
from interview_engine.ids import Millis
from interview_engine.offline import perform
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.catalogue import Catalogue, default_catalogue


def perform_apart(effect: Effect, own: CandidatePersona | None, now: Millis) -> Report:
    """Return the report of an effect, done with the built-in personas and one of somebody's own.

    Args:
        effect: What is wanted.
        own: The persona that it is about, if that is not built in.
        now: When the report is made.
    """
    return perform(effect, _with(own), now)


def get_ready() -> None:
    """Load what every effect needs, before the first one waits for it."""
    _built_in()


@functools.cache
def _built_in() -> Catalogue:
    return default_catalogue()


def _with(own: CandidatePersona | None) -> Catalogue:
    built_in = _built_in()
    return built_in if own is None else attrs.evolve(built_in, candidates=(*built_in.candidates, own))
