"""Outermost: gives a request its id, logs one line of it, and answers for what nobody else caught.

A line holds method, route, status and time: no query, body, name, token or exception text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adapters.http_api.metrics import HttpMetrics
from adapters.http_api.problems.answering import REQUEST_ID, problem_response
from adapters.http_api.problems.problem import ApiError
from adapters.service.faults import where

log = structlog.get_logger("http")

_GOOD_ID: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_ROOM: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class RequestLog:
    """Logs and counts requests."""

    def __init__(
        self, app: ASGIApp, *, fresh: Callable[[], str], clock: Callable[[], float], metrics: HttpMetrics
    ) -> None:
        """Wrap an application.

        Args:
            app: What answers.
            fresh: A new unguessable text.
            clock: Monotonic seconds.
            metrics: Counts requests.
        """
        self._app = app
        self._fresh = fresh
        self._clock = clock
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope).get("x-request-id", "")
        request_id = asked if _GOOD_ID.fullmatch(asked) else self._fresh()
        scope[REQUEST_ID] = request_id
        began = self._clock()
        status = 0

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, note)
            except ClientDisconnect:
                status = status or 499
            except Exception as error:  # noqa: BLE001 -- whatever it is, its text must not get out
                log.error(  # noqa: TRY400 -- a traceback may hold a person's words
                    "http.failed", error=type(error).__name__, where=where(error)
                )
                if not status:
                    response = problem_response(HTTPConnection(scope), ApiError("internal"))
                    await response(scope, receive, note)
            finally:
                self._tell(scope, status, self._clock() - began)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        route = str(getattr(scope.get("route"), "path", "unmatched"))
        self._metrics.answered(scope["method"], route, status, seconds)
        room = str(scope.get("path_params", {}).get("room_id", ""))
        bound = {"room": room} if _ROOM.fullmatch(room) else {}
        log.info(
            "http.answered",
            method=scope["method"],
            route=route,
            status=status,
            ms=round(seconds * 1000, 1),
            **bound,
        )
