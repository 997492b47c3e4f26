"""Invitations that the server signs: nothing about them is stored, and a deleted room opens to none."""

from __future__ import annotations

from typing import Final

from adapters.local_identity.signing import Claims, Signer
from adapters.service.people.invitations import Invitation, Role
from interview_engine.ids import Millis, RoomId

AUDIENCE: Final = "interview-engine/invitation"

_ROLE: Final = "role"
_ROLES: Final = {role.value: role for role in Role}


class SignedInvitations:
    """Implements the `Invitations` port."""

    def __init__(self, secret: bytes) -> None:
        """Prepare.

        Args:
            secret: At least 32 random bytes, the same at every start.

        Raises:
            ValueError: The secret is too short.
        """
        self._signer = Signer(secret, AUDIENCE)

    def write(self, invitation: Invitation) -> str:
        """Return the invitation as a text that fits into a link: see `Invitations.write`."""
        claims = Claims(
            subject=invitation.room_id,
            expires_at=invitation.expires_at,
            own={_ROLE: invitation.role.value},
        )
        return self._signer.sign(claims)

    def read(self, text: str, now: Millis) -> Invitation | None:
        """Return what an invitation says: see `Invitations.read`."""
        claims = self._signer.read(text)
        if claims is None or now >= claims.expires_at:
            return None
        role = _ROLES.get(claims.own.get(_ROLE, ""))
        if role is None:
            return None
        return Invitation(room_id=RoomId(claims.subject), role=role, expires_at=claims.expires_at)
