"""The proof itself can fail: a broken promise and stolen time are found."""

from __future__ import annotations

import asyncio
from pathlib import Path

import attrs
import pytest

from adapters.sqlite_store.exchange import import_room
from adapters.sqlite_store.store import open_store
from interview_engine.core.log import decode_record
from interview_engine.ids import CommandId, Millis, SeatId, Seq
from tests.program.interview_load import Promise, Promises
from tests.program.kill_proof import prove
from tests.service.stage import ROOM, answer, begin, my_turn, on_stage
from tests.service.virtual_time import BEGIN, run


@pytest.fixture(scope="module")
def lines() -> tuple[bytes, ...]:
    """Return the log of an interview in which somebody has answered."""

    async def scene() -> tuple[bytes, ...]:
        stage = on_stage()
        await begin(stage.service)
        await stage.service.command(ROOM, answer(await my_turn(stage.service), "지킨 약속입니다."))
        return tuple(record.line for record in await stage.store.read(ROOM))

    return run(scene())


@pytest.fixture
def database(tmp_path: Path, lines: tuple[bytes, ...]) -> Path:
    async def store() -> None:
        opened = await open_store(tmp_path / "rooms.db")
        await import_room(opened, ROOM, b"".join(line + b"\n" for line in lines), at=BEGIN)
        await opened.close()

    asyncio.run(store())
    return tmp_path / "rooms.db"


def promises(lines: tuple[bytes, ...], *, text: str, seq: int = 0) -> Promises:
    record = next(record for record in map(decode_record, lines) if record.event.cause.startswith("answer-"))
    promise = Promise(
        room_id=ROOM,
        seat_id=SeatId(getattr(record.event, "seat_id", "")),
        command_id=CommandId("7"),
        name="submit_answer",
        seq=Seq(seq or record.seq),
        text=text,
    )
    return Promises(made=[promise])


def test_a_kept_promise_is_found(database: Path, lines: tuple[bytes, ...]) -> None:
    proof = prove(database, promises(lines, text="지킨 약속입니다."), ())
    assert (proof.lost, proof.shortened, proof.unanswered) == ((), (), ())


def test_a_broken_promise_is_found(database: Path, lines: tuple[bytes, ...]) -> None:
    assert prove(database, promises(lines, text="다른 답변입니다."), ()).lost
    assert prove(database, promises(lines, text="지킨 약속입니다.", seq=1), ()).lost
    made = promises(lines, text="지킨 약속입니다.").made
    somebody_elses = attrs.evolve(made[0], seat_id=SeatId("p-2"))
    assert prove(database, Promises(made=[somebody_elses]), ()).lost == (somebody_elses,)
    never = attrs.evolve(made[0], command_id=CommandId("8"))
    assert prove(database, Promises(made=[*made, never]), ()).lost == (never,)
    beyond = attrs.evolve(made[0], seq=Seq(len(lines) + 1))
    assert prove(database, Promises(made=[beyond]), ()).lost == (beyond,)


def test_a_death_that_gave_no_time_back_is_found(database: Path, lines: tuple[bytes, ...]) -> None:
    records = tuple(map(decode_record, lines))
    later = next(record for record in records if record.event.at > records[-1].event.at - 1)
    proof = prove(database, Promises(), (Millis(later.event.at - 1),))
    assert proof.shortened
    assert proof.outages == 0
