"""Logs that were written once fold to the recorded hash for ever, whatever the rules become."""

from __future__ import annotations

import msgspec
import pytest

from interview_engine.core import events as e
from interview_engine.core.codec import EVENT_TYPES
from interview_engine.core.log import Record, decode_log, encode_log
from interview_engine.core.verifying import verify
from interview_engine.testing.history import history_of
from interview_engine.testing.invariants import check
from tests.golden.write import FOLDER, RECORDED, Recorded, recorded

GOLDEN = msgspec.json.decode(RECORDED.read_bytes(), type=tuple[Recorded, ...])


def read(name: str) -> tuple[Record, ...]:
    return tuple(decode_log((FOLDER / f"{name}.jsonl").read_bytes().splitlines()))


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_a_golden_log_folds_to_what_was_recorded(golden: Recorded) -> None:
    assert recorded(golden.name, read(golden.name)) == golden


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_a_golden_log_is_sound_and_finished(golden: Recorded) -> None:
    log = read(golden.name)
    found = verify(log)
    assert found.faults == ()
    assert found.finished
    assert check(history_of(log), costly=False) == ()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_a_golden_log_is_written_again_byte_by_byte(golden: Recorded) -> None:
    assert encode_log(read(golden.name)) == (FOLDER / f"{golden.name}.jsonl").read_bytes()


def test_a_forged_golden_log_is_found() -> None:
    data = (FOLDER / f"{GOLDEN[0].name}.jsonl").read_bytes()
    forged = tuple(decode_log(data.replace(b'"outcome":"answered"', b'"outcome":"skipped"').splitlines()))
    assert "hash" in {fault.code for fault in verify(forged).faults}


def test_the_golden_logs_hold_what_an_interview_is_made_of() -> None:
    kinds = {type(record.event) for golden in GOLDEN for record in read(golden.name)}
    rare = {
        e.SettingsChanged,
        e.SeatVacated,
        e.AccommodationSet,
        e.SeatAbsent,
        e.RoundDropped,
        e.SpeechSkipVoted,
        e.TurnStretched,
        e.EffectTroubled,
    }
    assert set(EVENT_TYPES.values()) - kinds <= rare
