"""What an answer takes before anybody is sent it: each step by itself, at its best, in microseconds.

A bare broadcaster does none of them. They are repeated on the rooms of an interview like the closed loop's,
without a network, a store or tasks; so their sum is a floor below which no loop around them can get.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Final, TypeVar

import msgspec

from adapters.service.casting import Casting
from adapters.service.commands_on_wire import Giver, decode_command
from adapters.websocket_server.audiences import Told
from adapters.websocket_server.frames import CommandFrame, decode_client
from adapters.websocket_server.text_frames import as_text_frames
from benchmarks.engine.workload import SALT, answer_text, report
from benchmarks.server.servers.rooms import QUESTIONS, up_to_the_start
from interview_engine.core import commands as c
from interview_engine.core.deadlines import next_deadline
from interview_engine.core.decide import Step, take
from interview_engine.core.effects import Effect, WriteQuestion, pending_effects
from interview_engine.core.log import GENESIS, encode_record, record_events
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, EffectId, Millis, RoomId, SeatId
from interview_engine.personas.catalogue import default_catalogue

T = TypeVar("T")

_PEOPLE: Final = 4
_TIMES: Final = 25
_NAMES: Final = {
    "read": "read the frame and the command",
    "decide": "check the rules, evolve the room",
    "chain": "chain the records by hash",
    "encode": "encode them as lines of the log",
    "told": "project and encode for four viewers",
    "frame": "put their frames together",
    "wanted": "derive effects and the next deadline",
}


class _Course:
    """An interview under way; its instants stand still, so that no clock runs out."""

    def __init__(self) -> None:
        self.casting = Casting(default_catalogue())
        self.head = GENESIS
        self.known: dict[EffectId, Effect] = {}
        self.found: dict[str, list[float]] = {name: [] for name in _NAMES}
        seats = [SeatId(f"person-{number}") for number in range(_PEOPLE)]
        room: Room | None = None
        for command in up_to_the_start(RoomId("steps"), seats, QUESTIONS, Millis(0)):
            room = take(room, command).room
        room = take(room, c.StartInterview(now=Millis(0), id=CommandId("start"), by=seats[0])).room
        assert room is not None, "a started room is there"
        self.room = room

    def write_questions(self) -> None:
        """Let all questions be written that are wanted, at once."""
        while wanted := [one for one in pending_effects(self.room) if isinstance(one, WriteQuestion)]:
            self._keep(take(self.room, report(wanted[0], self.room.now)))

    def answer(self, number: int) -> None:
        """Give an answer, and time each of its steps."""
        (turn,) = self.room.open_turns()
        said = msgspec.json.encode({"turn_id": turn.turn_id, "text": answer_text(f"{number}번째 질문")})
        data = msgspec.json.encode(
            {"type": "command", "id": f"answer-{number}", "name": "submit_answer", "data": msgspec.Raw(said)}
        )
        room = self.room
        giver = Giver(
            seat_id=turn.seat_id, chosen_id=f"answer-{number}", now=room.now, settings=room.settings
        )

        def read() -> c.Command:
            frame = decode_client(data)
            assert isinstance(frame, CommandFrame), "an answer is a command"
            return decode_command(frame.name, frame.data, giver, self.casting)

        command = self._timed("read", read)
        step = self._timed("decide", lambda: take(room, command))
        after = step.room
        assert after is not None, "an answer leaves a room"
        records = self._timed(
            "chain", lambda: record_events(step.events, SALT, after=room.seq, prev_hash=self.head)
        )
        self._timed("encode", lambda: [encode_record(record) for record in records])

        def told() -> list[tuple[bytes, ...]]:
            news = Told(after, records)
            return [news.frames_for(seat.seat_id) for seat in after.humans()]

        frames = self._timed("told", told)
        self._timed("frame", lambda: [as_text_frames(own) for own in frames])
        wanted = self._timed("wanted", lambda: (pending_effects(after, self.known), next_deadline(after)))[0]
        self.known = {effect.effect_id: effect for effect in wanted}
        self.head = records[-1].hash
        self._keep(step)

    def _keep(self, step: Step) -> None:
        assert step.room is not None, "the room is there"
        self.room = step.room

    def _timed(self, name: str, work: Callable[[], T]) -> T:
        best = float("inf")
        for _ in range(_TIMES):
            begun = time.perf_counter()
            outcome = work()
            best = min(best, time.perf_counter() - begun)
        self.found[name].append(best)
        return outcome


def steps() -> dict[str, float]:
    """Return the mean of each step over an interview's answers, in microseconds."""
    course = _Course()
    for number in range(QUESTIONS * _PEOPLE):
        course.write_questions()
        course.answer(number)
    return {_NAMES[name]: 1e6 * statistics.mean(times) for name, times in course.found.items()}


def step_rows() -> list[str]:
    """Return the steps as rows of the table."""
    found = steps()
    rows = [
        "An answer's own steps, each by itself and at its best, in microseconds; a broadcaster takes none:"
    ]
    rows += [f"{taken:8.0f}  {name}" for name, taken in found.items()]
    return [*rows, f"{sum(found.values()):8.0f}  in all"]
