"""The API on the stage: real service, real tokens, in memory, without a socket."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from typing import TypeVar

import attrs
import httpx2
from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from adapters.http_api.app import build_app
from adapters.http_api.metrics import ServiceMetrics
from adapters.http_api.parts import ApiParts, DocumentRead
from adapters.http_api.settings import ApiSettings, Rate, Rates
from adapters.http_api.working import WorkerThreads
from adapters.local_identity.guest_tokens import GuestTokens
from adapters.local_identity.invitations import SignedInvitations
from adapters.service.casting import Casting
from adapters.service.event_store import EventStore
from adapters.service.measuring import MeasuredAccess, MeasuredPerformer, MeasuredStore
from adapters.service.memory_store import MemoryEventStore
from adapters.service.offline_performer import OfflinePerformer
from adapters.service.people.accounts import OpenAccounts
from adapters.service.people.memory_directory import MemoryDirectory
from adapters.service.room_service import RoomService
from adapters.service.surroundings import Surroundings
from interview_engine.core.stages import Stage
from interview_engine.ids import Millis, RoomId, Salt
from interview_engine.personas.catalogue import default_catalogue

T = TypeVar("T")
SECRET = b"a secret for tests, 32 bytes long"
MANY = Rate(per_second=1e9, burst=1_000_000)
NO_LIMITS = Rates(
    address=MANY,
    sign_in=MANY,
    guess=MANY,
    guess_network=MANY,
    read=MANY,
    write=MANY,
    heavy=MANY,
    upload=MANY,
    voice=MANY,
)
SHORT = {"plan": [{"stage": "common", "kind": "experience", "answer_ms": 60_000}], "reading_ms": 0}
ANSWER = "제가 직접 맡은 결제 서비스에서 배포가 멈췄을 때, 지표로 원인을 좁혀 응답 시간을 32% 줄였습니다."


class Refused(Exception):
    """What the document reader of tests raises."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@attrs.frozen
class Read:
    """A document as the reader of tests reads it."""

    text: str
    facts: tuple[str, ...]


async def read_document(name: str, data: bytes) -> DocumentRead:
    """Read a text; names ask for refusals."""
    if name.startswith("refused-"):
        raise Refused(name.removeprefix("refused-").partition(".")[0])
    text = data.decode(errors="replace")
    return Read(text, tuple(line.strip() for line in text.splitlines() if line.strip())[:10])


class Clock:
    """Wall time that tests can move."""

    def __init__(self) -> None:
        self.ahead_ms = 0

    def __call__(self) -> Millis:
        return Millis(round(time.time() * 1000) + self.ahead_ms)


