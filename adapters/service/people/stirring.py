"""Stirring: commands that change a room without bringing its interview on, and how often one may give them.

Answers, drafts and chat have limits in the room's own rules. All else (ready and not ready, settings, seats,
pauses) would let one person fill a log for ever.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from interview_engine.core import commands as c
from interview_engine.ids import Millis, RoomId, SeatId

BURST: Final = 60
"""So many at once: a host who seats a whole room, and changes their mind."""
EVERY_MS: Final = 3_000
"""One more each time this has passed."""
MOST_KEPT: Final = 20_000
_BRINGS_ON: Final = (c.SaveDraft, c.SubmitAnswer, c.SkipTurn, c.SkipSpeech, c.SendChat)


class Stirring:
    """Counts what people stir, in bounded memory."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._left: OrderedDict[tuple[RoomId, SeatId], tuple[float, Millis]] = OrderedDict()

    def may(self, room_id: RoomId, seat_id: SeatId, command: c.Command) -> bool:
        """Count a command; False when it is one too many.

        Args:
            room_id: Where.
            seat_id: Who gives it.
            command: Its instant is the service's clock.
        """
        if isinstance(command, _BRINGS_ON):
            return True
        key = (room_id, seat_id)
        left, since = self._left.pop(key, (float(BURST), command.now))
        left = min(float(BURST), left + max(0, command.now - since) / EVERY_MS)
        fine = left >= 1.0
        self._left[key] = (left - 1.0 if fine else left, command.now)
        if len(self._left) > MOST_KEPT:
            self._left.popitem(last=False)
        return fine
