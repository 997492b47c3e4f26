"""Just enough HTTP for a matchmaker on this machine."""

from __future__ import annotations

import asyncio

import msgspec


async def post(port: int, path: str, content: object) -> bytes:
    """Return what a server answers to JSON.

    Args:
        port: Of the server.
        path: Where to.
        content: What is sent.

    Raises:
        OSError: It answered nothing, or an error.
    """
    body = msgspec.json.encode(content)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + body)
    answer = await asyncio.wait_for(reader.read(), 20)
    writer.close()
    status, _, rest = answer.partition(b"\r\n")
    if b" 200 " not in status:
        raise OSError(f"{path}: {status.decode(errors='replace')}")
    headers, _, content_bytes = rest.partition(b"\r\n\r\n")
    if b"transfer-encoding: chunked" not in headers.lower():
        return content_bytes
    size, _, chunk = content_bytes.partition(b"\r\n")
    return chunk[: int(size, 16)]
