"""What is asked next: the plan's slots in order, follow-ups first.

Everything chosen or drawn here (who, in which order, by whom, how hard) is frozen into the planned round.
"""

from __future__ import annotations

import math

from interview_engine.core import events as e
from interview_engine.core.chance import draw, draw_between, shuffled
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.settings import FOLLOW_UP_MS, Adaptation, Asked, OrderPolicy, Slot
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition
from interview_engine.core.turns import Outcome, Round, Turn
from interview_engine.ids import Millis, RoundId, SeatId, TurnId
from interview_engine.vocabulary import Competency, QuestionKind

RAISE_FROM = 70.0
LOWER_BELOW = 40.0

_OPENERS = frozenset({QuestionKind.SELF_INTRODUCTION, QuestionKind.CLOSING, QuestionKind.MOTIVATION})


def plan_ahead(t: Transition) -> None:
    """Plan the next slot when nothing is planned, so that its question can be written in time.

    A cross-reference question is about an answer: its slot waits until the round before it is closed.
    """
    room = t.room
    slots = room.settings.slots
    if room.upcoming or room.next_slot >= len(slots):
        return
    slot = slots[room.next_slot]
    if slot.kind is QuestionKind.CROSS_REFERENCE and room.current is not None:
        return
    t.record(e.RoundsPlanned(at=t.at, rounds=_rounds(room, slot), slots_used=1))


def plan_follow_up(t: Transition, home: Round, turn: Turn) -> None:
    """Let the asking interviewer follow up on an answer, within its habit and budget."""
    room = t.room
    seat = room.seat(home.interviewer)
    if (
        not home.follow_ups
        or turn.outcome is not Outcome.ANSWERED
        or seat is None
        or seat.interviewer is None
    ):
        return
    if any(other.parent == turn.turn_id for other in room.upcoming):
        return
    used = sum(seat_id == home.interviewer for seat_id in room.follow_ups_used)
    if used >= room.settings.follow_up_budget:
        return
    if draw_between(room.seed, "follow_up", turn.turn_id, 1, 100) > seat.interviewer.follow_up_percent:
        return
    planned = Round(
        round_id=_round_id(room, 0),
        slot=home.slot,
        stage=Stage.FOLLOW_UP,
        kind=QuestionKind.FOLLOW_UP,
        interviewer=home.interviewer,
        order=OrderPolicy.INDIVIDUAL,
        candidates=(turn.seat_id,),
        competency=home.competency,
        difficulty=home.difficulty,
        answer_ms=FOLLOW_UP_MS,
        parent=turn.turn_id,
    )
    t.record(e.RoundsPlanned(at=t.at, rounds=(planned,), first=True))


def _rounds(room: Room, slot: Slot) -> tuple[Round, ...]:
    """Return the rounds that a slot becomes; none when its question would have nobody to answer it."""
    candidates = room.candidates()
    seats = tuple(seat.seat_id for seat in candidates)
    if slot.asked is Asked.ALL:
        policy = slot.order or room.settings.order
        order = _order(room, policy, seats)
        return (_round(room, slot, 0, order, policy, None),)
    if slot.asked is Asked.EACH:
        order = _order(room, OrderPolicy.ROTATING, seats)
        return tuple(
            _round(room, slot, index, (seat_id,), OrderPolicy.INDIVIDUAL, None)
            for index, seat_id in enumerate(order)
        )
    return _single_round(room, slot, candidates)


def _single_round(room: Room, slot: Slot, candidates: tuple[Seat, ...]) -> tuple[Round, ...]:
    """Return the round for one candidate: among those asked alone least often, people first, by chance."""
    parent = None
    if slot.kind is QuestionKind.CROSS_REFERENCE:
        parent = _latest_answer(room)
        if parent is None:
            return ()
    homes = (*room.rounds, room.current) if room.current is not None else room.rounds
    alone = [home.candidates[0] for home in homes if home.kind is slot.kind]
    eligible = [seat for seat in candidates if parent is None or seat.seat_id != parent.seat_id]
    if not eligible:
        return ()
    entity = f"slot-{room.next_slot}"
    chosen = min(
        eligible,
        key=lambda seat: (
            alone.count(seat.seat_id),
            seat.kind is not SeatKind.HUMAN,
            draw(room.seed, "chosen", entity, seat.number),
        ),
    )
    parent_id = parent.turn_id if parent else None
    return (_round(room, slot, 0, (chosen.seat_id,), OrderPolicy.INDIVIDUAL, parent_id),)


