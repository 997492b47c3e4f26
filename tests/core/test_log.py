from __future__ import annotations

import hashlib
import json

import attrs
import pytest

from interview_engine.core import events as e
from interview_engine.core.codec import BrokenData, UnknownEventType
from interview_engine.core.evolve import fold
from interview_engine.core.log import (
    GENESIS,
    Record,
    chain_hash,
    decode_log,
    decode_record,
    encode_log,
    encode_record,
    fold_log,
    personal_digest,
    record_events,
    room_of,
)
from interview_engine.core.verifying import verify
from interview_engine.ids import Millis, Salt, Seq
from tests.core.logs import KIMS_ANSWER, SALT, events_of_an_interview, whole_log
from tests.core.play import KIM

CHAT = e.ChatSent(at=Millis(5), seat_id=KIM, text="안녕하세요")


@pytest.fixture(scope="module")
def log() -> tuple[Record, ...]:
    return whole_log()


class TestChain:
    def test_records_are_numbered_without_gaps_and_chained(self, log: tuple[Record, ...]) -> None:
        assert [record.seq for record in log] == list(range(1, len(log) + 1))
        assert [record.prev_hash for record in log] == [GENESIS, *(record.hash for record in log[:-1])]

    def test_a_log_that_is_appended_to_is_the_same_as_one_written_at_once(
        self, log: tuple[Record, ...]
    ) -> None:
        events = tuple(record.event for record in log)
        head = record_events(events[:10], SALT)
        tail = record_events(events[10:], SALT, after=head[-1].seq, prev_hash=head[-1].hash)
        assert head + tail == log

    def test_a_hash_covers_the_chain_the_place_the_type_and_the_data(self) -> None:
        args = ("a" * 64, 3, "chat_sent", 1, "", b"{}")
        others = {
            chain_hash("b" * 64, 3, "chat_sent", 1, "", b"{}"),
            chain_hash("a" * 64, 4, "chat_sent", 1, "", b"{}"),
            chain_hash("a" * 64, 3, "chat_send", 1, "", b"{}"),
            chain_hash("a" * 64, 3, "chat_sent", 2, "", b"{}"),
            chain_hash("a" * 64, 3, "chat_sent", 1, "d", b"{}"),
            chain_hash("a" * 64, 3, "chat_sent", 1, "", b"{ }"),
        }
        assert len(others) == 6
        assert chain_hash(*args) not in others
        head = f"{'a' * 64}\n3\nchat_sent\n1\n\n".encode()
        assert chain_hash(*args) == hashlib.sha256(head + b"{}").hexdigest()


class TestPersonalText:
    def test_it_is_outside_the_hashed_data(self) -> None:
        (record,) = record_events((CHAT,), SALT)
        assert b"\xec\x95\x88" not in record.data
        assert record.digest == personal_digest(
            record.salt, b'{"text":"\xec\x95\x88\xeb\x85\x95\xed\x95\x98\xec\x84\xb8\xec\x9a\x94"}'
        )
        assert record.owner == KIM
        assert not record.redacted

    def test_every_record_has_its_own_salt(self, log: tuple[Record, ...]) -> None:
        salts = [record.salt for record in log if record.digest]
        assert len(salts) == len(set(salts)) > 10
        assert all(len(salt) >= 16 for salt in salts)
        assert SALT not in salts

    def test_the_same_text_has_another_digest_each_time(self) -> None:
        first, second = record_events((CHAT, CHAT), SALT)
        assert first.digest != second.digest

    def test_an_event_without_personal_text_has_no_salt(self) -> None:
        (record,) = record_events((e.SeatAbsent(at=Millis(1), seat_id=KIM),), SALT)
        assert (record.salt, record.digest, record.owner, record.redacted) == ("", "", None, False)

    def test_an_empty_salt_is_refused_because_it_would_read_as_redacted(self) -> None:
        with pytest.raises(AssertionError, match="salt"):
            record_events((CHAT,), Salt(""))


class TestLines:
    def test_a_log_comes_back_from_its_lines_as_it_was(self, log: tuple[Record, ...]) -> None:
        assert tuple(decode_log(encode_log(log).splitlines())) == log

    def test_every_line_is_json_with_the_envelope(self, log: tuple[Record, ...]) -> None:
        line = json.loads(encode_record(log[-1]))
        assert set(line) == {"seq", "type", "schema", "data", "personal", "salt", "digest", "prev", "hash"}

    def test_empty_lines_are_passed_over(self, log: tuple[Record, ...]) -> None:
        lines = [b"", encode_record(log[0]) + b"\n", b"  \n", encode_record(log[1])]
        assert tuple(decode_log(lines)) == log[:2]

    def test_white_space_that_a_tool_added_does_no_harm(self, log: tuple[Record, ...]) -> None:
        lines = [json.dumps(json.loads(line), indent=None).encode() for line in encode_log(log).splitlines()]
        assert verify(tuple(decode_log(lines))).sound

    @pytest.mark.parametrize("line", [b"{", b'{"seq":1}', b"\xff\xfe", b"[]"])
    def test_a_broken_line_is_named(self, log: tuple[Record, ...], line: bytes) -> None:
        with pytest.raises(BrokenData, match=r"line 2 \(record\)"):
            tuple(decode_log([encode_record(log[0]), line]))

    def test_a_line_that_was_cut_off_is_named(self, log: tuple[Record, ...]) -> None:
        lines = encode_log(log).splitlines()
        with pytest.raises(BrokenData, match=f"line {len(lines)} "):
            tuple(decode_log([*lines[:-1], lines[-1][:40]]))

    def test_a_line_of_another_version_says_so(self) -> None:
        (record,) = record_events((CHAT,), SALT)
        line = encode_record(record).replace(b"chat_sent", b"crown_passed")
        with pytest.raises(UnknownEventType):
            decode_record(line)

    def test_personal_data_that_is_no_object_is_broken(self) -> None:
        (record,) = record_events((CHAT,), SALT)
        line = json.loads(encode_record(record)) | {"personal": ["x"]}
        with pytest.raises(BrokenData):
            decode_record(json.dumps(line).encode())


def test_folding_the_log_gives_the_room(log: tuple[Record, ...]) -> None:
    room = fold_log(log)
    assert room == fold(record.event for record in log)
    assert fold_log(log[20:], fold_log(log[:20])) == room
    assert room.seq == len(log)
    assert any(turn.text == KIMS_ANSWER for home in room.rounds for turn in home.turns)


def test_a_log_names_its_room(log: tuple[Record, ...]) -> None:
    assert room_of(log) == "room"
    with pytest.raises(AssertionError, match="begins with RoomCreated"):
        room_of((attrs.evolve(log[1], seq=Seq(1)),))


def test_the_same_interview_gives_the_same_log() -> None:
    assert events_of_an_interview() == events_of_an_interview()
    assert whole_log()[-1].hash == whole_log()[-1].hash
