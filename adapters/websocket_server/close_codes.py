"""How a connection ends: registered codes, each of which tells the client whether and when to come back.

code  name               come back?
1000  normal             no: the client asked
1012  service_restart    yes, after the hint in `bye`
4001  removed            no: the host removed you
4400  bad_frame          no: the client breaks the protocol
4401  not_authenticated  after signing in again
4404  no_such_room       no: missing, deleted, or not yours
4408  hello_timeout      yes: the first message did not come in time
4409  superseded         no: the same person connected elsewhere
4413  frame_too_large    no: the client breaks the protocol
4426  unknown_protocol   after an upgrade
4429  too_fast           yes, after the hint in `bye`
4503  try_later          yes, after the hint in `bye`: the store is in trouble, or the server is full
4508  too_slow           yes, with `last_seq`: the peer did not take what it was sent

Transports have codes of their own: 1006 for a connection that was lost, 1007 for text that is no UTF-8,
1009 for a frame of more than twice the largest size (it is not even read), 1011 for a peer that answers no
ping. After 1006 and 1011 a client comes back, after the others it has a bug.
"""

from __future__ import annotations

import enum
from typing import Final


class CloseCode(enum.IntEnum):
    """Why a connection is closed."""

    NORMAL = 1000
    SERVICE_RESTART = 1012
    REMOVED = 4001
    BAD_FRAME = 4400
    NOT_AUTHENTICATED = 4401
    NO_SUCH_ROOM = 4404
    HELLO_TIMEOUT = 4408
    SUPERSEDED = 4409
    FRAME_TOO_LARGE = 4413
    UNKNOWN_PROTOCOL = 4426
    TOO_FAST = 4429
    TRY_LATER = 4503
    TOO_SLOW = 4508

    @property
    def reason(self) -> str:
        """The code's stable name."""
        return self.name.lower()


COME_BACK: Final = frozenset(
    {
        CloseCode.SERVICE_RESTART,
        CloseCode.HELLO_TIMEOUT,
        CloseCode.TOO_FAST,
        CloseCode.TRY_LATER,
        CloseCode.TOO_SLOW,
    }
)
"""After these a client reconnects by itself. A lost connection (1006) is one more such case."""
