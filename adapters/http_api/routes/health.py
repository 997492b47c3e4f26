"""What machines ask: whether the process lives, whether it can work, and how it is doing.

Many that watch servers ask with HEAD: it is GET without the body, which the HTTP server leaves out.
"""

from __future__ import annotations

import asyncio
import hmac
from functools import partial
from typing import Final

import msgspec
from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import Response

from adapters.http_api.asking import Api, TheApi
from adapters.http_api.middleware.limits import address_of, is_this_machine
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.wire import answer, gives, gives_file
from adapters.service.event_store import EventStoreError, StoreFull
from interview_engine.ids import RoomId

router = APIRouter(tags=["health"])

NOBODYS: Final = RoomId("readiness")
"""A room that nobody has: looking for it shows that the store answers."""


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """How the process is; `reason` says why it is not ready."""

    status: str
    reason: str = ""


@router.head("/healthz", include_in_schema=False)
@router.get("/healthz", responses=gives(Health))
async def alive() -> Response:
    """Say that the process lives."""
    return answer(Health(status="ok"))


@router.head("/readyz", include_in_schema=False)
@router.get(
    "/readyz", responses=gives(Health) | gives(Health, 503, "Not now: send people elsewhere, or wait.")
)
async def ready(api: TheApi) -> Response:
    """Say whether the process takes work: it is not shutting down, and the store answers."""
    reason = "draining" if api.parts.draining() else await api.readiness.trouble(partial(_store_trouble, api))
    if reason:
        return answer(Health(status="not_ready", reason=reason), 503, {"Retry-After": "5"})
    return answer(Health(status="ready"))


@router.get("/metrics", responses=gives_file("text/plain", "Prometheus's text format."))
async def metrics(api: TheApi, request: Request) -> Response:
    """Return the metrics, to this machine and to whoever has the token; they hold no personal text."""
    if not _may_measure(api, request):
        raise ApiError("not_found")
    return Response(generate_latest(api.parts.registry), media_type=CONTENT_TYPE_LATEST)


def _may_measure(api: Api, request: Request) -> bool:
    token = api.settings.metrics_token
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if token and scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode()):
        return True
    # What a proxy on this machine passes on comes from elsewhere.
    passed_on = any(name in request.headers for name in ("x-forwarded-for", "forwarded", "x-real-ip"))
    return not passed_on and is_this_machine(address_of(request.scope))


async def _store_trouble(api: Api) -> str:
    try:
        async with asyncio.timeout(api.settings.readiness_ms / 1000):
            await api.parts.store.load_snapshot(NOBODYS)
            await api.parts.directory.room(NOBODYS)
            if api.parts.require_writable is not None:
                await api.parts.require_writable()
    except TimeoutError:
        return "store_slow"
    except StoreFull:
        return "store_full"
    except EventStoreError:
        return "store_unavailable"
    return ""
