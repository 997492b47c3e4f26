"""Limits on every request: how many an address may make, and how large a body may be, counted as it comes."""

from __future__ import annotations

import asyncio
import ipaddress
import re
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
RECORDINGS: Final = re.compile(r"/api/rooms/[^/]+/transcriptions")
TRY_AGAIN_LATER: Final = 1013
HEARD_OUT_BYTES: Final = 67_108_864
HEARD_OUT_S: Final = 15.0
"""How much of a body that is refused is taken, and for how long, so that its sender hears why."""
FORM_MARGIN: Final = 65_536
"""What a form may hold beside its file."""
_NETWORK_BITS: Final = 64


def address_of(scope: Scope) -> str:
    """Return the address that a request came from."""
    client = scope.get("client")
    return str(client[0]) if client else "unknown"


def network_of(scope: Scope) -> str:
    """Return what limits count by: the address that a request came from, of IPv6 its network of 64 bits.

    One household has all addresses of such a network, so it could take a new one for each request.
    """
    address = address_of(scope)
    try:
        number = ipaddress.IPv6Address(address)
    except ValueError:
        return address
    if number.ipv4_mapped is not None:
        return str(number.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(number), _NETWORK_BITS), strict=False))


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
            wait = self._buckets.wait(RateClass.ADDRESS, network_of(scope))
            if wait:
                refusal = ApiError("too_many_requests", retry_after=wait)
                await problem_response(connection, refusal)(scope, receive, send)
                return
        most = self._most(scope)
        if _declared(scope) > most:
            if "expect" not in connection.headers:
                await _hear_out(receive)
            await problem_response(connection, ApiError("body_too_large"))(scope, receive, send)
            return
        came = 0
        whole = False

        async def count() -> Message:
            nonlocal came, whole
            message = await receive()
            came += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if came > most:
                raise ApiError("body_too_large")
            return message

        async def answer(message: Message) -> None:
            if came > most and not whole and message["type"] == "http.response.start":
                await _hear_out(receive)
            await send(message)

        await self._app(scope, count, answer)

    async def _open(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a WebSocket come about, unless its address opens too many: coming anew resets no limit."""
        wait = self._buckets.wait(RateClass.ADDRESS, network_of(scope))
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
        if scope["method"] == "POST" and scope["path"] == UPLOADS:
            return self._settings.upload_limit + FORM_MARGIN
        if scope["method"] == "POST" and RECORDINGS.fullmatch(scope["path"]):
            return self._settings.recording_limit
        return self._settings.json_limit


async def _hear_out(receive: Receive) -> None:
    """Let a peer send what it has begun, within bounds: closing on it would take the answer away with it."""
    heard = 0
    try:
        async with asyncio.timeout(HEARD_OUT_S):
            while heard < HEARD_OUT_BYTES:
                message = await receive()
                heard += len(message.get("body", b""))
                if not message.get("more_body", False):
                    return
    except TimeoutError:
        return


def _declared(scope: Scope) -> int:
    declared = Headers(scope=scope).get("content-length", "")
    return int(declared) if declared.isdecimal() and len(declared) < 20 else 0
