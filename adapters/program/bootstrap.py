"""The wiring of the server: the only place that knows every adapter.

Up: listen, open the database, resume the rooms, then accept. Down: the same backwards, so that nothing is
taken in that could not be finished.
"""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from socket import socket

import attrs
import structlog
from prometheus_client import CollectorRegistry

from adapters.documents.document import Limits
from adapters.documents.reader import DocumentReader
from adapters.documents.refused import DocumentRefused
from adapters.http_api.metrics import ServiceMetrics, watch_gateway
from adapters.http_api.parts import ApiParts
from adapters.http_api.working import WorkerProcesses
from adapters.local_identity.guest_tokens import GuestTokens
from adapters.local_identity.invitations import SignedInvitations
from adapters.local_identity.secret import load_or_make_secret
from adapters.program.application import application
from adapters.program.client_files import installed_client
from adapters.program.collecting import collect_seldom
from adapters.program.custom_cast import load_custom_cast
from adapters.program.draining import Drain
from adapters.program.housekeeping import keep_beating, keep_house
from adapters.program.http_serving import HttpServer
from adapters.program.language_models import NO_MODELS, ChosenModels
from adapters.program.listening import link, listen
from adapters.program.server_models import server_performer
from adapters.program.settings import ServerSettings
from adapters.service.casting import Casting
from adapters.service.event_store import EventStore
from adapters.service.measuring import MeasuredAccess, MeasuredStore, measured
from adapters.service.offline_performer import OfflinePerformer
from adapters.service.offline_work import get_ready
from adapters.service.people.accounts import OpenAccounts
from adapters.service.people.directory import Directory
from adapters.service.room_service import RoomService
from adapters.service.salts import Salts
from adapters.service.surroundings import Surroundings
from adapters.sqlite_store.everything import open_everything
from adapters.sqlite_store.pulse import SqlitePulse
from adapters.websocket_server.doorkeeper import Doorkeeper, places
from adapters.websocket_server.gateway import Gateway
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.ids import Millis
from interview_engine.personas.catalogue import default_catalogue

log = structlog.get_logger("server")


@attrs.define(kw_only=True, eq=False)
class RunningServer:
    """A server that accepts connections.

    Attributes:
        url: How people reach it.
        port: The port that it got.
        service, gateway: Its rooms, and who is connected to them.
        draining: It is being stopped: it takes no new rooms and calls itself not ready.
        stopped_in_time: Nothing had to be cut off when it was stopped.
    """

    url: str
    port: int
    service: RoomService
    gateway: Gateway
    draining: bool = False
    stopped_in_time: bool = True


