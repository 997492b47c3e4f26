from __future__ import annotations

from benchmarks.server import steps


def test_every_step_of_an_answer_is_timed() -> None:
    found = steps.steps()
    assert len(found) == 7
    assert all(taken > 0 for taken in found.values())


def test_the_rows_end_with_the_sum() -> None:
    head, *rows, last = steps.step_rows()
    assert "microseconds" in head
    assert len(rows) == 7
    assert last.endswith("in all")
