"""A server on this machine that speaks the providers' wire protocols, so that their real SDKs can be driven.

It does with each request what it is told: replies, refuses, cuts off, keeps silent, drops the connection.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

from tests.llm.wire.anthropic_messages import AnthropicMessages
from tests.llm.wire.behaviour import Behaviour, Request, Way
from tests.llm.wire.chat_completions import ChatCompletions
from tests.llm.wire.gemini_content import GeminiContent
from tests.llm.wire.openai_responses import OpenAIResponses
from tests.llm.wire.protocols import WireProtocol, encoded
from tests.llm.wire.sound import SpokenText, Transcriptions, form_fields, sound

Mind = Callable[[Request], Behaviour]
_SILENCE_S: Final = 60.0


class WireServer:
    """What happened at the server, and what it is to do next.

    Attributes:
        requests: Everything that arrived, in order.
        script: What to do with the next requests, one each.
        mind: Decides when the script is at its end.
        url: Its address, without a path.
    """

    def __init__(self, mind: Mind | None = None) -> None:
        self.requests: list[Request] = []
        self.script: deque[Behaviour] = deque()
        self.mind = mind or (lambda _: Behaviour())
        self.url = ""
        self._writers: set[asyncio.StreamWriter] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        self._writers.add(writer)
        try:
            # Cancelled when the loop ends: nobody is there to be told.
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                while (request := await _read(reader)) is not None:
                    self.requests.append(request)
                    behaviour = self.script.popleft() if self.script else self.mind(request)
                    if not await self._answer(request, behaviour, writer):
                        break
        finally:
            self._writers.discard(writer)
            writer.close()

    def hang_up(self) -> None:
        """Close every connection."""
        for writer in tuple(self._writers):
            writer.close()

    async def _answer(self, request: Request, behaviour: Behaviour, writer: asyncio.StreamWriter) -> bool:
        """Do what is to be done; return False when the connection is over."""
        protocol = _protocol(request.path)
        await asyncio.sleep(behaviour.delay_s)
        if behaviour.way is Way.SILENCE:
            await asyncio.sleep(_SILENCE_S)
            return False
        if behaviour.way is Way.STATUS:
            body = json.dumps(protocol.failure(behaviour)).encode()
            await _send(writer, behaviour.status, body, dict(behaviour.headers))
            return True
        if protocol.streams(request):
            return await _send_pieces(protocol, request, behaviour, writer)
        media_type = "application/json"
        body = json.dumps(protocol.whole(behaviour, request), ensure_ascii=False).encode()
        if isinstance(protocol, SpokenText):
            media_type, body = "audio/mpeg", sound(behaviour)
        if behaviour.way is Way.CUT:
            head = f"HTTP/1.1 200 OK\r\ncontent-type: {media_type}\r\ncontent-length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body[: len(body) // 2])
            await writer.drain()
            return False
        garbled = behaviour.way is Way.GARBLED_BODY
        await _send(writer, 200, b"{not json" if garbled else body, {"content-type": media_type})
        return True


def _protocol(path: str) -> WireProtocol:
    if path.endswith("/responses"):
        return OpenAIResponses()
    if path.endswith("/audio/transcriptions"):
        return Transcriptions()
    if path.endswith("/audio/speech"):
        return SpokenText()
    if path.endswith("/chat/completions"):
        return ChatCompletions()
    return AnthropicMessages() if path.endswith("/messages") else GeminiContent()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    first = await reader.readline()
    if not first:
        return None
    _, target, _ = first.decode().split(" ", 2)
    headers: dict[str, str] = {}
    while (line := (await reader.readline()).decode().strip()) != "":
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    kind = headers.get("content-type", "")
    said = form_fields(kind, body) if kind.startswith("multipart/") else json.loads(body or b"{}")
    return Request(path=target.partition("?")[0], headers=headers, body=said)


async def _send(writer: asyncio.StreamWriter, status: int, body: bytes, headers: dict[str, str]) -> None:
    lines = {"content-type": "application/json", "content-length": str(len(body)), **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    writer.write(f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + body)
    await writer.drain()


async def _send_pieces(
    protocol: WireProtocol, request: Request, behaviour: Behaviour, writer: asyncio.StreamWriter
) -> bool:
    pieces = protocol.pieces(behaviour, request)
    head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    writer.write(head.encode())
    cut = behaviour.way is Way.CUT
    for piece in pieces[: len(pieces) // 2] if cut else pieces:
        data = b"data: {not json\n\n" if behaviour.way is Way.GARBLED_BODY else encoded(piece)
        writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        await writer.drain()
    if cut:
        return False
    done = b"data: [DONE]\n\n" if isinstance(protocol, ChatCompletions) else b""
    ending = f"{len(done):x}\r\n".encode() + done + b"\r\n" if done else b""
    writer.write(ending + b"0\r\n\r\n")
    await writer.drain()
    return True


@asynccontextmanager
async def wire_server(mind: Mind | None = None) -> AsyncIterator[WireServer]:
    """Run a server on a free port of this machine for as long as the block lasts."""
    wire = WireServer(mind)
    server = await asyncio.start_server(wire.serve, "127.0.0.1", 0)
    wire.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield wire
    finally:
        server.close()
        wire.hang_up()
        await server.wait_closed()
