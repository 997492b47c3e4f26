"""The gateway: every connection of this process, whatever carries it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from adapters.service.casting import Casting
from adapters.service.people.access import Access
from adapters.service.people.identity import Identity, UserId
from adapters.service.room_service import RoomService
from adapters.websocket_server.channel import Channel
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.figures import Figures
from adapters.websocket_server.gateway_parts import GatewayParts
from adapters.websocket_server.hubs import Hubs
from adapters.websocket_server.outbound import Outbound
from adapters.websocket_server.paces import Paces
from adapters.websocket_server.presence import Presence
from adapters.websocket_server.send_watch import SendWatch
from adapters.websocket_server.session import Session
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.ids import Millis


class Gateway:
    """Serves connections: each one a session in one room.

    Attributes:
        settings: The limits that sessions are held to.
        figures: Counts for metrics.
    """

    def __init__(
        self,
        *,
        service: RoomService,
        access: Access,
        identity: Identity,
        casting: Casting,
        now: Callable[[], Millis],
        jitter: Callable[[], float],
        settings: GatewaySettings = GatewaySettings(),  # noqa: B008 -- frozen
    ) -> None:
        """Prepare a gateway.

        Args:
            service: Holds the rooms.
            access: Lets people in, and puts their commands.
            identity: Checks tokens.
            casting: Turns persona ids into profiles.
            now: Wall clock, ms since the Unix epoch.
            jitter: A fresh number from 0 to 1 at each call: spreads reconnections.
            settings: Limits.
        """
        self.settings = settings
        self.figures = Figures()
        self._sessions: dict[Session, None] = {}
        self._closing = False
        self._empty = asyncio.Event()
        hubs = Hubs(service, self.figures)
        self._presence = Presence(service, hubs.connected, now, settings)
        hubs.noted_away = self._presence.noted_away
        self._watch: SendWatch[Outbound] = SendWatch(
            settings.send_timeout_ms, lambda outbound: outbound.owner.too_slow()
        )
        self._parts = GatewayParts(
            service=service,
            access=access,
            identity=identity,
            casting=casting,
            now=now,
            jitter=jitter,
            settings=settings,
            figures=self.figures,
            hubs=hubs,
            presence=self._presence,
            watch=self._watch,
            paces=Paces(settings),
            tasks=service.finishing,
        )
        access.accounts.on_closing(self._account_closes)

    async def serve(self, channel: Channel) -> None:
        """Run one connection from its first frame to its close."""
        session = Session(self._parts, channel)
        if self._closing:
            await session.turn_away(CloseCode.SERVICE_RESTART)
            return
        if len(self._sessions) >= self.settings.most_connections:
            await session.turn_away(CloseCode.TRY_LATER)
            return
        self._sessions[session] = None
        self.figures.connections = len(self._sessions)
        try:
            await session.run()
        finally:
            del self._sessions[session]
            self.figures.connections = len(self._sessions)
            if not self._sessions:
                self._empty.set()

    def _account_closes(self, user_id: UserId) -> None:
        """End the connections of somebody whose account is being deleted."""
        for session in tuple(self._sessions):
            if session.user_id == user_id:
                session.end(CloseCode.NOT_AUTHENTICATED)

    async def close(self, within_ms: Millis = Millis(5_000)) -> None:
        """Take no new connections, let the rooms rest, and tell everybody when to come back.

        Args:
            within_ms: How long that may take; then the rest is left to the transports.
        """
        self._closing = True
        await self._parts.service.rest()
        await self._presence.close()
        for session in tuple(self._sessions):
            session.end(CloseCode.SERVICE_RESTART)
        if self._sessions:
            self._empty.clear()
            try:
                async with asyncio.timeout(within_ms / 1000):
                    await self._empty.wait()
            except TimeoutError:
                pass
        self._watch.close()
