"""Rooms in a measured server, made ready up to the start: what people would have clicked together before."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Final

import attrs
import msgspec

from adapters.local_identity.guest_tokens import GuestTokens
from adapters.service.people.access import seat_of
from adapters.service.people.directory import Directory, RoomEntry
from adapters.service.people.identity import Person, UserId
from adapters.service.room_service import RoomService
from interview_engine.core import commands as c
from interview_engine.core.settings import OrderPolicy, Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seed
from interview_engine.offline import panel_profiles
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language, QuestionKind

_AT_ONCE: Final = 32
_TOKEN_MS: Final = 3_600_000
_NAMES: Final = ("김하늘", "이바다", "박구름", "최노을")
_INTRO: Final = Slot(stage=Stage.SELF_INTRO, kind=QuestionKind.SELF_INTRODUCTION)
_COMMON: Final = Slot(stage=Stage.COMMON, kind=QuestionKind.COMMON)
_CLOSING: Final = Slot(stage=Stage.CLOSING, kind=QuestionKind.CLOSING)
QUESTIONS: Final = 5


class Wanted(msgspec.Struct):
    """What the benchmark asks for.

    Attributes:
        name: Told apart from others' by it.
        rooms: How many rooms.
        people: Candidates in each; every one has a connection. 2 to 4.
        watchers: Others in each, without a seat.
        questions: In each interview; every one is put to all.
        close: Delete the rooms of this name instead.
    """

    name: str
    rooms: int
    people: int = 4
    watchers: int = 0
    questions: int = QUESTIONS
    close: bool = False


class OpenRoom(msgspec.Struct):
    """A room that waits for its start.

    Attributes:
        room: Which.
        tokens: Of its people, in the order in which they speak; the first is the host.
        seats: Their places.
        watchers: Tokens of those who have no place.
    """

    room: str
    tokens: list[str]
    seats: list[str]
    watchers: list[str] = []


@attrs.frozen(kw_only=True)
class Doors:
    """What it takes to make rooms and let people in."""

    service: RoomService
    directory: Directory
    tokens: GuestTokens
    now: Millis

    async def handle(self, wanted: Wanted) -> list[OpenRoom]:
        """Open the rooms that the benchmark wants, or delete them."""
        names = [RoomId(f"{wanted.name}-{number}") for number in range(wanted.rooms)]
        places = asyncio.Semaphore(_AT_ONCE)

        async def opened(room_id: RoomId) -> OpenRoom:
            async with places:
                return await self._open(room_id, wanted)

        if not wanted.close:
            return list(await asyncio.gather(*(opened(room_id) for room_id in names)))
        await asyncio.gather(*(self.service.delete(room_id) for room_id in names))
        return []

    async def _open(self, room_id: RoomId, wanted: Wanted) -> OpenRoom:
        persons = [
            Person(user_id=UserId(f"{room_id}-{place}"), name=_NAMES[place]) for place in range(wanted.people)
        ]
        entry = RoomEntry(room_id=room_id, owner=persons[0].user_id, public=True, created_at=self.now)
        await self.directory.add_room(entry)
        seats = [seat_of(person.user_id, room_id) for person in persons]
        for command in up_to_the_start(room_id, seats, wanted.questions, self.now):
            await self.service.command(room_id, command)
        tokens = [self.tokens.issue(person, _TOKEN_MS) for person in persons]
        others = [
            Person(user_id=UserId(f"{room_id}-watcher-{number}"), name="참관인")
            for number in range(wanted.watchers)
        ]
        return OpenRoom(
            room=room_id,
            tokens=tokens,
            seats=list(seats),
            watchers=[self.tokens.issue(person, _TOKEN_MS) for person in others],
        )


def up_to_the_start(
    room_id: RoomId, seats: Sequence[SeatId], questions: int, now: Millis
) -> Iterator[c.Command]:
    """Yield the commands that make a room ready: all but its start.

    Args:
        room_id: Which room.
        seats: Its people's, in the order in which they speak; the first is the host.
        questions: In the interview; every one is put to all.
        now: The instant.
    """
    yield c.CreateRoom(
        now=now,
        id=CommandId("create"),
        by=seats[0],
        room_id=room_id,
        seed=Seed(f"a seed for {room_id}"),
        settings=Settings(plan=(_INTRO, *((_COMMON,) * (questions - 2)), _CLOSING), order=OrderPolicy.SEAT),
        panel=panel_profiles(default_catalogue(), ("hr",), Language.KO),
    )
    for seat_id, name in zip(seats, _NAMES, strict=False):
        yield c.JoinRoom(now=now, id=CommandId(f"join-{seat_id}"), seat_id=seat_id, name=name)
        yield c.SetReady(now=now, id=CommandId(f"ready-{seat_id}"), seat_id=seat_id)
