"""What a client takes from the world: wires, chance, time and fresh ids; a simulation brings its own."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable

import attrs

from adapters.websocket_server.client_clock import steady_clock
from adapters.websocket_server.client_wire import Dial, dial_websocket


@attrs.frozen(kw_only=True)
class ClientSurroundings:
    """The world of a client.

    Attributes:
        dial: Opens a wire to an address.
        chance: Draws from [0, 1), for the jitter of waits.
        now: The client's clock in ms, which never goes back.
        new_id: Makes command ids that no other client makes.
    """

    dial: Dial = dial_websocket
    chance: Callable[[], float] = random.random
    now: Callable[[], float] = attrs.field(factory=steady_clock)
    new_id: Callable[[], str] = lambda: str(uuid.uuid4())
