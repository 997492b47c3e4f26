from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.codec import canonical
from interview_engine.core.effects import JudgeAnswer
from interview_engine.core.evolve import evolve
from interview_engine.core.settings import Settings, Visibility
from interview_engine.core.state import Room
from interview_engine.core.views import PUBLIC, Viewer, seen_event, view
from interview_engine.ids import SeatId
from interview_engine.scoring import Board
from tests.core.play import KIM, LEE, TWO, Play, asked

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


class TestRanking:
    def scored(self, visibility: Visibility) -> tuple[Room, Play]:
        room, play = watched(attrs.evolve(TWO, visibility=visibility))
        play.do(c.SkipTurn(**play.of(KIM), turn_id=play.turn(KIM).turn_id))
        return room, play

    def test_live(self) -> None:
        room, play = self.scored(Visibility.LIVE)
        shown = view(play.room, PUBLIC)
        assert shown.board == play.room.board != Board()
        assert shown.current.turns[0].score is not None  # type: ignore[union-attr]
        assert any('"board":' in told for told in deltas(room, play, PUBLIC))

    def test_after_rounds(self) -> None:
        room, play = self.scored(Visibility.AFTER_ROUND)
        shown = view(play.room, PUBLIC)
        assert (shown.board, shown.round_board) == (Board(), Board())
        assert shown.current.turns[0].score is None  # type: ignore[union-attr]
        assert not any("score" in told or '"board":' in told for told in deltas(room, play, PUBLIC))
        play.answer(LEE)
        after = view(play.room, PUBLIC)
        assert after.round_board == play.room.board != Board()
        assert after.board == Board()
        assert after.rounds[0].turns[0].score is not None
        (closed,) = (event for event in play.events if isinstance(event, e.RoundClosed))
        told = seen_event(play.room, closed, PUBLIC)
        assert isinstance(told, e.RoundClosed)
        assert (told.board, told.turns) == (after.round_board, after.rounds[0].turns)
        play.serve(JudgeAnswer)
        assert view(play.room, PUBLIC).rounds[0].turns[1].evaluations != ()

    def test_at_the_end(self) -> None:
        room, play = self.scored(Visibility.END)
        play.answer(LEE)
        play.serve()
        shown = view(play.room, PUBLIC)
        assert (shown.board, shown.round_board) == (Board(), Board())
        assert shown.rounds[0].turns[0].score is None
        assert not any('"score":{' in told or '"rows":[{' in told for told in deltas(room, play, PUBLIC))
        play.to_the_end()
        final = view(play.room, PUBLIC)
        ended = seen_event(play.room, play.events[-1], PUBLIC)
        assert isinstance(ended, e.InterviewFinished)
        assert (ended.board, ended.rounds) == (final.board, final.rounds)
        assert final.board == final.round_board == play.room.board
        assert final.rounds[0].turns[1].score is not None

    @pytest.mark.parametrize("visibility, told", [(Visibility.LIVE, True), (Visibility.END, False)])
    def test_verdicts_on_pairs(self, visibility: Visibility, told: bool) -> None:
        room, play = watched(attrs.evolve(TWO, visibility=visibility))
        play.answer(KIM)
        play.answer(LEE)
        play.serve()
        comparisons = [event for event in play.events if isinstance(event, e.ComparisonRecorded)]
        assert comparisons
        seen_then = "".join(deltas(room, play, AS_KIM))
        assert ("forward" in seen_then) is told

    def test_the_tallies_behind_it_are_nobodys(self) -> None:
        shown = view(asked().to_the_end().room, PUBLIC)
        assert (shown.tallies, shown.duels, shown.ledger.entries()) == ((), (), ())
