from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest

from adapters.service.event_store import EventStore
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.ids import Millis
from tests.websocket_server.house import SERVERS, House, open_house

Scene = Callable[[House], Awaitable[None]]


class Play(Protocol):
    """Plays a scene in a house of its own."""

    def __call__(
        self, scene: Scene, settings: GatewaySettings | None = None, store: EventStore | None = None
    ) -> None: ...


@pytest.fixture(params=SERVERS)
def play(request: pytest.FixtureRequest) -> Play:
    """Play a scene in a house on each of the servers."""

    def play_it(
        scene: Scene, settings: GatewaySettings | None = None, store: EventStore | None = None
    ) -> None:
        async def in_house() -> None:
            chosen = settings or GatewaySettings(presence_linger_ms=Millis(50))
            async with asyncio.timeout(240), open_house(request.param, chosen, store) as house:
                await scene(house)

        asyncio.run(in_house())

    return play_it
