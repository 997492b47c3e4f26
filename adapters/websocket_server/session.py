"""A session: one peer from its first frame to the close, over any channel.

The law: the first frame is `hello`; whoever is let in is a member of one room, until a single close code
ends it.
"""

from __future__ import annotations

import asyncio
from typing import Final, assert_never

import structlog

from adapters.service.commands_on_wire import command_name
from adapters.service.people.identity import UserId
from adapters.websocket_server import frames as f
from adapters.websocket_server.audiences import Told, room_for
from adapters.websocket_server.channel import Channel, ChannelClosed, FrameRefused
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.commanding import Commands
from adapters.websocket_server.entering import Arrival, Unwelcome, enter, first_frame
from adapters.websocket_server.gateway_parts import GatewayParts
from adapters.websocket_server.noting import note_bug
from adapters.websocket_server.outbound import Keep, Outbound
from adapters.websocket_server.room_hub import RoomHub
from adapters.websocket_server.texts import farewell, warning
from adapters.websocket_server.token_bucket import Pace
from interview_engine.core.changed import changed
from interview_engine.core.legal_commands import legal_commands
from interview_engine.ids import Millis, SeatId
from interview_engine.vocabulary import Language

log = structlog.get_logger("gateway")

SIGNALS: Final = frozenset({"typing", "speaking", "idle"})
RESYNC_COST: Final = 5.0
"""Tokens that a snapshot takes: it costs the server more than other answers."""
_LANGUAGES: Final = frozenset(language.value for language in Language)


