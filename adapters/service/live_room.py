"""A room in memory, and what those who listen to it hear."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import attrs
import structlog

from adapters.service.faults import where
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.ids import RoomId, Seq

log = structlog.get_logger("rooms")


@attrs.frozen(kw_only=True)
class Published:
    """What a listener hears: a room's new records, with the room as they left it."""

    room: Room
    records: tuple[Record, ...]


Listener = Callable[[Published], None]


@attrs.define(eq=False)
class LiveRoom:
    """A room in memory: its state, the end of its chain, and who listens.

    Attributes:
        room_id: Whose.
        room: The state that the durable records lead to.
        head: Hash of the last of them.
        snapshot_seq: Seq of the latest snapshot; 0 without one.
        stale: A write's outcome is not known, so the log is read before anything else is decided.
        gone: Let go of, or deleted: whoever waited for the lock loads the room anew.
        attended: This process looks after its effects and its alarm; not yet for one that was only read.
        unheard: Durable, and not yet told to the listeners.
        lock: Held while a command is decided and written.
        listeners: Whom to tell.
    """

    room_id: RoomId
    room: Room
    head: str
    snapshot_seq: Seq
    stale: bool = False
    gone: bool = False
    attended: bool = False
    unheard: list[Published] = attrs.Factory(list)
    lock: asyncio.Lock = attrs.Factory(asyncio.Lock)
    listeners: list[Listener] = attrs.Factory(list)

    def take_over(self, room: Room, records: tuple[Record, ...]) -> None:
        """Let durable records be the room's state; `tell` tells them."""
        self.room = room
        self.head = records[-1].hash
        self.unheard.append(Published(room=room, records=records))

    def tell_from_now_on(self, listener: Listener) -> Callable[[], None]:
        """Add a listener, and return a function that removes it."""
        self.listeners.append(listener)

        def stop() -> None:
            if listener in self.listeners:
                self.listeners.remove(listener)

        return stop

    def tell(self) -> None:
        """Tell the listeners what has become durable, each record once and in order."""
        unheard = tuple(self.unheard)
        self.unheard.clear()
        for news in unheard:
            for listener in tuple(self.listeners):
                try:
                    listener(news)
                except Exception as error:  # noqa: BLE001 -- one listener's trouble is not the others'
                    log.warning(
                        "listener.failed", room=self.room_id, error=type(error).__name__, where=where(error)
                    )
