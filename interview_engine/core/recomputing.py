"""What an event claims, computed again from the room before it: boards, scores, draws, and single ends."""

from __future__ import annotations

from collections.abc import Iterator

from interview_engine.core import events as e
from interview_engine.core.rules.conducting import drawn_quality
from interview_engine.core.rules.judging import panel_score
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.ids import TurnId
from interview_engine.scoring import Contender, build_board, floor_score

Claim = tuple[str, str]
"""A fault's code, and what is wrong."""


def false_claims(room: Room, event: e.Event, redacted: frozenset[TurnId]) -> Iterator[Claim]:
    """Yield what an event says that does not follow from the room before it.

    Args:
        room: The room before the event, of the present rules version.
        event: What is said to have happened.
        redacted: Turns whose evidence was deleted: their scores can't be computed again.
    """
    match event:
        case e.BoardUpdated():
            if event.board != _board(room):
                yield "board", "the ranking does not follow from the evidence"
        case e.AnswerScored():
            turn = room.turn(event.turn_id)
            if turn is None or (event.turn_id not in redacted and event.score != _score(room, turn)):
                yield "score", "the score does not follow from the evidence"
        case e.TurnClosed():
            turn = room.turn(event.turn_id)
            if turn is None or turn.outcome is not None:
                yield "turn", "the turn had ended before"
        case e.RoundOpened():
            if any(turn.quality != _quality(room, event, turn) for turn in event.round.turns):
                yield "draw", "a quality is not the one that the seed draws"
        case _:
            pass


def _board(room: Room) -> object:
    return build_board(
        tuple(Contender(seat_id=tally.seat_id, scores=tally.scores) for tally in room.tallies),
        room.duels,
        room.board if room.board.rows else None,
        room.news,
    )


def _score(room: Room, turn: Turn) -> object:
    if turn.outcome is not None and turn.outcome.floored:
        return floor_score(turn.turn_id, turn.seat_id)
    return panel_score(room, turn)


def _quality(room: Room, event: e.RoundOpened, turn: Turn) -> int | None:
    planned = next((home for home in room.upcoming if home.round_id == event.round.round_id), None)
    question = event.round.question or (planned.question if planned else None)
    if question is None or question.question_id.startswith("redacted-"):
        return turn.quality
    return drawn_quality(room, turn.turn_id, room.seat(turn.seat_id), question.competency)
