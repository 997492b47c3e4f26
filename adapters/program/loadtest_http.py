"""The few HTTP calls of a load test: guests and rooms."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from typing import Final

MOST_TRIES: Final = 30
_TIMEOUT_S: Final = 30.0
_NO_PROXY: Final = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""This machine's own servers are not behind a proxy."""


class CallFailed(Exception):
    """A call that did not succeed. `why` is a status or the kind of trouble; it quotes no token."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def post(url: str, body: dict[str, object], token: str = "") -> dict[str, object]:
    """Send JSON and return the JSON that comes back; a server that asks for patience gets it.

    Raises:
        CallFailed: It did not succeed.
    """
    for _ in range(MOST_TRIES):
        try:
            return await asyncio.to_thread(_post, url, body, token)
        except urllib.error.HTTPError as refused:
            after = refused.headers.get("Retry-After", "")
            refused.close()
            if refused.code != 429 or not after.isdecimal():
                raise CallFailed(f"HTTP {refused.code}") from refused
            await asyncio.sleep(float(after))
        except (OSError, ValueError) as failed:
            raise CallFailed(type(failed).__name__) from failed
    raise CallFailed("HTTP 429")


def _post(url: str, body: dict[str, object], token: str) -> dict[str, object]:
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)  # noqa: S310 -- http on loopback
    with _NO_PROXY.open(request, timeout=_TIMEOUT_S) as answer:
        said: dict[str, object] = json.load(answer)
    return said
