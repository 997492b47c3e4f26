from __future__ import annotations

import json

import attrs
import pytest

from interview_engine.core import events as e
from interview_engine.core.codec import BrokenData
from interview_engine.core.log import (
    GENESIS,
    Record,
    chain_hash,
    decode_log,
    decode_record,
    encode_log,
    encode_record,
    record_events,
)
from interview_engine.core.redaction import redact
from interview_engine.core.settings import OrderPolicy
from interview_engine.core.verifying import verify
from interview_engine.ids import Millis, Salt, Seed, Seq
from interview_engine.scoring import Board
from tests.core.logs import chained_again, later, whole_log
from tests.core.play import KIM


@pytest.fixture(scope="module")
def log() -> tuple[Record, ...]:
    return whole_log()


def at(log: tuple[Record, ...], kind: type[e.Event]) -> int:
    return next(index for index, record in enumerate(log) if isinstance(record.event, kind))


def spoken(log: tuple[Record, ...]) -> int:
    return next(
        index for index, record in enumerate(log) if isinstance(record.event, e.TurnClosed) and record.digest
    )


def with_record(log: tuple[Record, ...], index: int, record: Record) -> tuple[Record, ...]:
    return (*log[:index], record, *log[index + 1 :])


def codes(log: tuple[Record, ...]) -> set[str]:
    return {fault.code for fault in verify(log).faults}


def forged(log: tuple[Record, ...], index: int, event: e.Event) -> tuple[Record, ...]:
    """Return a log whose chain is sound and in which one event says something else."""
    events = [record.event for record in log]
    events[index] = event
    return chained_again(tuple(events))


def test_a_sound_log(log: tuple[Record, ...]) -> None:
    found = verify(log)
    assert found.sound
    assert found.faults == ()
    assert (found.records, found.redacted, found.finished, found.head) == (len(log), 0, True, log[-1].hash)
    assert found.room is not None


def test_a_log_that_goes_on_is_sound_too(log: tuple[Record, ...]) -> None:
    found = verify(log[:-1])
    assert found.sound
    assert not found.finished


def test_a_log_from_a_file_is_sound(log: tuple[Record, ...]) -> None:
    assert verify(tuple(decode_log(encode_log(log).splitlines()))).sound


def test_an_empty_log() -> None:
    found = verify(())
    assert [(fault.code, fault.seq) for fault in found.faults] == [("empty", 0)]
    assert (found.room, found.head, found.finished, found.records) == (None, GENESIS, False, 0)


