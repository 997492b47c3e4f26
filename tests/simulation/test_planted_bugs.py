"""Each invariant fails when a bug is planted in the engine."""

from __future__ import annotations

import pytest

from interview_engine.core import events as e
from interview_engine.core import evolve
from interview_engine.core.changed import changed
from interview_engine.core.codec import decode_room
from interview_engine.core.effects import Effect, WriteAnswer, pending_effects
from interview_engine.core.evolving import asking
from interview_engine.core.ledger import CommandLedger
from interview_engine.core.rules import (
    answering,
    conducting,
    planning,
    presence,
    reporting,
    running_out,
)
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition
from interview_engine.core.views import Viewer, view
from interview_engine.ids import Millis, SeatId
from interview_engine.scoring import Board, Contender, Duel, build_board
from interview_engine.testing.history import History
from interview_engine.testing.invariants import INVARIANTS, check, evidence, recovery, secrecy, sight
from interview_engine.testing.simulator import simulate, simulate_many
from tests.simulation.sound_history import SEED, longest_history

TRIES = 150


@pytest.fixture(scope="module")
def sound() -> History:
    return longest_history()


def found_by(invariant: str) -> bool:
    """Play interviews with the bug that is planted now, until the invariant finds it."""
    return any(
        check(simulate(SEED, index, costly=False).history, names=(invariant,)) for index in range(TRIES)
    )


def test_a_forgetful_ledger_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CommandLedger, "with_command", lambda ledger, command_id, seq: ledger)
    assert found_by("command_commits_once")


def test_an_outage_that_is_not_given_back_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(evolve._CHANGES, e.OutageNoted, evolve._unchanged)
    assert found_by("nobody_loses_time")


def test_a_pause_that_is_not_given_back_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(evolve._CHANGES, e.InterviewResumed, lambda room, event: changed(room, paused=None))
    assert found_by("nobody_loses_time")


def test_a_disconnect_that_is_not_given_back_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "time_owed", lambda *arguments: Millis(0))
    assert found_by("nobody_loses_time")


def test_more_than_the_cap_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "time_owed", lambda *arguments: Millis(400_000))
    assert found_by("budgets_are_kept")


def test_an_answer_after_the_deadline_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    real = running_out.catch_up

    def lenient(t: Transition, now: Millis) -> None:
        real(t, Millis(now - 2_000))
        t.at = now

    monkeypatch.setattr("interview_engine.core.decide.catch_up", lenient)
    monkeypatch.setattr(answering, "turn_deadline", lambda room, turn: Millis(turn.deadline + 10_000))
    assert found_by("only_owner_in_time")


def test_a_repeated_question_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "_asked_before", lambda *arguments: False)
    assert found_by("question_once_per_candidate")


def test_an_order_that_always_begins_with_the_same_candidate_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "_order", lambda room, policy, seats: seats)
    assert found_by("leading_is_fair")


@pytest.mark.parametrize(
    "owner,name,value",
    [
        (answering, "DRAFT_EVERY_MS", 0),
        ("interview_engine.core.rules.operating", "CHAT_MESSAGES", 99),
    ],
)
def test_a_rate_that_is_not_limited_is_found(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, value: int
) -> None:
    if isinstance(owner, str):
        monkeypatch.setattr(f"{owner}.{name}", value)
    else:
        monkeypatch.setattr(owner, name, value)
    assert found_by("budgets_are_kept")


def test_follow_ups_without_a_budget_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    real = asking.rounds_planned
    monkeypatch.setitem(
        evolve._CHANGES, e.RoundsPlanned, lambda room, event: changed(real(room, event), follow_ups_used=())
    )
    assert found_by("budgets_are_kept")


def test_a_room_that_waits_for_ever_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait_again(t: Transition) -> None:
        wait = t.room.wait
        assert wait is not None
        until = Millis(t.at + 1_000)
        if wait.round_id is None:
            t.record(e.DeliberationStretched(at=t.at, until=until))
        else:
            t.record(e.QuestionAwaited(at=t.at, round_id=wait.round_id, until=until))

    monkeypatch.setattr(running_out, "_wait_ran_out", wait_again)
    assert found_by("clock_alone_ends_it")


