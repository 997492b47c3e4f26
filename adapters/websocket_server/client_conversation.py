"""What a client knows of its room, and what each frame makes of it; no I/O in here.

The law: every seq is taken exactly once and in order. A seq that was taken before is passed over, and after
a gap nothing is taken until a snapshot has come.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar, assert_never

import msgspec

from adapters.websocket_server import frames
from adapters.websocket_server.client_clock import ServerClock
from adapters.websocket_server.client_news import (
    Connected,
    Happened,
    News,
    RoomSeen,
    SignalSeen,
    Warned,
)
from adapters.websocket_server.client_outbox import Outbox
from interview_engine.core.codec import CodecError, decode_event, decode_room, schema_of
from interview_engine.core.events import Event
from interview_engine.core.state import Room
from interview_engine.ids import SeatId, Seq

_NULL = b"null"
T = TypeVar("T")


class Conversation:
    """One client's place in one room, across connections.

    Attributes:
        last_seq: The last seq taken; None before the first welcome.
        room: The room as the latest snapshot showed it; events since then are not in it.
        snapshot: The same as JSON.
        you: Who one is here; None before the first welcome.
        limits: What the server holds one to.
        resyncs: How often a gap was found.
        bye: The server's farewell on this connection.
        welcomed: The server has said welcome on this connection.
    """

    def __init__(
        self,
        *,
        last_seq: Seq | None,
        outbox: Outbox,
        clock: ServerClock,
        tell: Callable[[News], None],
        ask_again: Callable[[str], None],
    ) -> None:
        self.last_seq = last_seq
        self.room: Room | None = None
        self.snapshot = b""
        self.you: frames.You | None = None
        self.limits: frames.Limits | None = None
        self.resyncs = 0
        self.bye: frames.Bye | None = None
        self.welcomed = False
        self._outbox = outbox
        self._clock = clock
        self._tell = tell
        self._ask_again = ask_again
        self._in_the_dark = False
        self._snapshots: list[asyncio.Future[Room | None]] = []
        self._legals: list[asyncio.Future[frames.Legal]] = []
        self._pongs: dict[float, asyncio.Future[float]] = {}

    def begin(self) -> None:
        """Forget what held for the connection before."""
        self.bye = None
        self.welcomed = False
        self._in_the_dark = False
        for pong in self._pongs.values():
            pong.cancel()
        self._pongs.clear()

    def hear(self, text: bytes) -> tuple[frames.ClientFrame, ...]:
        """Take a frame.

        Args:
            text: What the server sent; a frame of a kind unknown here is passed over.

        Returns:
            What is to be said to that.
        """
        try:
            frame = frames.decode_server(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return ()
        return self._take(frame)

    def _take(self, frame: frames.ServerFrame) -> tuple[frames.ClientFrame, ...]:  # noqa: C901, PLR0912 -- a kind a case
        match frame:
            case frames.EventFrame():
                return self._event(frame)
            case frames.Skip():
                return self._skipped(frame)
            case frames.OutcomeFrame(status="unknown"):
                self._ask_again(frame.id)
            case frames.OutcomeFrame():
                self._outbox.settle(frame)
            case frames.SnapshotFrame():
                self._anew(Seq(frame.seq), bytes(frame.room), frame.reason)
            case frames.PeerSignal():
                self._tell(SignalSeen(seat_id=SeatId(frame.seat_id), kind=frame.kind))
            case frames.Pong():
                reading = self._clock.ponged(frame.t, frame.server_time)
                waiting = self._pongs.pop(frame.t, None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(reading.round_trip_ms)
            case frames.Legal():
                _answer(self._legals, frame)
            case frames.Warn():
                self._tell(Warned(code=frame.code, message=frame.message))
            case frames.Bye():
                self.bye = frame
            case frames.Welcome():
                return self._welcomed(frame)
            case _:
                assert_never(frame)
        return ()

    def _welcomed(self, frame: frames.Welcome) -> tuple[frames.ClientFrame, ...]:
        self.welcomed = True
        self.you, self.limits = frame.you, frame.limits
        self._tell(Connected(seq=Seq(frame.seq), resumed=frame.resumed))
        questions: list[frames.ClientFrame] = []
        if not frame.resumed:
            self._anew(Seq(frame.seq), bytes(frame.snapshot), "welcome")
        elif self._snapshots:
            questions.append(frames.Resync())
        if self._legals:
            questions.append(frames.AskLegal())
        return tuple(questions)

    def _anew(self, seq: Seq, snapshot: bytes, reason: str) -> None:
        self._in_the_dark = False
        self.last_seq = seq
        self.snapshot = b"" if snapshot == _NULL else snapshot
        try:
            self.room = decode_room(snapshot)
        except CodecError:
            self.room = None
        self._tell(RoomSeen(seq=seq, room=self.room, reason=reason))
        _answer(self._snapshots, self.room)

    def _event(self, frame: frames.EventFrame) -> tuple[frames.ClientFrame, ...]:
        if not self._is_next(frame.seq):
            return self._resync_once(frame.seq)
        self.last_seq = Seq(frame.seq)
        data = bytes(frame.data)
        happened = Happened(seq=Seq(frame.seq), name=frame.name, event=_event_of(frame.name, data), data=data)
        self._tell(happened)
        return ()

    def _skipped(self, frame: frames.Skip) -> tuple[frames.ClientFrame, ...]:
        # A run may begin among what is known already when it was merged on the way.
        if self.last_seq is not None and frame.seq <= self.last_seq < frame.through:
            self.last_seq = Seq(frame.through)
            return ()
        if not self._is_next(frame.seq):
            return self._resync_once(frame.seq)
        self.last_seq = Seq(frame.through)
        return ()

    def _is_next(self, seq: int) -> bool:
        return self.last_seq is not None and not self._in_the_dark and seq == self.last_seq + 1

    def _resync_once(self, seq: int) -> tuple[frames.ClientFrame, ...]:
        if self._in_the_dark or (self.last_seq is not None and seq <= self.last_seq):
            return ()
        self._in_the_dark = True
        self.resyncs += 1
        return (frames.Resync(),)

    def await_snapshot(self) -> asyncio.Future[Room | None]:
        """Return the next snapshot's room, to come."""
        return _awaited(self._snapshots)

    def await_legal(self) -> asyncio.Future[frames.Legal]:
        """Return the next answer to `ask_legal`, to come."""
        return _awaited(self._legals)

    def await_pong(self, sent_at: float) -> asyncio.Future[float]:
        """Return the round trip of a ping, to come; cancelled when the connection is lost."""
        pong: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._pongs[sent_at] = pong
        return pong

    def end(self) -> None:
        """Nobody will answer any more."""
        for snapshot in self._snapshots:
            snapshot.cancel()
        for legal in self._legals:
            legal.cancel()
        for pong in self._pongs.values():
            pong.cancel()


def _awaited(waiting: list[asyncio.Future[T]]) -> asyncio.Future[T]:
    answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    waiting.append(answer)
    return answer


def _answer(waiting: list[asyncio.Future[T]], answer: T) -> None:
    for question in waiting:
        if not question.done():
            question.set_result(answer)
    waiting.clear()


def _event_of(name: str, data: bytes) -> Event | None:
    try:
        return decode_event(name, schema_of(name), data)
    except CodecError:
        return None
