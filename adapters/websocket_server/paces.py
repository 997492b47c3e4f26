"""How fast somebody may send in a room, whichever connection carries it: coming anew does not begin anew."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from adapters.service.people.identity import UserId
from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.token_bucket import TokenBucket
from interview_engine.ids import RoomId

MOST_BUCKETS: Final = 20_000
"""Over it, the bucket of whoever came in longest ago goes: it is the fullest."""


class Paces:
    """The buckets of people, in bounded memory."""

    def __init__(self, settings: GatewaySettings) -> None:
        """Begin without any."""
        self._settings = settings
        self._buckets: OrderedDict[tuple[UserId, RoomId], TokenBucket] = OrderedDict()

    def fresh(self, at: float) -> TokenBucket:
        """Return the bucket of somebody who has not said who they are."""
        return TokenBucket(self._settings.frames_per_second, self._settings.burst, at)

    def of(self, user_id: UserId, room_id: RoomId, at: float) -> TokenBucket:
        """Return somebody's bucket for a room, as they left it."""
        key = (user_id, room_id)
        bucket = self._buckets.pop(key, None) or self.fresh(at)
        self._buckets[key] = bucket
        if len(self._buckets) > MOST_BUCKETS:
            self._buckets.popitem(last=False)
        return bucket
