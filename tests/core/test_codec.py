from __future__ import annotations

import msgspec
import pytest

from interview_engine.core import codec
from interview_engine.core import events as e
from interview_engine.core.codec import (
    EVENT_TYPES,
    BrokenData,
    CodecError,
    NewerSchema,
    UnknownEventType,
    blanked,
    canonical,
    decode_event,
    decode_room,
    encode_room,
    personal_fields,
    schema_of,
    tag_of,
)
from interview_engine.core.state import Room
from interview_engine.ids import Millis, SeatId
from tests.core.play import KIM, TWO, Play, asked, waiting

CHAT = e.ChatSent(at=Millis(5), seat_id=KIM, text='안녕 "하세요"')


def everything() -> Play:
    """Return a play in which most kinds of events happened."""
    play = asked(TWO, humans=2, ai=2, interviewers=2, follow_ups=100)
    play.away(KIM)
    play.back(KIM)
    return play.to_the_end()


class TestCanonical:
    def test_keys_are_sorted_and_there_is_no_white_space(self) -> None:
        assert canonical(CHAT) == (
            '{"at":5,"cause":"","seat_id":"human-1","text":"안녕 \\"하세요\\""}'.encode()
        )

    def test_equal_values_have_equal_bytes(self) -> None:
        one, other = everything().room, everything().room
        assert one is not other
        assert encode_room(one) == encode_room(other)

    def test_what_has_no_json_is_an_error(self) -> None:
        with pytest.raises(NotImplementedError, match="no JSON for object"):
            canonical(object())


class TestEvents:
    def test_every_event_comes_back_as_it_was(self) -> None:
        for event in everything().events:
            tag = tag_of(event)
            assert decode_event(tag, schema_of(tag), canonical(event)) == event

    def test_tags_are_fixed_words(self) -> None:
        assert EVENT_TYPES["round_opened"] is e.RoundOpened
        assert EVENT_TYPES["answer_prepared"] is e.AnswerPrepared
        assert len(EVENT_TYPES) == 40

    def test_an_unknown_type_says_what_to_do(self) -> None:
        with pytest.raises(UnknownEventType, match=r"'crown_passed'.*Upgrade interview-engine"):
            decode_event("crown_passed", 1, b"{}")

    def test_a_newer_schema_says_what_to_do(self) -> None:
        with pytest.raises(NewerSchema, match=r"chat_sent has schema 7, this version knows 1"):
            decode_event("chat_sent", 7, canonical(CHAT))

    @pytest.mark.parametrize(
        "data", [b"", b"{", b"[]", b"\xff", b'{"at":"late","seat_id":"kim"}', b'{"seat_id":"kim"}']
    )
    def test_broken_data_is_named(self, data: bytes) -> None:
        with pytest.raises(BrokenData, match=r"^chat_sent is broken: "):
            decode_event("chat_sent", 1, data)

    @pytest.mark.parametrize("schema", [0, -1])
    def test_there_is_no_schema_before_the_first(self, schema: int) -> None:
        with pytest.raises(BrokenData, match="schema"):
            decode_event("chat_sent", schema, canonical(CHAT))

    def test_all_errors_are_one_family(self) -> None:
        assert all(issubclass(cls, CodecError) for cls in (UnknownEventType, NewerSchema, BrokenData))


class TestUpcasting:
    @pytest.fixture
    def older(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let `chat_sent` have had two older shapes: a name instead of a seat, then words for text."""

        def seat_for_name(data: dict[str, object]) -> dict[str, object]:
            return {key: value for key, value in data.items() if key != "name"} | {"seat_id": data["name"]}

        def text_for_words(data: dict[str, object]) -> dict[str, object]:
            return {key: value for key, value in data.items() if key != "words"} | {"text": data["words"]}

        monkeypatch.setitem(codec.UPCASTERS, "chat_sent", (seat_for_name, text_for_words))

    def test_old_data_is_read_through_every_step(self, older: None) -> None:
        assert schema_of("chat_sent") == 3
        event = decode_event("chat_sent", 1, b'{"at":5,"cause":"","name":"kim","words":"hello"}')
        assert event == e.ChatSent(at=Millis(5), seat_id=SeatId("kim"), text="hello")

    def test_from_the_middle_too(self, older: None) -> None:
        event = decode_event("chat_sent", 2, b'{"at":5,"cause":"","seat_id":"kim","words":"hello"}')
        assert event == e.ChatSent(at=Millis(5), seat_id=SeatId("kim"), text="hello")

    def test_present_data_is_read_as_it_is(self, older: None) -> None:
        assert decode_event("chat_sent", 3, canonical(CHAT)) == CHAT

    def test_old_data_of_no_known_shape_is_broken(self, older: None) -> None:
        with pytest.raises(BrokenData):
            decode_event("chat_sent", 2, b'{"at":"x","seat_id":"kim","words":"hello"}')


class TestPersonalText:
    def test_the_fields_are_declared_with_the_event(self) -> None:
        assert personal_fields(CHAT) == ("text",)
        assert personal_fields(e.SeatAbsent(at=Millis(1), seat_id=KIM)) == ()

    def test_blanking_leaves_the_rest(self) -> None:
        assert blanked(CHAT) == e.ChatSent(at=Millis(5), seat_id=KIM)
        absent = e.SeatAbsent(at=Millis(1), seat_id=KIM)
        assert blanked(absent) is absent


class TestRooms:
    @pytest.mark.parametrize(
        "make", [waiting, lambda: asked(TWO, ai=1), everything], ids=["new", "asked", "end"]
    )
    def test_a_snapshot_comes_back_as_it_was(self, make: type[Play]) -> None:
        room: Room = make().room  # type: ignore[call-arg]
        again = decode_room(encode_room(room))
        assert again == room
        assert again.ledger.entries() == room.ledger.entries()
        assert encode_room(again) == encode_room(room)

    @pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b'{"room_id":1}'])
    def test_bytes_that_are_no_snapshot_are_refused(self, data: bytes) -> None:
        with pytest.raises(BrokenData, match="snapshot"):
            decode_room(data)

    def test_a_class_of_which_nothing_is_known_is_not_made_up(self) -> None:
        with pytest.raises(NotImplementedError, match="no decoder for"):
            msgspec.convert("x", _Odd, dec_hook=codec._decode_odd)


class _Odd:
    """Something that no JSON stands for."""
