"""The route of the web client: its files by their names, and its first page for every address of its own.

The law: an address that the server answers itself is never the client's, and no script runs that is not a
file of the client.
"""

from __future__ import annotations

from typing import Final, NoReturn

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, NoMatchFound
from starlette.types import Receive, Scope, Send

from adapters.program.client_files import ClientFile, ClientFiles

THE_SERVERS: Final = ("api", "ws", "docs", "openapi.json", "healthz", "readyz", "metrics", "about")
"""The first parts of paths that are the server's own, answered or not."""
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "frame-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"


class ClientRoute(BaseRoute):
    """Answers for the client; to be the last route of an application.

    Attributes:
        path: What logs and figures call it.
    """

    path = "/{client}"

    def __init__(self, client: ClientFiles) -> None:
        """Serve a client."""
        self._client = client

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Take what is the client's, and only to be read."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return Match.NONE, {}
        found = self._file(str(scope["path"]))
        return (Match.FULL, {"route": self}) if found is not None else (Match.NONE, {})

    def url_path_for(self, name: str, /, **path_params: object) -> NoReturn:
        """Nobody asks for these addresses by name."""
        raise NoMatchFound(name, path_params)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file."""
        file = self._file(str(scope["path"]))
        assert file is not None, "it was found before"
        await _answer(file, Headers(scope=scope))(scope, receive, send)

    def _file(self, path: str) -> ClientFile | None:
        name = path.removeprefix("/")
        first, _, _ = name.partition("/")
        if first in THE_SERVERS:
            return None
        file = self._client.files.get(name)
        if file is not None or "." in name.rpartition("/")[2] or first == "assets":
            # A missing file is missing: a page in its place would only break later.
            return file
        return self._client.first_page


def _answer(file: ClientFile, headers: Headers) -> Response:
    own = {
        "ETag": file.mark,
        "Cache-Control": _FOR_EVER if file.lasting else _ASK_AGAIN,
        "Vary": "Accept-Encoding",
        "Content-Security-Policy": POLICY,
    }
    if file.mark in headers.get("if-none-match", ""):
        return Response(status_code=304, headers=own)
    content = file.content
    if file.compressible and "gzip" in headers.get("accept-encoding", ""):
        content = file.compressed
        own["Content-Encoding"] = "gzip"
    return Response(content, headers=own | {"Content-Type": file.media_type})
