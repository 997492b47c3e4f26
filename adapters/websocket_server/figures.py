"""What the gateway counts, for metrics."""

from __future__ import annotations

import attrs


@attrs.define
class Figures:
    """Counts of the gateway.

    Attributes:
        connections: Open now.
        rooms: Rooms that somebody is connected to now.
        frames_sent: Frames handed to transports.
        frames_dropped: Frames that slow peers were not sent: signals, and events that a snapshot stands for.
        resyncs: Snapshots in the middle of a connection.
        closed: Closed connections by the close code's name; `lost` for those that the peer ended.
    """

    connections: int = 0
    rooms: int = 0
    frames_sent: int = 0
    frames_dropped: int = 0
    resyncs: int = 0
    closed: dict[str, int] = attrs.Factory(dict)

    def count_closed(self, how: str) -> None:
        """Count a closed connection."""
        self.closed[how] = self.closed.get(how, 0) + 1
