"""Who may see a field: declared beside the field, denied when nothing is declared.

A view is a value of the same type in which every field that the viewer may not see holds its default,
so snapshots, deltas and what AI candidates are told all go through `interview_engine.core.views`.
"""

from __future__ import annotations

import enum
from typing import Final


class Audience(enum.Enum):
    """Who may see a field or an event."""

    EVERYONE = "everyone"
    OWNER = "owner"
    """The seat that the surrounding value belongs to."""
    REVEALED = "revealed"
    """The owner at once, everyone when the answer is public."""
    LIVE = "live"
    """Everyone while rankings are live, and everyone at the end."""
    ROUND = "round"
    """Everyone once a round's results may be shown, and everyone at the end."""
    ENDED = "ended"
    """Everyone, after the interview is finished."""
    NOBODY = "nobody"


AUDIENCE: Final = "audience"
EVERYONE: Final = {AUDIENCE: Audience.EVERYONE}
OWNER: Final = {AUDIENCE: Audience.OWNER}
REVEALED: Final = {AUDIENCE: Audience.REVEALED}
LIVE: Final = {AUDIENCE: Audience.LIVE}
ROUND: Final = {AUDIENCE: Audience.ROUND}
ENDED: Final = {AUDIENCE: Audience.ENDED}

PERSONAL: Final = "personal"
"""Marks an event's field as personal text of the event's `seat_id`: it can be redacted from a log."""
OWNER_PERSONAL: Final = {AUDIENCE: Audience.OWNER, PERSONAL: True}
REVEALED_PERSONAL: Final = {AUDIENCE: Audience.REVEALED, PERSONAL: True}
EVERYONE_PERSONAL: Final = {AUDIENCE: Audience.EVERYONE, PERSONAL: True}
ROUND_PERSONAL: Final = {AUDIENCE: Audience.ROUND, PERSONAL: True}
HIDDEN_PERSONAL: Final = {AUDIENCE: Audience.NOBODY, PERSONAL: True}
