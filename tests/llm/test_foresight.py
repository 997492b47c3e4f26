"""What is begun ahead of its time is used when it is still wanted, and thrown away when it is not."""

from __future__ import annotations

import asyncio
from functools import cache

import attrs

from adapters.llm.foresight import MOST_IN_LOBBY, Foresight
from interview_engine.core import commands as c
from interview_engine.core.effects import (
    Effect,
    Heard,
    WriteAnswer,
    WriteQuestion,
    pending_effects,
    work_ahead,
)
from interview_engine.core.settings import Preset, Settings
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import EffectId, Millis, RoomId
from interview_engine.offline.interview import Interview
from interview_engine.testing.stub_performer import perform_stub


@cache
def rooms(preset: Preset = Preset.STANDARD, seed: str = "ahead") -> tuple[Room, ...]:
    """Return the states of a whole interview in which nobody waits for writers, in order."""
    interview = Interview.begin(seed=seed, settings=Settings(preset=preset))
    seen = [interview.room]
    while interview.room.stage is not Stage.FINISHED:
        turn = interview.my_turn()
        if turn is not None:
            interview.answer("저는 문제를 작게 나누어 기록부터 살폈습니다.", after_ms=Millis(20_000))
        else:
            moment = interview._next_moment()
            assert moment is not None
            interview.advance(moment)
        seen.append(interview.room)
    return tuple(seen)


def stub(effect: Effect) -> c.Report:
    return perform_stub(effect, Millis(0))


def first_ahead() -> tuple[Room, WriteQuestion | WriteAnswer]:
    """Return the first room that has an answer to be written ahead, and that work."""
    for room in rooms():
        for effect in work_ahead(room):
            if isinstance(effect, WriteAnswer):
                return room, effect
    raise AssertionError("nothing is ever written ahead")


def test_work_ahead_is_what_will_be_wanted() -> None:
    foreseen: dict[EffectId, Effect] = {}
    interview = Interview.begin(seed="truth", settings=Settings(preset=Preset.FULL))
    while interview.room.stage is not Stage.FINISHED:
        for effect in work_ahead(interview.room):
            foreseen.setdefault(effect.effect_id, effect)
        if interview.my_turn() is not None:
            interview.answer("저는 문제를 작게 나누어 기록부터 살폈습니다.", after_ms=Millis(20_000))
        else:
            moment = interview._next_moment()
            assert moment is not None
            interview.advance(moment)
    answers = [effect for effect in foreseen.values() if isinstance(effect, WriteAnswer)]
    assert len(answers) >= 5
    came = {f"answer:{turn.turn_id}": turn for home in interview.room.rounds for turn in home.turns}
    for effect in answers:
        turn = came[effect.effect_id]
        home = interview.room.round_of(turn.turn_id)
        assert home is not None
        assert home.question is not None
        assert (effect.question, effect.quality) == (home.question.text, turn.quality)


def test_what_is_wanted_now_is_no_work_ahead() -> None:
    for room in rooms(Preset.SHORT):
        now = {effect.effect_id for effect in pending_effects(room)}
        assert not now & {effect.effect_id for effect in work_ahead(room)}


class Writers:
    """Begins effects, and remembers them."""

    def __init__(self, takes_s: float = 0.0, *, fails: bool = False) -> None:
        self.begun: list[EffectId] = []
        self.cancelled = 0
        self._takes_s, self._fails = takes_s, fails

    async def begin(self, room_id: RoomId, effect: Effect) -> c.Report | None:
        self.begun.append(effect.effect_id)
        try:
            await asyncio.sleep(self._takes_s)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return None if self._fails else stub(effect)


def test_what_was_begun_is_there_when_it_is_wanted() -> None:
    room, effect = first_ahead()
    writers = Writers()

    async def scene() -> c.Report | None:
        foresight = Foresight(writers.begin)
        foresight.look(room)
        await pause()
        assert effect.effect_id in writers.begun
        return await foresight.take(room.room_id, effect)

    report = asyncio.run(scene())
    assert isinstance(report, c.AnswerWritten)
    assert report.effect_id == effect.effect_id


