"""Questions and answers begun before they are wanted, so that nobody waits for an AI candidate to think.

What was written ahead is used only if it is still what is wanted: of all that it was made from, nothing but
what was said and asked meanwhile may differ. Otherwise it is thrown away, and written anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import attrs

from interview_engine.core import commands as c
from interview_engine.core.effects import Effect, WriteAnswer, WriteQuestion, work_ahead
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.ids import EffectId, RoomId

Begin = Callable[[RoomId, Effect], Awaitable[c.Report | None]]
"""Does an effect; None when it did not come off."""

MOST_IN_LOBBY: Final = 3
"""So often a room that has not begun is looked ahead of: its host may change their mind for ever."""


@attrs.frozen
class _Ahead:
    effect: WriteQuestion | WriteAnswer
    task: asyncio.Task[c.Report | None]


@attrs.define(eq=False)
class _Looked:
    """What is held of one room.

    Attributes:
        room: As it was when it was looked at last.
        held: What was begun.
        in_lobby: How often it was looked at before its start.
    """

    room: Room
    held: dict[EffectId, _Ahead] = attrs.Factory(dict)
    in_lobby: int = 0

    def give_up(self, ahead: _Ahead) -> None:
        """Hold something no more, and stop the work on it."""
        if self.held.get(ahead.effect.effect_id) is ahead:
            del self.held[ahead.effect.effect_id]
        ahead.task.cancel()


class Foresight:
    """What is under way ahead of its time, by room."""

    def __init__(self, begin: Begin) -> None:
        """Prepare.

        Args:
            begin: Does an effect.
        """
        self._begin = begin
        self._rooms: dict[RoomId, _Looked] = {}

    def look(self, room: Room) -> None:
        """Begin what a room will want soon, and give up what it will not want any more."""
        looked = self._rooms.get(room.room_id)
        if looked is None:
            looked = self._rooms[room.room_id] = _Looked(room)
        elif _standing(looked.room) == _standing(room):
            return
        looked.room = room
        if room.stage is Stage.FINISHED:
            self._forget(room.room_id)
        elif room.stage is not Stage.WAITING or looked.in_lobby < MOST_IN_LOBBY:
            looked.in_lobby += room.stage is Stage.WAITING
            self._look(looked)

    async def take(self, room_id: RoomId, effect: Effect) -> c.Report | None:
        """Return what was begun for an effect ahead of its time, when it is there; None without it."""
        looked = self._rooms.get(room_id)
        ahead = looked.held.get(effect.effect_id) if looked is not None else None
        if looked is None or ahead is None:
            return None
        if not _same(ahead.effect, effect):
            looked.give_up(ahead)
            return None
        # It stays held until the room wants it no more: what comes after it is foreseen from it.
        try:
            report = await ahead.task
        except asyncio.CancelledError:
            looked.give_up(ahead)
            raise
        except Exception:  # noqa: BLE001 -- it is written anew
            report = None
        if report is None:
            looked.give_up(ahead)
        return report

    def close(self) -> None:
        """Give everything up."""
        for room_id in tuple(self._rooms):
            self._forget(room_id)

    def _look(self, looked: _Looked) -> None:
        wanted = {effect.effect_id: effect for effect in work_ahead(looked.room, looked_up(looked.held))}
        now = _now_wanted(looked.room)
        for effect_id in [effect_id for effect_id in looked.held if effect_id not in wanted.keys() | now]:
            looked.held.pop(effect_id).task.cancel()
        for effect_id, effect in wanted.items():
            if effect_id not in looked.held:
                task = asyncio.ensure_future(self._begin(looked.room.room_id, effect))
                looked.held[effect_id] = _Ahead(effect, task)
                # What it says may let the engine be played further ahead.
                task.add_done_callback(lambda done: self._written(looked, done))

    def _written(self, looked: _Looked, done: asyncio.Task[c.Report | None]) -> None:
        if done.cancelled() or done.exception() is not None or done.result() is None:
            return
        if self._rooms.get(looked.room.room_id) is looked:
            self._look(looked)

    def _forget(self, room_id: RoomId) -> None:
        looked = self._rooms.pop(room_id, None)
        for ahead in looked.held.values() if looked is not None else ():
            ahead.task.cancel()


def looked_up(held: dict[EffectId, _Ahead]) -> Callable[[Effect], c.Report | None]:
    """Return what finds a report that was written ahead."""

    def written(effect: Effect) -> c.Report | None:
        ahead = held.get(effect.effect_id)
        if ahead is None or not ahead.task.done() or ahead.task.cancelled():
            return None
        failed = ahead.task.exception() is not None
        return None if failed or not _same(ahead.effect, effect) else ahead.task.result()

    return written


def _standing(room: Room) -> tuple[object, ...]:
    """Return all of a room that what comes next depends on, and that changes seldom."""
    current = room.current
    return (
        room.stage,
        room.paused,
        tuple((seat.seat_id, seat.left, seat.absent, seat.ready) for seat in room.seats),
        room.settings if room.stage is Stage.WAITING else None,
        tuple((turn.turn_id, turn.state, turn.speaking, turn.outcome) for turn in current.turns)
        if current is not None
        else (),
        tuple((planned.round_id, planned.question is not None) for planned in room.upcoming),
    )


def _now_wanted(room: Room) -> set[str]:
    """Return what a room may be about to ask for: it stays held until it does."""
    answers = {f"answer:{turn.turn_id}" for turn in room.current.turns} if room.current is not None else set()
    return answers | {f"question:{planned.round_id}" for planned in room.upcoming}


def _same(ahead: WriteQuestion | WriteAnswer, wanted: Effect) -> bool:
    """Return whether nothing differs but what was said and asked meanwhile.

    More may have been said, never less: a speech that was counted on may have been cut off, and then nobody
    has heard it.
    """
    if isinstance(ahead, WriteAnswer) and isinstance(wanted, WriteAnswer):
        if not set(ahead.heard) <= set(wanted.heard):
            return False
        meanwhile = attrs.evolve(ahead, heard=wanted.heard, own=wanted.own, round_number=wanted.round_number)
        return meanwhile == wanted
    if isinstance(ahead, WriteQuestion) and isinstance(wanted, WriteQuestion):
        return attrs.evolve(ahead, asked=wanted.asked, asked_texts=wanted.asked_texts) == wanted
    return False
