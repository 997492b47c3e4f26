"""A gateway on a real port, carried by either server, with rooms in memory."""

from __future__ import annotations

import asyncio
import itertools
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import attrs
import uvicorn
from starlette.applications import Starlette

from adapters.service.casting import Casting
from adapters.service.event_store import EventStore
from adapters.service.memory_store import MemoryEventStore
from adapters.service.people.access import Access, seat_of
from adapters.service.people.directory import RoomEntry
from adapters.service.people.identity import Person, TokenExpired, TokenInvalid, TokenMissing, UserId
from adapters.service.people.invitations import Invitation, Role
from adapters.service.people.memory_directory import MemoryDirectory
from adapters.service.room_service import RoomService
from adapters.service.surroundings import Surroundings
from adapters.websocket_server.gateway import Gateway
from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.starlette_channel import websocket_route
from adapters.websocket_server.uvicorn_protocol import websocket_options
from adapters.websocket_server.websockets_server import serving
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed
from interview_engine.core.effects import Effect
from interview_engine.core.settings import Settings
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, Millis, RoomId, Salt, SeatId, Seed
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.testing.rooms import ONE_QUESTION, a_rival, an_interviewer
from interview_engine.testing.stub_performer import perform_stub
from tests.websocket_server.peer import Peer

ROOM = RoomId("room")
QUIET = Settings(plan=ONE_QUESTION, reading_ms=Millis(0))
OTHER_ORIGIN = "https://interviews.example"


BAD_TOKENS = {"": TokenMissing, "expired": TokenExpired, "forged": TokenInvalid}


def now() -> Millis:
    return Millis(time.time_ns() // 1_000_000)


class Tokens:
    """An `Identity`: a token is a user's id, and says so itself when it is none."""

    async def person(self, token: str) -> Person:
        if token in BAD_TOKENS:
            raise BAD_TOKENS[token]
        return Person(user_id=UserId(token), name=token.title())


class Letters:
    """`Invitations` whose text is room and role."""

    def write(self, invitation: Invitation) -> str:
        return f"{invitation.room_id} {invitation.role.value}"

    def read(self, text: str, now: Millis) -> Invitation | None:
        room_id, _, role = text.partition(" ")
        return Invitation(room_id=RoomId(room_id), role=Role(role), expires_at=Millis(now + 1))


class StubPerformer:
    async def perform(self, room_id: RoomId, effect: Effect) -> c.Report:
        await asyncio.sleep(0)
        return perform_stub(effect, now())


@attrs.define
class House:
    """Everything that a test may look at."""

    store: EventStore
    service: RoomService
    directory: MemoryDirectory
    gateway: Gateway
    port: int
    peers: list[Peer] = attrs.Factory(list)
    _ids: itertools.count[int] = attrs.Factory(itertools.count)

    async def open_room(
        self,
        room_id: RoomId = ROOM,
        *,
        owner: str = "host",
        public: bool = True,
        settings: Settings = QUIET,
        ai: int = 1,
    ) -> RoomId:
        """Create a room with its entry in the directory."""
        await self.directory.add_room(
            RoomEntry(room_id=room_id, owner=UserId(owner), public=public, created_at=now())
        )
        outcome = await self.service.create(
            c.CreateRoom(
                now=now(),
                id=CommandId(f"create-{room_id}"),
                room_id=room_id,
                seed=Seed("a secret for tests"),
                settings=settings,
                rivals=tuple(a_rival(number) for number in range(1, ai + 1)),
                panel=(an_interviewer(),),
            )
        )
        assert isinstance(outcome, Committed)
        return room_id

    async def connect(self, *, origin: str | None = None, path: str = "/ws", read: bool = True) -> Peer:
        """Return a connection that has not said anything yet."""
        peer = await Peer.connect(f"ws://127.0.0.1:{self.port}{path}", origin=origin, read=read)
        self.peers.append(peer)
        return peer

    async def enter(
        self,
        user: str,
        room_id: RoomId = ROOM,
        *,
        last_seq: int | None = None,
        invitation: str = "",
        lang: str = "",
        read: bool = True,
    ) -> Peer:
        """Return a connection that has been welcomed."""
        peer = await self.connect(read=read)
        await peer.hello(user, room_id, last_seq=last_seq, invitation=invitation, lang=lang)
        return peer

    async def seated(self, user: str, room_id: RoomId = ROOM, *, observer: bool = False) -> Peer:
        """Return a connection whose owner has a seat."""
        peer = await self.enter(user, room_id)
        outcome = await peer.command("join_room", name=user.title(), observer=observer)
        assert outcome.status == "committed", outcome
        return peer

    def seat(self, user: str, room_id: RoomId = ROOM) -> SeatId:
        return seat_of(UserId(user), room_id)

    async def room(self, room_id: RoomId = ROOM) -> Room:
        return await self.service.room(room_id)

    async def until_closed(self, **counts: int) -> None:
        """Wait until so many connections have been closed, in these ways and no other."""

        async def so() -> bool:
            return self.gateway.figures.closed == counts

        await self.until(so)

    async def until(self, happened: Callable[[], Awaitable[bool]], within: float = 30.0) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(within):
            while not await happened():  # noqa: ASYNC110 -- what it waits for rings no bell
                await asyncio.sleep(0.01)


@asynccontextmanager
async def on_websockets(gateway: Gateway) -> AsyncIterator[int]:
    async with serving(gateway, host="127.0.0.1", port=0, origins=(OTHER_ORIGIN,)) as port:
        yield port


@asynccontextmanager
async def on_starlette(gateway: Gateway) -> AsyncIterator[int]:
    app = Starlette(routes=[websocket_route(gateway, origins=(OTHER_ORIGIN,))])
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        timeout_graceful_shutdown=5,
        **websocket_options(gateway.settings),
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:  # noqa: ASYNC110 -- uvicorn rings no bell
        await asyncio.sleep(0.01)
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await task
        listening.close()


SERVERS = {"websockets": on_websockets, "starlette": on_starlette}


@asynccontextmanager
async def open_house(
    server: str, settings: GatewaySettings, store: EventStore | None = None
) -> AsyncIterator[House]:
    """Serve a gateway, and close everything in the order in which a program does."""
    salts = itertools.count()
    the_store = store or MemoryEventStore()
    service = RoomService(
        the_store,
        StubPerformer(),
        Surroundings(now=now, salt=lambda: Salt(f"a salt for tests {next(salts):08}")),
    )
    directory = MemoryDirectory()
    gateway = Gateway(
        service=service,
        access=Access(service, directory, Letters()),
        identity=Tokens(),
        casting=Casting(default_catalogue()),
        now=now,
        jitter=lambda: 0.5,
        settings=settings,
    )
    await service.start()
    async with SERVERS[server](gateway) as port:
        house = House(the_store, service, directory, gateway, port)
        try:
            yield house
        finally:
            for peer in house.peers:
                if peer.reads:
                    await peer.leave()
                else:
                    peer.cut()
            await gateway.close(Millis(2_000))
    await service.close()
    await the_store.close()
