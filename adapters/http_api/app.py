"""`build_app`: the API from its parts. A program adds its WebSocket route and its own pages to it."""

from __future__ import annotations

import functools
import time
from typing import Final

import msgspec
from fastapi import FastAPI, Request
from fastapi.routing import APIRoute
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from adapters.http_api.asking import Api
from adapters.http_api.docs_page import POLICY, at_home, page
from adapters.http_api.metrics import HttpMetrics, watch
from adapters.http_api.middleware.limits import Limits
from adapters.http_api.middleware.request_log import RequestLog
from adapters.http_api.middleware.security_headers import SecurityHeaders
from adapters.http_api.openapi import describe
from adapters.http_api.parts import ApiParts
from adapters.http_api.problems.answering import answer_problem
from adapters.http_api.problems.table import EXCEPTIONS
from adapters.http_api.readiness import Readiness
from adapters.http_api.routes import (
    costs,
    document_profiles,
    documents,
    evaluations,
    guests,
    health,
    invitations,
    me,
    personas,
    questions,
    results,
    room_commands,
    rooms,
    voice,
)
from adapters.http_api.settings import ApiSettings
from adapters.http_api.token_buckets import TokenBuckets
from adapters.http_api.wire import JSON

TITLE: Final = "interview_engine"
VERSION: Final = "1"
"""The API's: it rises when something that clients rely on changes."""
_ROUTERS: Final = (
    guests,
    me,
    rooms,
    room_commands,
    invitations,
    results,
    costs,
    personas,
    questions,
    evaluations,
    document_profiles,
    documents,
    voice,
    health,
)
_STRICT: Final = ("/api", "/healthz", "/readyz", "/metrics", "/openapi.json")
_OWN_HEADERS: Final = ("Authorization", "Content-Type", "Idempotency-Key", "X-Request-Id")
_SHOWN_HEADERS: Final = ("Location", "Retry-After", "X-Request-Id", "Content-Disposition")


def build_app(parts: ApiParts, settings: ApiSettings) -> FastAPI:
    """Return the application.

    Args:
        parts: What it works with.
        settings: What the operator chose.
    """
    buckets = TokenBuckets(settings.rates, parts.now)
    app = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        default_response_class=Response,
        middleware=_middleware(parts, settings, buckets),
        # Spans and logs of a global collector would carry bodies and exception texts.
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
    )
    app.state.interview_api = Api(
        parts=parts, settings=settings, buckets=buckets, readiness=Readiness(parts.now)
    )
    for exception in EXCEPTIONS:
        app.add_exception_handler(exception, answer_problem)
    for routes in _ROUTERS:
        app.include_router(routes.router)
    _add_documentation(app, settings.public_url)
    watch(
        parts.registry,
        "interview_rooms_live",
        "Rooms in memory.",
        lambda: float(parts.service.live_rooms),
    )
    watch(
        parts.registry,
        "interview_rooms_quarantined",
        "Rooms whose logs do not read.",
        lambda: float(len(parts.service.quarantined)),
    )
    watch(
        parts.registry,
        "interview_timer_lateness_ms",
        "How late the latest timer of a room was.",
        lambda: float(parts.service.timer_lateness_ms),
    )
    return app


def _middleware(parts: ApiParts, settings: ApiSettings, buckets: TokenBuckets) -> list[Middleware]:
    """Return what every request passes, the outermost first."""
    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.origins,
        allow_methods=("GET", "POST", "PUT", "PATCH", "DELETE"),
        allow_headers=_OWN_HEADERS,
        expose_headers=_SHOWN_HEADERS,
        max_age=600,
    )
    return [
        Middleware(
            RequestLog, fresh=parts.fresh, clock=time.perf_counter, metrics=HttpMetrics(parts.registry)
        ),
        Middleware(SecurityHeaders, api=_STRICT, https=settings.public_url.startswith("https://")),
        *((cors,) if settings.origins else ()),
        Middleware(Limits, settings=settings, buckets=buckets),
    ]


def _add_documentation(app: FastAPI, public_url: str) -> None:
    async def openapi() -> Response:
        return Response(_documentation()[0], media_type=JSON)

    async def docs(request: Request) -> Response:
        headers = {"Content-Security-Policy": POLICY}
        shown = at_home(_documentation()[1], public_url or str(request.base_url))
        return Response(shown, media_type="text/html", headers=headers)

    app.router.routes += [
        APIRoute("/openapi.json", openapi, methods=["GET"], include_in_schema=False),
        APIRoute("/docs", docs, methods=["GET"], include_in_schema=False),
    ]


def openapi_json() -> bytes:
    """Return the OpenAPI document, the same for every server."""
    return _documentation()[0]


@functools.cache
def _documentation() -> tuple[bytes, bytes]:
    """Return the OpenAPI document and its page: made when somebody first asks, the same for every server."""
    bare = FastAPI(default_response_class=Response)
    for routes in _ROUTERS:
        bare.include_router(routes.router)
    document = describe(bare, TITLE, VERSION)
    return msgspec.json.encode(document), page(document).encode()
