from __future__ import annotations

import pytest

from interview_engine.core import events as e
from interview_engine.core.log import Record, decode_log, encode_log, record_events
from interview_engine.core.redaction import SHORTEST_QUOTE, redact
from interview_engine.core.verifying import verify
from interview_engine.ids import Millis, SeatId
from tests.core.logs import KIMS_ANSWER, LEES_ANSWER, SALT, whole_log
from tests.core.play import KIM, LEE


@pytest.fixture(scope="module")
def log() -> tuple[Record, ...]:
    return whole_log()


def chats(*said: tuple[SeatId, str]) -> tuple[Record, ...]:
    events = [e.ChatSent(at=Millis(n), seat_id=seat_id, text=text) for n, (seat_id, text) in enumerate(said)]
    return record_events(events, SALT)


def texts(log: tuple[Record, ...]) -> list[str]:
    return [record.event.text for record in log if isinstance(record.event, e.ChatSent)]


def test_nothing_that_the_owner_wrote_is_left(log: tuple[Record, ...]) -> None:
    text = encode_log(redact(log, KIM)).decode()
    for words in (KIMS_ANSWER, "김하늘", "초안: human-1", "feedback-for-human-1"):
        assert words in encode_log(log).decode()
        assert words not in text


def test_what_others_wrote_stays(log: tuple[Record, ...]) -> None:
    text = encode_log(redact(log, KIM)).decode()
    for words in (LEES_ANSWER, "이도윤입니다!", "초안: human-2", "feedback-for-human-2"):
        assert words in text


def test_the_log_still_verifies_with_the_same_hashes(log: tuple[Record, ...]) -> None:
    redacted = redact(log, KIM)
    found = verify(redacted)
    assert found.sound
    assert found.finished
    assert found.redacted == sum(record.owner == KIM for record in log) > 5
    assert [record.hash for record in redacted] == [record.hash for record in log]


def test_it_verifies_from_a_file_too(log: tuple[Record, ...]) -> None:
    again = tuple(decode_log(encode_log(redact(log, KIM)).splitlines()))
    assert again == redact(log, KIM)
    assert verify(again).sound


def test_salts_are_deleted_with_the_texts_so_that_nobody_can_guess_them(log: tuple[Record, ...]) -> None:
    redacted = redact(log, KIM)
    assert all(record.salt == "" for record in redacted if record.owner == KIM)
    assert all(record.salt for record in redacted if record.owner == LEE and not record.redacted)


def test_redacting_twice_changes_nothing_more(log: tuple[Record, ...]) -> None:
    once = redact(log, KIM)
    assert redact(once, KIM) == once


def test_two_people_may_be_redacted(log: tuple[Record, ...]) -> None:
    both = redact(redact(log, KIM), LEE)
    assert verify(both).sound
    assert LEES_ANSWER not in encode_log(both).decode()


class TestQuotes:
    LONG = "저는 그 장애를 새벽 세 시에 혼자 고쳤습니다"

    def test_a_quotation_in_somebody_elses_text_is_deleted_with_it(self) -> None:
        log = chats((KIM, self.LONG), (LEE, f"아까 {self.LONG[2:20]} 하셨는데요"), (LEE, "다른 이야기입니다"))
        assert texts(redact(log, KIM)) == ["", "", "다른 이야기입니다"]

    def test_it_is_no_quotation_below_the_shortest_length(self) -> None:
        log = chats((KIM, self.LONG), (LEE, "|" + self.LONG[: SHORTEST_QUOTE - 1] + "|"))
        assert texts(redact(log, KIM))[1] != ""

    def test_from_that_length_on_it_is(self) -> None:
        log = chats((KIM, self.LONG), (LEE, "|" + self.LONG[:SHORTEST_QUOTE] + "|"))
        assert texts(redact(log, KIM))[1] == ""

    def test_a_quotation_with_line_breaks_and_quotation_marks_is_found(self) -> None:
        said = '첫째는\n둘째는\n"셋째"는\n넷째는\n다섯째'
        log = chats((KIM, said), (LEE, f"요약: {said}"))
        assert texts(redact(log, KIM)) == ["", ""]

    def test_short_words_are_nobodys(self) -> None:
        log = chats((KIM, "안녕하세요"), (LEE, "안녕하세요"))
        assert texts(redact(log, KIM)) == ["", "안녕하세요"]

    def test_resume_facts_count_as_words(self) -> None:
        fact = e.ResumeShared(at=Millis(0), seat_id=KIM, facts=(self.LONG,))
        quoted = e.ChatSent(at=Millis(1), seat_id=LEE, text=self.LONG)
        assert texts(redact(record_events((fact, quoted), SALT), KIM)) == [""]


def test_a_record_without_personal_text_is_left_alone(log: tuple[Record, ...]) -> None:
    for before, after in zip(log, redact(log, KIM), strict=True):
        if not before.digest:
            assert after is before
