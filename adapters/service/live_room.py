"""A room in memory, and what those who listen to it hear."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import attrs
import structlog

from adapters.service.command_ids import UsedIds
from adapters.service.faults import where
from interview_engine.core.log import Record
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, Seq

log = structlog.get_logger("rooms")


@attrs.frozen(kw_only=True)
class Published:
    """What a listener hears: a room's new records, with the room as they left it."""

    room: Room
    records: tuple[Record, ...]


@attrs.frozen(kw_only=True)
class Rewritten:
    """What a listener hears when a log was written anew, after a redaction: what it has shown is old."""

    room: Room


@attrs.frozen(kw_only=True)
class Gone:
    """What a listener hears last: the room was deleted, or its log does not read any more."""

    room_id: RoomId
    deleted: bool


News = Published | Rewritten | Gone
Listener = Callable[[News], None]


@attrs.frozen(kw_only=True)
class Listening:
    """A listener's place.

    Attributes:
        room: The state from which on it hears everything; it may hear the last of it once more.
        stop: Ends it.
    """

    room: Room
    stop: Callable[[], None]


@attrs.define(eq=False)
class LiveRoom:
    """A room in memory: its state, the end of its chain, and who listens.

    Attributes:
        room_id: Whose.
        room: The state that the durable records lead to.
        head: Hash of the last of them.
        snapshot_seq: Seq of the latest snapshot; 0 without one.
        stale: A write's outcome is not known, so the log is read before anything else is decided.
        unserved_since: Since when the store has kept this room waiting; that time is still to be given back.
        served_since: The end of the latest outage; nothing is decided at an instant before it.
        writing_since: Since when the store has been asked to take something; None when it is not.
        gone: Let go of, or deleted: whoever waited for the lock loads the room anew.
        attended: This process looks after its effects and its alarm; not yet for one that was only read.
        unheard: Durable, and not yet told to the listeners.
        used_ids: What stands for which command.
        lock: Held while a command is decided and written.
        listeners: Whom to tell.
    """

    room_id: RoomId
    room: Room
    head: str
    snapshot_seq: Seq
    stale: bool = False
    unserved_since: Millis | None = None
    served_since: Millis = Millis(0)
    writing_since: Millis | None = None
    gone: bool = False
    attended: bool = False
    unheard: list[News] = attrs.Factory(list)
    used_ids: UsedIds = attrs.Factory(UsedIds)
    lock: asyncio.Lock = attrs.Factory(asyncio.Lock)
    listeners: list[Listener] = attrs.Factory(list)

    def take_over(self, room: Room, records: tuple[Record, ...]) -> None:
        """Let durable records be the room's state; `tell` tells them."""
        self.room = room
        self.head = records[-1].hash
        self.used_ids.note(records)
        self.unheard.append(Published(room=room, records=records))

    def rewrite(self, room: Room) -> None:
        """Let the same log without some words be the room's state; `tell` tells it."""
        self.room = room
        self.unheard.append(Rewritten(room=room))

    @property
    def waits_for_the_store_since(self) -> Millis | None:
        """Since when what happens here has not been durable; None when all is."""
        since = [at for at in (self.unserved_since, self.writing_since) if at is not None]
        return min(since, default=None)

    def tell_from_now_on(self, listener: Listener) -> Listening:
        """Add a listener, and return its place."""
        self.listeners.append(listener)

        def stop() -> None:
            if listener in self.listeners:
                self.listeners.remove(listener)

        return Listening(room=self.room, stop=stop)

    def quiet(self, since: Millis) -> bool:
        """Return whether nobody listens, nothing is being written or owed, and nothing has happened since."""
        owed = self.waits_for_the_store_since is not None
        return not (self.listeners or self.lock.locked() or self.stale or owed) and self.room.now < since

    def end(self, *, deleted: bool) -> None:
        """Tell the listeners that there is nothing more to hear, and let go of them."""
        self.unheard.append(Gone(room_id=self.room_id, deleted=deleted))
        self.tell()
        self.listeners.clear()

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
