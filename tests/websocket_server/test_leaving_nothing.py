"""A connection that has ended is gone at once: the server seldom collects cycles, so it must leave none."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator

import pytest

from adapters.websocket_server.commanding import Commands
from adapters.websocket_server.outbound import Outbound
from adapters.websocket_server.session import Session
from adapters.websocket_server.uvicorn_protocol import Direct, DirectProtocol
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import House

OF_A_CONNECTION = (Session, Outbound, Commands, Direct, DirectProtocol)


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def left() -> list[str]:
    """Return what of connections is still there."""
    return [type(thing).__name__ for thing in gc.get_objects() if type(thing) in OF_A_CONNECTION]


@pytest.mark.usefixtures("without_collector")
def test_a_connection_leaves_no_cycles(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        before = left()
        # Of the same person's two, the newer one supersedes the other.
        peers = [await house.seated("guest"), await house.enter("guest")]
        assert len(left()) > len(before)
        for peer in peers:
            await peer.connection.close()

        async def gone() -> bool:
            return house.gateway.figures.connections == 0

        await house.until(gone)
        # What the newer tab has superseded waits for its close to be agreed on, at most for seconds.
        async with asyncio.timeout(5):
            while len(left()) > len(before):  # noqa: ASYNC110 -- nothing rings when memory is freed
                await asyncio.sleep(0.05)

    play(scene)
