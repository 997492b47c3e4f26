from __future__ import annotations

import pytest
from websockets.frames import Frame, Opcode

from adapters.websocket_server.text_frames import as_text_frames


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 100_000])
def test_a_frame_is_what_websockets_itself_would_send(size: int) -> None:
    text = b"x" * size
    assert as_text_frames([text]) == Frame(Opcode.TEXT, text).serialize(mask=False)


def test_frames_follow_one_another_without_a_gap() -> None:
    assert as_text_frames([b"one", b"", b"three"]) == b"\x81\x03one\x81\x00\x81\x05three"
