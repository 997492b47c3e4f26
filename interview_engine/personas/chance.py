"""Keyed choice: the same labels always choose the same thing, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def keyed_number(*labels: str | int) -> int:
    """Return a number below 2**64 that depends on the labels alone."""
    text = "\x1f".join(str(label) for label in labels)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def keyed_choice(options: Sequence[T], *labels: str | int) -> T:
    """Return one of the options, chosen by the labels alone.

    Raises:
        IndexError: There are no options.
    """
    return options[keyed_number(*labels) % len(options)]


def keyed_order(options: Sequence[T], *labels: str | int) -> tuple[T, ...]:
    """Return the options in an order that depends on the labels alone."""
    numbered = sorted(range(len(options)), key=lambda index: keyed_number(*labels, index))
    return tuple(options[index] for index in numbered)
