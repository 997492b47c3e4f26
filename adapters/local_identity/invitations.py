"""Invitations that the server seals: nothing about them is stored, and a deleted room opens to none.

An invitation is a byte for its form and role, six for the instant of its end (ms), one for its generation,
and the room: 48 letters for the rooms of this server, so that its link is a QR code of few squares.
"""

from __future__ import annotations

import re
from typing import Final

from adapters.local_identity.sealing import Sealer
from adapters.service.people.invitations import Invitation, Role
from interview_engine.ids import Millis, RoomId

AUDIENCE: Final = "interview-engine/invitation/generations"
"""Another layout is another use: what was sealed in an earlier one is never read as this."""

_ROLES: Final = (Role.CANDIDATE, Role.OBSERVER)
_PACKED: Final = 2
"""Set in the first byte: the room's id is `r-` and these bytes in hexadecimal."""
_PACKABLE: Final = re.compile(r"r-((?:[0-9a-f]{2})+)", re.ASCII)
_INSTANT: Final = slice(1, 7)
_GENERATION: Final = 7


class SignedInvitations:
    """Implements the `Invitations` port."""

    def __init__(self, secret: bytes) -> None:
        """Prepare.

        Args:
            secret: At least 32 random bytes, the same at every start.

        Raises:
            ValueError: The secret is too short.
        """
        self._sealer = Sealer(secret, AUDIENCE)

    def write(self, invitation: Invitation) -> str:
        """Return the invitation as a text that fits into a link: see `Invitations.write`."""
        packable = _PACKABLE.fullmatch(invitation.room_id)
        form = _ROLES.index(invitation.role) + (_PACKED if packable else 0)
        room = bytes.fromhex(packable[1]) if packable else invitation.room_id.encode()
        return self._sealer.seal(
            bytes((form,)) + invitation.expires_at.to_bytes(6) + bytes((invitation.generation,)) + room
        )

    def read(self, text: str, now: Millis) -> Invitation | None:
        """Return what an invitation says: see `Invitations.read`."""
        content = self._sealer.open(text)
        if content is None:
            return None
        form, expires_at = content[0], Millis(int.from_bytes(content[_INSTANT]))
        if now >= expires_at:
            return None
        room = content[_GENERATION + 1 :]
        return Invitation(
            room_id=RoomId(f"r-{room.hex()}" if form & _PACKED else room.decode()),
            role=_ROLES[form % _PACKED],
            expires_at=expires_at,
            generation=content[_GENERATION],
        )
