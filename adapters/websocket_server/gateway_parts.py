"""What all sessions of a gateway share."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from adapters.service.casting import Casting
from adapters.service.finishing import Finishing
from adapters.service.people.access import Access
from adapters.service.people.identity import Identity
from adapters.service.room_service import RoomService
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.figures import Figures
from adapters.websocket_server.hubs import Hubs
from adapters.websocket_server.outbound import Outbound
from adapters.websocket_server.paces import Paces
from adapters.websocket_server.presence import Presence
from adapters.websocket_server.send_watch import SendWatch
from adapters.websocket_server.settings import GatewaySettings
from interview_engine.ids import Millis

_SOONEST_MS = {
    CloseCode.SERVICE_RESTART: 1_000,
    CloseCode.HELLO_TIMEOUT: 1_000,
    CloseCode.TOO_FAST: 5_000,
    CloseCode.TRY_LATER: 2_000,
    CloseCode.TOO_SLOW: 500,
}
"""When to come back at the earliest; the latest is five times as long, so that not all come at once."""


@attrs.frozen(kw_only=True, eq=False)
class GatewayParts:
    """Everything that a session works with; `watch` tells a peer that it is too slow."""

    service: RoomService
    access: Access
    identity: Identity
    casting: Casting
    now: Callable[[], Millis]
    jitter: Callable[[], float]
    settings: GatewaySettings
    figures: Figures
    hubs: Hubs
    presence: Presence
    watch: SendWatch[Outbound]
    paces: Paces
    tasks: Finishing

    def retry_after_ms(self, code: CloseCode) -> int | None:
        """Return when a client should come back after a close; None for never."""
        soonest = _SOONEST_MS.get(code)
        return None if soonest is None else soonest + round(4 * soonest * self.jitter())
