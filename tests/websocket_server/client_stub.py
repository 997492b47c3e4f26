"""A stub server of one room, in memory: a test scripts what it says and reads what it heard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import msgspec

from adapters.websocket_server import frames
from adapters.websocket_server.client import InterviewClient
from adapters.websocket_server.client_settings import ClientSettings
from adapters.websocket_server.client_surroundings import ClientSurroundings
from adapters.websocket_server.client_wire import CAME_TO_NOTHING, Wire, WireLost
from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.codec import canonical, tag_of
from interview_engine.core.settings import Settings
from interview_engine.core.state import Room
from interview_engine.core.views import Viewer, view
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seq
from interview_engine.testing.rooms import SEED, after
from tests.service.virtual_time import now

TOKEN = "a token that no address may hold"
URL = "ws://stub.test/ws"
SEAT = SeatId("p-1")
FrameKind = TypeVar("FrameKind", bound=frames.Frame)
LIMITS = frames.Limits(largest_frame=65_536, frames_per_second=10.0, draft_every_ms=2_000)


def a_room() -> Room:
    return after(
        None,
        c.CreateRoom(
            now=Millis(1), id=CommandId("create"), room_id=RoomId("room"), seed=SEED, settings=Settings()
        ),
    )


class StubWire:
    """One connection: the client's end is the wire, the test's end `say`, `heard` and `hang_up`."""

    def __init__(self) -> None:
        self._to_client: asyncio.Queue[bytes | WireLost] = asyncio.Queue()
        self._from_client: asyncio.Queue[frames.ClientFrame] = asyncio.Queue()
        self.lost: WireLost | None = None
        self.closed = False

    async def receive(self) -> bytes:
        said = await self._to_client.get()
        if isinstance(said, WireLost):
            self._to_client.put_nowait(said)
            raise said
        return said

    async def send(self, frame: bytes) -> None:
        await asyncio.sleep(0)
        if self.lost is not None:
            raise self.lost
        self._from_client.put_nowait(frames.decode_client(frame))

    async def close(self) -> None:
        self.closed = True

    def say(self, *said: frames.Frame) -> None:
        for frame in said:
            self._to_client.put_nowait(frames.encode(frame))

    def say_text(self, text: bytes) -> None:
        self._to_client.put_nowait(text)

    async def heard(self, kind: type[FrameKind]) -> FrameKind:
        frame = await asyncio.wait_for(self._from_client.get(), 60)
        assert isinstance(frame, kind), frame
        return frame

    def silent(self) -> bool:
        return self._from_client.empty()

    def hang_up(self, code: int = CAME_TO_NOTHING, reason: str = "") -> None:
        self.lost = WireLost(code, reason)
        self._to_client.put_nowait(self.lost)


class Stub:
    """The stub server: hands out wires, and waits for connections."""

    def __init__(self) -> None:
        self.wires: list[StubWire] = []
        self.dialled_at: list[float] = []
        self.addresses: list[str] = []
        self.down = False
        self._arrivals: asyncio.Queue[StubWire] = asyncio.Queue()

    async def dial(self, url: str) -> Wire:
        self.addresses.append(url)
        self.dialled_at.append(asyncio.get_running_loop().time())
        if self.down:
            raise WireLost(reason="ConnectionRefusedError")
        wire = StubWire()
        self.wires.append(wire)
        self._arrivals.put_nowait(wire)
        return wire

    async def arrival(self) -> tuple[StubWire, frames.Hello]:
        wire = await asyncio.wait_for(self._arrivals.get(), 600)
        return wire, await wire.heard(frames.Hello)

    async def welcomed(self, *, seq: int = 3, resumed: bool = False) -> StubWire:
        wire, _ = await self.arrival()
        wire.say(welcome(seq, resumed=resumed))
        return wire

    def client(
        self,
        *,
        settings: ClientSettings | None = None,
        chance: Callable[[], float] = lambda: 0.0,
        last_seq: int | None = None,
    ) -> InterviewClient:
        ids = iter(range(1_000))
        return InterviewClient.connect(
            URL,
            token=TOKEN,
            room=RoomId("room"),
            last_seq=None if last_seq is None else Seq(last_seq),
            settings=settings or ClientSettings(),
            surroundings=ClientSurroundings(
                dial=self.dial, chance=chance, now=lambda: float(now()), new_id=lambda: f"id-{next(ids)}"
            ),
        )


async def both(client: InterviewClient, stub: Stub, *, seq: int = 3) -> StubWire:
    """Let the client in, and return the server's end."""
    entering = asyncio.create_task(client.__aenter__())
    wire = await stub.welcomed(seq=seq)
    await entering
    return wire


def welcome(seq: int = 3, *, resumed: bool = False) -> frames.Welcome:
    room = msgspec.Raw(b"null") if resumed else msgspec.Raw(canonical(view(a_room(), Viewer(seat_id=SEAT))))
    return frames.Welcome(
        proto=frames.PROTOCOL,
        room="room",
        you=frames.You(seat_id=SEAT, role="candidate", owner=True),
        resumed=resumed,
        seq=seq,
        snapshot=room,
        server_time=int(now()),
        limits=LIMITS,
    )


def snapshot(seq: int, reason: str = "asked") -> frames.SnapshotFrame:
    return frames.SnapshotFrame(seq=seq, room=msgspec.Raw(canonical(a_room())), reason=reason)


def said(seq: int, text: str = "안녕하세요") -> frames.EventFrame:
    return event(seq, e.ChatSent(at=Millis(5), seat_id=SEAT, text=text))


def event(seq: int, happened: e.Event) -> frames.EventFrame:
    return frames.EventFrame(seq=seq, name=tag_of(happened), data=msgspec.Raw(canonical(happened)))


def committed(frame: frames.CommandFrame, seq: int = 4) -> frames.OutcomeFrame:
    return frames.OutcomeFrame(id=frame.id, status="committed", seq=seq)
