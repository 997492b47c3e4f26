"""Recordings of a second and a half of Chromium's fake microphone, as its MediaRecorder wrote them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

WEBM: Final = (Path(__file__).parent / "recordings" / "chromium.webm").read_bytes()
MP4: Final = (Path(__file__).parent / "recordings" / "chromium.mp4").read_bytes()
