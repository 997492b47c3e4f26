"""What waits to be sent to one peer: bounded in bytes, and never a reason for others to wait.

The law: an outcome is sent or the connection ends; an event is sent, or a later snapshot stands for it;
a signal may get lost.
"""

from __future__ import annotations

import asyncio
import enum
from collections import deque
from typing import Final, Protocol, runtime_checkable

from adapters.websocket_server.channel import Channel, ChannelClosed
from adapters.websocket_server.figures import Figures
from adapters.websocket_server.noting import note_bug
from adapters.websocket_server.send_watch import SendWatch


class Keep(enum.Enum):
    """What becomes of a frame when too much waits."""

    ALWAYS = "always"
    IN_A_SNAPSHOT = "in_a_snapshot"
    MAYBE = "maybe"


@runtime_checkable
class EagerChannel(Protocol):
    """A channel that can often send without waiting."""

    def send_at_once(self, *frames: bytes) -> bool:
        """Send frames in one go if nothing waits in the transport; False when none of them was sent."""


class Owner(Protocol):
    """Whose frames these are."""

    def fresh_snapshot(self, reason: str) -> bytes | None:
        """Return a snapshot frame of the latest state; None when there is nothing to see any more."""

    def too_slow(self) -> None:
        """Hear that the peer does not take what it must get."""

    def broken(self) -> None:
        """Hear that the channel fails in a way that it should not."""


class _Nobody:
    """Whose nothing is any more."""

    def fresh_snapshot(self, reason: str) -> bytes | None:
        del reason
        return None

    def too_slow(self) -> None:
        pass

    def broken(self) -> None:
        pass


_NOBODY: Final = _Nobody()
MOST_HELD: Final = 16_384
"""Bytes that are held for the end of the loop's turn; more go at once."""
SIGNALS_SHARE: Final = 4
"""Signals are dropped as soon as a quarter of the limit waits."""


