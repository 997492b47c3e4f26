"""The engine's benchmark: one run, what was measured, and its figures as a table and as JSON."""

from __future__ import annotations

from typing import Final

import attrs

from benchmarks.engine.growth import Cost, costs
from benchmarks.engine.memory import Footprint, footprint
from benchmarks.engine.passes import decided, recorded, replayed
from benchmarks.engine.peer import Mode, Peer, PeerMissing, Played
from benchmarks.engine.timing import Series, seconds
from benchmarks.engine.workload import Interview, interview
from interview_engine.core import events as e
from interview_engine.core.log import encode_record

_WARM_UP: Final = 30
_BATCH: Final = 4
"""Interviews per measurement: long enough for the clock, short enough to alternate often."""
_GROWING: Final = ("chat", "drafts", "rounds")


@attrs.frozen(kw_only=True)
class Speed:
    """Seconds per interview of one way to run it, and how many transitions an interview has."""

    name: str
    seconds: Series
    transitions: int

    @property
    def per_second(self) -> float:
        """Transitions per second, by the median."""
        return self.transitions / self.seconds.median

    @property
    def at_best(self) -> float:
        """Transitions per second, by the quickest measurement."""
        return self.transitions / min(self.seconds.values)


@attrs.frozen(kw_only=True)
class Summary:
    """Everything that one run measured."""

    commands: int
    events: int
    log_bytes: int
    speeds: tuple[Speed, ...]
    memory: Footprint
    growth: tuple[tuple[str, tuple[Cost, ...]], ...]
    missing: str = ""

    def speed(self, name: str) -> Speed | None:
        """Return a speed by its name; None when it was not measured."""
        return next((speed for speed in self.speeds if speed.name == name), None)

    def ratio(self, ours: str, theirs: str) -> float | None:
        """Return how many times more transitions per second we make; None without the peer."""
        one, other = self.speed(ours), self.speed(theirs)
        return one.per_second / other.per_second if one and other else None

    def ratio_at_best(self, ours: str, theirs: str) -> float | None:
        """Return the same by the quickest measurements, which a busy machine disturbs least."""
        one, other = self.speed(ours), self.speed(theirs)
        return one.at_best / other.at_best if one and other else None

    def interviews_ratio(self, ours: str, theirs: str) -> float | None:
        """Return how many times more whole interviews per second we run; None without the peer."""
        one, other = self.speed(ours), self.speed(theirs)
        return other.seconds.median / one.seconds.median if one and other else None


def measure(repeats: int) -> Summary:
    """Measure everything, ours and the peer's in turn.

    Args:
        repeats: Measurements per speed.
    """
    played = interview()
    lines = tuple(encode_record(record) for record in played.records)
    assert decided(played) == played.room == replayed(lines), "what is measured is the interview"
    speeds, missing = _speeds(played, lines, repeats)
    return Summary(
        commands=len(played.commands),
        events=len(played.events),
        log_bytes=sum(map(len, lines)),
        speeds=speeds,
        memory=footprint(lines),
        growth=tuple((name, costs(name)) for name in _GROWING),
        missing=missing,
    )


def _speeds(played: Interview, lines: tuple[bytes, ...], repeats: int) -> tuple[tuple[Speed, ...], str]:
    try:
        with Peer(played) as peer:
            return _alternating(played, lines, repeats, peer), ""
    except PeerMissing as error:
        return _alternating(played, lines, repeats, None), str(error)


def _alternating(
    played: Interview, lines: tuple[bytes, ...], repeats: int, peer: Peer | None
) -> tuple[Speed, ...]:
    passes = {
        "decide": lambda: decided(played),
        "record": lambda: recorded(played),
        "replay": lambda: replayed(lines),
    }
    modes: tuple[Mode, ...] = ("reduced", "logged", "stored")
    ours: dict[str, list[float]] = {name: [] for name in passes}
    theirs: dict[Mode, list[float]] = {mode: [] for mode in modes}
    transitions = 0
    for work in passes.values():
        seconds(work, _WARM_UP)
    if peer is not None:
        for mode in modes:
            answer = peer.play(mode, 3 * _WARM_UP)
            transitions = answer.transitions
            assert _content(answer) == _own_content(played), "both hold the same interview"
    for _ in range(repeats):
        for name, work in passes.items():
            ours[name].append(seconds(work, _BATCH) / _BATCH)
        if peer is not None:
            for mode in modes:
                theirs[mode].append(peer.play(mode, _BATCH).us / 1e6 / _BATCH)
    speeds = [
        Speed(name=name, seconds=Series(values=tuple(values)), transitions=len(played.events))
        for name, values in ours.items()
    ]
    if peer is not None:
        speeds += [
            Speed(name=mode, seconds=Series(values=tuple(values)), transitions=transitions)
            for mode, values in theirs.items()
        ]
    return tuple(speeds)


def _content(answer: Played) -> tuple[int, int, int]:
    return answer.answers, answer.evaluations, answer.comparisons


def _own_content(played: Interview) -> tuple[int, int, int]:
    kinds = [event.__class__ for event in played.events]
    return kinds.count(e.TurnClosed), kinds.count(e.EvaluationRecorded), kinds.count(e.ComparisonRecorded)
