"""All invariants, in the order in which they are checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from interview_engine.testing.history import History
from interview_engine.testing.invariants import (
    answer_time,
    budgets,
    evidence,
    records,
    recovery,
    secrecy,
    sight,
    turn_taking,
)

Checker = Callable[[History], Iterator[str]]
"""Yields one sentence for each thing that breaks the law; nothing for a sound history."""


@attrs.frozen(kw_only=True)
class Invariant:
    """A law that every history keeps.

    Attributes:
        name: Stable, snake_case.
        law: The law in one sentence.
        check: Looks for what breaks it.
        costly: Takes about as long as playing the interview did.
    """

    name: str
    law: str
    check: Checker
    costly: bool = False


@attrs.frozen(kw_only=True)
class Violation:
    """A law that was broken.

    Attributes:
        index: Which interview of a simulation; 0 outside of one.
        invariant: The law's name.
        detail: What was found, for people.
    """

    index: int
    invariant: str
    detail: str


def _law(check: Checker, *, costly: bool = False) -> Invariant:
    law = (check.__doc__ or "").strip()
    return Invariant(name=check.__name__, law=law, check=check, costly=costly)


INVARIANTS: Final[dict[str, Invariant]] = {
    invariant.name: invariant
    for invariant in (
        _law(records.seq_without_gaps),
        _law(records.hash_chain),
        _law(recovery.fold_total_and_pure),
        _law(records.command_commits_once),
        _law(turn_taking.one_open_turn),
        _law(turn_taking.turn_closes_once),
        _law(answer_time.only_owner_in_time),
        _law(records.time_never_goes_back),
        _law(turn_taking.question_once_per_candidate),
        _law(evidence.scores_cite_one_answer),
        _law(evidence.unscored_is_not_zero),
        _law(evidence.ranking_is_pure, costly=True),
        _law(turn_taking.closed_stays_closed),
        _law(sight.views_are_filtered_prefixes, costly=True),
        _law(secrecy.hidden_stays_hidden, costly=True),
        _law(recovery.snapshot_and_tail, costly=True),
        _law(recovery.codec_round_trip, costly=True),
        _law(answer_time.nobody_loses_time),
        _law(budgets.leading_is_fair),
        _law(budgets.budgets_are_kept),
        _law(recovery.clock_alone_ends_it, costly=True),
        _law(recovery.same_commands_same_log, costly=True),
    )
}


def check(
    history: History, *, index: int = 0, costly: bool = True, names: Iterable[str] = ()
) -> tuple[Violation, ...]:
    """Return every violation of the invariants.

    Args:
        history: What happened.
        index: Which interview of a simulation, for the violations.
        costly: Check the costly ones too.
        names: Check only these; all when empty.

    Raises:
        KeyError: For a name that no invariant has.
    """
    chosen = [INVARIANTS[name] for name in names] or list(INVARIANTS.values())
    return tuple(
        Violation(index=index, invariant=invariant.name, detail=detail)
        for invariant in chosen
        if costly or not invariant.costly
        for detail in invariant.check(history)
    )
