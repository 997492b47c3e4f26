"""The same interview as moves of the boardgame.io game in `benchmarks/boardgameio`."""

from __future__ import annotations

from typing import Final

import attrs
import msgspec

from benchmarks.engine.workload import CANDIDATES, Interview
from interview_engine.core import events as e
from interview_engine.ids import TurnId

CURRENT: Final = "current"
"""Stands for whoever's turn it is."""
PANEL: Final = "panel"


@attrs.frozen(kw_only=True)
class Move:
    """One move: its name, who makes it, and its arguments."""

    move: str
    by: str
    args: tuple[object, ...] = ()


@attrs.frozen(kw_only=True)
class Script:
    """The moves of one interview."""

    candidates: int
    rounds: int
    steps: tuple[Move, ...]


def peer_script(interview: Interview) -> bytes:
    """Return the interview's moves as JSON: the same texts and verdicts in the same order.

    Args:
        interview: The recorded interview.
    """
    rounds = sum(isinstance(event, e.RoundClosed) for event in interview.events)
    texts = {turn.turn_id: turn.text for home in interview.room.rounds for turn in home.turns}
    moves = (_move(event, texts) for event in interview.events)
    steps = tuple(move for move in moves if move is not None)
    return msgspec.json.encode(Script(candidates=CANDIDATES, rounds=rounds, steps=steps))


def _move(event: e.Event, texts: dict[TurnId, str]) -> Move | None:
    """Return the move that an event corresponds to; None for what boardgame.io does by itself."""
    move = None
    match event:
        case e.SeatTaken():
            move = Move(move="join", by="0", args=(event.seat_id,))
        case e.ReadinessChanged():
            move = Move(move="ready", by="0", args=(event.seat_id,))
        case e.InterviewStarted():
            move = Move(move="start", by="0")
        case e.QuestionAdded():
            move = Move(move="addQuestion", by=PANEL, args=(event.question,))
        case e.TurnClosed():
            move = Move(move="submitAnswer", by=CURRENT, args=(event.turn_id, texts[event.turn_id]))
        case e.EvaluationRecorded():
            move = Move(move="evaluate", by=PANEL, args=(event.turn_id, event.evaluation))
        case e.ComparisonRecorded(comparison=verdict):
            verdicts = (verdict.forward, verdict.backward)
            move = Move(move="compare", by=PANEL, args=(verdict.first, verdict.second, *verdicts))
        case e.FeedbackRecorded():
            move = Move(move="giveFeedback", by=PANEL, args=(event.seat_id, event.feedback))
        case _:
            pass
    return move
