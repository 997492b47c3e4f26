"""Rooms to begin a test with, built by the commands that a shell would send."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, take
from interview_engine.core.effects import Effect, WriteQuestion, pending_effects
from interview_engine.core.settings import Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, Millis, PersonaId, RoomId, SeatId, Seed
from interview_engine.profiles import CandidateProfile, InterviewerProfile, QualityRange
from interview_engine.testing.stub_performer import perform_stub
from interview_engine.vocabulary import Competency, QuestionKind

SEED = Seed("a secret for tests")
START = Millis(1_000_000)
"""When the rooms of tests are created."""

ONE_QUESTION = (
    Slot(stage=Stage.COMMON, kind=QuestionKind.COMMON, answer_ms=Millis(60_000), follow_ups=True),
)
"""A plan with a single question to all, for one minute each."""


def human(number: int = 1) -> SeatId:
    """Return the seat id of the n-th person in a room built here."""
    return SeatId(f"human-{number}")


def ai(number: int = 1) -> SeatId:
    """Return the seat id of the n-th AI candidate in a room built here."""
    return SeatId(f"ai-{number}")


def interviewer(number: int = 1) -> SeatId:
    """Return the seat id of the n-th interviewer in a room built here."""
    return SeatId(f"panel-{number}")


def a_rival(number: int = 1, *, characters_per_minute: int = 330) -> CandidateProfile:
    """Return the profile of an AI candidate.

    Args:
        number: Tells rivals apart.
        characters_per_minute: Speaking rate.
    """
    return CandidateProfile(
        persona_id=PersonaId(f"rival-{number}"),
        name=f"Rival {number}",
        characters_per_minute=characters_per_minute,
        qualities=(QualityRange(competency=Competency.COMMUNICATION, low=30, high=90),),
    )


def an_interviewer(number: int = 1, *, follow_up_percent: int = 0) -> InterviewerProfile:
    """Return the profile of an interviewer.

    Args:
        number: Tells interviewers apart.
        follow_up_percent: How readily follow-ups are asked, 0 to 100.
    """
    return InterviewerProfile(
        persona_id=PersonaId(f"interviewer-{number}"),
        name=f"Interviewer {number}",
        competencies=(Competency.TECHNICAL_DEPTH, Competency.COMMUNICATION),
        follow_up_percent=follow_up_percent,
    )


def after(room: Room | None, *commands: c.Command) -> Room:
    """Return the room after commands that must all be committed.

    Raises:
        AssertionError: When one is refused or a duplicate; it names the command and the reason.
    """
    for command in commands:
        step = take(room, command)
        assert isinstance(step.outcome, Committed), f"{command} became {step.outcome}"
        room = step.room
    assert room is not None, "a room begins with CreateRoom"
    return room


def a_room(
    settings: Settings | None = None, *, ai: int = 0, interviewers: int = 1, follow_up_percent: int = 0
) -> Room:
    """Return a room that was just created, without people.

    Args:
        settings: The room's settings; those of `a_running_room` when None.
        ai: How many AI candidates sit in it.
        interviewers: How many interviewers.
        follow_up_percent: How readily they ask follow-ups, 0 to 100.
    """
    return after(
        None,
        c.CreateRoom(
            now=START,
            id=CommandId("create"),
            room_id=RoomId("room"),
            seed=SEED,
            settings=settings or Settings(plan=ONE_QUESTION),
            rivals=tuple(a_rival(number) for number in range(1, ai + 1)),
            panel=tuple(
                an_interviewer(number, follow_up_percent=follow_up_percent)
                for number in range(1, interviewers + 1)
            ),
        ),
    )


def a_waiting_room(
    settings: Settings | None = None,
    *,
    humans: int = 2,
    ai: int = 1,
    interviewers: int = 1,
    follow_up_percent: int = 0,
) -> Room:
    """Return a room in which everybody has joined and is ready; the first person is host.

    Args:
        settings: The room's settings; those of `a_running_room` when None.
        humans: How many people.
        ai: How many AI candidates.
        interviewers: How many interviewers.
        follow_up_percent: How readily they ask follow-ups, 0 to 100.
    """
    room = a_room(settings, ai=ai, interviewers=interviewers, follow_up_percent=follow_up_percent)
    for number in range(1, humans + 1):
        seat_id = human(number)
        room = after(
            room,
            c.JoinRoom(now=START, id=CommandId(f"join-{number}"), seat_id=seat_id, name=f"Person {number}"),
            c.SetReady(now=START, id=CommandId(f"ready-{number}"), seat_id=seat_id),
        )
    return room


def a_running_room(
    settings: Settings | None = None,
    *,
    humans: int = 2,
    ai: int = 1,
    interviewers: int = 1,
    follow_up_percent: int = 0,
) -> Room:
    """Return a room whose first question was just asked: the first turn is open.

    Args:
        settings: The room's settings; one question to all (`ONE_QUESTION`), answered in an order that
            rotates and begins anywhere, when None.
        humans: How many people.
        ai: How many AI candidates; none of their answers is written yet.
        interviewers: How many interviewers.
        follow_up_percent: How readily they ask follow-ups, 0 to 100.
    """
    room = a_waiting_room(
        settings, humans=humans, ai=ai, interviewers=interviewers, follow_up_percent=follow_up_percent
    )
    room = after(room, c.StartInterview(now=START, id=CommandId("start")))
    return with_effects_done(room, WriteQuestion)


def with_effects_done(room: Room, *kinds: type[Effect]) -> Room:
    """Return the room after the stub performer has done what is pending, until nothing is.

    Args:
        room: The room; its clock stands still unless an effect has to wait before its next try.
        kinds: Do only effects of these classes; of all when none is named.
    """
    while True:
        wanted = [effect for effect in pending_effects(room) if isinstance(effect, kinds or Effect)]
        if not wanted:
            return room
        room = after(room, perform_stub(wanted[0], Millis(max(room.now, wanted[0].not_before))))
