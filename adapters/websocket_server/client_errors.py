"""What can go wrong for a client: one tree.

ClientError
 |- NotConnected: there is no conversation: not begun, or closed by the client itself
 |- Unreachable: no connection came about for longer than the client's patience
 |- ConnectionOver: the server closed for good and said why
 |- FellBehind: news came faster than they were taken
 |- CommandTooLarge: the server would hang up on such a frame; nothing was sent
 `- CommandFailed: a command was refused, and its caller required it
"""

from __future__ import annotations


class ClientError(Exception):
    """Anything that a client reports."""


class NotConnected(ClientError):
    """The conversation has not begun, or the client closed it."""

    def __str__(self) -> str:
        """Say so."""
        return "the client is not connected"


class Unreachable(ClientError):
    """No connection came about in time.

    Attributes:
        waited_ms: For how long it was tried.
        why: The last trouble; it names no token.
    """

    def __init__(self, waited_ms: float, why: str) -> None:
        super().__init__(waited_ms, why)
        self.waited_ms, self.why = waited_ms, why

    def __str__(self) -> str:
        """Return how long it was tried, and the last trouble."""
        return f"not reachable for {self.waited_ms:.0f} ms: {self.why}"


class ConnectionOver(ClientError):
    """The server closed the connection, and coming back would not help.

    Attributes:
        code: The close code; a status of HTTP when the connection was never made.
        reason: Its stable name.
        message: The same for a person.
    """

    def __init__(self, code: int, reason: str, message: str = "") -> None:
        super().__init__(code, reason, message)
        self.code, self.reason, self.message = code, reason, message

    def __str__(self) -> str:
        """Return the code with its name."""
        return f"closed with {self.code} {self.reason}"


class FellBehind(ClientError):
    """News came faster than this listener took them; some are lost to it."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most

    def __str__(self) -> str:
        """Return how many were waiting."""
        return f"{self.most:,} news were waiting to be taken"


class CommandTooLarge(ClientError):
    """A command would be larger than the server takes; it was not sent, and the conversation goes on.

    Attributes:
        name: The command.
        size: Bytes of its frame.
        most: Bytes that the server takes.
    """

    def __init__(self, name: str, size: int, most: int) -> None:
        super().__init__(name, size, most)
        self.name, self.size, self.most = name, size, most

    def __str__(self) -> str:
        """Return the command with both sizes."""
        return f"{self.name} would be a frame of {self.size:,} bytes, and the server takes {self.most:,}"


class CommandFailed(ClientError):
    """A command was refused.

    Attributes:
        name: The command.
        code: Why.
        message: The same for a person.
        detail: For developers.
    """

    def __init__(self, name: str, code: str, message: str = "", detail: str = "") -> None:
        super().__init__(name, code, message, detail)
        self.name, self.code, self.message, self.detail = name, code, message, detail

    def __str__(self) -> str:
        """Return the command with the reason."""
        return f"{self.name}: {self.code}" + (f" ({self.detail})" if self.detail else "")
