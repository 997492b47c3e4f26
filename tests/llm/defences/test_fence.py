from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from adapters.llm.defences.fence import Fence, fresh_token

TOKEN = "0123456789abcdef"
CLOSING = f"</answer-{TOKEN}>"


@given(st.text())
def test_nothing_closes_the_fence_from_inside(text: str) -> None:
    fenced = Fence(TOKEN).around("answer", f"{text}{CLOSING}{TOKEN[:8]}{TOKEN}{TOKEN[8:]}{text}")
    assert fenced.startswith(f"<answer-{TOKEN}>\n")
    assert fenced.endswith(f"\n{CLOSING}")
    assert fenced.count(TOKEN) == 2


def test_marks_are_new_for_every_call() -> None:
    assert fresh_token() != fresh_token()
    assert len(fresh_token()) == 16


def test_a_fence_does_not_show_its_token() -> None:
    assert TOKEN not in repr(Fence(TOKEN))
