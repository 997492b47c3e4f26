"""`websockets`' server connection, kept from growing by what its peer does below messages."""

from __future__ import annotations

from websockets.asyncio.server import ServerConnection
from websockets.frames import Frame, Opcode
from websockets.http11 import Request, Response

from adapters.websocket_server.transport_limits import MOST_PARTS, TOO_BIG, with_fewer_pongs


class BoundedConnection(ServerConnection):
    """What `serve(create_connection=...)` takes; it has what versions 15 to 17 have in common."""

    _parts = 0

    def send_data(self) -> None:
        """Send what is to be sent, but of the answers to pings the latest, unless earlier ones wait."""
        if len(self.protocol.writes) > 1 or self.transport.get_write_buffer_size():
            waiting = self.transport.get_write_buffer_size()
            self.protocol.writes = with_fewer_pongs(self.protocol.writes, waiting)
        super().send_data()

    def process_event(self, event: Frame | Request | Response) -> None:
        """Take a frame in, unless its message comes in too many parts."""
        if isinstance(event, Frame) and event.opcode in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
            self._parts = 0 if event.fin else self._parts + 1
            if self._parts > MOST_PARTS:
                self.protocol.fail(TOO_BIG)
                self.send_data()
                return
        super().process_event(event)
