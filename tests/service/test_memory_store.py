"""The store in memory keeps the contract."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given

from adapters.service.event_store import EventStore, UnknownRoom
from adapters.service.memory_store import MemoryEventStore
from interview_engine.ids import Seq
from tests.contracts.event_store import NOW, ROOM, EventStoreContract, lines
from tests.contracts.event_store_model import STEPS, Step, follow_model


async def open_memory(folder: Path) -> EventStore:
    return MemoryEventStore()


class TestMemoryStore(EventStoreContract):
    async def open(self, folder: Path) -> EventStore:
        return await open_memory(folder)


@given(STEPS)
def test_it_behaves_like_a_dict(steps: list[Step]) -> None:
    follow_model(open_memory, steps)


def test_two_stores_share_nothing() -> None:
    async def scene() -> None:
        one, two = MemoryEventStore(), MemoryEventStore()
        await one.append(ROOM, Seq(0), lines(b"x"), at=NOW)
        with pytest.raises(UnknownRoom):
            await two.read(ROOM)

    asyncio.run(scene())
