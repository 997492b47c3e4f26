"""A run's figures for people, and for programs."""

from __future__ import annotations

from typing import Final

import msgspec

from benchmarks.engine.summary import Summary

_LABELS: Final = {
    "decide": "interview_engine: decide and evolve",
    "record": "interview_engine: and hash, encode",
    "replay": "interview_engine: decode and fold a log",
    "reduced": "boardgame.io: reducer",
    "logged": "boardgame.io: and JSON of its log entries",
    "stored": "boardgame.io: and JSON of its state and log",
}


class Figures(msgspec.Struct, frozen=True):
    """The last line of the output. Ratios are in our favour above 1; None without boardgame.io."""

    decide_evolve_ratio: float | None
    recorded_ratio: float | None
    recorded_as_stored_ratio: float | None
    decide_evolve_ratio_at_best: float | None
    recorded_ratio_at_best: float | None
    interviews_ratio: float | None
    recorded_interviews_ratio: float | None
    decide_events_per_s: float
    recorded_events_per_s: float
    replay_events_per_s: float
    replay_events_per_s_at_best: float
    memory_ratio: float
    memory_ratio_to_all_texts: float
    memory_bytes: int
    us_per_event_by_size: dict[str, dict[int, float]]
    growth_factor: dict[str, float]


def table(summary: Summary) -> str:
    """Return the figures as text."""
    rows = [
        f"One interview: {summary.commands} commands, {summary.events} events, {summary.log_bytes:,} B of log"
    ]
    rows += ["", f"{'':46}{'CPU ms each':>14}{'spread':>9}{'transitions/s':>16}{'at best':>10}"]
    for speed in summary.speeds:
        spread = f"±{speed.seconds.spread_percent:.0f} %"
        ms = f"{speed.seconds.median * 1e3:.2f}"
        rows.append(
            f"{_LABELS[speed.name]:46}{ms:>14}{spread:>9}{speed.per_second:>16,.0f}{speed.at_best:>10,.0f}"
        )
    rows += [
        "",
        f"{'ours / boardgame.io':46}{'interviews/s':>14}{'':9}{'transitions/s':>16}{'at best':>10}",
    ]
    for label, ours, theirs in (
        ("decide and evolve / reducer", "decide", "reduced"),
        ("recorded / log entries as JSON", "record", "logged"),
        ("recorded / state and log as JSON", "record", "stored"),
    ):
        whole, fine = summary.interviews_ratio(ours, theirs), summary.ratio(ours, theirs)
        best = summary.ratio_at_best(ours, theirs)
        if whole is not None and fine is not None and best is not None:
            ratios = f"{f'{whole:.1f} x':>14}{'':9}{f'{fine:.1f} x':>16}{f'{best:.1f} x':>10}"
            rows.append(f"  {label:44}{ratios}")
    if summary.missing:
        rows.append(f"  not compared: {summary.missing}")
    memory = summary.memory
    rows += ["", f"A finished room: {memory.room:,} B, {memory.ratio:.2f} x its answers and questions,"]
    rows += [
        f"  {memory.ratio_to_all_texts:.2f} x all its texts (quotes, reasons, key points, feedback as well)"
    ]
    rows += ["", "µs per event in a room that already has so many events"]
    for name, costs in summary.growth:
        rows.append(
            f"  {name:8}" + "".join(f"{f'{cost.events:,}: {cost.us_per_event:.0f}':>16}" for cost in costs)
        )
    return "\n".join(rows)


def figures(summary: Summary) -> str:
    """Return the figures as one line of JSON."""
    by_name = {speed.name: speed.per_second for speed in summary.speeds}
    best = {speed.name: speed.at_best for speed in summary.speeds}
    return msgspec.json.encode(
        Figures(
            decide_evolve_ratio=_rounded(summary.ratio("decide", "reduced")),
            recorded_ratio=_rounded(summary.ratio("record", "logged")),
            recorded_as_stored_ratio=_rounded(summary.ratio("record", "stored")),
            decide_evolve_ratio_at_best=_rounded(summary.ratio_at_best("decide", "reduced")),
            recorded_ratio_at_best=_rounded(summary.ratio_at_best("record", "logged")),
            interviews_ratio=_rounded(summary.interviews_ratio("decide", "reduced")),
            recorded_interviews_ratio=_rounded(summary.interviews_ratio("record", "logged")),
            decide_events_per_s=round(by_name["decide"]),
            recorded_events_per_s=round(by_name["record"]),
            replay_events_per_s=round(by_name["replay"]),
            replay_events_per_s_at_best=round(best["replay"]),
            memory_ratio=round(summary.memory.ratio, 2),
            memory_ratio_to_all_texts=round(summary.memory.ratio_to_all_texts, 2),
            memory_bytes=summary.memory.room,
            us_per_event_by_size={
                name: {cost.events: round(cost.us_per_event, 1) for cost in costs}
                for name, costs in summary.growth
            },
            growth_factor={
                name: round(costs[-1].us_per_event / costs[0].us_per_event, 2)
                for name, costs in summary.growth
            },
        )
    ).decode()


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 2)