class Session:
    """A conversation with one peer.

    Attributes:
        seat_id, user_id: Whose it is, once they are in.
    """

    __slots__ = (
        "_bad_frames",
        "_bucket",
        "_channel",
        "_closing",
        "_commands",
        "_ended",
        "_hub",
        "_inside",
        "_language",
        "_outbound",
        "_parts",
        "seat_id",
        "user_id",
    )

    _hub: RoomHub
    _commands: Commands
    seat_id: SeatId

    def __init__(self, parts: GatewayParts, channel: Channel) -> None:
        """Prepare; `run` converses."""
        settings = parts.settings
        self._parts = parts
        self._channel = channel
        self._outbound = Outbound(
            channel, self, limit=settings.queue_bytes, watch=parts.watch, figures=parts.figures
        )
        self._bucket = parts.paces.fresh(asyncio.get_running_loop().time())
        self._bad_frames = 0
        self._language = Language.KO
        self._ended: CloseCode | None = None
        self._closing: asyncio.Task[None] | None = None
        self._inside = False
        self.user_id: UserId | None = None

    async def run(self) -> None:
        """Converse until the connection is closed."""
        try:
            await self._converse()
        except ChannelClosed:
            pass
        except Exception as error:  # noqa: BLE001 -- one connection's bug must not stop the others
            note_bug("session.failed", error)
            self.end(CloseCode.TRY_LATER)
        finally:
            self._leave()
            if self._closing is None:
                self._outbound.stop()
        await self._closed()

    async def turn_away(self, code: CloseCode) -> None:
        """Close without listening to the peer."""
        self.end(code)
        await self._closed()

    def end(self, code: CloseCode) -> None:
        """Say why, then close; the first reason counts."""
        if self._ended is not None:
            return
        self._ended = code
        self._leave()
        self._closing = self._parts.tasks.begin(self._close(code))

    # What the hub asks of a member

    def deliver(self, frames: tuple[bytes, ...]) -> None:
        """Send what happened: see `Member.deliver`."""
        self._outbound.put(*frames, keep=Keep.IN_A_SNAPSHOT)

    def pass_on(self, signal: bytes) -> None:
        """Send a passing sign of life: see `Member.pass_on`."""
        self._outbound.put(signal, keep=Keep.MAYBE)

    def refresh(self, reason: str) -> None:
        """Send a snapshot in place of all that waits: see `Member.refresh`."""
        self._outbound.refresh(reason)

    # What the outbound queue asks of its owner

    def fresh_snapshot(self, reason: str) -> bytes | None:
        """Return the hub's state as a frame: see `Owner.fresh_snapshot`."""
        if self._ended is not None:
            return None
        room = self._hub.room
        return f.encode(f.SnapshotFrame(seq=room.seq, room=room_for(room, self.seat_id), reason=reason))

    def too_slow(self) -> None:
        """End a connection whose peer does not take what it must get."""
        self.end(CloseCode.TOO_SLOW)

    def broken(self) -> None:
        """End a connection whose channel fails."""
        self.end(CloseCode.TRY_LATER)

    # The conversation

    async def _converse(self) -> None:
        try:
            hello = await first_frame(self._channel, self._parts.settings.hello_timeout_ms)
            if hello.lang in _LANGUAGES:
                self._language = Language(hello.lang)
            arrival = await enter(self._parts, hello)
        except Unwelcome as unwelcome:
            self.end(unwelcome.code)
        else:
            if self._ended is None:
                self._come_in(arrival, hello)
            else:
                # The gateway closed meanwhile.
                self._parts.hubs.leave(arrival.hub)
        await self._listen()

    def _come_in(self, arrival: Arrival, hello: f.Hello) -> None:
        """Become a member with the state that the welcome tells: nothing happens in between."""
        hub, entrance, parts = arrival.hub, arrival.entrance, self._parts
        self._hub = hub
        self.seat_id = entrance.seat_id
        self.user_id = entrance.person.user_id
        at = asyncio.get_running_loop().time()
        self._bucket = parts.paces.of(self.user_id, entrance.room_id, at)
        self._inside = True
        if hello.lang not in _LANGUAGES:
            self._language = hub.room.settings.language
        self._commands = Commands(
            parts,
            entrance,
            hub,
            self._language,
            send=self._outbound.put,
            end=self.end,
            idle=self._commands_done,
        )
        self._outbound.put(arrival.welcome(parts))
        missed = arrival.missed
        if missed:
            self.deliver(Told(hub.room, missed).frames_for(self.seat_id))
        hub.attach(self)
        parts.presence.came(hub.room, self.seat_id)

    async def _listen(self) -> None:
        """Answer until the channel closes; what comes after the end is passed over."""
        while True:
            try:
                data = await self._channel.receive()
            except FrameRefused as refused:
                self.end(refused.code)
                continue
            if self._ended is None:
                self._hear(data)

    def _hear(self, data: bytes) -> None:
        at = asyncio.get_running_loop().time()
        pace = self._bucket.take(at)
        if pace is Pace.CLOSE:
            self.end(CloseCode.TOO_FAST)
            return
        if pace is Pace.WARN:
            self._warn("slow_down")
        try:
            frame = f.decode_client(data)
        except f.UNREADABLE:
            self._bad_frame()
            return
        if pace is not Pace.REFUSE:
            self._answer(frame, at)
        elif isinstance(frame, f.CommandFrame):
            self._commands.refuse(frame, "too_fast")

    def _answer(self, frame: f.ClientFrame, at: float) -> None:
        match frame:
            case f.CommandFrame():
                self._commands.take(frame)
            case f.Ping():
                self._outbound.put(f.encode(f.Pong(t=frame.t, server_time=self._parts.now())))
            case f.SignalFrame():
                self._signal(frame.kind)
            case f.AskLegal():
                self._tell_legal()
            case f.Resync():
                self._bucket.take(at, RESYNC_COST - 1)
                self._outbound.refresh("asked")
            case f.Hello():
                self._bad_frame()
            case _:
                assert_never(frame)

    def _signal(self, kind: str) -> None:
        if kind not in SIGNALS:
            self._bad_frame()
            return
        seat = self._hub.room.seat(self.seat_id)
        if seat is not None and not seat.left:
            self._hub.signal(self.seat_id, kind)

    def _tell_legal(self) -> None:
        room = self._hub.room
        now = Millis(max(room.now, self._parts.now()))
        names = tuple(command_name(cls) for cls in legal_commands(changed(room, now=now), self.seat_id))
        self._outbound.put(f.encode(f.Legal(seq=room.seq, commands=names)))

    def _warn(self, code: str) -> None:
        self._outbound.put(f.encode(f.Warn(code=code, message=warning(code, self._language))))

    def _bad_frame(self) -> None:
        self._bad_frames += 1
        if self._bad_frames > self._parts.settings.most_bad_frames:
            self.end(CloseCode.BAD_FRAME)
        else:
            self._warn("bad_frame")

    # The end

    def _commands_done(self) -> None:
        if not self._inside:
            # A seat may have been taken after its owner's connection was lost.
            self._parts.presence.went(self._hub.room, self.seat_id)

    def _leave(self) -> None:
        if self._inside:
            self._inside = False
            # Both know each other, and old cycles are seldom collected.
            del self._commands
            self._hub.detach(self)
            self._parts.presence.went(self._hub.room, self.seat_id)
            self._parts.hubs.leave(self._hub)

    async def _closed(self) -> None:
        if self._closing is not None:
            await asyncio.wait((self._closing,))
        how = self._ended.reason if self._ended is not None else "lost"
        self._parts.figures.count_closed(how)
        log.info("connection.closed", code=how)

    async def _close(self, code: CloseCode) -> None:
        try:
            if code is CloseCode.TOO_SLOW:
                self._outbound.stop()
            else:
                bye = f.Bye(
                    code=code,
                    reason=code.reason,
                    message=farewell(code, self._language),
                    retry_after_ms=self._parts.retry_after_ms(code),
                )
                await self._outbound.finish(f.encode(bye), self._parts.settings.farewell_ms / 1000)
            await self._channel.close(code)
        except Exception as error:  # noqa: BLE001 -- it ends anyway
            note_bug("session.not_closed", error)
