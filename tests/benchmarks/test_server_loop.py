from __future__ import annotations

import asyncio

import msgspec
import pytest
from websockets.frames import Frame, Opcode

from benchmarks.server.clients.table import ANSWERS, PLACES, Table
from benchmarks.server.clients.wire import Wire
from benchmarks.server.closed_loop import Loop, quantile
from benchmarks.server.contenders import BARE, BOARDGAMEIO, our_variant
from benchmarks.server.holding import Held
from benchmarks.server.report import beside_rows, figures, table
from benchmarks.server.slow_readers import Beside, Pair, Ratio
from benchmarks.server.summary import QUICK, Summary


class Echo(Table):
    """A room whose answers reach everybody in the next turn of the loop."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[int, str]] = []

    def say(self, place: int, text: str) -> None:
        self.said.append((place, text))
        for hearer in range(PLACES):
            asyncio.get_running_loop().call_soon(self.heard, hearer)


def test_each_answer_waits_for_the_one_before_and_everybody_has_their_turn() -> None:
    async def scene() -> Echo:
        echo = Echo()
        await echo.play()
        return echo

    echo = asyncio.run(scene())
    assert [place for place, _ in echo.said] == [number % PLACES for number in range(ANSWERS)]
    assert {len(text) for _, text in echo.said} == {600}
    assert len({text for _, text in echo.said}) == ANSWERS
    assert len(echo.latencies) == ANSWERS


def test_a_room_that_has_to_wait_gives_no_answer() -> None:
    async def scene() -> tuple[bool, bool]:
        echo = Echo()
        echo.wait()
        before = await echo.give()
        echo.ready()
        return before, await echo.give()

    assert asyncio.run(scene()) == (False, True)


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 1_000, 100_000])
def test_messages_are_whole_however_the_bytes_arrive(piece: int) -> None:
    messages = [b"", b"short", b"m" * 200, b"l" * 70_000]
    data = b"HTTP/1.1 101 Switching Protocols\r\n\r\n"
    data += b"".join(Frame(Opcode.TEXT, message).serialize(mask=False) for message in messages)
    data += Frame(Opcode.TEXT, b"in two ", fin=False).serialize(mask=False)
    data += Frame(Opcode.CONT, b"parts").serialize(mask=False)
    taken: list[bytes] = []

    async def scene() -> None:
        wire = Wire(b"", asyncio.get_running_loop().create_future(), taken.append)
        for start in range(0, len(data), piece):
            wire.data_received(data[start : start + piece])

    asyncio.run(scene())
    assert taken == [*messages, b"in two parts"]


def test_a_quantile_is_one_of_the_values() -> None:
    values = [float(number) for number in range(1, 101)]
    assert [quantile(values, part) for part in (0, 0.5, 0.99, 1)] == [1, 50, 99, 100]
    assert quantile([7.0], 0.99) == 7


def loop(cpu_s: float) -> Loop:
    return Loop(answers=100, seconds=2.0, cpu_s=cpu_s, messages=1_200, latencies=(0.01, 0.02, 0.03))


def pair(ratio: float) -> Pair:
    times = tuple(0.001 * number for number in range(1, 21))
    return Pair(reading=times, slow=tuple(ratio * time for time in times))


BESIDE = Beside(rooms=3, pairs=tuple(pair(ratio) for ratio in (0.9, 1.0, 1.0, 1.0, 1.3)), taken=0.25)


def test_slow_readers_are_told_of_as_a_ratio_with_its_interval() -> None:
    ratio = BESIDE.ratio(0.5)
    assert 0.9 <= ratio.low <= ratio.value <= ratio.high <= 1.3
    assert BESIDE.ratio(0.5) == ratio
    rows = "\n".join(beside_rows(BESIDE))
    assert "takes\n  25 % of the messages" in rows
    assert f"ratio {ratio.value:.2f}, 95 % of resampled pairs {ratio.low:.2f} to {ratio.high:.2f}" in rows


def test_a_cost_that_every_pair_shows_is_found_however_the_machine_sways() -> None:
    sway = [1 + number % 7 for number in range(60)]
    pairs = tuple(
        Pair(reading=(0.001 * times, 0.002 * times), slow=(0.0012 * times, 0.0024 * times)) for times in sway
    )
    ratio = Beside(rooms=2, pairs=pairs, taken=0.2).ratio(0.5)
    assert [round(found, 3) for found in (ratio.low, ratio.value, ratio.high)] == [1.2, 1.2, 1.2]
    even = tuple(Pair(reading=one.reading, slow=one.reading) for one in pairs)
    assert Beside(rooms=2, pairs=even, taken=0.2).ratio(0.99) == Ratio(value=1, low=1, high=1)


def test_the_last_line_is_the_figures() -> None:
    idle = {our_variant(path, "offline"): 100.0 for path in ("serve", "websockets")}
    held = Held(rooms=10, held=9, answers=20, cpu_percent=5.0, rss_mib=50.0, latencies=(0.001, 0.002, 0.0345))
    names = [
        our_variant(path, judging) for path in ("serve", "websockets") for judging in ("none", "offline")
    ]
    thrice = (loop(0.1), loop(0.3), loop(0.2))
    loops: dict[str, tuple[Loop, ...]] = dict.fromkeys((*names, BOARDGAMEIO), thrice)
    loops[BARE] = (loop(0.05),)
    summary = Summary(loops=loops, idle_kib=idle, beside=BESIDE, held=held, missing="")
    found = msgspec.json.decode(figures(summary), type=dict[str, float | str | None])
    assert found["cpu_vs_boardgameio"] == 1
    assert found["cpu_vs_bare_websockets"] == 4
    assert found["p99_ms"] == 34.5
    assert found["kib_per_room"] == 100
    assert found["rooms_held"] == 9
    assert found["p99_beside_slow_readers"] == round(BESIDE.ratio(0.99).value, 2)
    assert found["p50_beside_low"] == round(BESIDE.ratio(0.5).low, 2)
    assert BARE in table(summary, QUICK)


def test_without_peers_nothing_is_compared_and_it_says_so() -> None:
    idle = {our_variant(path, "offline"): 100.0 for path in ("serve", "websockets")}
    held = Held(rooms=1, held=1, answers=1, cpu_percent=5.0, rss_mib=50.0, latencies=(0.001,))
    summary = Summary(
        loops={our_variant("serve", "none"): (loop(0.1),)},
        idle_kib=idle,
        beside=BESIDE,
        held=held,
        missing="no Node",
    )
    found = msgspec.json.decode(figures(summary), type=dict[str, float | str | None])
    assert found["cpu_vs_boardgameio"] is None
    assert found["peers_missing"] == "no Node"
    assert "no Node" in table(summary, QUICK)
