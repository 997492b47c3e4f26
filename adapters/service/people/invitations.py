"""Invitations: a signed text that lets its bearer into one room, in one role, until it ends or is revoked."""

from __future__ import annotations

import enum
from typing import Protocol

import attrs

from interview_engine.ids import Millis, RoomId


class Role(enum.Enum):
    """What somebody may sit as."""

    CANDIDATE = "candidate"
    """As a candidate, or as an observer."""
    OBSERVER = "observer"


@attrs.frozen(kw_only=True)
class Invitation:
    """What an invitation says.

    Attributes:
        room_id: Where to.
        role: What its bearer may sit as.
        expires_at: From this instant on it opens nothing.
        generation: The room's when it was written (see `generations`): in a later one it opens nothing.
    """

    room_id: RoomId
    role: Role
    expires_at: Millis
    generation: int = 0


class Invitations(Protocol):
    """Signs invitations and reads them."""

    def write(self, invitation: Invitation) -> str:
        """Return the invitation as a text that fits into a link."""

    def read(self, text: str, now: Millis) -> Invitation | None:
        """Return what an invitation says; None when it is forged, broken or expired."""
