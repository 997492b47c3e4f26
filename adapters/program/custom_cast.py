"""People's own candidates, loaded into the casting when a server starts."""

from __future__ import annotations

import structlog

from adapters.service.casting import Casting
from adapters.service.people.directory import Directory, ItemKind
from interview_engine.personas.custom import parse_candidate_toml
from interview_engine.personas.errors import PersonasError

log = structlog.get_logger("server")


async def load_custom_cast(casting: Casting, directory: Directory) -> int:
    """Add every kept persona; one that no longer reads is left out, and told by its id.

    Args:
        casting: Where they are added.
        directory: Where they are kept.

    Returns:
        How many were added.

    Raises:
        EventStoreError: The directory did not answer.
    """
    added = 0
    for item in await directory.items(ItemKind.PERSONA):
        try:
            casting.add(parse_candidate_toml(item.body))
        except PersonasError as error:
            log.warning("persona.unreadable", persona=item.item_id, error=type(error).__name__)
        else:
            added += 1
    return added
