"""Evidence counts once, is verified by us, and never changes an answer whose verdict is complete."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.seats import Seat
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition
from interview_engine.core.turns import Outcome, Round, Turn
from interview_engine.ids import EffectId, JudgeId, SeatId, TurnId
from interview_engine.scoring import (
    Comparable,
    choose_pairs,
    floor_score,
    score_answer,
    verify_evaluation,
)
from interview_engine.scoring.board import Board
from interview_engine.scoring.evaluation import AnswerScore
from interview_engine.scoring.ranking import rank_running


def floor_turn(t: Transition, turn_id: TurnId, seat_id: SeatId) -> None:
    """Give a turn without an answer its explicit floor."""
    score = floor_score(turn_id, seat_id)
    t.record(e.AnswerScored(at=t.at, seat_id=seat_id, turn_id=turn_id, score=score))
    rank(t)


def evaluation_written(t: Transition, command: c.EvaluationWritten) -> None:
    """A judge's evidence is verified and kept; late, foreign or repeated evidence changes nothing."""
    turn, judge = _judged(t.room, command.effect_id)
    if (
        turn is None
        or turn.turn_id != command.evaluation.turn_id
        or judge not in awaited_judges(t.room, turn)
    ):
        return
    verified = changed(
        verify_evaluation(command.evaluation, turn.text),
        judge_id=JudgeId(judge),
        family=command.provenance.family,
    )
    t.record(
        e.EvaluationRecorded(
            at=t.at,
            seat_id=turn.seat_id,
            turn_id=turn.turn_id,
            judge=judge,
            evaluation=verified,
            provenance=command.provenance,
            reply=command.reply,
        )
    )
    score_if_complete(t, turn.turn_id)


def score_if_complete(t: Transition, turn_id: TurnId) -> None:
    """Score an answer once no judge is awaited any more."""
    turn = t.room.turn(turn_id)
    if turn is not None and turn_id in t.room.unjudged and not awaited_judges(t.room, turn):
        score_turn(t, turn)


def score_turn(t: Transition, turn: Turn) -> None:
    """Score an answer by the evidence that there is, and rank anew."""
    score = panel_score(t.room, turn)
    t.record(e.AnswerScored(at=t.at, seat_id=turn.seat_id, turn_id=turn.turn_id, score=score))
    rank(t)


def panel_score(room: Room, turn: Turn) -> AnswerScore:
    """Return what the evidence on an answer adds up to; one's own family alone is provisional."""
    home = room.round_of(turn.turn_id)
    assert home is not None and home.question is not None, "an answer has a question"
    score = score_answer(
        turn.turn_id,
        turn.seat_id,
        home.question.kind,
        turn.evaluations,
        len(room.panel()),
        len(turn.text),
    )
    only_own_family = bool(turn.family) and all(v.family == turn.family for v in turn.evaluations)
    return changed(score, provisional=True) if only_own_family else score


def awaited_judges(room: Room, turn: Turn) -> tuple[SeatId, ...]:
    """Return the interviewers whose evidence on an answer is still to come."""
    if turn.turn_id not in room.unjudged:
        return ()
    return still_to_judge(room.panel(), turn)


def still_to_judge(panel: tuple[Seat, ...], turn: Turn) -> tuple[SeatId, ...]:
    """Return the interviewers who have neither judged an unjudged answer nor been given up on."""
    done: list[str] = [evaluation.judge_id for evaluation in turn.evaluations]
    return tuple(
        [seat.seat_id for seat in panel if seat.seat_id not in done and seat.seat_id not in turn.given_up]
    )


def comparison_written(t: Transition, command: c.ComparisonWritten) -> None:
    """A pair's verdict is kept once."""
    comparison = command.comparison
    for task in t.room.uncompared:
        if command.effect_id != f"compare:{task.first}:{task.second}":
            continue
        if (comparison.first, comparison.second) != (task.first, task.second):
            return
        t.record(
            e.ComparisonRecorded(
                at=t.at,
                round_id=task.round_id,
                comparison=comparison,
                provenance=command.provenance,
                reply=command.reply,
            )
        )
        rank_if_compared(t, task.round_id)
        return


def rank_if_compared(t: Transition, round_id: str) -> None:
    """Rank anew once no pair of a round is awaited any more."""
    if all(task.round_id != round_id for task in t.room.uncompared):
        rank(t)


def rank(t: Transition) -> None:
    """Compute the board from all evidence and freeze it, unless nothing has changed."""
    room = t.room
    if _told(room):
        return
    board = rank_running(
        room.totals,
        room.pair_counts,
        room.board if room.board.rows else None,
        room.news,
    )
    if room.news or _standing(board) != _standing(room.board):
        t.record(e.BoardUpdated(at=t.at, board=board))


def _told(room: Room) -> bool:
    """Return whether the latest board tells of all evidence: there can only have come more since."""
    board = room.board
    return (
        bool(board.rows)
        and not room.news
        and board.answers == sum([total.answers for total in room.totals])
        and board.comparisons == sum([count.games for count in room.pair_counts])
    )


def _standing(board: Board) -> tuple[tuple[SeatId, int, float], ...]:
    return tuple((row.seat_id, row.rank, row.strength) for row in board.rows)


def pairs_of(room: Room, home: Round) -> tuple[e.PlannedPair, ...]:
    """Return which answers of a round are compared: those to a question that several answered."""
    strengths = {row.seat_id: row.strength for row in room.board.rows}
    comparables = tuple(
        Comparable(turn_id=turn.turn_id, strength=strengths.get(turn.seat_id, 0.0))
        for turn in home.turns
        if turn.outcome is Outcome.ANSWERED
    )
    budget = room.settings.comparison_budget or None
    return tuple(
        e.PlannedPair(first=first, second=second) for first, second in choose_pairs(comparables, (), budget)
    )


def _judged(room: Room, effect_id: EffectId) -> tuple[Turn | None, SeatId]:
    kind, _, rest = effect_id.partition(":")
    turn_id, _, judge = rest.partition(":")
    if kind != "judge":
        return None, SeatId("")
    return room.turn(TurnId(turn_id)), SeatId(judge)
