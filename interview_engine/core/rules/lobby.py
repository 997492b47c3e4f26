"""Before the start: a seat is taken once, and only people can come and go by themselves."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.chance import commitment, shuffled
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.rules.plan_check import check_settings
from interview_engine.core.rules.texts import LONGEST_FACT, MOST_FACTS, checked_length, checked_name
from interview_engine.core.seats import (
    FEWEST_CANDIDATES,
    MOST_AI,
    MOST_CANDIDATES,
    MOST_HUMANS,
    MOST_INTERVIEWERS,
    MOST_OBSERVERS,
    Seat,
    SeatKind,
)
from interview_engine.core.settings import RULES_VERSION, OrderPolicy
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition, refuse
from interview_engine.ids import SeatId
from interview_engine.profiles import CandidateProfile, InterviewerProfile

_LIMITS = {
    SeatKind.HUMAN: MOST_HUMANS,
    SeatKind.AI: MOST_AI,
    SeatKind.INTERVIEWER: MOST_INTERVIEWERS,
    SeatKind.OBSERVER: MOST_OBSERVERS,
}


def first_event(command: c.CreateRoom) -> e.RoomCreated:
    """Return the event that begins a log.

    Raises:
        CommandRefused: `bad_value` for settings out of range or an empty seed.
    """
    check_settings(command.settings)
    if not command.seed:
        refuse(RefusalCode.BAD_VALUE, "a secret seed is needed")
    return e.RoomCreated(
        at=command.now,
        cause=command.id,
        room_id=command.room_id,
        settings=command.settings,
        rules_version=RULES_VERSION,
        seed=command.seed,
        seed_commitment=commitment(command.seed),
    )


def seat_company(t: Transition, command: c.CreateRoom) -> None:
    """Seat the rivals and the panel that a room is created with."""
    for index, rival in enumerate(command.rivals, start=1):
        seat_ai(t, SeatId(f"ai-{index}"), rival)
    for index, interviewer in enumerate(command.panel, start=1):
        seat_interviewer(t, SeatId(f"panel-{index}"), interviewer)


def join(t: Transition, command: c.JoinRoom) -> None:
    """A person takes a seat; the first candidate becomes host."""
    kind = SeatKind.OBSERVER if command.observer else SeatKind.HUMAN
    if kind is SeatKind.HUMAN and t.room.stage is not Stage.WAITING:
        refuse(RefusalCode.WRONG_STAGE, "candidates join before the start")
    if command.seat_id in t.room.removed:
        refuse(RefusalCode.SEAT_GONE, "the host removed its owner")
    name = checked_name(command.name)
    check_free(t.room, command.seat_id, kind)
    seat = Seat(seat_id=command.seat_id, kind=kind, name="")
    t.record(e.SeatTaken(at=t.at, seat_id=command.seat_id, seat=seat, name=name))
    if kind is SeatKind.HUMAN and t.room.host is None:
        t.record(e.HostChanged(at=t.at, seat_id=command.seat_id))


def set_ready(t: Transition, command: c.SetReady) -> None:
    """A candidate says whether they are ready."""
    seat = human(t.room, command.seat_id)
    if seat.ready == command.ready:
        refuse(RefusalCode.NOTHING_TO_DO)
    t.record(e.ReadinessChanged(at=t.at, seat_id=seat.seat_id, ready=command.ready))


def share_resume(t: Transition, command: c.ShareResume) -> None:
    """A candidate hands in résumé facts."""
    seat = human(t.room, command.seat_id)
    if len(command.facts) > MOST_FACTS:
        refuse(RefusalCode.BAD_VALUE, f"at most {MOST_FACTS} facts")
    facts = tuple(checked_length(fact.strip(), LONGEST_FACT) for fact in command.facts if fact.strip())
    t.record(e.ResumeShared(at=t.at, seat_id=seat.seat_id, facts=facts))


def change_settings(t: Transition, command: c.ChangeSettings) -> None:
    """The host replaces the settings."""
    check_settings(command.settings)
    t.record(e.SettingsChanged(at=t.at, settings=command.settings))


def add_ai_candidate(t: Transition, command: c.AddAiCandidate) -> None:
    """An AI candidate is seated."""
    seat_ai(t, command.seat_id, command.profile)


def add_interviewer(t: Transition, command: c.AddInterviewer) -> None:
    """An interviewer is seated."""
    seat_interviewer(t, command.seat_id, command.profile)


def remove_seated(t: Transition, command: c.RemoveAiCandidate | c.RemoveInterviewer) -> None:
    """An AI candidate or an interviewer is unseated."""
    wanted = SeatKind.AI if isinstance(command, c.RemoveAiCandidate) else SeatKind.INTERVIEWER
    seat = t.room.seat(command.seat_id)
    if seat is None or seat.kind is not wanted:
        refuse(RefusalCode.UNKNOWN_SEAT, command.seat_id)
    t.record(e.SeatVacated(at=t.at, seat_id=command.seat_id, removed=True))


def set_accommodation(t: Transition, command: c.SetAccommodation) -> None:
    """A seat gets more time for all its turns."""
    human(t.room, command.seat_id)
    if not 100 <= command.time_percent <= 300:
        refuse(RefusalCode.BAD_VALUE, "time_percent is 100 to 300")
    t.record(e.AccommodationSet(at=t.at, seat_id=command.seat_id, time_percent=command.time_percent))


def start(t: Transition, command: c.StartInterview) -> None:
    """The interview begins when somebody sits on both sides and every person is ready."""
    del command
    room = t.room
    missing = start_refusal(room)
    if missing is not None:
        refuse(missing)
    order = tuple(seat.seat_id for seat in room.candidates())
    if room.settings.order is not OrderPolicy.SEAT:
        order = shuffled(room.seed, "numbers", room.room_id, order)
    t.record(e.InterviewStarted(at=t.at, order=order, stage=room.settings.slots[0].stage))


def start_refusal(room: Room) -> RefusalCode | None:
    """Return what is missing before an interview can begin, or None."""
    if not room.humans():
        return RefusalCode.NO_HUMAN
    if len(room.candidates()) < FEWEST_CANDIDATES:
        return RefusalCode.TOO_FEW_CANDIDATES
    if not room.panel():
        return RefusalCode.NO_INTERVIEWER
    if not all(seat.ready for seat in room.humans()):
        return RefusalCode.NOT_EVERYONE_READY
    return None


def seat_ai(t: Transition, seat_id: SeatId, profile: CandidateProfile) -> None:
    """Seat an AI candidate.

    Raises:
        CommandRefused: `seat_taken`, `room_full`, `bad_value`.
    """
    check_free(t.room, seat_id, SeatKind.AI)
    if not 60 <= profile.characters_per_minute <= 1_500:
        refuse(RefusalCode.BAD_VALUE, "characters_per_minute is 60 to 1,500")
    if any(not 0 <= quality.low <= quality.high <= 100 for quality in profile.qualities):
        refuse(RefusalCode.BAD_VALUE, "a quality range lies within 0 to 100")
    seat = Seat(
        seat_id=seat_id,
        kind=SeatKind.AI,
        name=checked_name(profile.name),
        headline=profile.headline,
        persona_id=profile.persona_id,
        company=profile.company,
        ready=True,
        candidate=profile,
    )
    t.record(e.SeatTaken(at=t.at, seat_id=seat_id, seat=seat))


def seat_interviewer(t: Transition, seat_id: SeatId, profile: InterviewerProfile) -> None:
    """Seat an interviewer.

    Raises:
        CommandRefused: `seat_taken`, `room_full`, `bad_value`.
    """
    check_free(t.room, seat_id, SeatKind.INTERVIEWER)
    if not (0 <= profile.follow_up_percent <= 100 and -100 <= profile.severity <= 100):
        refuse(RefusalCode.BAD_VALUE, "follow_up_percent is 0 to 100, severity -100 to 100")
    seat = Seat(
        seat_id=seat_id,
        kind=SeatKind.INTERVIEWER,
        name=checked_name(profile.name),
        headline=profile.title,
        persona_id=profile.persona_id,
        interviewer=profile,
    )
    t.record(e.SeatTaken(at=t.at, seat_id=seat_id, seat=seat))


def check_free(room: Room, seat_id: SeatId, kind: SeatKind) -> None:
    """Refuse a place that is taken, badly named or one too many of its kind.

    Raises:
        CommandRefused: `bad_value`, `seat_taken`, `room_full`.
    """
    if not seat_id or ":" in seat_id:
        refuse(RefusalCode.BAD_VALUE, "a seat id is not empty and has no colon")
    if room.seat(seat_id) is not None:
        refuse(RefusalCode.SEAT_TAKEN, seat_id)
    same_kind = sum(seat.kind is kind and not seat.left for seat in room.seats)
    full = same_kind >= _LIMITS[kind] or (kind.candidate and len(room.candidates()) >= MOST_CANDIDATES)
    if full:
        refuse(RefusalCode.ROOM_FULL, kind.value)


def person(room: Room, seat_id: SeatId) -> Seat:
    """Return the seat of somebody who acts by themselves: a candidate or an observer.

    Raises:
        CommandRefused: `unknown_seat`, `seat_gone`, `not_candidate`.
    """
    seat = present(room, seat_id)
    if seat.kind not in (SeatKind.HUMAN, SeatKind.OBSERVER):
        refuse(RefusalCode.NOT_CANDIDATE, seat_id)
    return seat


def human(room: Room, seat_id: SeatId) -> Seat:
    """Return a person's candidate seat.

    Raises:
        CommandRefused: `unknown_seat`, `seat_gone`, `not_candidate`.
    """
    seat = present(room, seat_id)
    if seat.kind is not SeatKind.HUMAN:
        refuse(RefusalCode.NOT_CANDIDATE, seat_id)
    return seat


def present(room: Room, seat_id: SeatId) -> Seat:
    """Return a seat whose owner has not left.

    Raises:
        CommandRefused: `unknown_seat`, `seat_gone`.
    """
    seat = room.seat(seat_id)
    if seat is None:
        refuse(RefusalCode.UNKNOWN_SEAT, seat_id)
    if seat.left:
        refuse(RefusalCode.SEAT_GONE, seat_id)
    return seat
