from __future__ import annotations

import pytest

from adapters.llm.speech.sound import mp3_seconds, sound_type
from tests.llm.wire.behaviour import Behaviour
from tests.llm.wire.sound import sound

MP3 = sound(Behaviour())


@pytest.mark.parametrize(
    "data, media_type",
    [
        (MP3, "audio/mpeg"),
        (b"ID3\4\0\0\0\0\0\0" + MP3, "audio/mpeg"),
        (b"RIFF....WAVE", "audio/wav"),
        (b"OggS...", "audio/ogg"),
        (b"fLaC...", "audio/flac"),
        (b'{"error": 1}', None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_sound_is_known_by_its_first_bytes(data: bytes, media_type: str | None) -> None:
    assert sound_type(data) == media_type


def test_an_mp3_is_as_long_as_its_rate_says() -> None:
    # 417 bytes at 128 kbit/s are 26 ms.
    assert mp3_seconds(MP3) == pytest.approx(80 * 417 * 8 / 128_000)
    tagged = b"ID3\4\0\0\0\0\0\x0a" + bytes(10) + MP3
    assert mp3_seconds(tagged) == pytest.approx(80 * 417 * 8 / 128_000)


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xff\xfb\xf0\0", b"RIFF....", b"ID3\4\0\0\0\0\0\x7f"])
def test_what_does_not_read_has_no_length(data: bytes) -> None:
    assert mp3_seconds(data) is None
