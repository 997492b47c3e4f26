"""How the room changes while questions are planned, asked and answered."""

from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.clocks import with_time
from interview_engine.core.evolving.places import with_turn
from interview_engine.core.questions import Question
from interview_engine.core.settings import OrderPolicy
from interview_engine.core.state import PairTask, Room, Wait
from interview_engine.core.turns import Outcome, Round, Turn, TurnState
from interview_engine.ids import EffectId, Millis, QuestionId
from interview_engine.vocabulary import QuestionKind


def rounds_planned(room: Room, event: e.RoundsPlanned) -> Room:
    """Rounds join the queue, follow-ups at its front."""
    upcoming = (*event.rounds, *room.upcoming) if event.first else (*room.upcoming, *event.rounds)
    used = tuple(home.interviewer for home in event.rounds if home.kind is QuestionKind.FOLLOW_UP)
    return changed(
        room,
        upcoming=upcoming,
        next_slot=room.next_slot + event.slots_used,
        rounds_planned=room.rounds_planned + len(event.rounds),
        follow_ups_used=room.follow_ups_used + used,
    )


def question_added(room: Room, event: e.QuestionAdded) -> Room:
    """A planned round gets its question; of a redacted one nothing but its place is left."""
    upcoming = tuple(
        changed(home, question=event.question or _redacted_question(home))
        if home.round_id == event.round_id
        else home
        for home in room.upcoming
    )
    return without_trouble(changed(room, upcoming=upcoming), f"question:{event.round_id}")


def question_awaited(room: Room, event: e.QuestionAwaited) -> Room:
    """The room waits for a question."""
    wait = Wait(until=event.until, round_id=event.round_id, stretched=event.stretched)
    return changed(room, wait=wait)


def _redacted_question(home: Round) -> Question:
    return Question(question_id=QuestionId(f"redacted-{home.round_id}"), kind=home.kind, text="")


def round_dropped(room: Room, event: e.RoundDropped) -> Room:
    """A planned round leaves the queue."""
    upcoming = tuple(home for home in room.upcoming if home.round_id != event.round_id)
    awaited = room.wait is not None and room.wait.round_id == event.round_id
    room = changed(room, upcoming=upcoming, wait=None if awaited else room.wait)
    return without_trouble(room, f"question:{event.round_id}")


def round_opened(room: Room, event: e.RoundOpened) -> Room:
    """The first planned round is asked now."""
    home = event.round
    if home.question is None:
        planned = next((other for other in room.upcoming if other.round_id == home.round_id), None)
        home = changed(home, question=planned.question if planned else None)
    led = room.led
    if home.order in (OrderPolicy.ROTATING, OrderPolicy.SHUFFLED) and home.candidates[0] in room.order:
        leader = room.order.index(home.candidates[0])
        led = (*led[:leader], led[leader] + 1, *led[leader + 1 :])
    upcoming = tuple(other for other in room.upcoming if other.round_id != home.round_id)
    return changed(room, stage=home.stage, current=home, upcoming=upcoming, wait=None, led=led)


def turn_opened(room: Room, event: e.TurnOpened) -> Room:
    """A turn's clock starts."""
    return with_turn(
        room,
        event.turn_id,
        lambda turn: changed(turn, state=TurnState.OPEN, opened_at=event.at, deadline=event.deadline),
    )


def draft_saved(room: Room, event: e.DraftSaved) -> Room:
    """The latest draft is kept."""
    return with_turn(room, event.turn_id, lambda turn: changed(turn, draft=event.text, drafted_at=event.at))


def answer_prepared(room: Room, event: e.AnswerPrepared) -> Room:
    """An AI candidate's answer is ready to be spoken."""
    room = with_turn(
        room,
        event.turn_id,
        lambda turn: changed(turn, prepared=event.text, family=event.provenance.family),
    )
    return without_trouble(room, f"answer:{event.turn_id}")


def speech_started(room: Room, event: e.SpeechStarted) -> Room:
    """The prepared answer is spoken; it is public unless all write at once."""
    return with_turn(
        room,
        event.turn_id,
        lambda turn: changed(turn, speaking=True, text=turn.prepared, prepared="", deadline=event.ends_at),
    )


def speech_skip_voted(room: Room, event: e.SpeechSkipVoted) -> Room:
    """A vote is kept on the turn."""
    return with_turn(
        room, event.turn_id, lambda turn: changed(turn, skip_votes=(*turn.skip_votes, event.seat_id))
    )


def turn_stretched(room: Room, event: e.TurnStretched) -> Room:
    """The room waits once more for an AI candidate's answer."""
    return with_turn(room, event.turn_id, lambda turn: changed(turn, stretched=True, deadline=event.deadline))


def turn_closed(room: Room, event: e.TurnClosed) -> Room:
    """A turn ends; an answer waits for its judges."""

    def close(turn: Turn) -> Turn:
        return changed(
            turn,
            state=TurnState.CLOSED,
            outcome=event.outcome,
            closed_at=event.at,
            by_clock=event.by_clock,
            text=event.text or turn.text,
            draft="",
            prepared="",
            speaking=False,
        )

    room = with_turn(room, event.turn_id, close)
    if event.outcome is Outcome.ANSWERED:
        room = changed(room, unjudged=(*room.unjudged, event.turn_id))
    return without_trouble(room, f"answer:{event.turn_id}")


def time_given(room: Room, event: e.TimeGiven) -> Room:
    """An open turn's deadline moves."""

    def give(turn: Turn) -> Turn:
        returned = Millis(turn.returned_ms + event.ms) if event.returned else turn.returned_ms
        return changed(with_time(turn, event.ms), returned_ms=returned)

    return with_turn(room, event.turn_id, give)


def round_closed(room: Room, event: e.RoundClosed) -> Room:
    """The current round joins the closed ones."""
    home = room.current
    if home is None:
        return room
    home = changed(home, closed=True, revealed=True)
    pairs = tuple(
        PairTask(round_id=event.round_id, first=pair.first, second=pair.second) for pair in event.pairs
    )
    return changed(
        room,
        current=None,
        rounds=(*room.rounds, home),
        uncompared=room.uncompared + pairs,
        round_board=room.board,
    )


def without_trouble(room: Room, effect_id: str) -> Room:
    """Return the room without the notes on an effect that is no longer wanted."""
    if not room.troubles:
        return room
    wanted = EffectId(effect_id)
    return changed(room, troubles=tuple(t for t in room.troubles if t.effect_id != wanted))
