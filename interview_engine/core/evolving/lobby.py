"""How the room changes when people come, go, get ready, talk, or lose their connection."""

from __future__ import annotations

from interview_engine.core import events as e
from interview_engine.core.changed import changed
from interview_engine.core.evolving.places import with_seat
from interview_engine.core.seats import SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import CHAT_KEPT, ChatMessage, Room, Tally
from interview_engine.scoring.running import RunningTotal


def settings_changed(room: Room, event: e.SettingsChanged) -> Room:
    """The settings are replaced."""
    return changed(room, settings=event.settings)


def seat_taken(room: Room, event: e.SeatTaken) -> Room:
    """A seat joins the room."""
    seat = changed(event.seat, name=event.name) if event.name else event.seat
    return changed(room, seats=(*room.seats, seat))


def seat_vacated(room: Room, event: e.SeatVacated) -> Room:
    """A seat disappears before the start, and is marked as left afterwards."""
    seat = room.seat(event.seat_id)
    if event.removed and seat is not None and seat.kind in (SeatKind.HUMAN, SeatKind.OBSERVER):
        room = changed(room, removed=(*room.removed, event.seat_id))
    if room.stage is Stage.WAITING:
        return changed(room, seats=tuple(seat for seat in room.seats if seat.seat_id != event.seat_id))
    return with_seat(room, event.seat_id, lambda seat: changed(seat, left=True))


def host_changed(room: Room, event: e.HostChanged) -> Room:
    """Another seat is host."""
    return changed(room, host=event.seat_id)


def readiness_changed(room: Room, event: e.ReadinessChanged) -> Room:
    """A candidate is ready or not."""
    return with_seat(room, event.seat_id, lambda seat: changed(seat, ready=event.ready))


def accommodation_set(room: Room, event: e.AccommodationSet) -> Room:
    """A seat gets more time."""
    return with_seat(room, event.seat_id, lambda seat: changed(seat, time_percent=event.time_percent))


def resume_shared(room: Room, event: e.ResumeShared) -> Room:
    """A seat's résumé facts are replaced."""
    return with_seat(room, event.seat_id, lambda seat: changed(seat, facts=event.facts))


def presence_noted(room: Room, event: e.PresenceNoted) -> Room:
    """A seat's owner goes away or comes back."""
    away = None if event.connected else event.at
    return with_seat(
        room,
        event.seat_id,
        lambda seat: changed(seat, away_since=away, absent=seat.absent and not event.connected),
    )


def seat_absent(room: Room, event: e.SeatAbsent) -> Room:
    """A seat's owner stayed away too long."""
    return with_seat(room, event.seat_id, lambda seat: changed(seat, absent=True))


def interview_started(room: Room, event: e.InterviewStarted) -> Room:
    """Candidates get their numbers."""
    numbers = {seat_id: index + 1 for index, seat_id in enumerate(event.order)}
    return changed(
        room,
        stage=event.stage,
        order=event.order,
        seats=tuple(changed(seat, number=numbers.get(seat.seat_id, 0)) for seat in room.seats),
        led=(0,) * len(event.order),
        tallies=tuple(Tally(seat_id=seat_id) for seat_id in event.order),
        totals=tuple(RunningTotal(seat_id=seat_id) for seat_id in event.order),
    )


def chat_sent(room: Room, event: e.ChatSent) -> Room:
    """The latest messages are kept."""
    message = ChatMessage(at=event.at, seat_id=event.seat_id, text=event.text)
    return changed(room, chat=(*room.chat[-(CHAT_KEPT - 1) :], message))
