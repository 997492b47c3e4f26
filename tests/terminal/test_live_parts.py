from __future__ import annotations

import itertools
import time

import pytest
from rich.cells import cell_len

from adapters.terminal.clock import steady_clock
from adapters.terminal.live.drafting import Drafting
from adapters.terminal.live.lobby import Option, read_choice
from adapters.terminal.live.toolbar import toolbar
from adapters.terminal.screen.durations import clock_face
from adapters.terminal.texts import texts_in
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language

KO = texts_in(Language.KO)
OPTIONS = (Option(value="naver", name="네이버"), Option(value="toss", name="토스"))


@pytest.mark.parametrize(
    "typed,several,expected",
    [
        ("", False, ("naver",)),
        ("2", False, ("toss",)),
        ("토스", False, ("toss",)),
        ("TOSS ", False, ("toss",)),
        ("1, 2, 1", True, ("naver", "toss")),
        ("1,2", False, None),
        ("3", False, None),
        ("1,x", True, None),
    ],
)
def test_a_choice_is_read_from_numbers_and_names(
    typed: str, several: bool, expected: tuple[str, ...] | None
) -> None:
    assert read_choice(typed, OPTIONS, ("naver",), several=several) == expected


def test_drafts_are_saved_every_few_seconds_and_just_before_time_runs_out() -> None:
    drafting, deadline, saves = Drafting(), Millis(20_000), []
    for now in range(0, 20_000, 100):
        text = f"답변 {now}"
        if drafting.due(text, Millis(now), deadline):
            drafting.done(text, Millis(now))
            saves.append(now)
    gaps = [after - before for before, after in itertools.pairwise(saves)]
    assert min(gaps) >= 2_000
    assert max(gaps) <= 5_500
    assert saves[-1] >= 19_700
    assert not drafting.due(drafting.saved, Millis(19_999), deadline)


@pytest.mark.parametrize(
    "ms,shown", [(95_000, "1:35"), (1, "0:01"), (0, "0:00"), (-5_000, "0:00"), (60_000, "1:00")]
)
def test_time_left_is_rounded_up(ms: int, shown: str) -> None:
    assert clock_face(ms) == shown


@pytest.mark.parametrize("width", [40, 80])
def test_the_toolbar_fits_the_screen(width: int) -> None:
    from_left = toolbar(KO, left=61_000, allowed=95_000, characters=1234, saved=False, notice="", width=width)
    lines = "".join(fragment[1] for fragment in from_left).split("\n")
    assert len(lines) == 2
    assert all(cell_len(line) <= width for line in lines), lines
    assert "1:01" in lines[0]


def test_the_clock_never_begins_before_the_last_record() -> None:
    future = Millis(int(time.time() * 1000) + 3_600_000)
    clock = steady_clock(not_before=future)
    assert future <= clock() < future + 60_000
    fast = steady_clock(1000.0)
    start = fast()
    time.sleep(0.02)
    assert fast() - start >= 20_000
