"""What a finished interview costs in memory, beside the texts that it cannot do without."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Iterator

import attrs

from benchmarks.engine.passes import replayed
from interview_engine.core.state import Room

_ROOMS = 20


@attrs.frozen(kw_only=True)
class Footprint:
    """Bytes of one finished room, and of texts in it.

    Attributes:
        room: The whole room.
        spoken: Its distinct answers and questions.
        texts: All distinct texts that people read: key points, quotes, reasons and feedback as well.
    """

    room: int
    spoken: int
    texts: int

    @property
    def ratio(self) -> float:
        """The room in multiples of its answers and questions."""
        return self.room / self.spoken

    @property
    def ratio_to_all_texts(self) -> float:
        """The room in multiples of all its texts."""
        return self.room / self.texts


def footprint(lines: tuple[bytes, ...]) -> Footprint:
    """Measure rooms that were folded from their decoded logs, the logs themselves being gone.

    Args:
        lines: The log of a finished interview.

    Returns:
        The mean of several rooms. A text counts as Python holds it: `sys.getsizeof` of the string, which is
        two bytes for a Korean character and some 74 for the string itself.
    """
    replayed(lines)
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    rooms = [replayed(lines) for _ in range(_ROOMS)]
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    spoken = set(_spoken(rooms[0]))
    return Footprint(
        room=(after - before) // _ROOMS,
        spoken=sum(map(sys.getsizeof, spoken)),
        texts=sum(map(sys.getsizeof, spoken | set(_written(rooms[0])))),
    )


def _spoken(room: Room) -> Iterator[str]:
    for home in room.rounds:
        if home.question is not None:
            yield home.question.text
        for turn in home.turns:
            yield turn.text


def _written(room: Room) -> Iterator[str]:
    for home in room.rounds:
        if home.question is not None:
            yield from (*home.question.key_points, home.question.shows)
        for turn in home.turns:
            for evaluation in turn.evaluations:
                for entry in evaluation.evidence:
                    yield from (entry.quote, entry.reason)
    for item in room.feedback:
        if item.feedback is not None:
            feedback = item.feedback
            yield from (
                feedback.summary,
                feedback.obstacle.text,
                feedback.drill,
                feedback.rival,
                feedback.notice,
            )
            if feedback.strength is not None:
                yield feedback.strength.text