class TestTampering:
    def test_the_beginning_was_cut_off(self, log: tuple[Record, ...]) -> None:
        found = verify(log[1:])
        assert "first_event" in {fault.code for fault in found.faults}
        assert found.room is None

    def test_a_record_was_taken_out(self, log: tuple[Record, ...]) -> None:
        assert {"gap", "chain"} <= codes((*log[:10], *log[11:]))

    def test_two_records_changed_places(self, log: tuple[Record, ...]) -> None:
        assert {"gap", "chain"} <= codes((*log[:10], log[11], log[10], *log[12:]))

    def test_a_seq_was_changed(self, log: tuple[Record, ...]) -> None:
        changed = attrs.evolve(log[5], seq=Seq(99))
        assert codes(with_record(log, 5, changed)) == {"gap", "hash"}

    def test_a_hash_was_changed(self, log: tuple[Record, ...]) -> None:
        changed = attrs.evolve(log[5], hash="0" * 64)
        assert codes(with_record(log, 5, changed)) == {"hash", "chain"}

    def test_the_data_was_changed(self, log: tuple[Record, ...]) -> None:
        index = spoken(log)
        changed = attrs.evolve(log[index], data=log[index].data.replace(b"answered", b"void"))
        assert codes(with_record(log, index, changed)) == {"hash"}

    def test_the_data_is_no_json(self, log: tuple[Record, ...]) -> None:
        changed = attrs.evolve(log[5], data=b"\xff{")
        assert codes(with_record(log, 5, changed)) == {"hash"}

    def test_data_that_no_event_has_but_that_was_hashed(self, log: tuple[Record, ...]) -> None:
        record = log[-1]
        data = b'{"at":"never"}'
        forged_hash = chain_hash(record.prev_hash, record.seq, "interview_finished", 1, record.digest, data)
        assert codes(with_record(log, len(log) - 1, attrs.evolve(record, data=data, hash=forged_hash))) == {
            "hash"
        }

    def test_the_event_is_not_what_was_hashed(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.AnswerScored)
        event = log[index].event
        assert isinstance(event, e.AnswerScored)
        better = attrs.evolve(event, score=attrs.evolve(event.score, total=100.0))
        assert "hash" in codes(with_record(log, index, attrs.evolve(log[index], event=better)))

    def test_the_personal_text_was_changed(self, log: tuple[Record, ...]) -> None:
        index = spoken(log)
        event = log[index].event
        assert isinstance(event, e.TurnClosed)
        other = attrs.evolve(log[index], event=attrs.evolve(event, text="다른 답변입니다."))
        assert codes(with_record(log, index, other)) == {"personal", "score"}, "the score depends on the text"

    def test_the_salt_was_changed(self, log: tuple[Record, ...]) -> None:
        index = spoken(log)
        other = attrs.evolve(log[index], salt=Salt("f" * 32))
        assert codes(with_record(log, index, other)) == {"personal"}

    def test_a_digest_was_taken_away(self, log: tuple[Record, ...]) -> None:
        index = spoken(log)
        other = attrs.evolve(log[index], digest="", salt=Salt(""))
        assert codes(with_record(log, index, other)) == {"hash", "personal"}

    def test_a_text_was_put_into_a_redacted_record(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.ChatSent)
        line = json.loads(encode_record(redact(log, KIM)[index]))
        assert line["personal"] is None
        forged_line = json.dumps(line | {"personal": {"text": "하지 않은 말"}}, ensure_ascii=False).encode()
        assert codes(with_record(redact(log, KIM), index, decode_record(forged_line))) == {"personal"}

    def test_personal_data_overrides_what_was_hashed(self, log: tuple[Record, ...]) -> None:
        index = spoken(log)
        line = json.loads(encode_record(log[index]))
        personal = line["personal"] | {"outcome": "void"}
        record = decode_record(json.dumps(line | {"personal": personal}, ensure_ascii=False).encode())
        assert "hash" in codes(with_record(log, index, record))

    def test_a_personal_field_that_holds_nothing_leaves_no_digest_behind(
        self, log: tuple[Record, ...]
    ) -> None:
        empty = [r for r in log if isinstance(r.event, e.TurnClosed) and not r.event.text]
        assert empty
        assert all(not record.digest and not record.salt and not record.redacted for record in empty)

    def test_a_score_that_does_not_follow(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.AnswerScored)
        event = log[index].event
        assert isinstance(event, e.AnswerScored)
        better = attrs.evolve(event, score=attrs.evolve(event.score, spread=33.0))
        assert "score" in codes(forged(log, index, better))

    def test_a_turn_that_ended_twice(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.TurnClosed)
        events = [record.event for record in log]
        twice = [*events[: index + 1], events[index], *events[index + 1 :]]
        assert "turn" in codes(record_events(twice, Salt("s" * 16)))

    def test_a_quality_that_the_seed_does_not_draw(self, log: tuple[Record, ...]) -> None:
        index = next(
            n
            for n, record in enumerate(log)
            if isinstance(record.event, e.RoundOpened)
            and any(turn.quality is not None for turn in record.event.round.turns)
        )
        event = log[index].event
        assert isinstance(event, e.RoundOpened)
        turns = tuple(
            attrs.evolve(turn, quality=None if turn.quality is None else 1) for turn in event.round.turns
        )
        worse = attrs.evolve(event, round=attrs.evolve(event.round, turns=turns))
        assert "draw" in codes(forged(log, index, worse))

    def test_a_line_with_a_field_of_its_own_is_broken(self, log: tuple[Record, ...]) -> None:
        line = json.loads(encode_record(log[-1])) | {"note": "forged"}
        with pytest.raises(BrokenData):
            decode_record(json.dumps(line).encode())

    def test_time_went_back(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.TurnOpened)
        early = attrs.evolve(log[index].event, at=Millis(1))
        assert codes(forged(log, index, early)) == {"time"}

    def test_a_ranking_that_does_not_follow(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.BoardUpdated)
        event = log[index].event
        assert isinstance(event, e.BoardUpdated)
        flattered = attrs.evolve(event, board=attrs.evolve(event.board, rows=event.board.rows[::-1]))
        assert "board" in codes(forged(log, index, flattered))
        assert "board" in codes(forged(log, index, attrs.evolve(event, board=Board())))

    def test_a_ranking_of_other_rules_is_not_ours_to_judge(self, log: tuple[Record, ...]) -> None:
        created = log[0].event
        assert isinstance(created, e.RoomCreated)
        index = at(log, e.BoardUpdated)
        events = [record.event for record in log[: index + 1]]
        events[0] = attrs.evolve(created, rules_version=99)
        events[index] = attrs.evolve(events[index], board=Board())  # type: ignore[call-arg]
        assert verify(chained_again(tuple(events))).sound

    def test_a_seed_that_was_not_promised(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.InterviewFinished)
        event = log[index].event
        assert isinstance(event, e.InterviewFinished)
        assert codes(forged(log, index, attrs.evolve(event, seed=Seed("another")))) == {"seed"}

    def test_events_that_do_not_fold(self, log: tuple[Record, ...]) -> None:
        index = at(log, e.RoundOpened)
        event = log[index].event
        assert isinstance(event, e.RoundOpened)
        nobody = attrs.evolve(
            event, round=attrs.evolve(event.round, candidates=(), order=OrderPolicy.ROTATING)
        )
        found = verify(forged(log, index, nobody))
        assert [(fault.code, fault.seq) for fault in found.faults] == [("fold", index + 1)]
        assert found.room is None

    def test_a_fault_says_where(self, log: tuple[Record, ...]) -> None:
        changed = attrs.evolve(log[7], salt=Salt("x" * 32), digest="d" * 64)
        faults = verify(with_record(log, 7, changed)).faults
        assert {fault.seq for fault in faults} == {8}
        assert all(fault.detail for fault in faults)


def test_records_after_the_interview_count_as_well(log: tuple[Record, ...]) -> None:
    late = e.HostChanged(at=later(0), seat_id=KIM)
    assert verify(chained_again((*(record.event for record in log), late))).sound
