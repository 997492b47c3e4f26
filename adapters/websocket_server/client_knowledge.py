"""What a client knows at any time: who it is, the room as last seen, and how far it has come."""

from __future__ import annotations

from adapters.websocket_server import frames
from adapters.websocket_server.client_conversation import Conversation
from adapters.websocket_server.client_errors import NotConnected
from interview_engine.core.state import Room
from interview_engine.ids import SeatId, Seq


class Knowledge:
    """Read-only facts from a conversation."""

    _conversation: Conversation

    @property
    def last_seq(self) -> Seq | None:
        """The last seq that this client has taken: what to resume from."""
        return self._conversation.last_seq

    @property
    def room(self) -> Room | None:
        """The room as the latest snapshot showed it; see `look` for a fresh one."""
        return self._conversation.room

    @property
    def snapshot(self) -> bytes:
        """The latest snapshot, JSON."""
        return self._conversation.snapshot

    @property
    def you(self) -> frames.You:
        """Who one is in this room.

        Raises:
            NotConnected: The server has not said welcome yet.
        """
        if self._conversation.you is None:
            raise NotConnected
        return self._conversation.you

    @property
    def seat_id(self) -> SeatId:
        """One's own place; raises what `you` does."""
        return SeatId(self.you.seat_id)

    @property
    def resyncs(self) -> int:
        """How often a gap in the seqs was found and mended."""
        return self._conversation.resyncs
