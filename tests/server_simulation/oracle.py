"""Looks at every frame at the instant at which it leaves a server, and tells what must not be sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import attrs
import msgspec

from adapters.service.commands_on_wire import command_name
from adapters.service.event_store import StoredRecord
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.frames import (
    CommandFrame,
    EventFrame,
    Hello,
    Legal,
    OutcomeFrame,
    Skip,
    SnapshotFrame,
    Welcome,
    decode_client,
    decode_server,
)
from interview_engine.core.changed import changed
from interview_engine.core.codec import tag_of
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.legal_commands import legal_commands
from interview_engine.core.redaction import redact
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, TurnId
from tests.server_simulation.durable_log import DurableLog, Telling
from tests.server_simulation.faults import FaultKind
from tests.server_simulation.network import Connection
from tests.server_simulation.world import World

REDACTED_WITHIN_MS = 2_000
"""How soon after a redaction nothing with the words in it leaves a server any more."""
IN_TIME_MS = 5_000
"""An answer that arrives so long before its deadline must not be refused as late, however often it has to be
sent again: that is more than its sender needs to find out and to come back."""


@attrs.define(eq=False)
class Watched:
    """What one connection was told.

    Attributes:
        seat_id: Whose it is; None before the welcome.
        seq: Up to where it was told; None before.
        known: Its client's `last_seq`.
        superseded_at: How long the log was when the same person came in anew.
    """

    node: str
    seat_id: SeatId | None = None
    seq: int | None = None
    known: int | None = None
    superseded_at: int | None = None


class Oracle:
    """Judges what is appended and what is sent.

    Attributes:
        log: What the store holds.
        outcomes: The seq that each acknowledged command was said to stand at, by seat and the client's id.
        on_growth: Called when the log has grown.
        on_left: Called when a frame is on the wire.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.log = DurableLog()
        self.outcomes: dict[tuple[SeatId, str], int] = {}
        self.ids_may_be_reused = False
        """Somebody who sends garbage gives ids of their own again to other commands."""
        self.stands_for: dict[CommandId, tuple[SeatId, str]] = {}
        self.on_growth: Callable[[], None] = lambda: None
        self.on_left: Callable[[Connection, bytes], None] = lambda connection, frame: None
        self._watched: dict[int, Watched] = {}
        self._newest: dict[tuple[str, SeatId], int] = {}
        self._redacting: list[SeatId] = []
        self._redacted_at: int | None = None
        self._in_time: dict[tuple[SeatId, str], int] = {}

    # What happens to the store

    def appended(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        """Take note of an append."""
        for wrong in self.log.append(records, self._world.elapsed_ms):
            self._world.violated("one log without gaps or twins", wrong)
        self.on_growth()

    def replaced(self, room_id: RoomId, records: Sequence[StoredRecord]) -> None:
        """Take note of a rewritten log."""
        self.log.replace(records)

    def redaction_begins(self, owner: SeatId) -> None:
        """Take note that somebody's words are being deleted."""
        self._redacting.append(owner)
        self.log.expect(redact(tuple(self.log.now.records), owner))

    def redaction_ended(self, owner: SeatId) -> None:
        """Take note that somebody's words are deleted: from soon on nobody may be sent them."""
        self._redacting.remove(owner)
        if not self._redacting:
            self._redacted_at = self._world.elapsed_ms

    # What passes the network

    def arrived(self, connection: Connection, frame: bytes, now: Millis) -> None:
        """A client's frame has reached a server, whose clock shows `now`."""
        try:
            said = decode_client(frame)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return
        if isinstance(said, Hello):
            self._of(connection).known = said.last_seq
        elif isinstance(said, CommandFrame) and said.name == "submit_answer":
            self._note_in_time(self._of(connection).seat_id, said.id, said.data, now)

    def sent(self, connection: Connection, frame: bytes) -> None:
        """A frame leaves a server."""
        said = decode_server(frame)
        watched = self._of(connection)
        if isinstance(said, EventFrame | SnapshotFrame) and watched.superseded_at is not None:
            # What was queued before the newer tab came in may still leave.
            self._world.require(
                "a superseded tab hears nothing new",
                said.seq <= watched.superseded_at,
                f"c{connection.number} {said.seq} behind {watched.superseded_at}",
            )
        match said:
            case Welcome():
                self._welcome(connection, watched, said)
            case SnapshotFrame():
                self._snapshot(
                    connection, watched, said.seq, bytes(said.room), rewritten=said.reason == "rewritten"
                )
            case EventFrame():
                self._event(connection, watched, said)
            case Skip():
                self._skip(connection, watched, said)
            case OutcomeFrame():
                self._outcome(connection, watched, said)
            case Legal():
                self._legal(watched, said, connection.server.now())
            case _:
                pass

    def left(self, connection: Connection, frame: bytes) -> None:
        """A frame is on the wire."""
        self.on_left(connection, frame)

    def closed(self, connection: Connection, code: CloseCode) -> None:
        """A server closes a connection."""
        self._world.require("only registered close codes", code in set(CloseCode), f"{code}")

    # Judging

    def _of(self, connection: Connection) -> Watched:
        if connection.number not in self._watched:
            self._watched[connection.number] = Watched(node=str(connection.server))
        return self._watched[connection.number]

    def _welcome(self, connection: Connection, watched: Watched, said: Welcome) -> None:
        watched.seat_id = SeatId(said.you.seat_id)
        key = (watched.node, watched.seat_id)
        before = self._watched.get(self._newest.get(key, 0))
        if before is not None and before is not watched:
            before.superseded_at = len(self.log)
        self._newest[key] = connection.number
        if said.resumed:
            self._world.require(
                "a resume goes on where the client is",
                said.seq == watched.known and said.seq <= len(self.log),
                f"c{connection.number} resumes at {said.seq}, knew {watched.known} of {len(self.log)}",
            )
            watched.seq = said.seq
        else:
            self._snapshot(connection, watched, said.seq, bytes(said.snapshot))

    def _snapshot(
        self, connection: Connection, watched: Watched, seq: int, shown: bytes, *, rewritten: bool = False
    ) -> None:
        where = f"c{connection.number} snapshot {seq}"
        if not self._durable(seq, where) or watched.seat_id is None:
            return
        before = watched.seq
        self._world.require("seqs never go back", before is None or seq >= before, f"{where} after {before}")
        watched.seq = seq
        seat_id = watched.seat_id
        tellings = [telling for telling in self._tellings() if telling.rewritten or not rewritten]
        fits = any(telling.view(seq, seat_id) == shown for telling in tellings)
        self._world.require("a snapshot is the view of its seq", fits, where)

    def _event(self, connection: Connection, watched: Watched, said: EventFrame) -> None:
        where = f"c{connection.number} event {said.seq}"
        if not self._next(watched, said.seq, said.seq, where) or watched.seat_id is None:
            return
        tag = tag_of(self.log.now.records[said.seq - 1].event)
        self._world.require("events have their names", said.name == tag, f"{where}: {said.name}, not {tag}")
        data, seat_id = bytes(said.data), watched.seat_id
        shown = self._ever(said.seq, lambda telling, at: telling.seen(said.seq, at, seat_id) == data)
        self._world.require("an event shows what its viewer may see", shown, f"{where} {said.name}")

    def _skip(self, connection: Connection, watched: Watched, said: Skip) -> None:
        where = f"c{connection.number} skip {said.seq}-{said.through}"
        if not self._next(watched, said.seq, said.through, where) or watched.seat_id is None:
            return
        seat_id = watched.seat_id
        for seq in range(said.seq, said.through + 1):
            hidden = self._ever(seq, partial(_hidden, seq, seat_id))
            self._world.require("nothing is kept from those who may see it", hidden, f"{where}: {seq}")

    def _outcome(self, connection: Connection, watched: Watched, said: OutcomeFrame) -> None:
        where = f"c{connection.number} {said.id} {said.status} {said.seq}"
        if watched.seat_id is None:
            self._world.violated("nobody is answered before the welcome", where)
            return
        command = (watched.seat_id, said.id)
        if said.code == "too_fast":
            # Only who floods is told so; what they send meanwhile has not come in time.
            self._in_time.pop(command, None)
        if said.status not in ("committed", "duplicate"):
            late = said.code == "time_is_up" and self._in_vain(command)
            self._world.require("an answer in time is not refused as late", not late, where)
            reused = said.code == "command_id_reused" and not self.ids_may_be_reused
            self._world.require("an id is its giver's alone", not reused, where)
            return
        if said.seq is None or not self._durable(said.seq, where):
            self._world.require("an acknowledged command has a seq", said.seq is not None, where)
            return
        cause = self.log.now.records[said.seq - 1].event.cause
        self._world.require("what is acknowledged stands in the log", cause, where)
        # The oracle doesn't know how ids are made: each stands for what was acknowledged first.
        stands_for = self.stands_for.setdefault(cause, command)
        self._world.require("an id is its giver's alone", stands_for == command, f"{where}: {stands_for}")
        first = self.outcomes.setdefault(command, said.seq)
        self._world.require("a retry gets the first outcome", first == said.seq, where)
        if said.status == "committed" and watched.seq is not None:
            self._world.require("the outcome comes before the event", watched.seq < said.seq, where)

    def _legal(self, watched: Watched, said: Legal, now: Millis) -> None:
        if not self._durable(said.seq, "legal") or watched.seat_id is None:
            return
        room = self.log.now.rooms[said.seq - 1]
        # It may have waited for a slow reader, and a turn's time have ended meanwhile.
        expected = {
            tuple(command_name(kind) for kind in legal_commands(changed(room, now=at), watched.seat_id))
            for at in (room.now, Millis(max(room.now, now)))
        }
        self._world.require("what is legal is said", said.commands in expected, f"{said} not {expected}")

    def _durable(self, seq: int, where: str) -> bool:
        return self._world.require(
            "nothing is sent before it is durable", 1 <= seq <= len(self.log), f"{where} of {len(self.log)}"
        )

    def _next(self, watched: Watched, first: int, last: int, where: str) -> bool:
        """Check that a run of seqs follows what was told, and is durable."""
        if watched.seq is None or not self._world.require(
            "seqs are contiguous", first == watched.seq + 1 and last >= first, f"{where} after {watched.seq}"
        ):
            return False
        watched.seq = last
        return self._durable(last, where)

    def _tellings(self) -> list[Telling]:
        """Return how the log may still be told: right after a redaction, in its old words too."""
        settled = (
            not self._redacting
            and self._redacted_at is not None
            and self._world.elapsed_ms > self._redacted_at + REDACTED_WITHIN_MS
        )
        if settled and len(self.log.tellings) > 1:
            self.log.tellings = self.log.tellings[-1:]
        return self.log.tellings[::-1]

    def _ever(self, seq: int, fits: Callable[[Telling, int], bool]) -> bool:
        """Return whether something fits the room as it was at the event's append, or at any time since."""
        end, durable = self.log.batch_end[seq - 1], len(self.log)
        for telling in self._tellings():
            if fits(telling, end) or fits(telling, durable):
                return True
            if any(fits(telling, at) for at in range(seq, durable)):
                return True
        return False

    def _note_in_time(
        self, seat_id: SeatId | None, chosen_id: str, data: bytes | msgspec.Raw, now: Millis
    ) -> None:
        try:
            arguments = msgspec.json.decode(data, type=dict[str, str])
        except msgspec.DecodeError:
            return
        room = self.log.room
        turn = room.turn(TurnId(arguments.get("turn_id", "")))
        if (
            seat_id is None
            or turn is None
            or turn.deadline is None
            or turn.outcome is not None
            or room.paused is not None
        ):
            return
        if now + IN_TIME_MS < turn_deadline(room, turn):
            self._in_time.setdefault((seat_id, chosen_id), self._world.elapsed_ms)

    def _in_vain(self, command: tuple[SeatId, str]) -> bool:
        """Return whether a command had come in time, to a node that no other one overtook while it hung.

        Nor one whose clock was ahead: owners of one store must have the same time.
        """
        since, hits = self._in_time.get(command), self._world.hits
        if hits[FaultKind.SECOND_DRIVER] and (hits[FaultKind.CLOCK_BACK] or hits[FaultKind.CLOCK_FORWARD]):
            return False
        return since is not None and not self._world.readiness.divided(since, self._world.elapsed_ms)


def _hidden(seq: int, seat_id: SeatId, telling: Telling, at: int) -> bool:
    return telling.seen(seq, at, seat_id) is None
