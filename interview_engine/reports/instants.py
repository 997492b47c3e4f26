"""Instants and lengths of time as people read them, without a clock or a calendar library."""

from __future__ import annotations

from interview_engine.ids import Millis
from interview_engine.vocabulary import Language

_DAY_MS = 86_400_000
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def civil_date(days: int) -> tuple[int, int, int]:
    """Return year, month and day of a day of the Gregorian calendar.

    Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.

    Args:
        days: Days since 1970-01-01.
    """
    era, day_of_era = divmod(days + 719_468, 146_097)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


def spoken_instant(at: Millis, language: Language, utc_offset_minutes: int = 0) -> str:
    """Return an instant as a date and a time to the minute, with its zone.

    Args:
        at: The instant.
        language: To write it in.
        utc_offset_minutes: The reader's zone, minutes east of UTC.
    """
    days, rest = divmod(at + utc_offset_minutes * 60_000, _DAY_MS)
    year, month, day = civil_date(days)
    clock = f"{rest // 3_600_000:02d}:{rest // 60_000 % 60:02d} {_zone(utc_offset_minutes)}"
    if language is Language.KO:
        return f"{year}년 {month}월 {day}일 {clock}"
    return f"{day} {_MONTHS[month - 1]} {year}, {clock}"


def written_instant(at: Millis, utc_offset_minutes: int = 0) -> str:
    """Return an instant as ISO 8601 to the second, for tables."""
    days, rest = divmod(at + utc_offset_minutes * 60_000, _DAY_MS)
    year, month, day = civil_date(days)
    zone = _zone(utc_offset_minutes).removeprefix("UTC") or "Z"
    clock = f"{rest // 3_600_000:02d}:{rest // 60_000 % 60:02d}:{rest // 1000 % 60:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}T{clock}{zone}"


def spoken_length(ms: int, language: Language) -> str:
    """Return a length of time in minutes and seconds, rounded to the second."""
    minutes, seconds = divmod((ms + 500) // 1000, 60)
    units = ("분", "초") if language is Language.KO else (" min", " s")
    parts = [f"{minutes}{units[0]}"] if minutes else []
    if seconds or not minutes:
        parts.append(f"{seconds}{units[1]}")
    return " ".join(parts)


def _zone(offset: int) -> str:
    if not offset:
        return "UTC"
    sign = "-" if offset < 0 else "+"
    return f"UTC{sign}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"
