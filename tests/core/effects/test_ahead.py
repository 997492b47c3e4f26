"""What will be wanted soon: also beyond a person's turn, and never made from what nobody has said yet."""

from __future__ import annotations

from functools import cache

import attrs
import pytest

from interview_engine.core.effects import Effect, WriteAnswer, WriteQuestion, work_ahead
from interview_engine.core.effects.ahead import UNSAID
from interview_engine.core.settings import Adaptation, Preset, Settings
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome
from interview_engine.ids import EffectId, Millis
from interview_engine.offline.interview import Interview
from interview_engine.testing.stub_performer import perform_stub


@cache
def rooms(preset: Preset) -> tuple[Room, ...]:
    """Return the states of a whole interview in which nobody waits for writers, in order."""
    interview = Interview.begin(seed="beyond", settings=Settings(preset=preset))
    seen = [interview.room]
    while interview.room.stage is not Stage.FINISHED:
        if interview.my_turn() is not None:
            interview.answer("저는 문제를 작게 나누어 기록부터 살폈습니다.", after_ms=Millis(20_000))
        else:
            moment = interview._next_moment()
            assert moment is not None
            interview.advance(moment)
        seen.append(interview.room)
    return tuple(seen)


def while_a_person_speaks(preset: Preset) -> list[Room]:
    return [
        room
        for room in rooms(preset)
        if any(turn.seat_id in {seat.seat_id for seat in room.humans()} for turn in room.open_turns())
    ]


def ahead(room: Room) -> tuple[WriteQuestion | WriteAnswer, ...]:
    """Return what is found when everything that was found before it has been written."""
    done: dict[EffectId, Effect] = {}
    while True:
        found = work_ahead(
            room, lambda effect: perform_stub(effect, Millis(0)) if effect.effect_id in done else None
        )
        if all(effect.effect_id in done for effect in found):
            return found
        done.update((effect.effect_id, effect) for effect in found)


@pytest.mark.parametrize("preset", [Preset.SHORT, Preset.STANDARD], ids=lambda preset: preset.value)
def test_whatever_ai_candidates_say_until_a_persons_next_turn_is_begun_while_the_person_speaks(
    preset: Preset,
) -> None:
    played = rooms(preset)
    last = played[-1]
    people = {seat.seat_id for seat in last.humans()}
    in_order = [turn for home in last.rounds for turn in home.turns]
    begun: set[str] = set()
    for room in played:
        begun |= {effect.effect_id for effect in ahead(room)}
        speaks = next((turn for turn in room.open_turns() if turn.seat_id in people), None)
        if speaks is None:
            continue
        place = [turn.turn_id for turn in in_order].index(speaks.turn_id)
        home = room.round_of(speaks.turn_id)
        assert home is not None
        wanted = {f"answer:{turn.turn_id}" for turn in home.turns}
        for turn in in_order[place + 1 :]:
            asked = last.round_of(turn.turn_id)
            assert asked is not None
            if turn.seat_id in people or asked.parent is not None:
                break
            assert f"answer:{turn.turn_id}" in begun | wanted, (speaks.turn_id, turn.turn_id)


def test_nothing_is_made_from_what_nobody_has_said_yet() -> None:
    found = 0
    for room in while_a_person_speaks(Preset.FULL):
        for effect in ahead(room):
            found += 1
            assert effect.parent_answer != UNSAID
            if isinstance(effect, WriteAnswer):
                assert all(said.answer != UNSAID for said in (*effect.heard, *effect.own))
    assert found > 20


def test_whoever_answers_the_same_question_after_a_person_hears_that_person_first() -> None:
    for room in while_a_person_speaks(Preset.STANDARD):
        people = {seat.seat_id for seat in room.humans()}
        for effect in ahead(room):
            if not isinstance(effect, WriteAnswer) or effect.places == 1:
                continue
            # Which turn it is says its place: a person's place before it would have to be heard.
            round_id = effect.turn_id.rpartition("-")[0]
            planned = next((home for home in room.upcoming if home.round_id == round_id), None)
            if planned is None:
                continue
            place = int(effect.turn_id.rpartition("-")[2])
            assert not people & set(planned.candidates[: place - 1])


def test_where_difficulty_follows_results_nothing_is_presumed_of_a_persons_answer() -> None:
    fixed = while_a_person_speaks(Preset.STANDARD)
    presumed = sum(len(ahead(room)) for room in fixed)
    adaptive = [
        attrs.evolve(room, settings=attrs.evolve(room.settings, adaptation=Adaptation.ADAPTIVE))
        for room in fixed
    ]
    assert sum(len(ahead(room)) for room in adaptive) < presumed


def test_a_room_is_left_as_it_is() -> None:
    for room in while_a_person_speaks(Preset.SHORT):
        before = [turn.outcome for turn in room.open_turns()]
        ahead(room)
        assert [turn.outcome for turn in room.open_turns()] == before == [None]
        assert all(turn.outcome is not Outcome.ANSWERED for turn in room.open_turns())
