"""The few HTTP calls that a test's people make; lost ones are made again."""

from __future__ import annotations

import asyncio
import http.client
import json
import urllib.error
import urllib.request

Json = dict[str, object]


def call(url: str, body: Json | None = None, *, token: str = "", key: str = "") -> tuple[int, Json]:
    """Send a request, and return its status and JSON."""
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if key:
        headers["Idempotency-Key"] = key
    data = None if body is None else json.dumps(body).encode()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(url, data, headers), timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


async def insist(url: str, body: Json, *, token: str = "", key: str = "") -> Json:
    """Send a request until it succeeds, through restarts of the server."""
    last = ""
    for _ in range(400):
        try:
            status, answer = await asyncio.to_thread(call, url, body, token=token, key=key)
        except (OSError, ValueError, http.client.HTTPException) as error:
            last = type(error).__name__
        else:
            if status < 300:
                return answer
            last = f"{status} {answer}"
        await asyncio.sleep(0.05)
    raise AssertionError(f"{url}: {last}")