def wall_clock() -> Millis:
    """Return the wall clock, ms since the Unix epoch."""
    return Millis(time.time_ns() // 1_000_000)


@asynccontextmanager
async def running_server(
    settings: ServerSettings, models: ChosenModels = NO_MODELS
) -> AsyncIterator[RunningServer]:
    """Run a server for as long as the block lasts, in the running event loop.

    Args:
        settings: What it runs with.
        models: The language models that it may use.

    Raises:
        CannotListen: Another program has the port.
        EventStoreError: The database can't be used; `DatabaseInUse` when another server has it.
        SecretRefused: The signing key can't be used.
        OSError: The data folder can't be made.
    """
    # The port first: a second server by mistake ends here, and has touched nothing.
    listener = listen(settings.host, settings.port)
    try:
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = settings.secret.encode() or load_or_make_secret(settings.key_file)
        store, directory, pulse = await open_everything(settings.database)
        try:
            async with _serving(settings, models, listener, key, store, directory, pulse) as server:
                yield server
        finally:
            await store.close()
    finally:
        listener.close()


@asynccontextmanager
async def _serving(
    settings: ServerSettings,
    models: ChosenModels,
    listener: socket,
    key: bytes,
    store: EventStore,
    directory: Directory,
    pulse: SqlitePulse,
) -> AsyncIterator[RunningServer]:
    registry = CollectorRegistry()
    meter = ServiceMetrics(registry)
    store = MeasuredStore(store, meter, time.perf_counter)
    casting = Casting(default_catalogue())
    await load_custom_cast(casting, directory)
    apart = WorkerProcesses()
    offline = OfflinePerformer(casting, wall_clock, apart)
    writing = server_performer(settings, models, casting, wall_clock, directory, registry, offline)
    performer = measured(writing.performer, meter, time.perf_counter)
    around = Surroundings(now=wall_clock, salt=Salts(secrets.token_bytes))
    service = RoomService(store, performer, around, pulse=pulse)
    tokens, invitations = GuestTokens(key, wall_clock), SignedInvitations(key)
    access = MeasuredAccess(service, directory, invitations, meter)
    await access.accounts.load()
    identity = OpenAccounts(tokens, access.accounts)
    gateway = Gateway(
        service=service,
        access=access,
        identity=identity,
        casting=casting,
        now=wall_clock,
        settings=gateway_settings(settings),
        jitter=random.random,
    )
    port = listener.getsockname()[1]
    server = RunningServer(
        url=link(settings.host, port, settings.public_url), port=port, service=service, gateway=gateway
    )
    working = WorkerProcesses()
    parts = ApiParts(
        service=service,
        access=access,
        directory=directory,
        identity=identity,
        invitations=invitations,
        casting=casting,
        store=store,
        tokens=tokens,
        now=wall_clock,
        fresh=lambda: secrets.token_urlsafe(24),
        secret=key,
        working=working,
        read_document=DocumentReader(document_limits(settings)).read,
        document_refused=(DocumentRefused,),
        profiles=writing.profiles,
        voice=writing.voice,
        registry=registry,
        draining=lambda: server.draining,
        require_writable=pulse.require_writable,
        expected_cost=writing.expected_cost,
    )
    watch_gateway(registry, lambda: gateway.figures)
    app = application(parts, gateway, settings, installed_client())
    doorkeeper = Doorkeeper(
        most=places(settings.limits.most_connections),
        most_per_address=settings.limits.most_per_address,
        proxies=settings.trusted_proxies,
    )
    http = HttpServer(app, listener, settings.drain_ms, gateway.settings, doorkeeper)
    for room_id in await service.start(nobody_is_here=True):
        log.error("room.put_aside", room=room_id, why=service.quarantined[room_id])
    heart = asyncio.create_task(keep_beating(service), name="pulse")
    house = asyncio.create_task(keep_house(service, wall_clock, settings.idle_room_ms), name="housekeeping")
    apart.begin(get_ready)
    await http.start()
    collect_seldom()
    try:
        yield server
    finally:
        server.draining = True
        drain = Drain(settings.drain_ms)
        # Balancers look now and then: until they have seen it, nobody whom they send is turned away.
        await asyncio.sleep(min(settings.notice_ms, settings.drain_ms // 2) / 1000)
        await drain.step("connections", gateway.close(within_ms=Millis(drain.left_ms // 3)))
        await drain.step("http", http.stop())
        working.close()
        apart.close()
        for task in (house, heart):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await drain.step("rooms", service.close())
        await drain.step("models", writing.close())
        await drain.step("store", store.close())
        server.stopped_in_time = drain.clean


def document_limits(settings: ServerSettings) -> Limits:
    """Return how much an uploaded document may ask for."""
    return Limits(most_bytes=settings.limits.upload_bytes)


def gateway_settings(settings: ServerSettings) -> GatewaySettings:
    """Return what the gateway holds its peers to."""
    limits = settings.limits
    return GatewaySettings(
        queue_bytes=limits.queue_bytes,
        largest_frame=limits.largest_frame,
        hello_timeout_ms=Millis(limits.hello_timeout_ms),
        frames_per_second=limits.frames_per_second,
        burst=limits.burst,
        most_connections=limits.most_connections,
        most_per_room=limits.most_per_room,
    )
