from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_engine.ids import Millis
from interview_engine.reports.instants import civil_date, spoken_instant, spoken_length, written_instant
from interview_engine.vocabulary import Language

EPOCH = dt.date(1970, 1, 1)
ORIGIN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@given(st.dates())
def test_a_day_is_the_calendars(day: dt.date) -> None:
    assert civil_date((day - EPOCH).days) == (day.year, day.month, day.day)


@given(
    st.datetimes(timezones=st.just(dt.UTC)),
    st.integers(-12 * 60, 14 * 60),
)
def test_a_written_instant_is_iso_8601(moment: dt.datetime, offset: int) -> None:
    moment = moment.replace(year=max(2, min(moment.year, 9_998)), microsecond=0)
    written = written_instant(Millis((moment - ORIGIN) // dt.timedelta(milliseconds=1)), offset)
    assert dt.datetime.fromisoformat(written) == moment
    assert dt.datetime.fromisoformat(written).utcoffset() == dt.timedelta(minutes=offset)


def test_an_instant_is_spoken_in_both_languages_and_any_zone() -> None:
    at = Millis(1_795_000_000_000)
    assert spoken_instant(at, Language.KO) == "2026년 11월 18일 11:06 UTC"
    assert spoken_instant(at, Language.KO, 14 * 60) == "2026년 11월 19일 01:06 UTC+14:00"
    assert spoken_instant(at, Language.EN, -210) == "18 November 2026, 07:36 UTC-03:30"


@pytest.mark.parametrize(
    "ms,korean,english",
    [
        (0, "0초", "0 s"),
        (31_499, "31초", "31 s"),
        (59_500, "1분", "1 min"),
        (95_000, "1분 35초", "1 min 35 s"),
    ],
)
def test_a_length_is_minutes_and_seconds(ms: int, korean: str, english: str) -> None:
    assert spoken_length(ms, Language.KO) == korean
    assert spoken_length(ms, Language.EN) == english
