"""Non-interference: change only what a viewer may not know, and the viewer sees the very same bytes.

What may be known is written down here a second time, field by field and apart from the projector's
metadata: a field that is shown by mistake is found because its planted value reaches a view.
"""

from __future__ import annotations

from collections.abc import Iterator

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.codec import canonical
from interview_engine.core.effects import WriteAnswer, pending_effects
from interview_engine.core.ledger import CommandLedger
from interview_engine.core.questions import Question
from interview_engine.core.seats import Seat
from interview_engine.core.settings import Visibility
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Round, Turn
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.ids import CommandId, EffectId, Millis, SeatId, Seed, Seq
from interview_engine.scoring import Board, Feedback, FeedbackPoint
from interview_engine.testing.dice import Dice
from interview_engine.testing.history import History
from interview_engine.testing.invariants.sight import MOMENTS, viewers

PLANTED = "planted secret"
TELLING_PERCENT = 12
"""Share of the events which carry secrets that are looked at; views cost more than playing does."""
_FEEDBACK = Feedback(
    seat_id=SeatId("x"),
    summary=PLANTED,
    strength=None,
    obstacle=FeedbackPoint(criterion=None, text=PLANTED),
    drill=PLANTED,
    rival=PLANTED,
    missed=(),
    notice=PLANTED,
)


