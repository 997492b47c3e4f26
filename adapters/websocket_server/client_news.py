"""What a client hears, typed, and how it is listened to.

Every listener hears everything from the instant at which it began, in order, whoever else listens.
"""

from __future__ import annotations

import asyncio
import itertools
import weakref
from collections import deque
from collections.abc import Callable
from typing import Final

import attrs

from adapters.websocket_server.client_errors import ClientError, FellBehind
from interview_engine.core.events import Event
from interview_engine.core.state import Room
from interview_engine.ids import SeatId, Seq

MOST_WAITING: Final = 10_000
"""News that may wait for a listener."""
REMEMBERED: Final = 1_000
"""Events that a client remembers, so that one can wait for what has happened already."""


@attrs.frozen(kw_only=True)
class Happened:
    """An event, as this viewer may see it. `event` is None for a kind that this version does not know."""

    seq: Seq
    name: str
    event: Event | None
    data: bytes = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class RoomSeen:
    """The whole room anew; events before it may never have been told.

    Attributes:
        seq: The seq of this state.
        room: The room as this viewer may see it; None when this version can't read it.
        reason: `welcome`, `asked`, `lagging` or `rewritten`.
    """

    seq: Seq
    room: Room | None
    reason: str


@attrs.frozen(kw_only=True)
class SignalSeen:
    """Somebody else is `typing`, `speaking` or `idle`."""

    seat_id: SeatId
    kind: str


@attrs.frozen(kw_only=True)
class Warned:
    """The server warns; the connection goes on."""

    code: str
    message: str


@attrs.frozen(kw_only=True)
class Lost:
    """The connection is gone; the client comes back by itself after `retry_ms`."""

    code: int
    reason: str
    retry_ms: float


@attrs.frozen(kw_only=True)
class Connected:
    """The server said welcome. When `resumed`, the missed events follow; else the room was seen anew."""

    seq: Seq
    resumed: bool


News = Happened | RoomSeen | SignalSeen | Warned | Lost | Connected


class Listening:
    """One listener's news: an async iterator that ends when the client closes.

    Raises, while iterating, what ended the connection for good, or `FellBehind`.
    """

    def __init__(self) -> None:
        self._waiting: deque[News] = deque()
        self._end: ClientError | None = None
        self._ended = False
        self._woken = asyncio.Event()

    def __aiter__(self) -> Listening:
        return self

    async def __anext__(self) -> News:
        while not self._waiting:
            if self._ended:
                if self._end is not None:
                    raise self._end
                raise StopAsyncIteration
            self._woken.clear()
            await self._woken.wait()
        return self._waiting.popleft()

    def tell(self, news: News) -> None:
        """Take one piece of news."""
        if self._ended:
            return
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.clear()
            self.end(FellBehind(MOST_WAITING))
            return
        self._waiting.append(news)
        self._woken.set()

    def end(self, why: ClientError | None = None) -> None:
        """End after what is waiting; `why` is None when the client closed."""
        if not self._ended:
            self._ended, self._end = True, why
            self._woken.set()


class Newsroom:
    """Tells every listener. A listener that nobody holds any more is forgotten."""

    def __init__(self) -> None:
        # By number: weak sets have no order, and the order of waking must be the same in every run.
        self._listeners: weakref.WeakValueDictionary[int, Listening] = weakref.WeakValueDictionary()
        self._numbers = itertools.count()
        self._recent: deque[Happened] = deque(maxlen=REMEMBERED)
        self._over: tuple[ClientError | None] | None = None

    def listen(self) -> Listening:
        """Return a listener that hears everything from now on."""
        listening = Listening()
        if self._over is not None:
            listening.end(self._over[0])
        self._listeners[next(self._numbers)] = listening
        return listening

    def tell(self, news: News) -> None:
        """Tell all listeners."""
        if isinstance(news, Happened):
            self._recent.append(news)
        for listening in tuple(self._listeners.values()):
            listening.tell(news)

    def end(self, why: ClientError | None) -> None:
        """Tell all listeners, present and future, that nothing will follow."""
        if self._over is None:
            self._over = (why,)
        for listening in tuple(self._listeners.values()):
            listening.end(why)

    async def first(self, wanted: Callable[[News], bool], since: int | None) -> News | None:
        """Return the first wanted news behind a seq, or from now on; None when the client closes first."""
        listening = self.listen()
        if since is not None:
            for known in tuple(self._recent):
                if known.seq > since and wanted(known):
                    return known
        async for news in listening:
            if wanted(news):
                return news
        return None
