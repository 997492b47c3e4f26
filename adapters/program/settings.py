"""The server's settings: one frozen value, read once at start."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeVar

import attrs

T = TypeVar("T")

_RANGE: Final = "range"
_HIDDEN: Final = "hidden"
SHORTEST_SECRET: Final = 32
"""Characters; fewer are guessed too easily."""
DATABASE_NAME: Final = "interviews.db"
KEY_FILE_NAME: Final = "signing-key"

_MINUTE: Final = 60_000
_DAY: Final = 24 * 60 * _MINUTE


class LogFormat(enum.StrEnum):
    """How log events are written."""

    AUTO = "auto"
    """For people on a terminal, JSON anywhere else."""
    CONSOLE = "console"
    JSON = "json"


class LogLevel(enum.StrEnum):
    """From which level on log events are written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def _between(default: T, low: float, high: float) -> T:
    return attrs.field(default=default, metadata={_RANGE: (low, high)})


@attrs.frozen(kw_only=True)
class LimitSettings:
    """What one client, one room and one process are held to.

    Attributes:
        most_connections: WebSocket connections of the process.
        most_per_room: Of one room.
        most_per_address: TCP connections of one address, but for this machine's own and trusted proxies'.
        unfinished_rooms: Rooms that one person may have opened and not yet held to their end.
        most_live_rooms: Rooms in memory; no new ones are opened while there are so many.
        frames_per_second, burst: Frames of one connection, sustained and at once.
        largest_frame: Bytes of one frame.
        queue_bytes: Bytes that may wait for one slow reader.
        hello_timeout_ms: How long a connection may be silent before it says who it is.
        upload_bytes: Bytes of one uploaded document.
        http_pace: What the rates of HTTP requests are multiplied by, for load tests and big servers.
    """

    most_connections: int = _between(10_000, 1, 1_000_000)
    most_per_room: int = _between(64, 2, 10_000)
    most_per_address: int = _between(500, 1, 1_000_000)
    unfinished_rooms: int = _between(20, 1, 100_000)
    most_live_rooms: int = _between(10_000, 1, 1_000_000)
    frames_per_second: float = _between(10.0, 0.1, 10_000.0)
    burst: int = _between(40, 1, 100_000)
    largest_frame: int = _between(65_536, 1_024, 1_048_576)
    queue_bytes: int = _between(262_144, 65_536, 67_108_864)
    hello_timeout_ms: int = _between(5_000, 100, _MINUTE)
    upload_bytes: int = _between(10_485_760, 1_024, 104_857_600)
    http_pace: float = _between(1.0, 0.01, 100_000.0)


@attrs.frozen(kw_only=True)
class ServerSettings:
    """Everything that an operator may choose.

    Attributes:
        host: Address to listen on; only this machine reaches the default.
        port: TCP port; 0 takes a free one.
        data: Folder of the database and the secret.
        public_url: How people reach this server, when a proxy stands before it; empty otherwise.
        origins: Web origins, beside the server's own, that may open connections from a browser.
        trusted_proxies: Addresses or networks of the operator's own reverse proxies: what they say of
            people's addresses is believed.
        log_format: How log events are written.
        log_level: From which level on.
        drain_ms: Longest time that a stop may take.
        notice_ms: How long connections are still taken after `/readyz` says that the server stops.
        idle_room_ms: How long a room nobody listens to stays in memory.
        token_lifetime_ms: How long a guest stays signed in.
        metrics_token: What `/metrics` asks of whoever is not on this machine; empty: nobody else may look.
            Environment only.
        secret: Signs tokens and invitations; empty for the one in the data folder. Environment only.
        limits: What clients are held to.
    """

    host: str = "127.0.0.1"
    port: int = _between(8_000, 0, 65_535)
    data: Path = Path("server")
    public_url: str = ""
    origins: tuple[str, ...] = ()
    trusted_proxies: tuple[str, ...] = ()
    log_format: LogFormat = LogFormat.AUTO
    log_level: LogLevel = LogLevel.INFO
    drain_ms: int = _between(10_000, 500, 10 * _MINUTE)
    notice_ms: int = _between(1_000, 0, _MINUTE)
    idle_room_ms: int = _between(10 * _MINUTE, 1_000, _DAY)
    token_lifetime_ms: int = _between(30 * _DAY, _MINUTE, 3_650 * _DAY)
    metrics_token: str = attrs.field(
        default="", repr=lambda value: "***" if value else "''", metadata={_HIDDEN: True}
    )
    secret: str = attrs.field(
        default="", repr=lambda value: "***" if value else "''", metadata={_HIDDEN: True}
    )
    limits: LimitSettings = LimitSettings()

    @property
    def database(self) -> Path:
        """The file that holds all rooms."""
        return self.data / DATABASE_NAME

    @property
    def key_file(self) -> Path:
        """Where the secret is kept that was made at the first start."""
        return self.data / KEY_FILE_NAME


@attrs.frozen(kw_only=True)
class Setting:
    """One setting, as files and tables name it.

    Attributes:
        path: Its name; one within a group as `limits.burst`.
        bounds: The least and the greatest value, where there are such.
        secret: It must never be shown, nor stand in a file.
    """

    path: str
    bounds: tuple[float, float] | None
    secret: bool

    def value(self, settings: object) -> object:
        """Return its value."""
        for name in self.path.split("."):
            settings = getattr(settings, name)
        return settings


def _all(cls: type, prefix: str = "") -> Iterator[Setting]:
    for field in attrs.fields(cls):
        if isinstance(field.default, LimitSettings):
            yield from _all(LimitSettings, f"{field.name}.")
        else:
            yield Setting(
                path=prefix + field.name,
                bounds=field.metadata.get(_RANGE),
                secret=field.metadata.get(_HIDDEN, False),
            )


SETTINGS: Final = tuple(_all(ServerSettings))
"""Every setting, in the order of the classes."""
