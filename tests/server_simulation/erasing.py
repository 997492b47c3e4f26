"""A person has their words deleted, as often as it takes: what a crash brings back is without them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from tests.server_simulation.faults import FaultKind
from tests.server_simulation.nodes import TROUBLE, Node, Shared
from tests.server_simulation.people import Person


async def erase(shared: Shared, nodes: Mapping[int, Node], person: Person, *, crash_afterwards: bool) -> None:
    """Ask a node for it until one has done it."""
    world, oracle = shared.world, shared.oracle
    if not len(oracle.log) or oracle.log.room.seat(person.seat_id) is None:
        return
    world.hit(FaultKind.REDACTION)
    oracle.redaction_begins(person.seat_id)
    while not await _erased(shared, nodes, person):  # noqa: ASYNC110 -- asked anew each time
        await asyncio.sleep(0.05)
    oracle.redaction_ended(person.seat_id)
    if crash_afterwards and not world.quiet:
        for node in tuple(nodes.values()):
            node.crash()


async def _erased(shared: Shared, nodes: Mapping[int, Node], person: Person) -> bool:
    node = next((node for node in nodes.values() if node.alive and node.ready), None)
    if node is None:
        return False
    task = node.run(node.service.redact(shared.room_id, person.seat_id))
    # A node that dies ends no task.
    while not task.done() and node.alive:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    if not task.done() or task.cancelled():
        return False
    error = task.exception()
    if error is not None and node.alive and not isinstance(error, TROUBLE):
        shared.world.violated("a redaction raises nothing else", repr(error))
        return True
    return error is None
