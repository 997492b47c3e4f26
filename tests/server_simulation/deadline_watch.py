"""Watches, while an interview runs, that deadlines are kept by whichever node is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_engine.core.deadlines import next_deadline
from interview_engine.core.stages import Stage

if TYPE_CHECKING:
    from tests.server_simulation.director import Director

WITHIN_MS: Final = 2_000
"""So long after a deadline it must have had its effect, on one node."""
MANY_NODES_MS: Final = 9_000
"""Several nodes may have to hear of it from each other first."""
STORE_CALM_MS: Final = 10_000
CLOCKS_CALM_MS: Final = 65_000
"""A timer counts the loop's time: after a jump of the wall clock it looks again within a minute."""


class DeadlineWatch:
    """Compares the durable room's next deadline with the clocks of the nodes."""

    def __init__(self, director: Director) -> None:
        self._director = director
        self._late = False

    def look(self) -> None:
        """Compare once."""
        world, log = self._director.world, self._director.shared.oracle.log
        if self._late or not len(log) or log.room.stage is Stage.FINISHED:
            return
        now = world.elapsed_ms
        calm = now - world.store_troubled_at > STORE_CALM_MS and now - world.clocks_moved_at > CLOCKS_CALM_MS
        nodes = list(self._director.nodes.values())
        within = WITHIN_MS if len(nodes) == 1 else MANY_NODES_MS
        settled = all(node.ready and now - node.ready_at > within for node in nodes)
        if not (calm and settled and now - log.appended_at[-1] > within):
            return
        deadline = next_deadline(log.room)
        if deadline is not None and any(node.now() - deadline.at > within for node in nodes):
            self._late = True
            world.violated("deadlines are kept", f"{deadline.kind.value} was due at {deadline.at}")
