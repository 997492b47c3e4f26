"""Single keys while nobody types: skip ahead, or stop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import attrs
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.keys import Keys

_SKIP = frozenset({" ", Keys.ControlM, Keys.ControlJ})
_STOP = frozenset({Keys.ControlC, Keys.ControlD})


@attrs.define
class Pressed:
    """What was pressed since it was last looked at."""

    skip: bool = False
    stop: bool = False
    quit: bool = False

    def take_skip(self) -> bool:
        """Return whether skipping was asked for, once.

        Raises:
            KeyboardInterrupt: When the person pressed Ctrl-C.
        """
        if self.stop:
            raise KeyboardInterrupt
        asked, self.skip = self.skip, False
        return asked


@contextmanager
def single_keys(keyboard: Input | None = None) -> Iterator[Pressed]:
    """Read single keys, without echo, while the block runs inside an event loop.

    Args:
        keyboard: Where keys come from; the terminal by default.
    """
    source = keyboard or create_input()
    pressed = Pressed()

    def read() -> None:
        for press in source.read_keys():
            pressed.skip = pressed.skip or press.key in _SKIP
            pressed.stop = pressed.stop or press.key in _STOP
            pressed.quit = pressed.quit or press.key == "q"

    with source.raw_mode(), source.attach(read):
        yield pressed
