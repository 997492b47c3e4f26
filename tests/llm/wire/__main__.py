"""Runs the local server by itself, to play against: `python -m tests.llm.wire [PORT] [SECONDS OF DELAY]`."""

from __future__ import annotations

import asyncio
import sys

import attrs

from tests.llm.wire.behaviour import Behaviour, Request
from tests.llm.wire.mind import interviewing
from tests.llm.wire.server import WireServer


async def _serve(port: int, delay_s: float) -> None:
    def slowly(request: Request) -> Behaviour:
        return attrs.evolve(interviewing(request), delay_s=delay_s)

    server = await asyncio.start_server(WireServer(slowly).serve, "127.0.0.1", port)
    sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    _, *words = sys.argv
    asyncio.run(_serve(int(words[0]) if words else 0, float(words[1]) if len(words) > 1 else 0.0))
