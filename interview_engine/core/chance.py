"""Chance is keyed, not streamed: every draw is a hash of the room's seed and what the draw is for.

Draws do not depend on the order in which they are made, so a retry or a replay meets the same chance.
"""

from __future__ import annotations

import hashlib
from typing import TypeVar

from interview_engine.ids import Seed

T = TypeVar("T")


def draw(seed: Seed, purpose: str, entity: str, counter: int = 0) -> int:
    """Return a 53-bit number that depends on nothing but the arguments.

    Args:
        seed: The room's secret.
        purpose: What the draw is for ("quality", "order", ...).
        entity: The id of the thing that it is for.
        counter: Tells repeated draws for one entity apart.
    """
    key = f"{seed}\x1f{purpose}\x1f{entity}\x1f{counter}".encode()
    return int.from_bytes(hashlib.sha256(key).digest()[:8], "big") >> 11


def draw_between(seed: Seed, purpose: str, entity: str, low: int, high: int, counter: int = 0) -> int:
    """Return a whole number from `low` to `high`, both included.

    The bias of the remainder is below 2**-40 for ranges under 10,000.
    """
    return low + draw(seed, purpose, entity, counter) % (high - low + 1)


def shuffled(seed: Seed, purpose: str, entity: str, items: tuple[T, ...]) -> tuple[T, ...]:
    """Return the items in a keyed order: sorted by a draw for each position."""
    keyed = sorted(range(len(items)), key=lambda index: (draw(seed, purpose, entity, index), index))
    return tuple(items[index] for index in keyed)


def commitment(seed: Seed) -> str:
    """Return the public promise of a seed: whoever sees the seed later can check it against this."""
    return hashlib.sha256(f"interview_engine seed\x1f{seed}".encode()).hexdigest()
