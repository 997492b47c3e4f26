"""A client's outbox: a command stays in it, with its id, until its outcome has come.

The law: what is sent again after a lost connection carries the same id, so it happens at most once.
"""

from __future__ import annotations

import asyncio
import enum

import attrs

from adapters.websocket_server import frames
from adapters.websocket_server.client_errors import ClientError, CommandFailed
from interview_engine.ids import CommandId, Seq


class Status(enum.Enum):
    """What came of a command."""

    COMMITTED = "committed"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@attrs.frozen(kw_only=True)
class Outcome:
    """A command's outcome; a committed or duplicate one is durable.

    Attributes:
        command_id: The command's id.
        name: The command.
        status: What came of it.
        seq: Of its first event; None when refused.
        code: Why it was refused; empty otherwise.
        message: The same for a person.
        detail: For developers.
    """

    command_id: CommandId
    name: str
    status: Status
    seq: Seq | None = None
    code: str = ""
    message: str = ""
    detail: str = ""

    @property
    def done(self) -> bool:
        """Whether it happened, now or before."""
        return self.status is not Status.REFUSED

    def require(self) -> Seq:
        """Return the seq.

        Raises:
            CommandFailed: It was refused.
        """
        if self.seq is None:
            raise CommandFailed(self.name, self.code, self.message, self.detail)
        return self.seq


@attrs.frozen(kw_only=True)
class Waiting:
    """A command without an outcome yet."""

    name: str
    frame: bytes
    outcome: asyncio.Future[Outcome]


class Outbox:
    """The commands whose outcome has not come, in the order in which they were given."""

    def __init__(self) -> None:
        self._waiting: dict[str, Waiting] = {}

    def add(self, frame: frames.CommandFrame) -> Waiting:
        """Keep a command until its outcome has come; the same id again waits for the same outcome."""
        known = self._waiting.get(frame.id)
        if known is not None:
            return known
        outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        waiting = Waiting(name=frame.name, frame=frames.encode(frame), outcome=outcome)
        self._waiting[frame.id] = waiting
        return waiting

    def drop(self, command_id: str) -> None:
        """Forget a command that nobody waits for any more."""
        self._waiting.pop(command_id, None)

    def frame_of(self, command_id: str) -> bytes | None:
        """Return the frame of a command that still waits."""
        waiting = self._waiting.get(command_id)
        return waiting.frame if waiting is not None else None

    def unacknowledged(self) -> tuple[bytes, ...]:
        """Return all frames, oldest first."""
        return tuple(waiting.frame for waiting in self._waiting.values())

    def settle(self, frame: frames.OutcomeFrame) -> None:
        """Hand an outcome to whoever waits for it; `unknown` is none, and a second one is passed over."""
        try:
            status = Status(frame.status)
        except ValueError:
            return
        waiting = self._waiting.pop(frame.id, None)
        if waiting is None or waiting.outcome.done():
            return
        waiting.outcome.set_result(
            Outcome(
                command_id=CommandId(frame.id),
                name=waiting.name,
                status=status,
                seq=Seq(frame.seq) if frame.seq is not None else None,
                code=frame.code,
                message=frame.message,
                detail=frame.detail,
            )
        )

    def fail(self, why: ClientError) -> None:
        """Tell everybody that no outcome will come over this client."""
        for waiting in self._waiting.values():
            if not waiting.outcome.done():
                waiting.outcome.set_exception(why)
                # Whoever was cancelled meanwhile will not look; that is no bug to report.
                waiting.outcome.exception()
        self._waiting.clear()

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._waiting)
