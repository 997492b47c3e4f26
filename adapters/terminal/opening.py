"""Opening an interview of one person: the room, the rivals, the panel, the résumé facts, the start."""

from __future__ import annotations

import hashlib

import attrs

from adapters.terminal.writers import Writers
from interview_engine.core import commands as c
from interview_engine.core.settings import Settings
from interview_engine.ids import Millis, RoomId, Salt, SeatId, Seed
from interview_engine.offline.casting import panel_profiles, rival_profiles
from interview_engine.offline.interview import DEFAULT_PANEL, DEFAULT_RIVALS, ME, Interview
from interview_engine.offline.performing import perform
from interview_engine.personas.catalogue import Catalogue


@attrs.frozen(kw_only=True)
class Wishes:
    """What the person wants of the interview.

    Attributes:
        name: Display name.
        settings: The room's settings.
        rivals: Companies or persona ids of AI candidates.
        panel: Interviewer ids.
        facts: Lines of a résumé.
        seed: The room's secret.
        companions: Names of further people who sit beside the person.
    """

    name: str
    settings: Settings
    seed: str
    rivals: tuple[str, ...] = DEFAULT_RIVALS
    panel: tuple[str, ...] = DEFAULT_PANEL
    facts: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()

    @property
    def room_id(self) -> RoomId:
        """The room's id: a digest of the seed, so that it says nothing about it."""
        digest = hashlib.sha256(f"{self.seed}\x1froom".encode()).hexdigest()
        return RoomId(f"room-{digest[:12]}")


def prepare(
    wishes: Wishes, *, salt: Salt, now: Millis, catalogue: Catalogue, writers: Writers | None = None
) -> Interview:
    """Return an interview in whose room everybody is seated and ready; `start` begins it.

    Args:
        wishes: What the person wants.
        salt: Secret random text for deletable personal text.
        now: When it begins, ms since the epoch.
        catalogue: Personas and questions.
        writers: Do the interview's work in the background; None for the offline ones, at once.

    Raises:
        CommandRefused: For a value out of range.
        UnknownEntry: For a rival or an interviewer that doesn't exist.
    """
    performer = perform if writers is None else writers.performer(wishes.room_id)
    interview = Interview(salt=salt, catalogue=catalogue, performer=performer)
    language = wishes.settings.language
    interview.now = now
    interview.do(
        c.CreateRoom(
            now=now,
            id=interview.next_id("create"),
            room_id=wishes.room_id,
            seed=Seed(wishes.seed),
            settings=wishes.settings,
            rivals=rival_profiles(catalogue, wishes.rivals, language),
            panel=panel_profiles(catalogue, wishes.panel, language),
        )
    )
    interview.do(c.JoinRoom(now=now, id=interview.next_id("join"), seat_id=ME, name=wishes.name))
    if wishes.facts:
        interview.do(c.ShareResume(now=now, id=interview.next_id("facts"), seat_id=ME, facts=wishes.facts))
    interview.do(c.SetReady(now=now, id=interview.next_id("ready"), seat_id=ME))
    for number, name in enumerate(wishes.companions, start=2):
        seat_id = companion_seat(number)
        interview.do(c.JoinRoom(now=now, id=interview.next_id("join"), seat_id=seat_id, name=name))
        interview.do(c.SetReady(now=now, id=interview.next_id("ready"), seat_id=seat_id))
    return interview


def companion_seat(number: int) -> SeatId:
    """Return the seat of the second, third or fourth person."""
    return SeatId(f"person-{number}")


def start(interview: Interview, now: int = 0) -> None:
    """Begin the interview: the first question is asked.

    Args:
        interview: Everybody is seated and ready.
        now: The time, ms since the epoch; the interview's own when that is later.

    Raises:
        CommandRefused: With too few candidates or interviewers.
    """
    interview.do(c.StartInterview(now=Millis(max(now, interview.now)), id=interview.next_id("start"), by=ME))
