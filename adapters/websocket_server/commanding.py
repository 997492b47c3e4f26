"""One connection's commands: carried out one at a time, in order, and each gets its outcome.

The law: what is acknowledged is durable, and the acknowledgement is queued before the events that follow.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import assert_never

import structlog

from adapters.service.command_ids import CommandIdReused
from adapters.service.commands_on_wire import BadCommand, Giver, decode_command
from adapters.service.event_store import EventStoreError, UnknownRoom
from adapters.service.people.access import Entrance, NotAllowed
from adapters.service.people.identity import AccountClosed
from adapters.service.room_reading import RoomQuarantined
from adapters.service.room_service import TooMuchContention
from adapters.websocket_server.close_codes import CloseCode
from adapters.websocket_server.frames import CommandFrame, OutcomeFrame, encode
from adapters.websocket_server.gateway_parts import GatewayParts
from adapters.websocket_server.noting import note_bug
from adapters.websocket_server.room_hub import RoomHub
from adapters.websocket_server.texts import not_taken
from interview_engine.core.decide import Committed, Duplicate, Outcome, Refused
from interview_engine.core.refusals import message
from interview_engine.ids import Millis
from interview_engine.vocabulary import Language

log = structlog.get_logger("gateway")

LONGEST_ID = 64


class Commands:
    """Puts a connection's commands to its room, one after the other, beside all else that it says."""

    __slots__ = ("_end", "_entrance", "_hub", "_idle", "_language", "_parts", "_send", "_waiting", "_working")

    def __init__(
        self,
        parts: GatewayParts,
        entrance: Entrance,
        hub: RoomHub,
        language: Language,
        *,
        send: Callable[[bytes], None],
        end: Callable[[CloseCode], None],
        idle: Callable[[], None],
    ) -> None:
        """Begin without any.

        Args:
            parts: The gateway's.
            entrance: Whose commands.
            hub: Their room.
            language: Of messages for people.
            send: Sends a frame.
            end: Ends the connection.
            idle: Called whenever all commands so far have been carried out.
        """
        self._parts = parts
        self._entrance = entrance
        self._hub = hub
        self._language = language
        self._send = send
        self._end = end
        self._idle = idle
        self._waiting: deque[tuple[CommandFrame, Millis]] | None = None
        self._working = False

    def take(self, frame: CommandFrame) -> None:
        """Carry a command out when those before it have been; its instant is now."""
        if not 1 <= len(frame.id) <= LONGEST_ID:
            self.refuse(frame, "bad_command_id")
            return
        if self._waiting is None:
            self._waiting = deque()
        if len(self._waiting) >= self._parts.settings.most_waiting:
            self.refuse(frame, "too_fast")
            return
        self._waiting.append((frame, self._parts.now()))
        if not self._working:
            self._working = True
            # What was begun is ended, and heard of, even after the connection.
            self._hub.users += 1
            self._parts.tasks.begin(self._work())

    def refuse(self, frame: CommandFrame, code: str, detail: str = "") -> None:
        """Refuse a command that the room was not asked."""
        self._answer(frame, "refused", code=code, message=not_taken(code, self._language), detail=detail)

    async def _work(self) -> None:
        waiting = self._waiting
        assert waiting is not None, "there is work"
        try:
            while waiting:
                await self._carry_out(*waiting.popleft())
        finally:
            self._waiting = None
            self._working = False
            self._idle()
            self._parts.hubs.leave(self._hub)

    async def _carry_out(self, frame: CommandFrame, at: Millis) -> None:
        giver = Giver(
            seat_id=self._entrance.seat_id,
            chosen_id=frame.id,
            now=at,
            settings=self._hub.room.settings,
        )
        acknowledged = False

        def acknowledge(outcome: Outcome) -> None:
            nonlocal acknowledged
            acknowledged = True
            self._tell(frame, outcome)

        try:
            command = decode_command(frame.name, frame.data, giver, self._parts.casting)
            await self._parts.access.put(self._entrance, command, acknowledge)
        except BadCommand as error:
            self.refuse(frame, error.code, error.why)
        except (NotAllowed, CommandIdReused, AccountClosed) as error:
            self.refuse(frame, error.code)
        except Exception as error:  # noqa: BLE001 -- whatever went wrong, its sender learns that it may have
            if not acknowledged:
                self._unknown(frame)
            self._trouble(error)

    def _tell(self, frame: CommandFrame, outcome: Outcome) -> None:
        match outcome:
            case Committed():
                self._answer(frame, "committed", seq=outcome.seq)
            case Duplicate():
                self._answer(frame, "duplicate", seq=outcome.seq)
            case Refused():
                self._answer(
                    frame,
                    "refused",
                    code=outcome.code.value,
                    message=message(outcome.code, self._language),
                    detail=outcome.detail,
                )
            case _:
                assert_never(outcome)

    def _unknown(self, frame: CommandFrame) -> None:
        self._answer(frame, "unknown", code="try_again", message=not_taken("try_again", self._language))

    def _trouble(self, error: Exception) -> None:
        room_id = self._entrance.room_id
        match error:
            case UnknownRoom():
                self._end(CloseCode.NO_SUCH_ROOM)
            case RoomQuarantined():
                self._end(CloseCode.TRY_LATER)
            case EventStoreError() | TooMuchContention():
                log.warning("command.not_taken", room=room_id, error=type(error).__name__)
            case _:
                note_bug("command.failed", error, room_id)

    def _answer(
        self,
        frame: CommandFrame,
        status: str,
        *,
        seq: int | None = None,
        code: str = "",
        message: str = "",
        detail: str = "",
    ) -> None:
        self._send(
            encode(
                OutcomeFrame(id=frame.id, status=status, seq=seq, code=code, message=message, detail=detail)
            )
        )
