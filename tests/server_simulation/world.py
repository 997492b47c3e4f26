"""The world of one simulated server: its time, its chance, what happened in it, and what should not have."""

from __future__ import annotations

import hashlib
from collections import Counter

import attrs

from interview_engine.ids import Millis
from interview_engine.testing.dice import Dice
from tests.server_simulation.faults import OF_CLOCKS, OF_THE_STORE, FaultKind
from tests.server_simulation.readiness import Readiness
from tests.server_simulation.simulated_loop import SimulatedLoop

BEGIN = Millis(1_700_000_000_000)


@attrs.frozen(kw_only=True)
class Violation:
    """Something that must never be.

    Attributes:
        law: Which law was broken, a stable word.
        detail: What was found.
        at: When, ms after the beginning.
    """

    law: str
    detail: str
    at: int


class World:
    """What everybody in a simulation shares.

    Attributes:
        seed: Root of all chance.
        quiet: The chaos is over: nothing goes wrong any more.
        hits: How often each kind of fault really happened.
        violations: What should not have happened.
        troubled_at: When the store, or a whole node, had its latest trouble, ms.
        store_troubled_at, clocks_moved_at: When the store had its latest trouble, and a clock jumped, ms.
        readiness: When there was a node that could serve.
        records: How long the log became.
        trace: What happened, line by line; empty unless it is kept.
    """

    def __init__(self, seed: str, loop: SimulatedLoop, *, keep_trace: bool = False) -> None:
        self.seed = seed
        self.loop = loop
        self.quiet = False
        self.hits: Counter[FaultKind] = Counter()
        self.violations: list[Violation] = []
        self.trace: list[str] = []
        self.records = 0
        self.troubled_at = 0
        self.readiness = Readiness(lambda: self.elapsed_ms)
        self.store_troubled_at = self.clocks_moved_at = -(10**6)
        self._keep = keep_trace
        self._digest = hashlib.sha256()

    @property
    def elapsed_ms(self) -> int:
        """Real time of the world, ms since its beginning; nodes' clocks may say something else."""
        return round(self.loop.time() * 1000)

    def dice(self, purpose: str) -> Dice:
        """Return the chance for one purpose: what is drawn elsewhere does not change it."""
        return Dice(f"{self.seed}/{purpose}")

    def tell(self, line: str, body: bytes = b"") -> None:
        """Note what happens; a body counts for the digest, and is not kept."""
        told = f"{self.elapsed_ms} {line}"
        self._digest.update(told.encode())
        self._digest.update(body)
        if self._keep:
            self.trace.append(f"{told} {body[:160].decode(errors='replace')}" if body else told)

    def hit(self, kind: FaultKind) -> None:
        """Count a fault that happened."""
        self.hits[kind] += 1
        if kind in OF_THE_STORE:
            # A hung call is known to last longer than what goes wrong meanwhile.
            self.troubled_at = max(self.troubled_at, self.elapsed_ms)
            self.store_troubled_at = max(self.store_troubled_at, self.elapsed_ms)
        if kind in OF_CLOCKS:
            self.clocks_moved_at = self.elapsed_ms
        self.tell(f"fault {kind.value}")

    def violated(self, law: str, detail: str) -> None:
        """Note a broken law."""
        self.violations.append(Violation(law=law, detail=detail, at=self.elapsed_ms))
        self.tell(f"VIOLATED {law}: {detail}")

    def require(self, law: str, holds: object, detail: str = "") -> bool:
        """Note a broken law unless it holds; return whether it does."""
        if not holds:
            self.violated(law, detail)
        return bool(holds)

    @property
    def digest(self) -> str:
        """SHA-256 of all that happened."""
        return self._digest.hexdigest()
