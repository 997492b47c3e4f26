"""What the gateway holds its peers to."""

from __future__ import annotations

import attrs

from adapters.websocket_server.frames import LARGEST_FRAME
from interview_engine.ids import Millis


@attrs.frozen(kw_only=True)
class GatewaySettings:
    """Limits and waits of the gateway.

    Attributes:
        queue_bytes: Most that waits to be sent to one peer; beyond it, events give way to a snapshot. A
            single larger frame is sent alone.
        largest_frame: Bytes of a frame that a client may send.
        hello_timeout_ms: How long the first frame may take.
        send_timeout_ms: How long one frame may take to be taken by the peer.
        farewell_ms: How long `bye`, and what waits before it, may take before the connection is closed.
        frames_per_second: Sustained rate at which a client may send.
        burst: How many frames may come at once; a warning comes after three quarters of them, refusals after
            all, and a close after twice as many.
        most_bad_frames: Frames that can't be read are answered with a warning; one more than these ends the
            connection.
        most_waiting: Commands of one connection that wait for the one before them; more are refused.
        idle_ping_ms: How often a transport asks whether its peer is still there; it has as long to answer.
        most_connections: In the whole process.
        most_per_room: In one room.
        resume_within: Most events behind a client's `last_seq` that are sent one by one; more: a snapshot.
        presence_linger_ms: How long a lost connection is kept secret, in case its owner is back at once. A
            person whose turn is open is reported away immediately, since their clock depends on it.
    """

    queue_bytes: int = 262_144
    largest_frame: int = LARGEST_FRAME
    hello_timeout_ms: Millis = Millis(5_000)
    send_timeout_ms: Millis = Millis(30_000)
    farewell_ms: Millis = Millis(2_000)
    frames_per_second: float = 10.0
    burst: int = 40
    most_bad_frames: int = 4
    most_waiting: int = 32
    idle_ping_ms: Millis = Millis(20_000)
    most_connections: int = 10_000
    most_per_room: int = 64
    resume_within: int = 500
    presence_linger_ms: Millis = Millis(1_500)
