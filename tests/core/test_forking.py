from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.forking import ForkError, fork, seq_of_round
from interview_engine.core.log import Record, fold_log
from interview_engine.core.stages import Stage
from interview_engine.core.verifying import verify
from interview_engine.ids import RoomId, RoundId, Salt, Seq
from tests.core.logs import KIMS_ANSWER, later, whole_log
from tests.core.play import KIM, Play

FRESH = Salt("fedcba9876543210")


@pytest.fixture(scope="module")
def log() -> tuple[Record, ...]:
    return whole_log()


def forked(log: tuple[Record, ...], at: int) -> tuple[Record, ...]:
    return fork(log, Seq(at), room_id=RoomId("again"), salt=FRESH)


def test_a_fork_shares_the_past_and_names_its_parent(log: tuple[Record, ...]) -> None:
    new = forked(log, 20)
    room = fold_log(new)
    assert (room.room_id, len(new)) == ("again", 20)
    assert room.parent is not None
    assert (room.parent.room_id, room.parent.seq, room.parent.hash) == ("room", 20, log[19].hash)
    parent = fold_log(log[:20])
    assert attrs.evolve(room, room_id=parent.room_id, parent=None, ledger=parent.ledger) == parent


def test_it_is_chained_and_salted_anew(log: tuple[Record, ...]) -> None:
    new = forked(log, len(log))
    assert verify(new).sound
    assert not {record.hash for record in new} & {record.hash for record in log}
    assert not {record.salt for record in new if record.salt} & {record.salt for record in log}


@pytest.mark.parametrize("at", [0, -1, 10**6])
def test_it_begins_at_a_record_that_exists(log: tuple[Record, ...], at: int) -> None:
    with pytest.raises(ForkError, match=f"not {at}"):
        forked(log, at)


def test_a_question_is_answered_again_against_the_same_rivals(log: tuple[Record, ...]) -> None:
    at = seq_of_round(log, RoundId("r1"))
    new = forked(log, at)
    play = Play(fold_log(new), commands_before=1_000)
    since = play.now
    play.now = later(0)
    play.do(c.OutageEnded(now=play.now, since=since))
    while not [turn for turn in play.room.open_turns() if turn.seat_id == KIM]:
        play.serve()
        if not [turn for turn in play.room.open_turns() if turn.seat_id == KIM]:
            play.tick_to_deadline()
    play.answer(KIM, "이번에는 다르게 답해 보겠습니다. 원인을 먼저 말씀드리겠습니다.")
    play.to_the_end()
    assert play.room.stage is Stage.FINISHED
    texts = [turn.text for turn in play.room.rounds[0].turns if turn.seat_id == KIM]
    assert KIMS_ANSWER not in texts


def test_the_clocks_go_on_from_the_moment_of_the_fork(log: tuple[Record, ...]) -> None:
    opened = next(record.seq for record in log if isinstance(record.event, e.TurnOpened))
    play = Play(fold_log(forked(log, opened)))
    (turn,) = play.room.open_turns()
    since = play.now
    play.now = later(0)
    play.do(c.OutageEnded(now=play.now, since=since))
    (moved,) = play.room.open_turns()
    assert moved.deadline == turn.deadline + (later(0) - since)  # type: ignore[operator]


def test_the_new_room_has_been_given_no_command_yet(log: tuple[Record, ...]) -> None:
    assert len(fold_log(log[:20]).ledger) > 0
    assert len(fold_log(forked(log, 20)).ledger) == 0


def test_only_a_question_that_was_asked_is_found(log: tuple[Record, ...]) -> None:
    assert seq_of_round(log, RoundId("r1")) < seq_of_round(log, RoundId("r2"))
    with pytest.raises(ForkError, match="r99 was never asked"):
        seq_of_round(log, RoundId("r99"))
