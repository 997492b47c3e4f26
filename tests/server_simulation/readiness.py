"""When there was a node that could serve: the other side of an outage.

The law: a node serves while it is ready and its own line to the store is not held up. A store that is down
holds up whoever asks it; one node's hung append holds up that node alone, and the others' clocks go on.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

import attrs

from adapters.service.room_writing import LONG_MS


@attrs.frozen(kw_only=True)
class _Span:
    node: str
    begin: int
    end: int


class Readiness:
    """Which nodes were ready, which of them were held up by the store, and when."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Begin without a node; `now` gives the world's time, ms."""
        self._now = now
        self._ready: dict[str, int] = {}
        self._held: dict[str, int] = {}
        self._were_ready: list[_Span] = []
        self._were_held: list[_Span] = []
        self._begun: list[int] = []

    def changed(self, ready: Iterable[str]) -> None:
        """Note which nodes are ready from now on."""
        names, now = tuple(ready), self._now()
        if names and not self._ready:
            self._begun.append(now)
        for node in tuple(self._ready):
            if node not in names:
                self._were_ready.append(_Span(node=node, begin=self._ready.pop(node), end=now))
        for node in names:
            self._ready.setdefault(node, self._asked_at(node, now))

    def _asked_at(self, node: str, now: int) -> int:
        """Return since when a node that has just written serves: it overlooks a slow store for so long."""
        asked = [span.begin for span in self._were_held if span.node == node and span.end == now]
        return max((*asked, now - LONG_MS)) if asked else now

    def held_up(self, node: str) -> None:
        """Note that the store does not take what a node asks it to."""
        self._held.setdefault(node, self._now())

    def let_go(self, node: str) -> None:
        """Note that the store has answered a node, or that the node is gone."""
        since = self._held.pop(node, None)
        if since is not None:
            self._were_held.append(_Span(node=node, begin=since, end=self._now()))

    def begun(self, since: int, until: int) -> int | None:
        """Return when the first node after none became ready between two instants, ms; the latest time."""
        # Before the very first nobody had been there who could be missed.
        return max((at for at in self._begun[1:] if since <= at <= until), default=None)

    def gone_before(self, begun: int) -> int:
        """Return when the last node before one that began at an instant was no longer ready, ms."""
        return max((span.end for span in self._were_ready if span.end <= begun), default=begun)

    def served_ms(self, since: int, until: int) -> int:
        """Return for how long at least one node served between two instants, ms.

        A store that is slow for no longer than the service overlooks still serves.
        """
        return sum(end - begin for begin, end, ready, held in self._stretches(since, until) if ready - held)

    def divided(self, since: int, until: int) -> bool:
        """Return whether, between two instants, one node was held up while another one served.

        One that is still beginning counts: people may have found it already.
        """
        return any(held and ready - held for _, _, ready, held in self._stretches(since, until))

    def _stretches(self, since: int, until: int) -> Iterator[tuple[int, int, set[str], set[str]]]:
        """Yield stretches of time in which nothing changed: begin, end, who was ready, who was held up."""
        ready = [*self._were_ready, *self._open(self._ready)]
        held = [
            attrs.evolve(span, begin=max(span.begin, since) + LONG_MS)
            for span in (*self._were_held, *self._open(self._held))
        ]
        edges = {at for span in (*ready, *held) for at in (span.begin, span.end) if since < at < until}
        for begin, end in itertools.pairwise(sorted({since, until} | edges)):
            yield begin, end, _at(begin, ready), _at(begin, held)

    def _open(self, spans: dict[str, int]) -> list[_Span]:
        return [_Span(node=node, begin=begin, end=self._now() + 1) for node, begin in spans.items()]


def _at(instant: int, spans: Iterable[_Span]) -> set[str]:
    return {span.node for span in spans if span.begin <= instant < span.end}
