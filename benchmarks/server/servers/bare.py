"""The floor: a server on `websockets` that sends what it gets to all connections of the same path.

No rooms, no rules, nothing kept. Its first line of output is its port; it ends with its standard input.
"""

from __future__ import annotations

import asyncio

from websockets.asyncio.server import ServerConnection, broadcast, serve

from benchmarks.server.servers.lines import read_line, say


async def main() -> None:
    """Serve until standard input ends."""
    rooms: dict[str, set[ServerConnection]] = {}

    async def relay(connection: ServerConnection) -> None:
        assert connection.request is not None, "the handshake is done"
        room = rooms.setdefault(connection.request.path, set())
        room.add(connection)
        try:
            async for message in connection:
                broadcast(room, message)
        finally:
            room.discard(connection)
            if not room:
                rooms.pop(connection.request.path, None)

    async with serve(relay, "127.0.0.1", 0, compression=None) as server:
        say({"port": next(iter(server.sockets)).getsockname()[1]})
        while await read_line():
            pass


asyncio.run(main())
