"""The port for writers and judges that take their time, such as language models: they work in the background.

A terminal has one thread of its own for the person. Whatever waits for a network is begun here, and asked
for again until it is there.
"""

from __future__ import annotations

from typing import Protocol

from interview_engine.core.effects import Effect
from interview_engine.core.state import Room
from interview_engine.ids import RoomId
from interview_engine.offline.interview import Performer
from interview_engine.personas.catalogue import Catalogue


class Writers(Protocol):
    """Writers and judges in the background.

    Attributes:
        lines: What to tell the person about them at the start, in the person's language.
    """

    lines: tuple[str, ...]

    def performer(self, room_id: RoomId) -> Performer:
        """Return a performer for a room: it returns None for what is under way."""

    def look(self, room: Room) -> None:
        """Look at how a room stands now, and begin what it will soon want."""

    def wait(self, effects: tuple[Effect, ...]) -> None:
        """Wait until one of these effects has come to its end."""

    def close(self) -> None:
        """Stop everything."""


class OpenWriters(Protocol):
    """Opens writers for a catalogue, if there are any here."""

    def __call__(self, catalogue: Catalogue) -> Writers | None:
        """Return writers, or None: then everything is done offline and at once."""


def no_writers(catalogue: Catalogue) -> Writers | None:
    """Return that there are none."""
    del catalogue
    return None
