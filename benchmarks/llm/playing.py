"""A whole interview of one person and AI candidates through the service, in virtual time."""

from __future__ import annotations

import asyncio
from typing import Final

from adapters.service.memory_store import MemoryEventStore
from adapters.service.room_service import RoomService
from adapters.service.surroundings import EffectPerformer, Surroundings
from interview_engine.core import commands as c
from interview_engine.core.log import Record
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.ids import CommandId, Millis, RoomId, Salt, SeatId, Seed
from interview_engine.offline.casting import panel_profiles, rival_profiles
from interview_engine.offline.interview import DEFAULT_PANEL, DEFAULT_RIVALS
from interview_engine.personas.catalogue import default_catalogue
from tests.service.virtual_time import now

LOBBY_S: Final = 15.0
"""From the last one being ready to the host's starting the interview."""
ME: Final = SeatId("me")
_ANSWER: Final = (
    "저는 문제를 작게 나누어 기록부터 살폈고 동료와 기준을 맞춘 뒤 결과를 함께 나누었습니다. " * 4
)


async def played(
    performer: EffectPerformer,
    settings: Settings,
    seed: str,
    *,
    skips: bool = False,
    rivals: tuple[str, ...] = DEFAULT_RIVALS,
    panel: tuple[str, ...] = DEFAULT_PANEL,
) -> tuple[Record, ...]:
    """Play an interview of one person and AI candidates through the service; return its log.

    Args:
        performer: Does the effects.
        settings: The room's.
        seed: The room's secret.
        skips: Whether the person skips every speech after 5 s.
        rivals: The AI candidates' personas.
        panel: The interviewers' personas.
    """
    salts = iter(range(1_000_000))
    around = Surroundings(now=now, salt=lambda: Salt(f"a salt that nobody guesses {next(salts)}"))
    service = RoomService(MemoryEventStore(), performer, around)
    room_id = RoomId("room")
    catalogue, language = default_catalogue(), settings.language
    await service.create(
        c.CreateRoom(
            now=now(),
            id=CommandId("create"),
            room_id=room_id,
            seed=Seed(seed),
            settings=settings,
            rivals=rival_profiles(catalogue, rivals, language),
            panel=panel_profiles(catalogue, panel, language),
        )
    )
    await service.command(room_id, c.JoinRoom(now=now(), id=CommandId("join"), seat_id=ME, name="지원자"))
    await service.command(room_id, c.SetReady(now=now(), id=CommandId("ready"), seat_id=ME))
    await asyncio.sleep(LOBBY_S)
    await service.command(room_id, c.StartInterview(now=now(), id=CommandId("start"), by=ME))
    await _person(service, room_id, skips=skips)
    log = await service.log_of(room_id)
    await service.close()
    return log


async def _person(service: RoomService, room_id: RoomId, *, skips: bool) -> None:
    """Answer each own turn after half its time, and skip speeches after 5 s or never."""
    began: dict[str, Millis] = {}
    done: set[str] = set()
    for number in range(1_000_000):
        room = await service.room(room_id)
        if room.stage is Stage.FINISHED:
            return
        for turn in room.open_turns():
            since = began.setdefault(f"{turn.turn_id}/{turn.speaking}", now())
            if turn.turn_id in done:
                continue
            if turn.seat_id == ME and now() - since >= turn.allowance_ms // 2:
                done.add(turn.turn_id)
                await service.command(
                    room_id,
                    c.SubmitAnswer(
                        now=now(),
                        id=CommandId(f"a{number}"),
                        seat_id=ME,
                        turn_id=turn.turn_id,
                        text=_ANSWER,
                    ),
                )
            elif turn.speaking and skips and now() - since >= 5_000:
                done.add(turn.turn_id)
                await service.command(
                    room_id,
                    c.SkipSpeech(now=now(), id=CommandId(f"s{number}"), seat_id=ME, turn_id=turn.turn_id),
                )
        await asyncio.sleep(0.1)
    raise AssertionError("the interview does not end")
