"""Watches, while an interview runs, that the log takes those for present who are connected, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_engine.core.stages import Stage
from tests.server_simulation.people import Person

if TYPE_CHECKING:
    from tests.server_simulation.director import Director

CALM_MS: Final = 50_000
"""After trouble of the store or a node, presence may be told so late."""
WITHIN_MS: Final = 6_000
"""So long after a change, the log must know of it."""


class PresenceWatch:
    """Compares connections with the log."""

    def __init__(self, director: Director) -> None:
        self._director = director
        self._since: dict[str, tuple[bool | None, int]] = {}

    def look(self) -> None:
        """Compare once; often enough, a lasting difference is found."""
        world, log = self._director.world, self._director.shared.oracle.log
        if not len(log) or log.room.stage is Stage.FINISHED:
            return
        now = world.elapsed_ms
        for person in self._director.people:
            here = self._here(person)
            was, since = self._since.get(person.name, (None, now))
            if here is not was:
                since = now
                self._since[person.name] = (here, now)
            seat = log.room.seat(person.seat_id)
            if here is None or seat is None or seat.left or (seat.away_since is None) is here:
                continue
            # A seat may have been taken later than its owner came or went.
            told_at = max(since, log.appended_at[-1])
            if now - told_at > WITHIN_MS and (now - world.troubled_at > CALM_MS or not world.troubled_at):
                word = "connected" if here else "not connected"
                world.violated("presence follows connections", f"{person.name} is {word} since {since}")
                self._since[person.name] = (here, now + 10**9)

    def _here(self, person: Person) -> bool | None:
        """Return whether somebody is connected; None when servers can't know, or disagree."""
        if not any(node.ready for node in self._director.nodes.values()):
            return None
        connections = [
            known
            for node in self._director.nodes.values()
            for known in node.connections
            if known.client == person.name
        ]
        if any(tab.welcome and not tab.connection.broken for tab in person.tabs):
            return True
        # One of several nodes does not know who was connected to another one that died.
        alone = len(self._director.nodes) == 1
        return False if alone and all(known.server_over for known in connections) else None