@attrs.define
class Guest:
    """Somebody with a token."""

    client: httpx2.AsyncClient
    token: str
    user_id: str = ""

    async def __call__(
        self,
        method: str,
        path: str,
        *,
        body: object = None,
        content: bytes | None = None,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx2.Response:
        """Make a request as this person; `body` is sent as JSON."""
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if body is not None:
            content = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        return await self.client.request(
            method, path, content=content, files=files, headers=sent | dict(headers or {})
        )


@attrs.define
class ApiStage:
    """An application with its parts."""

    app: FastAPI
    parts: ApiParts
    clock: Clock
    client: httpx2.AsyncClient
    nobody: Guest

    async def guest(self, name: str = "김지원") -> Guest:
        """Sign somebody in."""
        made = await self.nobody("POST", "/api/guests", body={"name": name})
        assert made.status_code == 201, made.text
        said = made.json()
        return Guest(self.client, said["token"], said["user_id"])

    async def room(self, person: Guest, **wanted: object) -> str:
        """Open a room with rivals and a panel."""
        body = {"title": "모의면접", "settings": SHORT, "rivals": [RIVAL], "panel": [PANEL]} | wanted
        made = await person("POST", "/api/rooms", body=body)
        assert made.status_code == 201, made.text
        return str(made.json()["room_id"])

    async def finished_room(self, person: Guest, *others: Guest, **wanted: object) -> str:
        """Hold an interview to its end; everybody answers when it is their turn."""
        room_id = await self.room(person, **wanted)
        for other in others:
            await self.let_in(person, other, room_id)
            assert (await command(other, room_id, "join_room", name="박이람")).status_code == 200
        for somebody in (person, *others):
            assert (await command(somebody, room_id, "set_ready")).status_code == 200
        started = await person("POST", f"/api/rooms/{room_id}/start")
        assert started.status_code == 200, started.text
        await self.play(room_id, person, *others)
        return room_id

    async def let_in(self, host: Guest, other: Guest, room_id: str, role: str = "candidate") -> None:
        """Invite somebody, and have them come in."""
        invited = await host("POST", f"/api/rooms/{room_id}/invitations", body={"role": role})
        assert invited.status_code == 201, invited.text
        entry = {"invitation": invited.json()["invitation"]}
        entered = await other("POST", f"/api/rooms/{room_id}/enter", body=entry)
        assert entered.status_code == 200, entered.text

    async def play(self, room_id: str, *people: Guest, until: Stage = Stage.FINISHED) -> None:
        """Answer for people whenever it is their turn; rivals' speeches are skipped by the clock."""
        for _ in range(3_000):
            room = await self.parts.service.room(RoomId(room_id))
            if room.stage is until:
                return
            for turn in room.open_turns():
                for person in people:
                    seat = (await person("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
                    if turn.seat_id == seat:
                        said = await command(
                            person, room_id, "submit_answer", turn_id=turn.turn_id, text=ANSWER
                        )
                        assert said.status_code in (200, 409), said.text
            self.clock.ahead_ms += 5_000
            await self.parts.service.look_again(RoomId(room_id))
            await asyncio.sleep(0.001)
        raise AssertionError(f"the interview does not end: {room.stage}")


RIVAL = str(default_catalogue().candidates[0].id)
PANEL = str(default_catalogue().interviewers[0].id)
_ids = itertools.count(1)


async def command(person: Guest, room_id: str, name: str, /, **data: object) -> httpx2.Response:
    """Give a command over HTTP."""
    body = {"id": f"c-{next(_ids)}", "name": name, "data": data}
    return await person("POST", f"/api/rooms/{room_id}/commands", body=body)


@asynccontextmanager
async def on_stage(
    settings: ApiSettings | None = None,
    store: EventStore | None = None,
    **changes: object,
) -> AsyncIterator[ApiStage]:
    """Build an application; `changes` replace parts."""
    clock = Clock()
    registry = CollectorRegistry()
    meter = ServiceMetrics(registry)
    numbers = itertools.count(1)

    def fresh() -> str:
        return f"fresh-{next(numbers):06}-0123456789abcdef"

    casting = Casting(default_catalogue())
    measured = MeasuredStore(store or MemoryEventStore(), meter, time.perf_counter)
    performer = MeasuredPerformer(OfflinePerformer(casting, clock), meter, time.perf_counter)
    service = RoomService(measured, performer, Surroundings(now=clock, salt=lambda: Salt(fresh())))
    directory, tokens, invitations = MemoryDirectory(), GuestTokens(SECRET, clock), SignedInvitations(SECRET)
    access = MeasuredAccess(service, directory, invitations, meter)
    parts = ApiParts(
        service=service,
        access=access,
        directory=directory,
        identity=OpenAccounts(tokens, access.accounts),
        invitations=invitations,
        casting=casting,
        store=measured,
        tokens=tokens,
        now=clock,
        fresh=fresh,
        secret=SECRET,
        working=WorkerThreads(),
        read_document=read_document,
        document_refused=(Refused,),
        registry=registry,
    )
    parts = attrs.evolve(parts, **changes)  # type: ignore[arg-type]  # tests name parts
    app = build_app(parts, settings or ApiSettings(rates=NO_LIMITS, public_url="https://interview.example"))
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://api.test") as client:
        yield ApiStage(app, parts, clock, client, Guest(client, ""))
    await service.close()


def play(
    scene: Callable[[ApiStage], Awaitable[T]], settings: ApiSettings | None = None, **changes: object
) -> T:
    """Run a scene on a fresh stage."""

    async def on_it() -> T:
        async with on_stage(settings, **changes) as stage:  # type: ignore[arg-type]
            return await scene(stage)

    work: Coroutine[None, None, T] = on_it()
    return asyncio.run(work)
