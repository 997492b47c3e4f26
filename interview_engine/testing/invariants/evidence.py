"""Laws of scores and ranks: each cites its answer, what is missing stays missing, order plays no part."""

from __future__ import annotations

from collections.abc import Iterator

from interview_engine.core import events as e
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome
from interview_engine.ids import SeatId, TurnId
from interview_engine.scoring import Board, BoardRow, Contender, Duel, build_board
from interview_engine.scoring.evaluation import AnswerScore
from interview_engine.scoring.plain_text import plain_text
from interview_engine.testing.dice import Dice
from interview_engine.testing.history import History


def scores_cite_one_answer(history: History) -> Iterator[str]:
    """A score is of one asked turn, once, within its range, and every quote stands in that answer."""
    scored: set[TurnId] = set()
    for record, room in zip(history.log, history.rooms, strict=True):
        event = record.event
        if isinstance(event, e.AnswerScored):
            yield from (f"seq {record.seq}: {fault}" for fault in _faults(event.score, event, scored))
        elif isinstance(event, e.EvaluationRecorded) and event.evaluation is not None:
            turn = room.turn(event.turn_id)
            text = plain_text(turn.text) if turn else ""
            if turn is None or turn.seat_id != event.seat_id or event.evaluation.turn_id != event.turn_id:
                yield f"seq {record.seq}: evidence cites {event.evaluation.turn_id} for {event.turn_id}"
            for entry in event.evaluation.evidence:
                if plain_text(entry.quote) not in text:
                    yield f"seq {record.seq}: a quote of {event.turn_id} is not in the answer"
    for tally in _judged_room(history).tallies:
        for score in tally.scores:
            turn = _judged_room(history).turn(score.turn_id)
            if turn is None or turn.seat_id != tally.seat_id or turn.score != score:
                yield f"{tally.seat_id} counts a score of {score.turn_id} that is not theirs"


def _faults(score: AnswerScore, event: e.AnswerScored, scored: set[TurnId]) -> Iterator[str]:
    if score.turn_id in scored:
        yield f"{score.turn_id} is scored again"
    scored.add(score.turn_id)
    if (score.turn_id, score.seat_id) != (event.turn_id, event.seat_id):
        yield f"the score of {score.turn_id} stands at {event.turn_id}"
    if score.total is not None and not 0.0 <= score.total <= 100.0:
        yield f"{score.turn_id} has {score.total} of 100"
    if not 0.0 <= score.spread <= 100.0:
        yield f"{score.turn_id} has a spread of {score.spread}"
    if any(level != 0.0 and not 1.0 <= level <= 5.0 for level in score.levels):
        yield f"{score.turn_id} has levels {score.levels}"


def unscored_is_not_zero(history: History) -> Iterator[str]:
    """Without evidence there is no total; only turns given up have the floor; void ones have no score."""
    for home in _judged_room(history).rounds:
        for turn in home.turns:
            score = turn.score
            if turn.outcome is Outcome.VOID and score is not None:
                yield f"{turn.turn_id} is void and has a score"
            if score is None:
                continue
            opinions = [opinion for opinion in turn.evaluations if opinion.evidence]
            floored = turn.outcome is not None and turn.outcome.floored
            if score.floored != floored:
                yield f"{turn.turn_id} is {turn.outcome} and floored={score.floored}"
            if not floored and (score.total is None) == bool(opinions):
                yield f"{turn.turn_id} has total {score.total} from {len(opinions)} opinions"
            if not floored and not score.provisional and len(opinions) < len(_judged_room(history).panel()):
                yield f"{turn.turn_id} lacks opinions and is not provisional"
    for room in _boards(history):
        known = {tally.seat_id: any(s.total is not None for s in tally.scores) for tally in room.tallies}
        for row in room.board.rows:
            if (row.total is not None) != known[row.seat_id]:
                yield f"seq {room.seq}: {row.seat_id} stands with total {row.total}"


def _judged_room(history: History) -> Room:
    """Return the latest room that still holds its evidence: the end leaves it to the log."""
    return next(room for room in reversed(history.rooms) if room.stage is not Stage.FINISHED)


def _boards(history: History) -> Iterator[Room]:
    for record, room in zip(history.log, history.rooms, strict=True):
        if isinstance(record.event, e.BoardUpdated):
            yield room


def ranking_is_pure(history: History) -> Iterator[str]:
    """The same evidence in any order and under any names of seats gives the same ranking."""
    room = _judged_room(history)
    if not room.tallies:
        return
    contenders = tuple(Contender(seat_id=t.seat_id, scores=t.scores) for t in room.tallies)
    duels = tuple(room.duels)
    dice = Dice(f"ranking/{history.log[-1].hash}")
    board = build_board(contenders, duels)
    if room.board.rows and _strengths(board) != _strengths(room.board):
        yield "the latest board does not follow from the evidence"
    turned = tuple(_turned(duel) if dice.chance(50) else duel for duel in dice.shuffled(duels))
    mixed = tuple(
        Contender(seat_id=x.seat_id, scores=dice.shuffled(x.scores)) for x in dice.shuffled(contenders)
    )
    if build_board(mixed, turned) != board:
        yield "the order of the evidence changes the board"
    names = {x.seat_id: SeatId(f"renamed-{place}") for place, x in enumerate(mixed)}
    renamed = build_board(
        tuple(Contender(seat_id=names[x.seat_id], scores=x.scores) for x in contenders),
        tuple(Duel(first=names[d.first], second=names[d.second], verdict=d.verdict) for d in duels),
    )
    yield from _compare_renamed(board, renamed, names)


def _turned(duel: Duel) -> Duel:
    other = {"first": "second", "second": "first", "tie": "tie"}[duel.verdict.value]
    return Duel(first=duel.second, second=duel.first, verdict=type(duel.verdict)(other))


def _strengths(board: Board) -> tuple[tuple[SeatId, int, float, float | None], ...]:
    return tuple((row.seat_id, row.rank, row.strength, row.total) for row in board.rows)


def _compare_renamed(board: Board, renamed: Board, names: dict[SeatId, SeatId]) -> Iterator[str]:
    rows: dict[SeatId, BoardRow] = {row.seat_id: row for row in renamed.rows}
    for row in board.rows:
        other = rows[names[row.seat_id]]
        same = (row.total, row.rank_best, row.rank_worst) == (other.total, other.rank_best, other.rank_worst)
        # Rounding to four decimals may fall either side when sums are made in another order.
        if abs(row.strength - other.strength) > 0.00011 or not same:
            yield f"under another name {row.seat_id} stands at {other.rank} instead of {row.rank}"
