"""Limits on every request: how many an address may make, and how large a body may be, counted as it comes."""

from __future__ import annotations

import ipaddress
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adapters.http_api.problems.answering import problem_response
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.settings import ApiSettings, RateClass
from adapters.http_api.token_buckets import TokenBuckets

FREE: Final = ("/healthz", "/readyz", "/metrics")
"""What machines ask; never refused for asking often."""
UPLOADS: Final = "/api/documents"
TRY_AGAIN_LATER: Final = 1013
FORM_MARGIN: Final = 65_536
"""What a form may hold beside its file."""


def address_of(scope: Scope) -> str:
    """Return the address that a request came from."""
    client = scope.get("client")
    return str(client[0]) if client else "unknown"


def is_this_machine(address: str) -> bool:
    """Return whether an address is the machine's own."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


class Limits:
    """Refuses what is too much before anything else is done with it."""

    def __init__(self, app: ASGIApp, *, settings: ApiSettings, buckets: TokenBuckets) -> None:
        """Wrap an application."""
        self._app = app
        self._settings = settings
        self._buckets = buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await self._open(scope, receive, send)
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        if scope["path"] not in FREE:
            wait = self._buckets.wait(RateClass.ADDRESS, address_of(scope))
            if wait:
                refusal = ApiError("too_many_requests", retry_after=wait)
                await problem_response(connection, refusal)(scope, receive, send)
                return
        most = self._most(scope)
        if _declared(scope) > most:
            await problem_response(connection, ApiError("body_too_large"))(scope, receive, send)
            return
        came = 0

        async def count() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise ApiError("body_too_large")
            return message

        await self._app(scope, count, send)

    async def _open(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a WebSocket come about, unless its address opens too many: coming anew resets no limit."""
        wait = self._buckets.wait(RateClass.ADDRESS, address_of(scope))
        if not wait:
            await self._app(scope, receive, send)
            return
        await receive()
        if "websocket.http.response" in scope.get("extensions", {}):
            refusal = problem_response(HTTPConnection(scope), ApiError("too_many_requests", retry_after=wait))
            await refusal(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})

    def _most(self, scope: Scope) -> int:
        upload = scope["method"] == "POST" and scope["path"] == UPLOADS
        return self._settings.upload_limit + FORM_MARGIN if upload else self._settings.json_limit


def _declared(scope: Scope) -> int:
    declared = Headers(scope=scope).get("content-length", "")
    return int(declared) if declared.isdecimal() and len(declared) < 20 else 0
