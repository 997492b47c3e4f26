from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core import views
from interview_engine.core.codec import canonical
from interview_engine.core.effects import JudgeAnswer, WriteAnswer
from interview_engine.core.evolve import evolve
from interview_engine.core.settings import Settings, Visibility
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Round, Turn
from interview_engine.core.views import PUBLIC, Viewer, seen_event, view
from interview_engine.core.visibility import EVERYONE
from interview_engine.ids import SeatId, Seed
from interview_engine.scoring import Board
from interview_engine.testing.rooms import SEED, ai
from interview_engine.values import value
from tests.core.play import KIM, LEE, ONE, TOGETHER, TWO, Play, asked, waiting

GUEST = SeatId("guest")
AS_KIM, AS_LEE = Viewer(seat_id=KIM), Viewer(seat_id=LEE)
SECRET = "아무도 아직 모르는 문장입니다"


def seen(play: Play, viewer: Viewer = PUBLIC) -> str:
    return canonical(view(play.room, viewer)).decode()


def deltas(before: Room, play: Play, viewer: Viewer) -> Iterator[str]:
    """Yield what a viewer is told of every event since a room."""
    room = before
    for event in play.events:
        room = evolve(room, event)
        told = seen_event(room, event, viewer)
        if told is not None:
            yield canonical(told).decode()


def watched(settings: Settings = TWO, *, humans: int = 2, ai: int = 0) -> tuple[Room, Play]:
    play = asked(settings, humans=humans, ai=ai)
    play.events.clear()
    return play.room, play


class TestSecrets:
    def test_the_seed_is_in_no_view_until_the_end(self) -> None:
        play = asked(TWO, ai=2)
        for viewer in (AS_KIM, PUBLIC, Viewer(seat_id=ai())):
            assert SEED not in seen(play, viewer)
        play.to_the_end()
        assert view(play.room, PUBLIC).revealed_seed == SEED
        assert view(play.room, PUBLIC).seed == ""

    def test_the_creation_is_told_without_it(self) -> None:
        room = waiting().room
        created = e.RoomCreated(
            at=room.now,
            room_id=room.room_id,
            settings=room.settings,
            rules_version=1,
            seed_commitment="promise",
            seed=Seed("secret"),
        )
        told = seen_event(room, created, PUBLIC)
        assert isinstance(told, e.RoomCreated)
        assert (told.seed, told.seed_commitment) == ("", "promise")

    def test_key_points_show_at_the_end(self) -> None:
        room, play = watched()
        assert play.room.current is not None
        assert play.room.current.question is not None
        points = play.room.current.question.key_points
        assert all(point not in seen(play, AS_KIM) for point in points)
        play.to_the_end()
        assert all(point in seen(play, AS_KIM) for point in points)
        assert not any(points[0] in told for told in deltas(room, play, AS_KIM))

    def test_drawn_quality_and_prepared_answers_are_nobodys(self) -> None:
        play = waiting(humans=1)
        play.do(c.AddAiCandidate(**play.by(), seat_id=ai(), profile=asked(ai=1).room.seat(ai()).candidate))  # type: ignore[union-attr, arg-type]
        play.do(c.StartInterview(**play.by()))
        play.events.clear()
        room = play.room
        play.serve()
        prepared = play.turn(ai()).prepared
        assert prepared
        for viewer in (AS_KIM, PUBLIC, Viewer(seat_id=ai())):
            shown = view(play.room, viewer).current
            assert shown is not None
            assert {turn.quality for turn in shown.turns} == {None}
            assert prepared not in seen(play, viewer)
            assert not any(prepared in told or '"quality":4' in told for told in deltas(room, play, viewer))

    def test_profiles_of_rivals_and_interviewers_are_nobodys(self) -> None:
        shown = view(asked(ai=1).room, AS_KIM)
        assert all(seat.candidate is None and seat.interviewer is None for seat in shown.seats)

    def test_what_is_planned_is_nobodys(self) -> None:
        room, play = watched()
        assert play.room.upcoming
        assert view(play.room, AS_KIM).upcoming == ()
        play.serve()
        assert list(deltas(room, play, AS_KIM)) == []

    def test_the_command_behind_an_event_is_nobodys(self) -> None:
        room, play = watched()
        play.answer(KIM)
        assert not any('"cause":"c' in told for told in deltas(room, play, AS_KIM))


class TestOwners:
    def test_a_draft_is_its_owners(self) -> None:
        room, play = watched()
        play.do(c.SaveDraft(**play.of(KIM), turn_id=play.turn(KIM).turn_id, text=SECRET))
        assert SECRET in seen(play, AS_KIM)
        assert SECRET in "".join(deltas(room, play, AS_KIM))
        for viewer in (AS_LEE, PUBLIC):
            assert SECRET not in seen(play, viewer)
            assert list(deltas(room, play, viewer)) == []

    def test_resume_facts_and_accommodation_are_their_owners(self) -> None:
        play = waiting()
        room = play.room
        play.do(c.ShareResume(**play.of(KIM), facts=(SECRET,)))
        play.do(c.SetAccommodation(**play.by(), seat_id=KIM, time_percent=200))
        assert SECRET in seen(play, AS_KIM)
        assert view(play.room, AS_KIM).seat(KIM).time_percent == 200  # type: ignore[union-attr]
        assert SECRET not in seen(play, AS_LEE)
        assert view(play.room, AS_LEE).seat(KIM).time_percent == 100  # type: ignore[union-attr]
        assert list(deltas(room, play, AS_LEE)) == []

    def test_feedback_is_its_owners(self) -> None:
        room, play = watched(ONE)
        play.to_the_end()
        for viewer, mine, other in ((AS_KIM, KIM, LEE), (AS_LEE, LEE, KIM)):
            text = seen(play, viewer) + "".join(deltas(room, play, viewer))
            assert f"feedback-for-{mine}" in text
            assert f"feedback-for-{other}" not in text
        assert "feedback-for" not in seen(play, PUBLIC)

    def test_a_stranger_owns_nothing_even_where_nobody_is_named(self) -> None:
        play = asked(TOGETHER)
        play.answer(KIM, SECRET)
        assert SECRET not in seen(play, PUBLIC)
        assert SECRET not in seen(play, Viewer(seat_id=SeatId("stranger")))


