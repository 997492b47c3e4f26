"""Bugs in who is let into a room."""

from __future__ import annotations

from typing import Final

from tests.planted.planted_bug import PlantedBug

_PEOPLE: Final = "adapters/service/people/"
_GENERATIONS: Final = "tests/service/people/test_generations.py::test_"

BUGS_IN_PEOPLE: Final = (
    PlantedBug(
        "a revoked invitation opens the room",
        _PEOPLE + "generations.py",
        "entry.revocations + len(room.removed)",
        "len(room.removed)",
        _GENERATIONS + "earlier_invitations_let_nobody_in_any_more_and_later_ones_do",
    ),
    PlantedBug(
        "whom the host removed comes back as somebody else by the same link",
        _PEOPLE + "generations.py",
        "entry.revocations + len(room.removed)",
        "entry.revocations",
        _GENERATIONS + "earlier_invitations_let_nobody_in_any_more_and_later_ones_do",
    ),
    PlantedBug(
        "an old link shows strangers the results",
        _PEOPLE + "generations.py",
        "len(room.removed) + ended",
        "len(room.removed)",
        _GENERATIONS + "earlier_invitations_let_nobody_in_any_more_and_later_ones_do",
    ),
    PlantedBug(
        "a revocation shuts members out",
        _PEOPLE + "access.py",
        "            role = invited.role\n        if role is None:",
        "            role = invited.role\n        if role is None or (invited is not None and not present):",
        _GENERATIONS + "members_stay_in_as_what_they_were_let_in_as",
    ),
)
