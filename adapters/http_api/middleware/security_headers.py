"""Headers that keep browsers from doing more with an answer than showing it."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_EVERYWHERE: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
}
_API: Final = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
_LASTING: Final = "max-age=31536000"


class SecurityHeaders:
    """Adds headers that a response doesn't set itself; the strictest ones to the API's own answers."""

    def __init__(self, app: ASGIApp, *, api: tuple[str, ...], https: bool) -> None:
        """Wrap an application.

        Args:
            app: What answers.
            api: Beginnings of the API's paths.
            https: People reach the server by https.
        """
        self._app = app
        self._api = api
        self._https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wanted = _EVERYWHERE | (_API if scope["path"].startswith(self._api) else {})
        if self._https:
            wanted = wanted | {"Strict-Transport-Security": _LASTING}

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in wanted.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, add)
