"""The stages of an interview, in the order in which the default plans run through them."""

from __future__ import annotations

import enum


class Stage(enum.Enum):
    """Where an interview stands."""

    WAITING = "waiting"
    SELF_INTRO = "self_intro"
    COMMON = "common"
    INDIVIDUAL = "individual"
    FOLLOW_UP = "follow_up"
    PRESSURE = "pressure"
    CLOSING = "closing"
    DELIBERATION = "deliberation"
    FINISHED = "finished"

    @property
    def asking(self) -> bool:
        """True while questions are put to candidates."""
        return self not in _QUIET


_QUIET = frozenset({Stage.WAITING, Stage.DELIBERATION, Stage.FINISHED})
