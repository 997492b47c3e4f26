"""How a measured server and the benchmark talk: one line of JSON at a time, over the standard streams."""

from __future__ import annotations

import asyncio
import sys

import msgspec


def say(content: object) -> None:
    """Write a line."""
    print(msgspec.json.encode(content).decode(), flush=True)


async def read_line() -> str:
    """Return the next line of standard input; empty when it has ended."""
    return await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
