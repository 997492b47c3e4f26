"""Writers in the background: each piece of work is begun once, and asked for again until it is there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.service.surroundings import EffectPerformer
from adapters.terminal.background import BackgroundWriters
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect
from interview_engine.core.settings import Preset, Settings
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import Millis, RoomId, Salt
from interview_engine.offline.interview import Interview
from interview_engine.offline.performing import perform
from interview_engine.personas.catalogue import default_catalogue

ROOM = RoomId("room")


class Slow:
    """Does effects offline, after a moment; `fails` says which classes raise."""

    def __init__(self, fails: tuple[str, ...] = ()) -> None:
        self.begun: list[str] = []
        self.seen: list[Room] = []
        self._fails = fails

    async def perform(self, room_id: RoomId, effect: Effect) -> c.Report:
        self.begun.append(f"{effect.effect_id}/{effect.attempt}")
        await asyncio.sleep(0.005)
        if type(effect).__name__ in self._fails:
            raise RuntimeError("no")
        return perform(effect, default_catalogue(), Millis(0))

    def foresee(self, room: Room) -> None:
        self.seen.append(room)


def writers_of(slow: Slow) -> BackgroundWriters:
    @asynccontextmanager
    async def opening() -> AsyncIterator[EffectPerformer]:
        yield slow

    return BackgroundWriters(opening, ("a line",))


def play(writers: BackgroundWriters) -> Interview:
    """Play an interview to its end; nobody answers, and time stands still while something is under way."""
    begun = Interview.begin(seed="background", settings=Settings(preset=Preset.SHORT))
    interview = Interview(salt=Salt("a salt for tests"), log=begun.log, performer=writers.performer(ROOM))
    while interview.room.stage is not Stage.FINISHED:
        while under_way := interview.run_effects():
            writers.wait(under_way)
        moment = interview._next_moment()
        if moment is not None:
            interview.advance(moment)
    return interview


@pytest.mark.parametrize("fails", [(), ("WriteAnswer", "JudgeAnswer")])
def test_an_interview_comes_to_its_end_and_nothing_is_begun_twice(fails: tuple[str, ...]) -> None:
    slow = Slow(fails)
    writers = writers_of(slow)
    interview = play(writers)
    writers.close()
    assert interview.room.stage is Stage.FINISHED
    assert slow.begun
    assert len(slow.begun) == len(set(slow.begun))


def test_the_performer_is_let_look_ahead() -> None:
    slow = Slow()
    writers = writers_of(slow)
    room = Interview.begin(seed="ahead").room
    writers.look(room)
    for _ in range(200):
        if slow.seen:
            break
        time.sleep(0.01)
    writers.close()
    assert slow.seen == [room]


def test_what_goes_wrong_while_it_is_opened_is_raised_at_once() -> None:
    @asynccontextmanager
    async def opening() -> AsyncIterator[EffectPerformer]:
        if not Slow().begun:
            raise OSError("no such folder")
        yield Slow()

    with pytest.raises(OSError, match="no such folder"):
        BackgroundWriters(opening)
