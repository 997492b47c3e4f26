"""A room of four connections in a closed loop: one answers, all four hear it, then the next one answers.

What all four protocols have in common; each subclass speaks one of them. The time of an answer is measured
from its sending to the moment at which the one who gave it has it back.
"""

from __future__ import annotations

import asyncio
import time
from typing import Final

from benchmarks.engine.workload import answer_text
from benchmarks.server.clients.wire import Wire

PLACES: Final = 4
ANSWERS: Final = 20
"""Of one room: five questions to four people, as in the engine's benchmark."""
TEXTS: Final = tuple(answer_text(f"{number}번째 질문") for number in range(1, ANSWERS + 1))


class Table:
    """One room as its four clients see it.

    Attributes:
        latencies: Seconds from sending an answer to having it back, one for each answer.
        places: How many connections the room has.
        wires: The connections.
        messages: How many messages have come, over all connections.
    """

    def __init__(self, places: int = PLACES) -> None:
        self.places = places
        self.latencies: list[float] = []
        self.wires: list[Wire] = []
        self.messages = 0
        self._given = 0
        self._heard = 0
        self._missing = 0
        self._ready = True
        self._sent_at = 0.0
        self._over: asyncio.Future[None] | None = None
        self._told: asyncio.Future[None] | None = None

    async def open(self) -> None:
        """Connect all four, up to where the first answer can be given."""
        raise NotImplementedError

    def say(self, place: int, text: str) -> None:
        """Send an answer."""
        raise NotImplementedError

    @property
    def speaker(self) -> int:
        """Whose turn it is, from 0 on."""
        return self._given % self.places

    @property
    def number(self) -> int:
        """How many answers have been given."""
        return self._given

    async def play(self) -> None:
        """Give all answers, each when the one before has reached everybody."""
        self._over = asyncio.get_running_loop().create_future()
        for wire in self.wires:
            wire.lost = self._lost
        self._next()
        await self._over

    async def give(self) -> bool:
        """Give one answer, outside the closed loop; returns when everybody has it.

        Returns:
            False when it can't be given, because the one before is still under way.
        """
        if self._missing or not self._ready:
            return False
        self._told = asyncio.get_running_loop().create_future()
        self._say()
        await self._told
        return True

    def close(self) -> None:
        """Close all connections."""
        for wire in self.wires:
            wire.close()

    def heard(self, place: int) -> None:
        """Note that a connection has the answer that is under way."""
        self._missing -= 1
        if place == self.speaker:
            self.latencies.append(time.perf_counter() - self._sent_at)
        if not self._missing:
            self._given += 1
            if self._told is not None and not self._told.done():
                self._told.set_result(None)
            self._next()

    def wait(self) -> None:
        """Note that the next answer can't be given yet."""
        self._ready = False

    def ready(self) -> None:
        """Note that the next answer can be given."""
        if not self._ready:
            self._ready = True
            self._next()

    def _next(self) -> None:
        if self._over is None or self._over.done() or self._missing:
            return
        if self._given == ANSWERS:
            self._over.set_result(None)
        elif self._ready:
            self._say()

    def _say(self) -> None:
        self._missing = self.places
        self._sent_at = time.perf_counter()
        self.say(self.speaker, TEXTS[self._given % len(TEXTS)])

    def _lost(self) -> None:
        if self._over is not None and not self._over.done():
            self._over.set_exception(ConnectionResetError(f"lost after {self._given} answers"))
