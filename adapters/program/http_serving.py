"""The HTTP and WebSocket server below the application: uvicorn, on a socket of ours, without its signals."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import socket
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from adapters.program.listening import BACKLOG
from adapters.websocket_server.doorkeeper import Doorkeeper
from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.uvicorn_http import bounded
from adapters.websocket_server.uvicorn_protocol import websocket_options

_KEEP_ALIVE_S: Final = 15


class _Server(uvicorn.Server):
    """Uvicorn, whose process is ours: signals are taken elsewhere, and it tells when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start to accept, and say so."""
        await super().startup(sockets)
        self.up.set()


class HttpServer:
    """One listening socket, and the application behind it."""

    def __init__(
        self,
        app: ASGIApp,
        listener: socket,
        drain_ms: int,
        gateway_limits: GatewaySettings,
        doorkeeper: Doorkeeper,
    ) -> None:
        """Prepare.

        Args:
            app: The application.
            listener: Bound and listening.
            drain_ms: How long a stop of the whole server may take.
            gateway_limits: What WebSocket connections are held to.
            doorkeeper: Has the places for connections, and knows which proxies are ours.
        """
        self._listener = listener
        self._server = _Server(
            uvicorn.Config(
                app,
                http=bounded(doorkeeper),
                backlog=BACKLOG,
                **websocket_options(gateway_limits),
                lifespan="off",
                log_config=None,
                access_log=False,
                # What is said of somebody's address is believed of the operator's own proxies only.
                proxy_headers=bool(doorkeeper.proxies),
                forwarded_allow_ips=list(doorkeeper.proxies),
                server_header=False,
                timeout_keep_alive=_KEEP_ALIVE_S,
                timeout_graceful_shutdown=max(1, drain_ms // 2_000),
            )
        )
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Accept connections; returns when it does."""
        task = asyncio.create_task(self._server.serve([self._listener]), name="http server")
        up = asyncio.create_task(self._server.up.wait())
        await asyncio.wait({task, up}, return_when=asyncio.FIRST_COMPLETED)
        up.cancel()
        if task.done():
            await task
            raise RuntimeError("the HTTP server ended while it started")
        self._task = task

    async def stop(self) -> None:
        """Accept no more, and end what is open; a second call does nothing."""
        if self._task is None:
            return
        task, self._task = self._task, None
        self._server.should_exit = True
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            # Out of time: what is still open is cut off.
            self._server.force_exit = True
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            raise
