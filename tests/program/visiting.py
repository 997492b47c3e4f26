"""What tests do at a running server's door: look at pages, open rooms, read logs."""

from __future__ import annotations

import asyncio
import json
import urllib.request

from interview_engine.ids import RoomId
from tests.program.api_calls import insist
from tests.program.interview_load import SETTINGS
from tests.program.server_process import Up


async def get(url: str) -> tuple[int, str, str]:
    """Return a page's status, type and text."""

    def fetch() -> tuple[int, str, str]:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(url, timeout=60) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()

    return await asyncio.to_thread(fetch)


async def head(url: str) -> int:
    """Return a page's status when it is asked for without its body."""

    def fetch() -> int:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(urllib.request.Request(url, method="HEAD"), timeout=60) as answer:
            return int(answer.status)

    return await asyncio.to_thread(fetch)


async def room_of(up: Up, name: str = "김하늘") -> tuple[str, RoomId]:
    """Open a room, and return its owner's token and its id."""
    guest = await insist(f"{up.url}/api/guests", {"name": name})
    token = str(guest["token"])
    made = await insist(
        f"{up.url}/api/rooms",
        {"settings": SETTINGS, "rivals": ["naver"], "panel": ["technical"]},
        token=token,
    )
    return token, RoomId(str(made["room_id"]))


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]
