"""A recording's length, from real recordings of a browser and from what a liar would send."""

from __future__ import annotations

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.llm.speech.audio import AudioClip, AudioKind, audio_clip
from adapters.llm.speech.checking import silence
from adapters.llm.speech.length import length_ms
from tests.llm.speech.recorded import MP4, WEBM

OGG = b"OggS\0\2" + bytes(22) + b"OpusHead" + bytes(40) + b"OggS\0\4" + struct.pack("<q", 96_000) + bytes(20)


@pytest.mark.parametrize("data", [WEBM, MP4])
def test_what_a_browser_recorded_is_as_long_as_it_was(data: bytes) -> None:
    found = length_ms(audio_clip(data))
    assert found is not None
    assert 1_300 <= found <= 1_600


def test_an_ogg_file_ends_at_its_last_page_and_a_wav_file_with_its_data() -> None:
    assert length_ms(audio_clip(OGG)) == 2_000
    assert length_ms(silence()) == 1_000


def test_a_wav_file_that_was_written_as_a_stream_is_as_long_as_what_came() -> None:
    data = silence().data
    at = data.index(b"data") + 4
    streamed = data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]
    assert length_ms(audio_clip(streamed)) == 1_000


def test_a_header_without_sound_says_nothing() -> None:
    assert length_ms(audio_clip(WEBM[:60])) is None
    assert length_ms(audio_clip(MP4[:40])) is None


def test_a_long_recording_that_calls_itself_short_is_not_believed() -> None:
    found = length_ms(audio_clip(WEBM + b"\xec" + b"\x10\x3d\x09\x00" + bytes(4_000_000)))
    assert found is not None
    assert found >= 60_000


@pytest.mark.parametrize("kind", [AudioKind.WEBM, AudioKind.MP4])
def test_a_file_made_of_crumbs_holds_nobody_up(kind: AudioKind) -> None:
    crumb = (
        b"\xec\x80"
        if kind is AudioKind.WEBM
        else struct.pack(">I4s", 20, b"trun") + b"\0\0\1\0" + b"\xff" * 8
    )
    clip = AudioClip(data=crumb * (5_000_000 // len(crumb)), kind=kind)
    began = time.process_time()
    length_ms(clip)
    assert time.process_time() - began < 2


@given(
    st.binary(max_size=400), st.sampled_from(AudioKind), st.sampled_from([b"", WEBM[:300], MP4[:900], OGG])
)
def test_no_bytes_break_it(data: bytes, kind: AudioKind, before: bytes) -> None:
    found = length_ms(AudioClip(data=before + data, kind=kind))
    assert found is None or found >= 0
