"""Who is measured: each a server process and the way to make rooms in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

import attrs
import msgspec

from benchmarks.server.clients.bare import BareTable
from benchmarks.server.clients.boardgameio import BoardgameTable
from benchmarks.server.clients.colyseus import ColyseusTable
from benchmarks.server.clients.ours import OurTable
from benchmarks.server.clients.table import Table
from benchmarks.server.peers import PeerMissing, install, peer_server
from benchmarks.server.processes import Server, python
from benchmarks.server.servers.rooms import OpenRoom, Wanted

BARE: Final = "bare websockets"
BOARDGAMEIO: Final = "boardgame.io"
COLYSEUS: Final = "Colyseus"
SERVE: Final = "ours, serve"
WEBSOCKETS: Final = "ours, websockets"


@attrs.frozen(kw_only=True, eq=False)
class Contender:
    """A running server.

    Attributes:
        name: What it is called in the table.
        server: Its process.
        tables: Makes so many rooms of a name that is new to it, not connected yet.
        clear: Forgets the rooms of a name, so that they cost nothing later.
    """

    name: str
    server: Server
    tables: Callable[[str, int], list[Table]]
    clear: Callable[[str, int], None]


@attrs.frozen(kw_only=True)
class Field:
    """All contenders of a run, and why some are missing."""

    contenders: tuple[Contender, ...]
    missing: str


def our_variant(path: str, judging: str) -> str:
    """Return the name of one of our rows."""
    names = {"none": "answers alone", "canned": "canned verdicts", "offline": "offline judges"}
    return f"{SERVE if path == 'serve' else WEBSOCKETS}: {names[judging]}"


@contextmanager
def ours(path: str, judging: str, core: int | None) -> Iterator[Contender]:
    """Run one of our servers.

    Args:
        path: `serve` or `websockets`.
        judging: `none`, `canned` or `offline`.
        core: Where it runs.
    """
    with Server(python(f"benchmarks.server.servers.on_{path}", judging), core=core) as server:

        def tables(name: str, rooms: int) -> list[Table]:
            return list(our_tables(server, name, rooms))

        def clear(name: str, rooms: int) -> None:
            server.ask(Wanted(name=name, rooms=rooms, close=True))

        yield Contender(name=our_variant(path, judging), server=server, tables=tables, clear=clear)


def our_tables(server: Server, name: str, rooms: int, people: int = 4) -> list[OurTable]:
    """Open rooms in our server and return their clients, not connected yet."""
    answer = server.ask(Wanted(name=name, rooms=rooms, people=people))
    return [OurTable(server.port, room) for room in msgspec.json.decode(answer, type=list[OpenRoom])]


@contextmanager
def everybody(variants: tuple[tuple[str, str], ...], core: int | None) -> Iterator[Field]:
    """Run all contenders at once; who is not being measured idles.

    Args:
        variants: Which of our servers: path and judging.
        core: Where they run.
    """
    with ExitStack() as stack:
        found = [stack.enter_context(ours(path, judging, core)) for path, judging in variants]
        bare = stack.enter_context(Server(python("benchmarks.server.servers.bare"), core=core))
        found.append(_simple(BARE, bare, lambda name: BareTable(bare.port, name)))
        missing = ""
        try:
            node = install()
            boardgame = stack.enter_context(peer_server(node, "boardgameio.js", core))
            colyseus = stack.enter_context(peer_server(node, "colyseus.js", core))
        except PeerMissing as error:
            missing = str(error)
        else:
            found.append(_simple(BOARDGAMEIO, boardgame, lambda name: BoardgameTable(boardgame.port, name)))
            found.append(_simple(COLYSEUS, colyseus, lambda _: ColyseusTable(colyseus.port)))
        yield Field(contenders=tuple(found), missing=missing)


def _simple(name: str, server: Server, table: Callable[[str], Table]) -> Contender:
    def tables(prefix: str, rooms: int) -> list[Table]:
        return [table(f"{prefix}-{number}") for number in range(rooms)]

    def clear(prefix: str, rooms: int) -> None:
        """Nothing is left to be forgotten: these keep no room that nobody is in, or have no way to."""

    return Contender(name=name, server=server, tables=tables, clear=clear)
