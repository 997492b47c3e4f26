"""Write the golden logs anew. Only on purpose: a log of a released version must fold to its hash for ever.

python -m tests.golden.write
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import attrs
import msgspec

from interview_engine.core.codec import encode_room
from interview_engine.core.log import Record, encode_log, fold_log
from tests.golden.scripts import SCRIPTS

FOLDER = Path(__file__).parent
RECORDED = FOLDER / "recorded.json"


@attrs.frozen(kw_only=True)
class Recorded:
    """What a golden log must lead to for ever."""

    name: str
    records: int
    head: str
    state: str


def recorded(name: str, log: tuple[Record, ...]) -> Recorded:
    """Return what a log leads to: its head hash, and the digest of its room's canonical bytes."""
    state = hashlib.sha256(encode_room(fold_log(log))).hexdigest()
    return Recorded(name=name, records=len(log), head=log[-1].hash, state=state)


def main() -> None:
    """Write every log and what it leads to."""
    found = []
    for name, play in SCRIPTS.items():
        log = play()
        (FOLDER / f"{name}.jsonl").write_bytes(encode_log(log))
        found.append(recorded(name, log))
    RECORDED.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")


if __name__ == "__main__":
    main()
