"""Plays seeds with a planted bug until a law is broken; as a program, it tells how soon each is found.

python -m tests.server_simulation.hunting all | words of a bug's name ...

Without words it is a program that is asked by `Forks`.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import Final

from tests.planted.forks import Forks, answer_all
from tests.planted.planting import plant_bug
from tests.server_simulation.planted_in_server import BUGS, SEEDS

_SHARED: Final = ("asyncio", "structlog", "starlette.websockets", "websockets", "interview_engine.offline")
"""What no bug is in."""


def hunt(words: list[str]) -> str:
    """Play seeds with a bug until a law is broken; nothing of the server may have been imported before.

    Args:
        words: The bug's name, alone.

    Returns:
        As JSON: `seeds`, how many it took, 0 when it was not found; `laws`, which were broken.
    """
    plant_bug(next(bug for bug in BUGS if [bug.name] == words))
    from tests.server_simulation.simulation import simulate  # noqa: PLC0415 -- with the bug in it

    for index in range(SEEDS):
        played = simulate(f"planted/{index}")
        if played.violations:
            laws = list(dict.fromkeys(violation.law for violation in played.violations))
            return json.dumps({"seeds": index + 1, "laws": laws})
    return json.dumps({"seeds": 0, "laws": []})


def tell(words: list[str]) -> None:
    """Tell of each bug whose name holds a word how soon it was found and by which laws."""
    with Forks(__spec__.name) as forks:
        for bug in BUGS:
            if words == ["all"] or any(word in bug.name for word in words):
                sys.stdout.write(f"{bug.name}: {forks.ask(bug.name).text}\n")


if __name__ == "__main__":
    if sys.argv[1:]:
        tell(sys.argv[1:])
    else:
        for shared in _SHARED:
            importlib.import_module(shared)
        assert not any(name.startswith("adapters.") for name in sys.modules)
        answer_all(hunt)
