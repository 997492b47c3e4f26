"""How the room changes while answers are judged, compared, ranked and talked over."""

from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.evolving.asking import without_trouble
from interview_engine.core.evolving.places import with_turn
from interview_engine.core.stages import Stage
from interview_engine.core.state import PersonalFeedback, Room, Trouble, Wait
from interview_engine.core.turns import Turn
from interview_engine.ids import EffectId, SeatId, TurnId
from interview_engine.scoring.comparison import Duel
from interview_engine.scoring.running import with_duel


def evaluation_recorded(room: Room, event: e.EvaluationRecorded) -> Room:
    """A judge's evidence joins the turn; a redacted one leaves nothing but its trace in the log."""
    evaluation = event.evaluation
    if evaluation is not None:

        def add(turn: Turn) -> Turn:
            return changed(turn, evaluations=(*turn.evaluations, evaluation))

        room = with_turn(room, event.turn_id, add)
    return without_trouble(room, f"judge:{event.turn_id}:{event.judge}")


def answer_scored(room: Room, event: e.AnswerScored) -> Room:
    """An answer's verdict is complete and counts for its candidate."""
    room = with_turn(room, event.turn_id, lambda turn: changed(turn, score=event.score))
    seat_id, score = event.seat_id, event.score
    return changed(
        room,
        tallies=tuple(
            [
                changed(tally, scores=(*tally.scores, score)) if tally.seat_id == seat_id else tally
                for tally in room.tallies
            ]
        ),
        totals=tuple(
            [total.with_score(score) if total.seat_id == seat_id else total for total in room.totals]
        ),
        unjudged=tuple([turn_id for turn_id in room.unjudged if turn_id != event.turn_id]),
        news=(*room.news, event.turn_id),
    )


def comparison_recorded(room: Room, event: e.ComparisonRecorded) -> Room:
    """A pair's agreed verdict counts."""
    comparison = event.comparison
    one, other = comparison.first, comparison.second
    home = room.round_of(one)
    speakers = {turn.turn_id: turn.seat_id for turn in home.turns} if home is not None else {}
    if one not in speakers or other not in speakers:
        return room
    duel = Duel(first=speakers[one], second=speakers[other], verdict=comparison.verdict)
    room = changed(
        room,
        duels=(*room.duels, duel),
        pair_counts=with_duel(room.pair_counts, duel),
        uncompared=tuple([task for task in room.uncompared if task.first != one or task.second != other]),
    )
    return without_trouble(room, f"compare:{one}:{other}")


def board_updated(room: Room, event: e.BoardUpdated) -> Room:
    """A new ranking stands; it may be shown after rounds unless it tells of the round being answered."""
    scored_now = room.current is not None and any(turn.score for turn in room.current.turns)
    round_board = room.round_board if scored_now else event.board
    return changed(room, board=event.board, round_board=round_board, news=())


def effect_troubled(room: Room, event: e.EffectTroubled) -> Room:
    """An effect's failure is kept; a judge that is given up is noted on its turn, a pair is dropped."""
    room = without_trouble(room, event.effect_id)
    kind, _, rest = event.effect_id.partition(":")
    first, _, second = rest.partition(":")
    if event.given_up and kind == "judge":
        judge = SeatId(second)
        return with_turn(room, TurnId(first), lambda turn: changed(turn, given_up=(*turn.given_up, judge)))
    if event.given_up and kind == "compare":
        missing = (first, second)
        return changed(
            room, uncompared=tuple(task for task in room.uncompared if (task.first, task.second) != missing)
        )
    trouble = Trouble(
        effect_id=EffectId(event.effect_id),
        attempts=event.attempts,
        not_before=event.not_before,
        offline=event.offline,
        given_up=event.given_up,
    )
    return changed(room, troubles=(*room.troubles, trouble))


def deliberation_began(room: Room, event: e.DeliberationBegan) -> Room:
    """The panel deliberates."""
    return changed(
        room,
        stage=Stage.DELIBERATION,
        upcoming=(),
        wait=Wait(until=event.until),
        ended_early=event.early,
    )


def deliberation_stretched(room: Room, event: e.DeliberationStretched) -> Room:
    """The room waits once more, for offline work only."""
    return changed(room, wait=Wait(until=event.until, stretched=True))


def comparisons_dropped(room: Room, event: e.ComparisonsDropped) -> Room:
    """Missing comparisons are no longer wanted."""
    del event
    return changed(room, uncompared=())


def feedback_requested(room: Room, event: e.FeedbackRequested) -> Room:
    """People wait for their feedback."""
    return changed(room, feedback_due=event.seats, wait=Wait(until=event.until))


def feedback_recorded(room: Room, event: e.FeedbackRecorded) -> Room:
    """One person's feedback is there."""
    written = PersonalFeedback(seat_id=event.seat_id, feedback=event.feedback)
    room = changed(
        room,
        feedback=(*room.feedback, written),
        feedback_due=tuple(seat_id for seat_id in room.feedback_due if seat_id != event.seat_id),
    )
    return without_trouble(room, f"feedback:{event.seat_id}")
