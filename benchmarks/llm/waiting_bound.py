"""How long even an ideal scheduler would keep a person waiting, with the same latencies.

It begins every question and every answer at the first instant at which what it is made from is there, knows
in advance who will speak when, and has no limit on calls at a time. What a person has just said can't be
asked about before they have said it: what follows from that is a bound that no schedule gets under.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from adapters.llm.doing import SAME_FOR_ALL
from benchmarks.llm.playing import LOBBY_S
from interview_engine.core import events as e
from interview_engine.core.log import Record
from interview_engine.core.turns import Round
from interview_engine.ids import SeatId, TurnId

Latency = Callable[[str], float]
"""Returns how long the work of an effect takes, in seconds."""


@attrs.define(eq=False)
class _Schedule:
    """When everything is there, in seconds of an interview that waits.

    Attributes:
        takes: How long the work of an effect takes.
        late: How much later everything happens than it does with providers that answer at once.
        said: When each answer's words are there: an AI candidate's when written, a person's when spoken.
        waits: For every turn, how long it was waited for.
    """

    takes: Latency
    late: float = 0.0
    said: dict[TurnId, float] = attrs.Factory(dict)
    waits: list[float] = attrs.Factory(list)

    def question(self, home: Round, start: float) -> float:
        """Return when a round's question is there at the earliest."""
        known = start - LOBBY_S if home.parent is None else self.said[home.parent]
        return known if home.kind in SAME_FOR_ALL else known + self.takes(f"question:{home.round_id}")

    def until(self, ready: float, wanted: float) -> float:
        """Wait for something that is wanted at an instant of the interview without waits; return how long."""
        wait = max(0.0, ready - (wanted + self.late))
        self.late += wait
        return wait


def least_waits(log: tuple[Record, ...], takes: Latency, people: frozenset[SeatId]) -> tuple[float, ...]:
    """Return for every turn how long an ideal scheduler would keep a person waiting, in seconds.

    Args:
        log: The same interview with providers that answer at once.
        takes: How long the work of an effect takes, in seconds.
        people: The seats of people.
    """
    schedule = _Schedule(takes)
    start = question = wait = 0.0
    for record in log:
        event, at = record.event, record.at / 1000
        match event:
            case e.InterviewStarted():
                start = at
            case e.RoundOpened():
                question = schedule.question(event.round, start)
                wait = schedule.until(question, at)
                for turn in event.round.turns:
                    if turn.seat_id not in people:
                        schedule.said[turn.turn_id] = question + takes(f"answer:{turn.turn_id}")
            case e.TurnOpened():
                written = schedule.said.get(event.turn_id)
                wait += schedule.until(written, at) if written is not None else 0.0
                schedule.waits.append(wait)
                wait = 0.0
            case e.TurnClosed():
                schedule.said.setdefault(event.turn_id, at + schedule.late)
            case _:
                pass
    return tuple(schedule.waits)
