"""A light client for load: the same protocol with the least work, and no coming back.

It reads of each frame what it must; a lost connection is an error of the test.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Coroutine
from typing import Final

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from adapters.program.loadtest_plan import Tally
from adapters.websocket_server import frames
from adapters.websocket_server.client_wire import LARGEST_SNAPSHOT

_ANSWER: Final = (
    "저는 장애를 지표로 좁히는 개발자입니다. 느린 요청 이만 건을 나누어 원인을 찾았고, 조회를 하나로 "
    "묶어 응답 시간을 "
    "3초에서 0.4초로 줄였습니다. 먼저 재고 나서 고쳐야 한다는 점을 배웠고, 이후로는 모든 배포에 같은 "
    "지표를 붙였습니다. "
)
ANSWER: Final = (_ANSWER * 5)[:600]
"""600 characters of Korean."""


class _Turn(msgspec.Struct):
    turn_id: str
    seat_id: str


class _Round(msgspec.Struct):
    turns: list[_Turn]


class _EventData(msgspec.Struct):
    """What a load test reads of any event."""

    turn_id: str = ""
    seat_id: str = ""
    text: str = ""
    round: _Round | None = None


class _Seen(msgspec.Struct):
    """What a load test reads of any frame."""

    type: str
    name: str = ""
    id: str = ""
    status: str = ""
    code: str | int = ""
    data: msgspec.Raw = msgspec.Raw()
    you: frames.You | None = None


_decoder: Final = msgspec.json.Decoder(_Seen)
_data_decoder: Final = msgspec.json.Decoder(_EventData)


class Peer:
    """One connection: a watcher unless a `Candidate`."""

    def __init__(self, tally: Tally, connection: ClientConnection) -> None:
        self._tally = tally
        self._connection = connection
        self._ids = itertools.count()
        self._outcomes: dict[str, asyncio.Future[_Seen]] = {}
        self.seat_id = ""
        self.leaving = False
        self.reader: asyncio.Task[None] | None = None

    async def enter(self, token: str, room: str) -> None:
        """Say hello, and read from then on.

        Raises:
            ConnectionClosed: The server does not let this peer in.
        """
        hello = frames.Hello(proto=frames.PROTOCOL, token=token, room=room)
        await self._connection.send(frames.encode(hello), text=True)
        while not self.seat_id:
            welcome = _decoder.decode(await self._connection.recv(decode=False))
            if welcome.you is not None:
                self.seat_id = welcome.you.seat_id
        self.reader = asyncio.create_task(self._read())

    async def leave(self) -> None:
        """Close."""
        self.leaving = True
        if self.reader is not None:
            self.reader.cancel()
        await self._connection.close()

    async def command(self, name: str, /, **arguments: object) -> str:
        """Give a command and return its outcome: `committed`, `duplicate`, or why not."""
        identity = f"{self.seat_id}-{next(self._ids)}"
        outcome: asyncio.Future[_Seen] = asyncio.get_running_loop().create_future()
        self._outcomes[identity] = outcome
        frame = frames.CommandFrame(id=identity, name=name, data=msgspec.Raw(msgspec.json.encode(arguments)))
        await self._connection.send(frames.encode(frame), text=True)
        seen = await outcome
        if self._tally.counting:
            self._tally.commands += 1
        return str(seen.code) if seen.status == "refused" else seen.status

    async def _read(self) -> None:
        try:
            while True:
                seen = _decoder.decode(await self._connection.recv(decode=False))
                if seen.type == "event":
                    self._tally.deliveries += self._tally.counting
                    self.happened(seen.name, seen.data)
                elif seen.type == "outcome" and (waiting := self._outcomes.pop(seen.id, None)) is not None:
                    waiting.set_result(seen)
                elif seen.type == "warning":
                    self._tally.trouble(f"warning:{seen.code}")
        except ConnectionClosed as closed:
            if not self.leaving:
                code = closed.rcvd.code if closed.rcvd is not None else 1006
                self._tally.trouble(f"lost:{code}")
        for waiting in self._outcomes.values():
            waiting.cancel()

    def happened(self, name: str, data: msgspec.Raw) -> None:
        """Take an event; a watcher only counts it."""


class Candidate(Peer):
    """Answers its own turns, each after `pace_s`, and chats when the interview is over.

    The first answer waits until measuring has begun, and then for `first_s`: rooms don't speak in
    chorus.
    """

    def __init__(self, tally: Tally, connection: ClientConnection, pace_s: float, first_s: float) -> None:
        super().__init__(tally, connection)
        self._pace_s, self._wait_s = pace_s, first_s
        self._mine: set[str] = set()
        self._given: dict[str, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.finished = False

    async def begin(self, name: str) -> None:
        """Sit down, get ready and start; what is refused because it is so already is fine."""
        for command, arguments in (("join_room", {"name": name}), ("set_ready", {}), ("start_interview", {})):
            outcome = await self.command(command, **arguments)
            if outcome not in ("committed", "duplicate", "seat_taken", "nothing_to_do"):
                self._tally.trouble(f"refused:{outcome}")

    async def leave(self) -> None:
        """Close, and stop answering."""
        self.leaving = True
        for task in self._tasks:
            task.cancel()
        await super().leave()

    def happened(self, name: str, data: msgspec.Raw) -> None:
        """Take an event: answer one's own turn, skip speeches, time what comes back."""
        if name not in _WATCHED:
            return
        event = _data_decoder.decode(data)
        match name:
            case "round_opened" if event.round is not None:
                self._mine |= {turn.turn_id for turn in event.round.turns if turn.seat_id == self.seat_id}
            case "turn_opened" if event.turn_id in self._mine:
                self._later(self._answer(event.turn_id))
            case "speech_started":
                self._later(self._skip(event.turn_id))
            case "turn_closed":
                self._came_back(event.turn_id)
            case "chat_sent":
                self._came_back(event.text)
            case "interview_finished":
                self.finished = True
                self._later(self._chat())
            case _:
                pass

    async def _answer(self, turn_id: str) -> None:
        await self._tally.begun.wait()
        wait_s, self._wait_s = self._wait_s, self._pace_s
        await asyncio.sleep(wait_s)
        await self._timed("submit_answer", turn_id, turn_id=turn_id, text=ANSWER)

    async def _skip(self, turn_id: str) -> None:
        outcome = await self.command("skip_speech", turn_id=turn_id)
        # The speech may have ended on its own meanwhile.
        if outcome not in ("committed", "duplicate", "not_speaking", "turn_closed"):
            self._tally.trouble(f"refused:{outcome}")

    async def _chat(self) -> None:
        for number in itertools.count():
            await asyncio.sleep(max(self._pace_s, _CHAT_S))
            text = f"{self.seat_id} {number}"
            await self._timed("send_chat", text, text=text)

    async def _timed(self, name: str, mark: str, /, **arguments: object) -> None:
        self._given[mark] = asyncio.get_running_loop().time()
        outcome = await self.command(name, **arguments)
        if outcome not in ("committed", "duplicate"):
            self._given.pop(mark, None)
            self._tally.trouble(f"refused:{outcome}")

    def _came_back(self, mark: str) -> None:
        given = self._given.pop(mark, None)
        if given is not None and self._tally.counting:
            self._tally.latencies_ms.append((asyncio.get_running_loop().time() - given) * 1000)

    def _later(self, step: Coroutine[None, None, None]) -> None:
        async def guarded() -> None:
            try:
                await step
            except ConnectionClosed:
                # Counted once, where it is read.
                return

        task = asyncio.create_task(guarded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


_CHAT_S: Final = 2.5
"""A seat may chat five times within ten seconds."""
_WATCHED: Final = frozenset(
    {"round_opened", "turn_opened", "speech_started", "turn_closed", "chat_sent", "interview_finished"}
)


async def dial(url: str) -> ClientConnection:
    """Open a socket to this machine.

    Raises:
        ConnectionError: It can't be opened.
    """
    try:
        return await connect(
            url, compression=None, proxy=None, max_size=LARGEST_SNAPSHOT, ping_interval=None, close_timeout=2
        )
    except (OSError, InvalidHandshake, TimeoutError) as failed:
        raise ConnectionError(type(failed).__name__) from failed
