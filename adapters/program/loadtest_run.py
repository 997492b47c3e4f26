"""A load test: rooms over HTTP, everybody over sockets, then a measured time that ends by itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final

from websockets.exceptions import ConnectionClosed

from adapters.program.loadtest_http import CallFailed, post
from adapters.program.loadtest_peer import Candidate, Peer, dial
from adapters.program.loadtest_plan import LoadPlan, LoadResult, ServerCost, Tally, result_of

FEWEST_ROOMS_OF_A_PERSON: Final = 20
MOST_OWNERS: Final = 12
"""New guests come at the rate that the server allows an address, so there are few of them."""
MOST_SLOTS: Final = 200
ANSWER_MS: Final = 1_800_000
"""No turn runs out while the others still connect."""
_AT_ONCE: Final = 32
_STEP_S: Final = 0.1

Progressed = Callable[[float], None]
"""Told how far a phase is, from 0 to 1."""


class LoadFailed(Exception):
    """There is nothing to measure; `why` says what failed first."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def run_load(
    plan: LoadPlan,
    *,
    prepared: Progressed,
    measured: Progressed,
    costs: tuple[Callable[[], float | None], Callable[[float | None], ServerCost | None]] | None = None,
) -> LoadResult:
    """Put load on a server.

    Args:
        plan: How much.
        prepared: Told of the progress of connecting.
        measured: Told of the progress of measuring.
        costs: Reads the server's processor time, and its cost since then.

    Raises:
        LoadFailed: Nobody could connect.
    """
    tally = Tally()
    begun = time.monotonic()
    peers: list[Peer] = []
    try:
        peers = await _everybody(plan, tally, prepared)
        connect_s = time.monotonic() - begun
        cpu = costs[0]() if costs else None
        own_cpu, since = time.process_time(), time.monotonic()
        tally.counting = True
        tally.begun.set()
        while (passed := time.monotonic() - since) < plan.duration_s:
            measured(passed / plan.duration_s)
            await asyncio.sleep(min(_STEP_S, plan.duration_s - passed))
        tally.counting = False
        measured(1.0)
        return result_of(
            plan,
            tally,
            connections=len(peers),
            duration_s=time.monotonic() - since,
            connect_s=connect_s,
            client_cpu_s=time.process_time() - own_cpu,
            server=costs[1](cpu) if costs else None,
        )
    finally:
        await asyncio.gather(*(peer.leave() for peer in peers), return_exceptions=True)


async def _everybody(plan: LoadPlan, tally: Tally, prepared: Progressed) -> list[Peer]:
    each = max(FEWEST_ROOMS_OF_A_PERSON, -(-plan.rooms // MOST_OWNERS))
    owners = await _guests(plan.url, -(-plan.rooms // each))
    watchers = await _guests(plan.url, plan.clients - 1)
    places = asyncio.Semaphore(_AT_ONCE)
    peers: list[Peer] = []
    done = 0

    async def open_room(number: int) -> None:
        nonlocal done
        async with places:
            try:
                await _room(plan, tally, owners[number % len(owners)], watchers, number, peers)
            except CallFailed as failed:
                tally.trouble(failed.why)
            except ConnectionClosed as closed:
                tally.trouble(f"lost:{closed.rcvd.code if closed.rcvd else 1006}")
            except ConnectionError as failed:
                tally.trouble(f"connect:{failed}")
        done += 1
        prepared(done / plan.rooms)

    await asyncio.gather(*(open_room(number) for number in range(plan.rooms)))
    if not any(isinstance(peer, Candidate) for peer in peers):
        raise LoadFailed(", ".join(tally.errors) or "no rooms")
    return peers


async def _room(
    plan: LoadPlan, tally: Tally, owner: str, watchers: Sequence[str], number: int, peers: list[Peer]
) -> None:
    made = await post(f"{plan.url}/api/rooms", _wanted(plan, number), owner)
    room = str(made["room_id"])
    socket = plan.url.replace("http", "ws", 1) + "/ws"
    for token in watchers:
        watcher = Peer(tally, await dial(socket))
        peers.append(watcher)
        await watcher.enter(token, room)
    pace_s = plan.pace_ms / 1000
    candidate = Candidate(tally, await dial(socket), pace_s, first_s=pace_s * number / plan.rooms)
    peers.append(candidate)
    await candidate.enter(owner, room)
    await candidate.begin("Load")


def _wanted(plan: LoadPlan, number: int) -> dict[str, object]:
    """Return a room that asks for as long as is measured, everybody at once."""
    slot = {
        "stage": "common",
        "kind": "common",
        "asked": "all",
        "order": "simultaneous",
        "answer_ms": ANSWER_MS,
    }
    slots = min(MOST_SLOTS, 2 + int(plan.duration_s * 1000 / plan.pace_ms))
    settings = {"plan": [slot] * slots, "reading_ms": 0, "follow_up_budget": 0}
    return {
        "title": f"load {number}",
        "public": True,
        "settings": settings,
        "rivals": ["naver"],
        "panel": ["technical"],
    }


async def _guests(url: str, count: int) -> list[str]:
    tokens = []
    for number in range(count):
        try:
            made = await post(f"{url}/api/guests", {"name": f"Load {number}"})
        except CallFailed as failed:
            raise LoadFailed(failed.why) from failed
        tokens.append(str(made["token"]))
    return tokens
