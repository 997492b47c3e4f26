from __future__ import annotations

import pytest

from adapters.llm.speech.audio import AudioKind, AudioRefused, audio_clip

WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + b"\0" * 40
MP4 = b"\0\0\0\x20ftypM4A " + b"\0" * 40
OGG = b"OggS\0\2" + b"\0" * 40
WAV = b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40


@pytest.mark.parametrize(
    "data, kind, media_type",
    [
        (WEBM, AudioKind.WEBM, "audio/webm"),
        (MP4, AudioKind.MP4, "audio/mp4"),
        (WAV, AudioKind.WAV, "audio/wav"),
        (OGG, AudioKind.OGG, "audio/ogg"),
    ],
)
def test_a_recording_is_known_by_its_first_bytes(data: bytes, kind: AudioKind, media_type: str) -> None:
    clip = audio_clip(data)
    assert clip.kind is kind
    assert clip.kind.media_type == media_type
    assert "x00" not in repr(clip), "a recording is nobody's log line"


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "empty"),
        (b"%PDF-1.7 and so on", "unknown_kind"),
        (b"\x1a\x45\xdf\xa3 matroska", "unknown_kind"),
        (WAV * 100, "too_large"),
    ],
)
def test_anything_else_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(AudioRefused) as caught:
        audio_clip(data, most_bytes=1_000)
    assert caught.value.code == code
