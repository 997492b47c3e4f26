"""The doorkeeper: how many TCP connections a process takes, in all and from one address."""

from __future__ import annotations

import ipaddress
import resource
from collections import Counter
from typing import Final

import attrs

OTHER_FILES: Final = 128
"""Descriptors that connections must leave to the database, logs and workers."""
SPARE: Final = 1_000
"""Places for plain requests beside the WebSocket connections."""


@attrs.define
class Doorkeeper:
    """Counts the TCP connections of a process, WebSockets too.

    Attributes:
        most: Connections in all.
        most_per_address: Of one address, but for this machine's own and those of `proxies`.
        proxies: Addresses and networks of reverse proxies that are the operator's.
        turned_away: How many found no place.
    """

    most: int
    most_per_address: int
    proxies: tuple[str, ...] = ()
    turned_away: int = 0
    _held_by: Counter[str] = attrs.Factory(Counter)
    _open: int = 0

    def come(self, address: str) -> bool:
        """Take a place; False when there is none."""
        counted = self._counted(address)
        if self._open >= self.most or (counted and self._held_by[address] >= self.most_per_address):
            self.turned_away += 1
            return False
        self._open += 1
        if counted:
            self._held_by[address] += 1
        return True

    def go(self, address: str) -> None:
        """Give a place back."""
        self._open -= 1
        if self._counted(address):
            self._held_by[address] -= 1
            if not self._held_by[address]:
                del self._held_by[address]

    def __len__(self) -> int:
        """Return how many connections are open."""
        return self._open

    def _counted(self, address: str) -> bool:
        try:
            there = ipaddress.ip_address(address)
        except ValueError:
            return False
        if there.is_loopback:
            return False
        return not any(there in ipaddress.ip_network(proxy, strict=False) for proxy in self.proxies)


class Place:
    """One connection's place, given back once."""

    __slots__ = ("_address", "_doorkeeper", "_held")

    def __init__(self, doorkeeper: Doorkeeper, address: str) -> None:
        """Hold a place that was taken."""
        self._doorkeeper, self._address, self._held = doorkeeper, address, True

    def give_back(self) -> None:
        """Let somebody else have it; a second call does nothing."""
        if self._held:
            self._held = False
            self._doorkeeper.go(self._address)


def descriptors_wanted(most_connections: int) -> int:
    """Return how many files a process must be allowed to open for so many connections."""
    return most_connections + SPARE + OTHER_FILES


def descriptors_allowed() -> int | None:
    """Return how many files this process may be allowed to open; None for any number."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if hard == resource.RLIM_INFINITY else hard


def places(most_connections: int) -> int:
    """Return how many connections a process can take: what it is to hold, as far as descriptors go.

    Args:
        most_connections: WebSocket connections that it is to hold.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = descriptors_wanted(most_connections)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == resource.RLIM_INFINITY:
        return most_connections + SPARE
    # Never so many that accepting fails: the listener would then stop for everybody.
    return max(1, min(most_connections + SPARE, soft - OTHER_FILES))
