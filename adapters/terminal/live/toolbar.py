"""The line below the typing: time left, length, whether the draft is saved, and the keys."""

from __future__ import annotations

from prompt_toolkit.formatted_text import StyleAndTextTuples
from rich.cells import cell_len

from adapters.terminal.screen.durations import clock_face
from adapters.terminal.texts import Texts

_BAR_CELLS = 12
_HURRY_MS = 10_000
_SOON_MS = 30_000

Fragments = StyleAndTextTuples


def toolbar(
    texts: Texts, *, left: int, allowed: int, characters: int, saved: bool, notice: str, width: int
) -> Fragments:
    """Return the styled text of the toolbar.

    Args:
        texts: The person's language.
        left: Time left, ms.
        allowed: Time of the whole turn, ms.
        characters: Length of the answer.
        saved: Whether what is typed is on the disk.
        notice: What the last key led to, when that needs saying.
        width: Columns of the screen.
    """
    time = f" {texts.toolbar_time.format(time=clock_face(left))} "
    style = "bg:ansired fg:ansiwhite bold" if left <= _HURRY_MS else "bold"
    style = "bg:ansiyellow fg:ansiblack bold" if _HURRY_MS < left <= _SOON_MS else style
    facts = [texts.toolbar_characters.format(count=characters)]
    if characters:
        facts.append(texts.toolbar_saved if saved else texts.toolbar_unsaved)
    first = f" {_bar(left, allowed)} {' · '.join(facts)}"
    if cell_len(time) + cell_len(first) > width:
        first = f" {facts[0]}"
    keys = texts.toolbar_keys if cell_len(texts.toolbar_keys) + 1 < width else texts.toolbar_keys_short
    second = f"\n {notice or keys}"
    return [(style, time), ("", first), ("bold" if notice else "", second)]


def _bar(left: int, allowed: int) -> str:
    filled = max(0, min(_BAR_CELLS, -(-left * _BAR_CELLS // max(1, allowed))))
    return "█" * filled + "░" * (_BAR_CELLS - filled)
