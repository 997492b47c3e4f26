"""Opening a room: its log first, then its entry in lists, then one's own seat; a retry goes on from there."""

from __future__ import annotations

import hashlib
import hmac

import msgspec

from adapters.http_api.account.export import MOST_ROOMS
from adapters.http_api.asking import Api, Inside
from adapters.http_api.problems.problem import ApiError
from adapters.service.commands_on_wire import merged_settings
from adapters.service.people.directory import RoomEntry
from adapters.service.people.identity import Person
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, Duplicate, Outcome, Refused
from interview_engine.core.refusals import CommandRefused
from interview_engine.core.settings import Settings
from interview_engine.ids import CommandId, PersonaId, RoomId, Seed
from interview_engine.personas.errors import UnknownInterviewer, UnknownPersona
from interview_engine.profiles import CandidateProfile, InterviewerProfile
from interview_engine.vocabulary import Language


def require_room_for_more(api: Api) -> None:
    """Check that new rooms are taken.

    Raises:
        ApiError: The server is shutting down, or full.
    """
    if api.parts.draining():
        raise ApiError("draining", retry_after=5)
    if api.parts.service.live_rooms >= api.settings.most_live_rooms:
        raise ApiError("too_many_rooms", retry_after=30)


async def require_few_unfinished(api: Api, person: Person, room_id: RoomId) -> None:
    """Check that somebody may open one more room; one that a retry asks for is there already.

    Raises:
        ApiError: They have too many that have not come to their end.
    """
    most, parts = api.settings.most_unfinished_rooms, api.parts
    entries = await parts.directory.rooms_of(person.user_id, limit=MOST_ROOMS)
    own = {entry.room_id for entry in entries if entry.owner == person.user_id}
    if room_id in own or len(own) < most:
        return
    unfinished = {room.room_id for room in await parts.store.rooms(unfinished_only=True)}
    if len(own & unfinished) >= most:
        raise ApiError("too_many_unfinished")


def room_id_for(api: Api, person: Person, purpose: str, key: str) -> RoomId:
    """Return the id of a new room: the same for the same person, purpose and idempotency key.

    Args:
        api: What holds the secret.
        person: Who opens it.
        purpose: What it is opened for.
        key: The client's key; a fresh text without one.
    """
    text = "\x1f".join((purpose, person.user_id, key or api.parts.fresh())).encode()
    return RoomId("r-" + hmac.new(api.parts.secret, text, hashlib.sha256).hexdigest()[:24])


def profiles(
    api: Api, rivals: tuple[str, ...], panel: tuple[str, ...], language: Language
) -> tuple[tuple[CandidateProfile, ...], tuple[InterviewerProfile, ...]]:
    """Return the profiles of personas, by id.

    Raises:
        UnknownEntry: One of them can't be seated.
    """
    casting = api.parts.casting
    candidates = []
    for name in rivals:
        candidate = casting.candidate(PersonaId(name), language)
        if candidate is None:
            raise UnknownPersona("", ())
        candidates.append(candidate)
    interviewers = []
    for name in panel:
        interviewer = casting.interviewer(PersonaId(name), language)
        if interviewer is None:
            raise UnknownInterviewer("", ())
        interviewers.append(interviewer)
    return tuple(candidates), tuple(interviewers)


def require_done(outcome: Outcome) -> Committed | Duplicate:
    """Return an outcome that is no refusal.

    Raises:
        CommandRefused: It is one.
    """
    if isinstance(outcome, Refused):
        raise CommandRefused(outcome.code, outcome.detail)
    return outcome


async def open_room(
    api: Api,
    person: Person,
    room_id: RoomId,
    command: c.CreateRoom,
    entry: RoomEntry,
) -> bool:
    """Create a room, and its entry unless it has one.

    Returns:
        False when it was there already, from an earlier try.

    Raises:
        CommandRefused: The rules don't allow such a room.
        ApiError: The id is somebody else's.
        CommandIdReused: The same key opened another room before.
    """
    outcome = require_done(await api.parts.service.create(command))
    held = await api.parts.directory.room(room_id)
    if held is None:
        await api.parts.directory.add_room(entry)
    elif held.owner != person.user_id:
        raise ApiError("no_such_room")
    return isinstance(outcome, Committed)


def new_room(
    api: Api,
    command_id: CommandId,
    room_id: RoomId,
    settings: Settings,
    seated: tuple[tuple[CandidateProfile, ...], tuple[InterviewerProfile, ...]],
) -> c.CreateRoom:
    """Return the command that creates a room."""
    return c.CreateRoom(
        now=api.parts.now(),
        id=command_id,
        room_id=room_id,
        seed=Seed(api.parts.fresh() + api.parts.fresh()),
        settings=settings,
        rivals=seated[0],
        panel=seated[1],
    )


async def join(api: Api, person: Person, room_id: RoomId, *, observe: bool) -> Inside:
    """Let a person in and give them their seat, unless they had it already; return the room with them in it.

    Raises:
        CommandRefused: There is no seat.
    """
    parts = api.parts
    entrance, room = await parts.access.enter(person, room_id, now=parts.now())
    if room.seat(entrance.seat_id) is None:
        command = c.JoinRoom(
            now=parts.now(),
            id=CommandId(f"join-{entrance.seat_id}"),
            seat_id=entrance.seat_id,
            name=person.name,
            observer=observe,
        )
        require_done(await parts.access.put(entrance, command))
        room = await parts.service.room(room_id)
    return Inside(entrance=entrance, room=room)


def chosen_settings(changes: msgspec.Raw) -> Settings:
    """Return the settings of a new room: the defaults with some values replaced.

    Raises:
        BadCommand: A value of the wrong kind, or a setting that doesn't exist.
    """
    return merged_settings(Settings(), bytes(changes) or b"{}")