async def pause() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


def test_another_question_throws_it_away() -> None:
    room, effect = first_ahead()
    writers = Writers(takes_s=60)

    async def scene() -> c.Report | None:
        foresight = Foresight(writers.begin)
        foresight.look(room)
        await pause()
        assert isinstance(effect, WriteAnswer)
        taken = await foresight.take(room.room_id, attrs.evolve(effect, question="다른 질문입니다."))
        await pause()
        foresight.close()
        return taken

    assert asyncio.run(scene()) is None
    assert writers.cancelled >= 1


def test_an_answer_to_a_speech_that_nobody_heard_in_the_end_is_thrown_away() -> None:
    room, effect = next(
        (room, effect)
        for room in rooms()
        for effect in work_ahead(room)
        if isinstance(effect, WriteAnswer) and effect.heard
    )
    writers = Writers()

    async def scene(heard: tuple[Heard, ...]) -> c.Report | None:
        foresight = Foresight(writers.begin)
        foresight.look(room)
        await pause()
        return await foresight.take(room.room_id, attrs.evolve(effect, heard=heard))

    more = Heard(speaker="지원자", question="?", answer="그 사이에 한 말")
    assert asyncio.run(scene((*effect.heard, more))) is not None
    assert asyncio.run(scene(effect.heard[:-1])) is None


def test_what_was_taken_and_not_reported_yet_still_leads_to_what_comes_after_it() -> None:
    room = next(room for room in rooms(Preset.FULL) if len(work_ahead(room)) >= 3)
    writers = Writers()

    async def scene() -> tuple[set[EffectId], set[EffectId]]:
        foresight = Foresight(writers.begin)
        foresight.look(room)
        for _ in range(20):
            await pause()
        before = set(foresight._rooms[room.room_id].held)
        for effect in work_ahead(room):
            assert await foresight.take(room.room_id, effect) is not None
        # Another report comes first, so the room is looked at before these have been taken.
        away = attrs.evolve(room.seats[0], absent=True)
        foresight.look(attrs.evolve(room, seats=(away, *room.seats[1:])))
        return before, set(foresight._rooms[room.room_id].held)

    before, after = asyncio.run(scene())
    assert before <= after
    assert len(writers.begun) == len(set(writers.begun))
    assert not writers.cancelled


def test_what_did_not_come_off_is_written_anew() -> None:
    room, effect = first_ahead()
    writers = Writers(fails=True)

    async def scene() -> c.Report | None:
        foresight = Foresight(writers.begin)
        foresight.look(room)
        await pause()
        return await foresight.take(room.room_id, effect)

    assert asyncio.run(scene()) is None


def test_nothing_is_begun_twice() -> None:
    writers = Writers()

    async def scene() -> None:
        foresight = Foresight(writers.begin)
        for room in rooms():
            foresight.look(room)
            foresight.look(room)
            await pause()

    asyncio.run(scene())
    assert len(writers.begun) == len(set(writers.begun))


def test_a_finished_room_is_forgotten() -> None:
    async def scene() -> int:
        foresight = Foresight(Writers().begin)
        for room in rooms(Preset.SHORT):
            foresight.look(room)
            await pause()
        return len(foresight._rooms)

    assert asyncio.run(scene()) == 0


def test_a_host_who_keeps_changing_the_lobby_costs_little() -> None:
    writers = Writers()
    played = rooms()
    lobby = attrs.evolve(played[0], stage=Stage.WAITING, current=None, upcoming=())

    async def scene() -> None:
        foresight = Foresight(writers.begin)
        for difficulty in (1, 2, 3, 4, 5):
            settings = attrs.evolve(lobby.settings, difficulty=difficulty)
            foresight.look(attrs.evolve(lobby, settings=settings))
            await pause()

    asyncio.run(scene())
    assert len(writers.begun) <= MOST_IN_LOBBY * 4
