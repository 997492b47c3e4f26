"""Each invariant fails when a history tells of something that its law forbids."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.log import Record, record_events
from interview_engine.ids import CommandId, Millis, Salt, Seq
from interview_engine.scoring import AnswerScore
from interview_engine.testing.history import History, history_of
from interview_engine.testing.invariants import check
from tests.simulation.sound_history import longest_history


@pytest.fixture(scope="module")
def sound() -> History:
    return longest_history()


Change = Callable[[list[e.Event]], list[e.Event]]


def lied(history: History, change: Change) -> History:
    """Return a history whose events were changed, written into a chain of its own."""
    events = change([record.event for record in history.log])
    return history_of(record_events(events, Salt("salt")))


def first(events: list[e.Event], kind: type[e.Event]) -> int:
    return next(place for place, event in enumerate(events) if isinstance(event, kind))


def repeated(kind: type[e.Event]) -> Change:
    def change(events: list[e.Event]) -> list[e.Event]:
        place = first(events, kind)
        return [*events[: place + 1], events[place], *events[place + 1 :]]

    return change


def rescored(alter: Callable[[AnswerScore], AnswerScore]) -> Change:
    def change(events: list[e.Event]) -> list[e.Event]:
        place = next(n for n, x in enumerate(events) if isinstance(x, e.AnswerScored) and not x.score.floored)
        event = events[place]
        assert isinstance(event, e.AnswerScored)
        return [*events[:place], changed(event, score=alter(event.score)), *events[place + 1 :]]

    return change


def without(kind: type[e.Event]) -> Change:
    return lambda events: [event for event in events if not isinstance(event, kind)]


def long_answer(events: list[e.Event]) -> list[e.Event]:
    place = next(
        n
        for n, x in enumerate(events)
        if isinstance(x, e.TurnClosed) and x.outcome.value == "answered" and x.text and not x.by_clock
    )
    return [
        changed(event, at=Millis(event.at + 3_600_000)) if at >= place else event
        for at, event in enumerate(events)
    ]


def back_in_time(events: list[e.Event]) -> list[e.Event]:
    return [*events[:-1], changed(events[-1], at=Millis(5))]


def raised_board(events: list[e.Event]) -> list[e.Event]:
    place = max(n for n, event in enumerate(events) if isinstance(event, e.BoardUpdated))
    event = events[place]
    assert isinstance(event, e.BoardUpdated)
    rows = tuple(changed(row, strength=row.strength + n) for n, row in enumerate(event.board.rows))
    return [*events[:place], changed(event, board=changed(event.board, rows=rows)), *events[place + 1 :]]


def same_questions(events: list[e.Event]) -> list[e.Event]:
    asked = next(event.question for event in events if isinstance(event, e.QuestionAdded))
    return [
        changed(event, question=asked) if isinstance(event, e.QuestionAdded) else event for event in events
    ]


def two_open(events: list[e.Event]) -> list[e.Event]:
    for place, event in enumerate(events):
        if isinstance(event, e.RoundOpened) and len(event.round.turns) > 1 and not event.round.simultaneous:
            extra = [
                e.TurnOpened(at=event.at, turn_id=turn.turn_id, deadline=Millis(event.at + 1))
                for turn in event.round.turns[:2]
            ]
            return [*events[: place + 1], *extra, *events[place + 1 :]]
    raise AssertionError("the history has no sequential round of two")


def another_verdict(events: list[e.Event]) -> list[e.Event]:
    place = first(events, e.AnswerScored)
    event = events[place]
    assert isinstance(event, e.AnswerScored)
    better = changed(event, score=changed(event.score, total=99.0))
    return [*events[: place + 1], better, *events[place + 1 :]]


def another_end(events: list[e.Event]) -> list[e.Event]:
    place = first(events, e.TurnClosed)
    event = events[place]
    assert isinstance(event, e.TurnClosed)
    return [*events[: place + 1], changed(event, text="something better"), *events[place + 1 :]]


@pytest.mark.parametrize(
    "invariant,change",
    [
        ("command_commits_once", repeated(e.ReadinessChanged)),
        ("one_open_turn", two_open),
        ("turn_closes_once", repeated(e.TurnClosed)),
        ("turn_closes_once", repeated(e.TurnOpened)),
        ("only_owner_in_time", long_answer),
        ("time_never_goes_back", back_in_time),
        ("question_once_per_candidate", same_questions),
        ("scores_cite_one_answer", rescored(lambda score: changed(score, total=100.5))),
        ("scores_cite_one_answer", rescored(lambda score: changed(score, spread=-1.0))),
        ("scores_cite_one_answer", repeated(e.AnswerScored)),
        ("unscored_is_not_zero", rescored(lambda score: changed(score, total=None))),
        ("unscored_is_not_zero", rescored(lambda score: changed(score, floored=True))),
        ("unscored_is_not_zero", without(e.EvaluationRecorded)),
        ("ranking_is_pure", raised_board),
        ("closed_stays_closed", another_verdict),
        ("closed_stays_closed", another_end),
    ],
)
def test_a_history_that_lies_is_found(sound: History, invariant: str, change: Change) -> None:
    assert not check(lied(sound, list), names=(invariant,)), "the untouched history must be sound"
    assert check(lied(sound, change), names=(invariant,))


def test_a_missing_record_is_found(sound: History) -> None:
    gap = attrs.evolve(sound, log=sound.log[:3] + sound.log[4:], rooms=sound.rooms[:3] + sound.rooms[4:])
    assert check(gap, names=("seq_without_gaps",))
    assert check(gap, names=("hash_chain",))


def test_a_changed_record_is_found(sound: History) -> None:
    def forged(record: Record) -> Record:
        return attrs.evolve(record, data=record.data.replace(b"}", b" }"))

    log = (*sound.log[:5], forged(sound.log[5]), *sound.log[6:])
    assert check(attrs.evolve(sound, log=log), names=("hash_chain",))


def test_a_live_room_that_is_not_the_logs_is_found(sound: History) -> None:
    assert check(attrs.evolve(sound, live=changed(sound.live, next_slot=99)), names=("fold_total_and_pure",))


def test_an_unknown_cause_is_found(sound: History) -> None:
    events = [record.event for record in sound.log]
    place = next(
        n
        for n, x in enumerate(events)
        if isinstance(x, e.TurnClosed) and x.text and not x.by_clock and x.cause
    )
    forged = changed(sound.log[place].event, cause=CommandId("somebody-else"))
    record = attrs.evolve(sound.log[place], event=forged, seq=Seq(place + 1))
    log = (*sound.log[:place], record, *sound.log[place + 1 :])
    assert check(attrs.evolve(sound, log=log), names=("only_owner_in_time",))
