"""The server's benchmark as a table for people and as one line of JSON."""

from __future__ import annotations

import msgspec

from benchmarks.server.closed_loop import Loop, middle
from benchmarks.server.contenders import BARE, BOARDGAMEIO, our_variant
from benchmarks.server.slow_readers import Beside
from benchmarks.server.summary import Plan, Summary, cpu_ratio

ALONE = our_variant("serve", "none")
WITH_JUDGES = our_variant("serve", "offline")
ALONE_ON_WEBSOCKETS = our_variant("websockets", "none")
_HEAD = (
    f"{'':34}{'answers/s':>11}{'deliv./s':>10}{'p50 ms':>8}{'p99 ms':>8}"
    f"{'CPU s/1000':>12}{'±':>5}{'msgs':>6}{'KiB/room':>10}"
)


class Figures(msgspec.Struct):
    """The run in one line: the issue's five figures first.

    Attributes:
        cpu_vs_boardgameio: Our `serve` path's processor time for an answer, as a share of boardgame.io's;
            answers alone on both sides. Below 1 is less than theirs.
        cpu_vs_bare_websockets: The same, beside the bare broadcaster.
        p99_ms: Sending an answer to having it back, in held rooms, with offline judges.
        kib_per_room: Resident memory of an idle live room with four connections, on the `serve` path.
        p99_beside_slow_readers: Others' p99 with one in each room who takes little, as a share of what it is
            when everybody reads; the median over pairs of rounds.
        p99_beside_low, p99_beside_high: What 95 % of the medians of resampled pairs lie between.
        p50_beside_slow_readers, p50_beside_low, p50_beside_high: The same of the median.
        rooms_held: Rooms held at people's pace in which every answer reached everybody.
        websockets_vs_boardgameio, websockets_vs_bare: The first two on websockets' own server.
        judged_vs_boardgameio: The first, when our offline judges work as well.
        kib_per_room_websockets: Memory on websockets' own server.
        peers_missing: Why there is nothing to compare with; empty when there is.
    """

    cpu_vs_boardgameio: float | None
    cpu_vs_bare_websockets: float | None
    p99_ms: float
    kib_per_room: float
    p99_beside_slow_readers: float
    p99_beside_low: float
    p99_beside_high: float
    p50_beside_slow_readers: float
    p50_beside_low: float
    p50_beside_high: float
    rooms_held: int
    websockets_vs_boardgameio: float | None
    websockets_vs_bare: float | None
    judged_vs_boardgameio: float | None
    kib_per_room_websockets: float
    peers_missing: str


def table(summary: Summary, plan: Plan) -> str:
    """Return the figures as a table."""
    rows = [
        f"Closed loop: {plan.rooms} rooms at once, in each one person answers and three watch;",
        f"600 Korean characters an answer, 20 answers a room; {plan.repeats} runs: median ± half the range",
        "",
        _HEAD,
    ]
    rows += [_row(name, loops, summary.idle_kib.get(name)) for name, loops in summary.loops.items()]
    rows += ["", "CPU: the server's processor seconds for 1,000 answers; msgs: WebSocket messages that the"]
    rows += ["four clients get for one answer; KiB/room: resident memory of an idle room of four."]
    rows += ["Ours keep every answer on the disk (SQLite, synchronous=FULL) before anybody hears of it."]
    if summary.missing:
        rows += ["", f"Without peers: {summary.missing}"]
    rows += ["", *beside_rows(summary.beside)]
    held = summary.held
    rows += [
        "",
        f"Held on the serve path, with offline judges: {held.rooms:,} rooms of 2 connections,",
        f"  an answer per room every {plan.every_s:g} s for {plan.held_s:g} s, {held.answers:,} answers:",
        f"  {held.held:,} rooms without fault; p50 {held.quantile_ms(0.5):.1f} ms,",
        f"  p99 {held.quantile_ms(0.99):.1f} ms, worst {held.quantile_ms(1):.1f} ms,",
        f"  {held.cpu_percent:.0f} % of a core, {held.rss_mib:.0f} MiB",
    ]
    return "\n".join(rows)


def beside_rows(beside: Beside) -> list[str]:
    """Return what slow readers cost the others."""
    rows = [
        f"Beside slow readers, serve, canned verdicts: {beside.rooms} rooms with a fifth who takes",
        f"  {100 * beside.taken:.0f} % of the messages, {beside.rooms} with a fifth who reads, in turns;",
        f"  {len(beside.pairs)} pairs of rounds, others' times, ratios pair by pair:",
    ]
    for name, part in (("p50", 0.5), ("p99", 0.99)):
        reading, slow = beside.milliseconds(part)
        ratio = beside.ratio(part)
        rows.append(
            f"  {name} {reading:.1f} -> {slow:.1f} ms; ratio {ratio.value:.2f}, "
            f"95 % of resampled pairs {ratio.low:.2f} to {ratio.high:.2f}"
        )
    return rows


def figures(summary: Summary) -> str:
    """Return the figures as one line of JSON."""
    idle = summary.idle_kib
    p99, p50 = summary.beside.ratio(0.99), summary.beside.ratio(0.5)
    return msgspec.json.encode(
        Figures(
            cpu_vs_boardgameio=_rounded(cpu_ratio(summary, ALONE, BOARDGAMEIO)),
            cpu_vs_bare_websockets=_rounded(cpu_ratio(summary, ALONE, BARE)),
            p99_ms=round(summary.held.quantile_ms(0.99), 1),
            kib_per_room=round(idle[WITH_JUDGES], 1),
            p99_beside_slow_readers=round(p99.value, 2),
            p99_beside_low=round(p99.low, 2),
            p99_beside_high=round(p99.high, 2),
            p50_beside_slow_readers=round(p50.value, 2),
            p50_beside_low=round(p50.low, 2),
            p50_beside_high=round(p50.high, 2),
            rooms_held=summary.held.held,
            websockets_vs_boardgameio=_rounded(cpu_ratio(summary, ALONE_ON_WEBSOCKETS, BOARDGAMEIO)),
            websockets_vs_bare=_rounded(cpu_ratio(summary, ALONE_ON_WEBSOCKETS, BARE)),
            judged_vs_boardgameio=_rounded(cpu_ratio(summary, WITH_JUDGES, BOARDGAMEIO)),
            kib_per_room_websockets=round(idle[our_variant("websockets", "offline")], 1),
            peers_missing=summary.missing,
        )
    ).decode()


def _row(name: str, loops: tuple[Loop, ...], kib: float | None) -> str:
    cpu, spread = middle(loops, lambda loop: loop.cpu_per_thousand)
    figures = (
        f"{middle(loops, lambda loop: loop.per_second)[0]:11.0f}",
        f"{middle(loops, lambda loop: loop.deliveries_per_second)[0]:10.0f}",
        f"{middle(loops, lambda loop: loop.quantile_ms(0.5))[0]:8.1f}",
        f"{middle(loops, lambda loop: loop.quantile_ms(0.99))[0]:8.1f}",
        f"{cpu:12.3f}{f'{spread:.0f}%':>5}",
        f"{middle(loops, lambda loop: loop.messages_per_answer)[0]:6.1f}",
        "" if kib is None else f"{kib:10.1f}",
    )
    return f"{name:34}{''.join(figures)}"


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 2)
