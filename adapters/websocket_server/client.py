"""A client of one room: it comes back by itself, and no command of its own happens twice.

    async with InterviewClient.connect(url, token=token, room=room_id) as client:
        await client.join("김지원")
        async for news in client.news(): ...

The token goes into the first frame, never into the address.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from adapters.websocket_server import frames
from adapters.websocket_server.client_clock import ClockReading, ServerClock
from adapters.websocket_server.client_commands import Commands
from adapters.websocket_server.client_connection import Connection
from adapters.websocket_server.client_conversation import Conversation
from adapters.websocket_server.client_errors import ClientError, CommandTooLarge, NotConnected
from adapters.websocket_server.client_knowledge import Knowledge
from adapters.websocket_server.client_news import Listening, News, Newsroom
from adapters.websocket_server.client_outbox import Outbox, Outcome
from adapters.websocket_server.client_settings import ClientSettings
from adapters.websocket_server.client_surroundings import ClientSurroundings
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, RoomId, Seq

T = TypeVar("T")


class InterviewClient(Commands, Knowledge):
    """A person's or a program's place in a room. An async context manager; made by `connect` or `resume`."""

    def __init__(
        self,
        url: str,
        *,
        hello: frames.Hello,
        settings: ClientSettings,
        surroundings: ClientSurroundings,
    ) -> None:
        """Prepare; entering the context connects."""
        self._settings, self._surroundings = settings, surroundings
        self._newsroom = Newsroom()
        self._outbox = Outbox()
        self._clock = ServerClock(surroundings.now)
        self._conversation = Conversation(
            last_seq=Seq(hello.last_seq) if hello.last_seq is not None else None,
            outbox=self._outbox,
            clock=self._clock,
            tell=self._newsroom.tell,
            ask_again=self._ask_again_later,
        )
        self._connection = Connection(
            url,
            hello,
            conversation=self._conversation,
            outbox=self._outbox,
            settings=settings,
            surroundings=surroundings,
            tell=self._newsroom.tell,
        )
        self._task: asyncio.Task[None] | None = None
        self._over: ClientError | None = None

    @classmethod
    def connect(
        cls,
        url: str,
        *,
        token: str,
        room: RoomId,
        invitation: str = "",
        language: str = "",
        last_seq: Seq | None = None,
        settings: ClientSettings = ClientSettings(),  # noqa: B008 -- frozen
        surroundings: ClientSurroundings | None = None,
    ) -> InterviewClient:
        """Return a client that connects when its context is entered.

        Args:
            url: The server's socket, as `ws://127.0.0.1:8000/ws`.
            token: A guest token, or an identity provider's.
            room: Which room.
            invitation: A signed invitation, if that is how one comes in.
            language: Of messages for people, `ko` or `en`; the room's when empty.
            last_seq: The last seq that is known already: the events behind it follow.
            settings: Waits and patience.
            surroundings: Wires, chance, time and ids; the real ones by default.
        """
        hello = frames.Hello(
            proto=frames.PROTOCOL,
            token=token,
            room=room,
            last_seq=last_seq,
            invitation=invitation,
            lang=language,
        )
        return cls(url, hello=hello, settings=settings, surroundings=surroundings or ClientSurroundings())

    @classmethod
    def resume(cls, url: str, *, token: str, room: RoomId, last_seq: Seq) -> InterviewClient:
        """Return a client that goes on behind a seq, as another process of the same person knew it."""
        return cls.connect(url, token=token, room=room, last_seq=last_seq)

    async def __aenter__(self) -> Self:
        """Connect, and return once the server has said welcome.

        Raises:
            ConnectionOver: The server does not let this client in.
            Unreachable: Nobody answered.
        """
        self._task = asyncio.create_task(self._live(), name="interview client")
        welcomed = asyncio.create_task(self._connection.welcomed.wait())
        try:
            await asyncio.wait({self._task, welcomed}, return_when=asyncio.FIRST_COMPLETED)
        except BaseException:
            await self.close()
            raise
        finally:
            welcomed.cancel()
        if self._task.done():
            self._task.result()
            raise self._over or NotConnected()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close with 1000."""
        await self.close()

    async def close(self) -> None:
        """Close; harmless when closed already. What still waits for an outcome gets `NotConnected`."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task})
        self._finish(None)

    async def _live(self) -> None:
        try:
            await self._connection.stay()
        except ClientError as why:
            self._finish(why)
        finally:
            self._finish(None)

    def _finish(self, why: ClientError | None) -> None:
        self._over = self._over or why
        self._outbox.fail(self._over or NotConnected())
        self._conversation.end()
        self._newsroom.end(why)

    def _ask_again_later(self, command_id: str) -> None:
        def ask_again() -> None:
            frame = self._outbox.frame_of(command_id)
            if frame is not None:
                self._connection.say(frame)

        asyncio.get_running_loop().call_later(self._settings.ask_again_ms / 1000, ask_again)

    async def _answered(self, answer: asyncio.Future[T]) -> T:
        if self._task is None or self._task.done():
            answer.cancel()
        try:
            return await answer
        except asyncio.CancelledError:
            # Cancelled by `close`, or with this very task.
            if self._task is None or self._task.done():
                raise (self._over or NotConnected()) from None
            raise

    @property
    def welcomes(self) -> int:
        """How often the server said welcome: one more than this client came back."""
        return self._connection.welcomes

    @property
    def unacknowledged(self) -> int:
        """How many commands wait for their outcomes."""
        return len(self._outbox)

    def news(self) -> Listening:
        """Return an iterator over everything that is heard from this call on."""
        return self._newsroom.listen()

    async def wait_for(self, wanted: Callable[[News], bool], *, since: int | None = None) -> News:
        """Wait for news.

        Args:
            wanted: Says whether a piece of news is the one.
            since: Look first at the latest events behind this seq, so that none slips by between a command's
                outcome and this call; None for news from now on.

        Raises:
            NotConnected: The client was closed first.
            ClientError: The connection ended for good.
        """
        news = await self._newsroom.first(wanted, since)
        if news is None:
            raise NotConnected
        return news

    async def command(
        self, name: str, /, *, command_id: CommandId | None = None, **arguments: object
    ) -> Outcome:
        """Give a command; it is sent again after every lost connection until its outcome has come.

        A caller that is cancelled does not learn the outcome; the same id tells it.

        Args:
            name: As on the wire, `submit_answer`.
            command_id: What makes it happen at most once; a fresh one by default.
            arguments: The command's own.

        Raises:
            NotConnected: The client is not connected, or was closed first.
            CommandTooLarge: The server would hang up on it; nothing was sent.
            ClientError: The connection ended for good.
        """
        if self._task is None or self._over is not None or self._task.done():
            raise self._over or NotConnected()
        identity = command_id if command_id is not None else CommandId(self._surroundings.new_id())
        data = msgspec.Raw(msgspec.json.encode(arguments))
        waiting = self._outbox.add(frames.CommandFrame(id=identity, name=name, data=data))
        limits, size = self._conversation.limits, len(waiting.frame)
        if limits is not None and size > limits.largest_frame:
            self._outbox.drop(identity)
            raise CommandTooLarge(name, size, limits.largest_frame)
        self._connection.say(waiting.frame)
        try:
            return await asyncio.shield(waiting.outcome)
        except asyncio.CancelledError:
            self._outbox.drop(identity)
            raise

    async def look(self) -> Room | None:
        """Ask for the room as it is now, and return it; None when this version can't read it."""
        answer = self._conversation.await_snapshot()
        self._connection.say(frames.encode(frames.Resync()))
        return await self._answered(answer)

    async def legal(self) -> tuple[str, ...]:
        """Ask which commands one may give now; their names."""
        answer = self._conversation.await_legal()
        self._connection.say(frames.encode(frames.AskLegal()))
        return (await self._answered(answer)).commands

    def signal(self, kind: str) -> None:
        """Tell the others that one is `typing`, `speaking` or `idle`; it may get lost."""
        self._connection.say(frames.encode(frames.SignalFrame(kind=kind)))

    async def measure_clock(self, pings: int = 5, *, apart_ms: float = 20.0) -> ClockReading | None:
        """Compare clocks with the server.

        Args:
            pings: How many samples.
            apart_ms: The pause between them.

        Returns:
            The reading with the smallest round trip of the latest ones; None when no pong came.
        """
        for number in range(pings):
            if number:
                await asyncio.sleep(apart_ms / 1000)
            sent_at = self._surroundings.now()
            pong = self._conversation.await_pong(sent_at)
            self._connection.say(frames.encode(frames.Ping(t=sent_at)))
            await asyncio.wait({pong}, timeout=self._settings.pong_ms / 1000)
        return self._clock.best()

    def server_now(self) -> float:
        """Return the server's instant in ms, as far as `measure_clock` knows."""
        return self._clock.server_now()