def test_chance_that_is_not_keyed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(range(10_000))
    monkeypatch.setattr(conducting, "draw_between", lambda *arguments: next(drawn))
    assert found_by("same_commands_same_log")


def test_a_ranking_that_depends_on_order_is_found(sound: History, monkeypatch: pytest.MonkeyPatch) -> None:
    def ordered(contenders: tuple[Contender, ...], duels: tuple[Duel, ...]) -> Board:
        board = build_board(contenders, duels)
        leader = contenders[0].seat_id
        rows = tuple(
            changed(row, strength=row.strength + (0.5 if row.seat_id == leader else 0.0))
            for row in board.rows
        )
        return changed(board, rows=rows)

    monkeypatch.setattr(evidence, "build_board", ordered)
    assert check(sound, names=("ranking_is_pure",))


@pytest.mark.parametrize(
    "field",
    ["seed", "rounds_planned", "unjudged", "tallies", "duels", "ledger", "follow_ups_used", "led"],
)
def test_a_field_that_is_shown_by_mistake_is_found(
    sound: History, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    def leaking(room: Room, viewer: Viewer) -> Room:
        return changed(view(room, viewer), **{field: getattr(room, field)})

    monkeypatch.setattr(secrecy, "view", leaking)
    assert check(sound, names=("hidden_stays_hidden",))


@pytest.mark.parametrize("part", ["quality", "prepared", "family"])
def test_a_turns_secret_that_is_shown_is_found(
    sound: History, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def leaking(room: Room, viewer: Viewer) -> Room:
        shown = view(room, viewer)
        if room.current is None or shown.current is None:
            return shown
        turns = tuple(
            changed(turn, **{part: getattr(held, part)})
            for turn, held in zip(shown.current.turns, room.current.turns, strict=True)
        )
        return changed(shown, current=changed(shown.current, turns=turns))

    monkeypatch.setattr(secrecy, "view", leaking)
    assert found_by("hidden_stays_hidden")


def test_an_event_that_is_shown_whole_is_found(sound: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrecy, "seen_event", lambda room, event, viewer: event)
    assert check(sound, names=("hidden_stays_hidden",))


def test_a_writer_that_is_told_the_key_points_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def telling(room: Room) -> tuple[Effect, ...]:
        points = ",".join(room.current.question.key_points) if room.current and room.current.question else ""
        return tuple(
            changed(effect, question=effect.question + points) if isinstance(effect, WriteAnswer) else effect
            for effect in pending_effects(room)
        )

    monkeypatch.setattr(secrecy, "pending_effects", telling)
    assert found_by("hidden_stays_hidden")


def test_an_exception_of_the_engine_names_its_interview(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(t: Transition) -> None:
        raise ValueError(t.room.room_id)

    monkeypatch.setattr(running_out, "_wait_ran_out", broken)
    found = simulate_many(20, SEED)
    raised = [violation for violation in found.violations if violation.invariant == "raises_nothing"]
    assert raised
    with pytest.raises(ValueError, match="room"):
        simulate(SEED, raised[0].index)


def test_a_view_that_invents_something_is_found(sound: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sight, "view", lambda room, viewer: changed(view(room, viewer), host=SeatId("nobody"))
    )
    assert check(sound, names=("views_are_filtered_prefixes",))


def test_a_view_that_takes_something_back_is_found(sound: History, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(room: Room, viewer: Viewer) -> Room:
        return changed(view(room, viewer), rounds=()) if room.seq > 60 else view(room, viewer)

    monkeypatch.setattr(sight, "view", forgetful)
    monkeypatch.setattr(sight, "_beyond", lambda *arguments: iter(()))
    assert check(sound, names=("views_are_filtered_prefixes",))


def test_a_snapshot_that_loses_something_is_found(sound: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        recovery, "decode_room", lambda data: changed(decode_room(data), host=None, created_at=Millis(1))
    )
    assert check(sound, names=("snapshot_and_tail",))
    assert check(sound, names=("codec_round_trip",))


def test_every_invariant_has_a_law() -> None:
    assert len(INVARIANTS) == 22
    assert all(invariant.law.endswith(".") for invariant in INVARIANTS.values())
