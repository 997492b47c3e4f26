"""Laws of what is seen: a view shows part of the state, adds nothing, and takes nothing back."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.state import Room
from interview_engine.core.views import PUBLIC, Viewer, seats_told_apart, seen_event, view
from interview_engine.ids import RoundId, SeatId, TurnId
from interview_engine.testing.history import History

MOMENTS = 8
"""At how many moments of an interview each viewer looks."""

Fact = tuple[str, TurnId | RoundId]


def views_are_filtered_prefixes(history: History) -> Iterator[str]:
    """A view holds nothing that the state lacks, and a later one takes back nothing that was public."""
    for viewer in viewers(history):
        known: dict[Fact, object] = {}
        for room in _moments(history):
            shown = view(room, viewer)
            for fault in _beyond(shown, room, "room"):
                yield f"seq {room.seq}: {_name(viewer)} sees {fault}"
            facts = dict(_facts(shown))
            for fact, value in known.items():
                if facts.get(fact) != value:
                    yield f"seq {room.seq}: {_name(viewer)} no longer sees the {fact[0]} of {fact[1]}"
            known = facts
        yield from _events_beyond(history, viewer)


def viewers(history: History) -> tuple[Viewer, ...]:
    """Return who looks: the public, every person, one AI candidate and one interviewer."""
    seats = history.rooms[-1].seats
    people = [seat.seat_id for seat in seats if seat.kind.value in ("human", "observer")]
    ai = [seat.seat_id for seat in seats if seat.kind.value == "ai"][:1]
    panel = [seat.seat_id for seat in seats if seat.kind.value == "interviewer"][:1]
    return (PUBLIC, *(Viewer(seat_id=seat_id) for seat_id in (*people, *ai, *panel)))


def _moments(history: History) -> tuple[Room, ...]:
    last = len(history.rooms) - 1
    places = sorted({last * step // MOMENTS for step in range(MOMENTS + 1)})
    return tuple(history.rooms[place] for place in places)


def _name(viewer: Viewer) -> SeatId:
    return viewer.seat_id or SeatId("the public")


def _beyond(shown: object, held: object, where: str) -> Iterator[str]:
    """Yield the places where what is shown is neither what is held nor a field's default."""
    if shown is held or shown == held:
        return
    if isinstance(shown, tuple) and isinstance(held, tuple):
        if len(shown) != len(held):
            yield f"{where}: {len(shown)} of {len(held)}"
            return
        for place, (one, other) in enumerate(zip(shown, held, strict=True)):
            yield from _beyond(one, other, f"{where}[{place}]")
        return
    kind = type(shown)
    if kind is not type(held) or not attrs.has(kind):
        yield f"{where} = {shown!r}"
        return
    for field in attrs.fields(kind):
        one, other = getattr(shown, field.name), getattr(held, field.name)
        if one != field.default:
            yield from _beyond(one, other, f"{where}.{field.name}")


def _facts(shown: Room) -> Iterator[tuple[Fact, object]]:
    """Yield what a view tells that can never become untrue."""
    homes = (*shown.rounds, shown.current) if shown.current else shown.rounds
    for home in homes:
        if home.question is not None:
            yield ("question", home.round_id), home.question.text
        for turn in home.turns:
            if turn.outcome is not None:
                yield ("outcome", turn.turn_id), turn.outcome
            if turn.text:
                yield ("text", turn.turn_id), turn.text
            if turn.score is not None:
                yield ("score", turn.turn_id), turn.score


def _events_beyond(history: History, viewer: Viewer) -> Iterator[str]:
    last = dict(_facts(history.rooms[-1]))
    for record, room in zip(history.log, history.rooms, strict=True):
        shown = seen_event(room, record.event, viewer)
        told_apart = viewer.seat_id in seats_told_apart(room, record.event)
        if not told_apart and shown != seen_event(room, record.event, PUBLIC):
            yield f"seq {record.seq}: {_name(viewer)} sees more than the public, untold"
        if shown is None:
            continue
        held = _told(record.event, room, last)
        for fault in _beyond(shown, held, type(shown).__name__):
            yield f"seq {record.seq}: {_name(viewer)} sees {fault}"


def _told(event: e.Event, room: Room, last: dict[Fact, object]) -> e.Event:
    """Return an event with what it makes public and what stands elsewhere in the log."""
    if isinstance(event, e.SpeechStarted):
        turn = room.turn(event.turn_id)
        text = turn.text if turn else ""
        assert last.get(("text", event.turn_id), text) == text, "a speech ends as it began"
        return changed(event, text=text)
    if isinstance(event, e.RoundOpened):
        return changed(event, round=room.current or event.round)
    if isinstance(event, e.RoundClosed):
        home = next(home for home in room.rounds if home.round_id == event.round_id)
        return changed(event, turns=home.turns, board=room.round_board)
    if isinstance(event, e.InterviewFinished):
        return changed(event, rounds=room.rounds, board=room.board)
    return event
