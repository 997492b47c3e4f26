"""The web application: the HTTP API, the socket and the pages, behind one port."""

from __future__ import annotations

import functools

import attrs
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from adapters.http_api.app import build_app
from adapters.http_api.parts import ApiParts
from adapters.http_api.routes.invitations import INVITED
from adapters.http_api.settings import ApiSettings, Rate, Rates
from adapters.program.client_files import ClientFiles
from adapters.program.client_route import ClientRoute
from adapters.program.front_page import front_page, visitors_language
from adapters.program.settings import ServerSettings
from adapters.websocket_server.asyncapi import asyncapi_document, asyncapi_page
from adapters.websocket_server.gateway import Gateway
from adapters.websocket_server.starlette_channel import websocket_route
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language

_VARIES = {"Vary": "Accept-Language"}


def application(
    parts: ApiParts, gateway: Gateway, settings: ServerSettings, client: ClientFiles | None = None
) -> FastAPI:
    """Return the application.

    Args:
        parts: What the API works with.
        gateway: Runs the sessions at `/ws`.
        settings: The operator's.
        client: The web client at `/`; without one, a page that says what this is.
    """
    app = build_app(parts, api_settings(settings))
    app.router.routes.append(websocket_route(gateway, path="/ws", origins=settings.origins))
    app.add_route("/about", _front_page, include_in_schema=False)
    app.add_route("/docs/asyncapi", _sockets_page, include_in_schema=False)
    app.add_route("/docs/asyncapi.json", _sockets_document, include_in_schema=False)
    if client is not None:
        app.router.routes.append(ClientRoute(client))
    else:
        app.add_route("/", _front_page, include_in_schema=False)
        app.add_route(INVITED, _invited_page, include_in_schema=False)
    return app


def api_settings(settings: ServerSettings) -> ApiSettings:
    """Return what the API is told of the operator's settings."""
    limits = settings.limits
    return ApiSettings(
        public_url=settings.public_url,
        origins=settings.origins,
        upload_limit=limits.upload_bytes,
        token_lifetime_ms=Millis(settings.token_lifetime_ms),
        most_live_rooms=limits.most_live_rooms,
        most_unfinished_rooms=limits.unfinished_rooms,
        metrics_token=settings.metrics_token,
        rates=_paced(Rates(), limits.http_pace),
    )


def _paced(rates: Rates, pace: float) -> Rates:
    def paced(rate: Rate) -> Rate:
        return Rate(per_second=rate.per_second * pace, burst=max(1, round(rate.burst * pace)))

    return Rates(**{field.name: paced(getattr(rates, field.name)) for field in attrs.fields(Rates)})


async def _front_page(request: Request) -> Response:
    return HTMLResponse(front_page(_language(request)), headers=_VARIES)


async def _invited_page(request: Request) -> Response:
    return HTMLResponse(front_page(_language(request), invited=True), headers=_VARIES)


async def _sockets_page(request: Request) -> Response:
    return HTMLResponse(_page_of_sockets(_language(request)), headers=_VARIES)


async def _sockets_document(request: Request) -> Response:
    del request
    return JSONResponse(_document_of_sockets())


# Drawn at the first visit: it takes a moment, and never changes.
_page_of_sockets = functools.cache(asyncapi_page)
_document_of_sockets = functools.cache(asyncapi_document)


def _language(request: Request) -> Language:
    return visitors_language(request.query_params.get("lang"), request.headers.get("accept-language", ""))