def hidden_stays_hidden(history: History) -> Iterator[str]:
    """The seed, unrevealed answers, key points, drawn quality and others' results reach no view."""
    dice = Dice(f"secrecy/{history.log[-1].hash}")
    step = max(1, len(history.log) // MOMENTS)
    for viewer in viewers(history):
        first = dice.below(step)
        for place, (record, room) in enumerate(zip(history.log, history.rooms, strict=True)):
            if place % step == first or (_telling(record.event) and dice.chance(TELLING_PERCENT)):
                yield from _leaks(record.event, room, viewer)


def _leaks(event: e.Event, room: Room, viewer: Viewer) -> Iterator[str]:
    other = _other_room(room, viewer)
    one, two = canonical(view(room, viewer)), canonical(view(other, viewer))
    if one != two:
        yield f"seq {room.seq}: {viewer.seat_id} sees {_first_difference(one, two)}"
    shown = seen_event(room, event, viewer)
    planted = seen_event(other, _other_event(event, room, viewer), viewer)
    if canonical(shown) != canonical(planted):
        yield f"seq {room.seq}: {viewer.seat_id} sees more of {type(event).__name__} than is public"
    if _briefs(room, viewer) != _briefs(_other_words(room, viewer), viewer):
        yield f"seq {room.seq}: the writer for {viewer.seat_id} is told what is not public"


def _briefs(room: Room, viewer: Viewer) -> list[bytes]:
    """Return what the writers of an AI candidate's answers are told."""
    return [
        canonical(effect)
        for effect in pending_effects(room)
        if isinstance(effect, WriteAnswer) and _speaks(room, effect, viewer)
    ]


def _speaks(room: Room, effect: WriteAnswer, viewer: Viewer) -> bool:
    turn = room.turn(effect.turn_id)
    return turn is not None and turn.seat_id == viewer.seat_id


def _other_words(room: Room, viewer: Viewer) -> Room:
    """Return the room with other words wherever this viewer may not know them, and nothing else changed."""

    def other(home: Round) -> Round:
        return changed(
            home,
            question=_other_question(home.question),
            turns=tuple(_other_text(turn, home, viewer) for turn in home.turns),
        )

    return changed(
        room,
        seats=tuple(changed(seat, facts=(PLANTED,), time_percent=177) for seat in room.seats),
        current=other(room.current) if room.current is not None else None,
        rounds=tuple(other(home) for home in room.rounds),
        board=Board(),
        tallies=(),
        duels=(),
    )


def _other_text(turn: Turn, home: Round, viewer: Viewer) -> Turn:
    hidden = turn.seat_id != viewer.seat_id and not home.revealed
    turn = changed(turn, draft=PLANTED, evaluations=(), score=None, text=PLANTED if hidden else turn.text)
    # Whether an answer is prepared is what keeps a writer from being asked again.
    return changed(turn, prepared=PLANTED) if turn.prepared else turn


def _telling(event: e.Event) -> bool:
    """Return whether an event carries something that many may not know."""
    return isinstance(
        event,
        e.TurnClosed
        | e.EvaluationRecorded
        | e.SpeechStarted
        | e.DraftSaved
        | e.AnswerPrepared
        | e.ResumeShared
        | e.FeedbackRecorded
        | e.QuestionAdded
        | e.RoomCreated
        | e.RoundOpened,
    )


def _first_difference(one: bytes, two: bytes) -> str:
    place = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    return two[max(0, place - 80) : place + 40].decode(errors="replace")


def _results_shown(room: Room, *, closed: bool) -> bool:
    if room.stage is Stage.FINISHED or room.settings.visibility is Visibility.LIVE:
        return True
    return room.settings.visibility is Visibility.AFTER_ROUND and closed


def _other_room(room: Room, viewer: Viewer) -> Room:
    """Return a room that a viewer must not be able to tell from this one."""
    live = room.stage is Stage.FINISHED or room.settings.visibility is Visibility.LIVE
    return changed(
        room,
        seed=Seed(PLANTED),
        seats=tuple(_other_seat(seat, viewer) for seat in room.seats),
        rounds_planned=room.rounds_planned + 100,
        upcoming=tuple(_other_plan(home) for home in room.upcoming),
        current=_other_round(room.current, room, viewer) if room.current else None,
        rounds=tuple(_other_round(home, room, viewer) for home in room.rounds),
        led=(7, *room.led),
        follow_ups_used=(*room.follow_ups_used, SeatId(PLANTED)),
        unjudged=(),
        uncompared=(),
        tallies=(),
        duels=(),
        board=room.board if live else Board(answers=99),
        round_board=room.round_board if _results_shown(room, closed=True) else Board(answers=98),
        news=(),
        feedback=tuple(
            written if written.seat_id == viewer.seat_id else changed(written, feedback=_FEEDBACK)
            for written in room.feedback
        ),
        ledger=CommandLedger().with_command(CommandId(PLANTED), Seq(1)),
        troubles=(),
    )


def _other_seat(seat: Seat, viewer: Viewer) -> Seat:
    seat = changed(seat, candidate=None, interviewer=None)
    if seat.seat_id == viewer.seat_id:
        return seat
    return changed(seat, time_percent=177, facts=(PLANTED,))


def _other_plan(home: Round) -> Round:
    return changed(home, difficulty=5, answer_ms=Millis(1), candidates=(SeatId(PLANTED),), follow_ups=True)


def _other_question(question: Question | None) -> Question | None:
    return question and changed(question, key_points=(PLANTED,), shows=PLANTED)


def _other_round(home: Round, room: Room, viewer: Viewer) -> Round:
    finished = room.stage is Stage.FINISHED
    return changed(
        home,
        follow_ups=not home.follow_ups,
        question=home.question if finished else _other_question(home.question),
        turns=tuple(_other_turn(turn, home, room, viewer) for turn in home.turns),
    )


def _other_turn(turn: Turn, home: Round, room: Room, viewer: Viewer) -> Turn:
    turn = changed(
        turn, stretched=True, quality=1, prepared=PLANTED, family=PLANTED, given_up=(SeatId(PLANTED),)
    )
    own = turn.seat_id == viewer.seat_id
    if not own:
        turn = changed(turn, draft=PLANTED, drafted_at=Millis(5))
    if not own and not home.revealed:
        # Evidence quotes the answer, so it stays hidden as long as the answer does.
        turn = changed(turn, text=PLANTED, evaluations=())
    if not _results_shown(room, closed=home.closed):
        turn = changed(turn, evaluations=(), score=None)
    return turn


def _other_event(event: e.Event, room: Room, viewer: Viewer) -> e.Event:
    """Return an event that a viewer must not be able to tell from this one."""
    own = getattr(event, "seat_id", None) == viewer.seat_id and viewer.seat_id is not None
    event = changed(event, cause=CommandId(PLANTED))
    return event if own and isinstance(event, _OWNERS) else _for_others(event, room, viewer)


_OWNERS = (e.ResumeShared, e.DraftSaved, e.TurnClosed, e.FeedbackRecorded)
"""Events that hold nothing which their seat's owner may not know."""


def _for_others(event: e.Event, room: Room, viewer: Viewer) -> e.Event:
    other = event
    match event:
        case e.RoomCreated():
            other = changed(event, seed=Seed(PLANTED))
        case e.SeatTaken():
            other = changed(event, seat=_other_seat(event.seat, viewer))
        case e.ResumeShared():
            other = changed(event, facts=(PLANTED,))
        case e.DraftSaved() | e.AnswerPrepared():
            other = changed(event, text=PLANTED)
        case e.QuestionAdded() if event.question is not None:
            other = changed(event, question=changed(event.question, text=PLANTED))
        case e.RoundOpened():
            other = changed(event, round=_other_round(event.round, room, viewer))
        case e.TurnClosed() if not _revealed(room, event):
            other = changed(event, text=PLANTED)
        case e.EvaluationRecorded():
            other = _other_evidence(event, room, viewer)
        case e.FeedbackRecorded():
            other = changed(event, feedback=_FEEDBACK)
        case e.EffectTroubled():
            other = changed(event, effect_id=EffectId(PLANTED))
        case _:
            pass
    return other


def _other_evidence(event: e.EvaluationRecorded, room: Room, viewer: Viewer) -> e.EvaluationRecorded:
    event = changed(event, provenance=changed(event.provenance, model=PLANTED), reply=PLANTED)
    known = event.seat_id == viewer.seat_id or _revealed(room, event)
    return event if known else changed(event, evaluation=None)


def _revealed(room: Room, event: e.TurnClosed | e.EvaluationRecorded) -> bool:
    home = room.round_of(event.turn_id)
    return home is not None and home.revealed