class Outbound:
    """The frames that wait for one peer.

    To a channel that can send without waiting, what is put in one turn of the event loop goes in one piece
    at its end: an outcome and the events that it made cost one system call.

    Attributes:
        owner: Whose they are.
        sending_since: Loop time at which the frame in hand was given to the channel.
    """

    __slots__ = (
        "_channel",
        "_closed",
        "_eager",
        "_figures",
        "_held",
        "_held_bytes",
        "_limit",
        "_queue",
        "_stale",
        "_waiting",
        "_watch",
        "_writer",
        "owner",
        "sending_since",
    )

    def __init__(
        self, channel: Channel, owner: Owner, *, limit: int, watch: SendWatch[Outbound], figures: Figures
    ) -> None:
        """Begin with nothing to send."""
        self._channel = channel
        self._eager = channel if isinstance(channel, EagerChannel) else None
        self.owner: Owner = owner
        self._limit = limit
        self._watch = watch
        self._figures = figures
        self._queue: deque[tuple[bytes, Keep]] = deque()
        self._held: list[tuple[bytes, Keep]] = []
        self._held_bytes = 0
        self._waiting = 0
        self._stale = ""
        self._closed = False
        self._writer: asyncio.Task[None] | None = None
        self.sending_since = 0.0

    @property
    def waiting(self) -> int:
        """How many bytes wait, the frame in hand included."""
        return self._waiting + self._held_bytes

    @property
    def stale(self) -> bool:
        """True while the peer is owed a snapshot, which stands for all events until it is sent."""
        return bool(self._stale)

    def put(self, *frames: bytes, keep: Keep = Keep.ALWAYS) -> None:
        """Send frames, now or later; never waits."""
        if self._closed:
            return
        if self._writer is None and self._eager is not None:
            self._hold(frames, keep)
        else:
            for frame in frames:
                self._queue_up(frame, keep)

    def _hold(self, frames: tuple[bytes, ...], keep: Keep) -> None:
        if not self._held:
            asyncio.get_running_loop().call_soon(self._release)
        for frame in frames:
            self._held.append((frame, keep))
            self._held_bytes += len(frame)
        if self._held_bytes > MOST_HELD:
            self._release()

    def _release(self) -> None:
        """Send what was held, or let it wait."""
        held = self._held
        if not held or self._eager is None:
            return
        self._held, self._held_bytes = [], 0
        if self._eager.send_at_once(*[frame for frame, _ in held]):
            self._figures.frames_sent += len(held)
            return
        for frame, keep in held:
            self._queue_up(frame, keep)

    def _queue_up(self, frame: bytes, keep: Keep) -> None:
        if keep is not Keep.ALWAYS and self._gives_way(len(frame), keep):
            self._figures.frames_dropped += 1
            return
        if self._too_much(len(frame)):
            if self._drop_events():
                self._stale = self._stale or "lagging"
            if self._too_much(len(frame)):
                self.owner.too_slow()
                return
        self._append(frame, keep)

    def refresh(self, reason: str) -> None:
        """Let a snapshot stand for all events that still wait; it is made when the peer can take it."""
        if self._closed:
            return
        self._release()
        self._drop_events()
        if not self._stale or reason == "rewritten":
            self._stale = reason
        if self._writer is None:
            self._snapshot()

    def stop(self) -> None:
        """Send nothing more."""
        self._closed = True
        self._held.clear()
        self._held_bytes = 0
        self._queue.clear()
        self._waiting = 0
        if self._writer is not None:
            self._writer.cancel()
        # Both know each other, and old cycles are seldom collected.
        self.owner = _NOBODY

    async def finish(self, last: bytes, within: float) -> None:
        """Send what is left and a last frame, for so many seconds at most, and nothing after that."""
        self.put(last)
        self._release()
        writer = self._writer
        self._stale = ""
        if writer is not None:
            self._closed = True
            await asyncio.wait((writer,), timeout=within)
        self.stop()

    def _gives_way(self, size: int, keep: Keep) -> bool:
        """Return whether a frame that may be dropped is, making room at the same time."""
        if keep is Keep.MAYBE:
            return bool(self._stale) or self._waiting + size > self._limit // SIGNALS_SHARE
        if self._stale:
            return True
        if self._too_much(size):
            self._drop_events()
            self._stale = "lagging"
            return True
        return False

    def _too_much(self, size: int) -> bool:
        return self._waiting > 0 and self._waiting + size > self._limit

    def _drop_events(self) -> bool:
        """Drop all that need not be kept, and return whether an event was among it."""
        dropped = [item for item in self._queue if item[1] is not Keep.ALWAYS]
        kept = [item for item in self._queue if item[1] is Keep.ALWAYS]
        self._figures.frames_dropped += len(dropped)
        self._waiting -= sum(len(frame) for frame, _ in dropped)
        self._queue.clear()
        self._queue.extend(kept)
        return any(keep is Keep.IN_A_SNAPSHOT for _, keep in dropped)

    def _append(self, frame: bytes, keep: Keep) -> None:
        self._queue.append((frame, keep))
        self._waiting += len(frame)
        if self._writer is None:
            self._writer = asyncio.get_running_loop().create_task(self._write())

    def _snapshot(self) -> None:
        reason, self._stale = self._stale, ""
        frame = self.owner.fresh_snapshot(reason)
        if frame is not None:
            self._figures.resyncs += 1
            self.put(frame, keep=Keep.IN_A_SNAPSHOT)

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        self._watch.begin(self)
        try:
            while True:
                if not self._queue and self._stale:
                    self._snapshot()
                if not self._queue:
                    return
                frame = self._queue.popleft()[0]
                self.sending_since = loop.time()
                await self._channel.send(frame)
                self._waiting -= len(frame)
                self._figures.frames_sent += 1
        except ChannelClosed:
            self._closed = True
        except Exception as error:  # noqa: BLE001 -- one channel's bug must not stop the others
            note_bug("outbound.failed", error)
            self._closed = True
            self.owner.broken()
        finally:
            self._watch.end(self)
            self._writer = None