class TestReveal:
    def test_an_answer_is_public_at_once_when_one_speaks_after_the_other(self) -> None:
        room, play = watched()
        play.answer(KIM, SECRET)
        assert SECRET in seen(play, AS_LEE)
        assert SECRET in "".join(deltas(room, play, AS_LEE))

    @pytest.mark.parametrize("visibility", Visibility)
    def test_together_it_is_its_owners_until_the_round_closes(self, visibility: Visibility) -> None:
        room, play = watched(attrs.evolve(TOGETHER, visibility=visibility))
        play.answer(KIM, SECRET)
        play.serve(JudgeAnswer)
        assert play.room.current is not None
        assert SECRET in seen(play, AS_KIM)
        assert SECRET[:8] not in seen(play, AS_LEE), "not by a judge's quotation either"
        assert not any(SECRET[:8] in told for told in deltas(room, play, AS_LEE))
        play.answer(LEE)
        assert SECRET in seen(play, AS_LEE)
        assert any(SECRET in told for told in deltas(room, play, AS_LEE)), (
            "the closing event carries the texts"
        )

    def test_a_judges_quotes_of_a_hidden_answer_stay_hidden(self) -> None:
        play = asked(TOGETHER, humans=3)
        play.answer(KIM, SECRET)
        play.serve(JudgeAnswer)
        turn = view(play.room, AS_LEE).current.turns[0]  # type: ignore[union-attr]
        assert (turn.text, turn.evaluations, turn.score) == ("", (), None)
        assert play.room.current.turns[0].evaluations != ()  # type: ignore[union-attr]

    def test_a_speech_is_told_with_its_text(self) -> None:
        room, play = watched(ai=1)
        play.serve(WriteAnswer)
        text = play.turn(ai()).text
        spoken = [told for told in deltas(room, play, AS_KIM) if "ends_at" in told]
        assert len(spoken) == 1
        assert text in spoken[0]

    def test_a_speech_together_with_others_is_not(self) -> None:
        room, play = watched(TOGETHER, ai=1)
        play.serve(WriteAnswer)
        text = play.turn(ai()).text
        assert not any(text in told for told in deltas(room, play, AS_KIM))
        assert text not in seen(play, AS_KIM)


class TestDenyByDefault:
    def test_a_new_field_that_declares_nothing_is_hidden(self) -> None:
        @value(kw_only=True)
        class Extended:
            shown: str = attrs.field(metadata=EVERYONE)
            note: str = ""

        told = views._project(Extended(shown="공개", note=SECRET), views._scope(asked().room, AS_KIM))
        assert (told.shown, told.note) == ("공개", "")

    def test_a_field_that_may_be_hidden_needs_a_default(self) -> None:
        @value(kw_only=True)
        class Broken:
            shown: str = attrs.field(metadata=EVERYONE)
            forgotten: str

        with pytest.raises(TypeError, match=r"Broken.forgotten may be hidden, so it needs a default"):
            views._guarded_fields(Broken)

    def test_an_event_that_nobody_sees_needs_none(self) -> None:
        planned = e.RoundsPlanned(at=asked().now, rounds=())
        assert seen_event(asked().room, planned, AS_KIM) is None

    def test_a_plain_value_is_shown_whole_where_it_is_shown(self) -> None:
        room = asked().room
        assert view(room, PUBLIC).settings is room.settings
        assert views._guarded_fields(str) is None

    def test_every_class_of_the_state_can_be_projected(self) -> None:
        for cls in (Room, Round, Turn):
            assert views._guarded_fields(cls) is not None


def test_changing_hidden_fields_only_leaves_every_view_byte_identical() -> None:
    play = asked(attrs.evolve(TOGETHER, visibility=Visibility.END), ai=1)
    play.answer(KIM, SECRET)
    home = play.room.current
    assert home is not None
    assert home.question is not None
    turns = tuple(
        attrs.evolve(
            turn,
            quality=99,
            prepared="다른 준비",
            text="다른 답변" if turn.seat_id == KIM else turn.text,
            evaluations=(),
            score=None,
        )
        for turn in home.turns
    )
    question = attrs.evolve(home.question, key_points=("다른 요점",), shows="다른 기준")
    other = attrs.evolve(
        play.room,
        seed=Seed("다른 비밀"),
        current=attrs.evolve(home, turns=turns, question=question),
        seats=tuple(
            attrs.evolve(seat, facts=("다른 사실",)) if seat.seat_id == KIM else seat
            for seat in play.room.seats
        ),
        upcoming=(),
        tallies=(),
        board=Board(answers=9),
    )
    assert other != play.room
    for viewer in (AS_LEE, PUBLIC, Viewer(seat_id=ai())):
        assert canonical(view(other, viewer)) == canonical(view(play.room, viewer))
    assert canonical(view(other, AS_KIM)) != canonical(view(play.room, AS_KIM))


def test_what_was_once_public_stays_public() -> None:
    play = asked(TWO)
    play.answer(KIM, SECRET)
    assert SECRET in seen(play, AS_LEE)
    play.to_the_end()
    assert SECRET in seen(play, AS_LEE)
    assert play.room.stage is Stage.FINISHED