def _latest_answer(room: Room) -> Turn | None:
    for home in reversed(room.rounds):
        for turn in reversed(home.turns):
            if turn.outcome is Outcome.ANSWERED:
                return turn
    return None


def _round(
    room: Room,
    slot: Slot,
    index: int,
    candidates: tuple[SeatId, ...],
    policy: OrderPolicy,
    parent: TurnId | None,
) -> Round:
    round_id = _round_id(room, index)
    interviewer = _asking(room, slot, round_id)
    return Round(
        round_id=round_id,
        slot=room.next_slot,
        stage=slot.stage,
        kind=slot.kind,
        interviewer=interviewer.seat_id,
        order=policy,
        candidates=candidates,
        competency=_competency(room, slot, interviewer, round_id),
        difficulty=_difficulty(room),
        answer_ms=slot.answer_ms,
        parent=parent,
        follow_ups=slot.follow_ups,
        simultaneous=policy is OrderPolicy.SIMULTANEOUS,
    )


def _round_id(room: Room, index: int) -> RoundId:
    return RoundId(f"r{room.rounds_planned + index + 1}")


def _order(room: Room, policy: OrderPolicy, seats: tuple[SeatId, ...]) -> tuple[SeatId, ...]:
    """Return who answers in which order; rotation and shuffle let everyone lead equally often."""
    if policy in (OrderPolicy.SEAT, OrderPolicy.SIMULTANEOUS):
        return seats
    led = {seat_id: room.led[room.order.index(seat_id)] for seat_id in seats}
    fewest = min(led.values())
    if policy is OrderPolicy.ROTATING:
        start = next(index for index, seat_id in enumerate(seats) if led[seat_id] == fewest)
        return (*seats[start:], *seats[:start])
    mixed = shuffled(room.seed, "order", f"slot-{room.next_slot}", seats)
    leader = next(seat_id for seat_id in mixed if led[seat_id] == fewest)
    return (leader, *(seat_id for seat_id in mixed if seat_id != leader))


def _asking(room: Room, slot: Slot, round_id: RoundId) -> Seat:
    """Return the interviewer who asks: the fittest for the kind, then who has asked least."""
    asked = [home.interviewer for home in (*room.rounds, *room.upcoming)]
    if room.current is not None:
        asked.append(room.current.interviewer)
    return min(
        room.panel(),
        key=lambda seat: (
            slot.kind is QuestionKind.TECHNICAL and not _technical(seat),
            asked.count(seat.seat_id),
            draw(room.seed, "asking", f"{round_id}/{seat.seat_id}"),
        ),
    )


def _technical(seat: Seat) -> bool:
    profile = seat.interviewer
    return profile is not None and Competency.TECHNICAL_DEPTH in profile.competencies[:2]


def _competency(room: Room, slot: Slot, seat: Seat, round_id: RoundId) -> Competency | None:
    """Return what the question should probe: one of the interviewer's interests, the strongest likeliest."""
    if slot.kind in _OPENERS or seat.interviewer is None or not seat.interviewer.competencies:
        return None
    interests = seat.interviewer.competencies
    first = draw(room.seed, "competency", round_id) % len(interests)
    second = draw(room.seed, "competency", round_id, 1) % len(interests)
    return interests[min(first, second)]


def _difficulty(room: Room) -> int:
    """Return the difficulty to ask for: the room's, moved by the latest fully scored round when adaptive."""
    settings = room.settings
    if settings.adaptation is Adaptation.FIXED:
        return settings.difficulty
    people = {seat.seat_id for seat in room.humans()}
    for home in reversed(room.rounds):
        counting = [t for t in home.turns if t.seat_id in people and t.outcome is not Outcome.VOID]
        known = [t.score.total for t in counting if t.score is not None and t.score.total is not None]
        if known and len(known) == len(counting):
            mean = math.fsum(known) / len(known)
            step = (mean >= RAISE_FROM) - (mean < LOWER_BELOW)
            return max(1, min(5, home.difficulty + step))
    return settings.difficulty


def speaking_ms(text: str, characters_per_minute: int, allowance_ms: Millis) -> Millis:
    """Return how long a speech takes at a speaking rate, at least one second and at most the allowance."""
    return Millis(max(1_000, min(allowance_ms, len(text) * 60_000 // characters_per_minute)))
