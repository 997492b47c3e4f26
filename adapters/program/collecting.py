"""Python's collector of cycles, made to disturb little: values of the engine are trees, and hold no cycles.

With 2,000 rooms in memory a collection of everything takes half a second, in which nobody is answered; one
of the latest values takes as long as there are many of them. So the young are few, and the old are left alone
for long: what makes cycles here, errors and connections, is seldom and small.
"""

from __future__ import annotations

import gc
from typing import Final

_YOUNG: Final = 2_000
_MIDDLE: Final = 5
_OLD: Final = 1_000


def collect_seldom() -> None:
    """Leave what is there by now out of every collection, and seldom collect what is old.

    Called once the server is up: what it has loaded by then stays for good.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
