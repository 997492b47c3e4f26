"""One pipeline for all logs: ours as dotted past facts with fields, the libraries' without what they quote.

Nothing personal gets in: exceptions are told by class and place, and what a library says by its template,
for the values that it would fill in may be a person's words.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import IO, Final

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from adapters.program.settings import LogFormat, LogLevel
from adapters.service.faults import where

log = structlog.get_logger("server")

_LIBRARIES: Final = ("uvicorn", "uvicorn.error", "uvicorn.access", "websockets", "asyncio", "httpx")
_PEERS_FAULT: Final = "Invalid UTF-8 sequence received from client"
_LONGEST_TEMPLATE: Final = 200
_TOLD_AGAIN_S: Final = 10.0
_MOST_TOLD: Final = 1_000
_STAMPS: Final[tuple[Processor, ...]] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)
"""What every event bears, wherever it is written."""
_JSON: Final = structlog.processors.JSONRenderer(ensure_ascii=False)


def configure_logs(log_format: LogFormat, level: LogLevel, stream: IO[str] | None = None) -> None:
    """Send all log events of the process through one pipeline.

    Args:
        log_format: JSON lines, or lines for people; `auto` looks whether the stream is a terminal.
        level: From which level on events are written; the libraries' from warnings on.
        stream: Where to; standard error by default.
    """
    out = sys.stderr if stream is None else stream
    stamps = (*_STAMPS, _without_messages)
    structlog.configure(
        processors=[*stamps, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level.value),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_library, *stamps],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _renderer(log_format, out),
            ],
            use_get_message=False,
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.value.upper())
    for name in _LIBRARIES:
        library = logging.getLogger(name)
        library.handlers = []
        library.propagate = True
        library.setLevel(logging.WARNING)
        library.addFilter(_tells_of_the_server)


def json_line(name: str, event: str, fields: Mapping[str, object]) -> str:
    """Return an event in the shape of the JSON log, for a stream that is not the log.

    Args:
        name: The logger whose event it is.
        event: A dotted past fact; it comes first in the line.
        fields: What it tells.
    """
    logger = logging.getLogger(name)
    said: EventDict = {"event": event, **fields}
    for stamp in _STAMPS:
        stamped = stamp(logger, "info", said)
        assert isinstance(stamped, dict), "a stamp adds to an event"
        said = stamped
    return str(_JSON(logger, "info", said))


def for_people(log_format: LogFormat, out: IO[str]) -> bool:
    """Return whether a stream is written for people to read."""
    return log_format is LogFormat.CONSOLE or (log_format is LogFormat.AUTO and out.isatty())


class LoopTroubles:
    """Logs what the event loop has nobody to tell; the same again only after a while, with how often.

    A loop that can't accept for want of descriptors complains thousands of times a second.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing told; the clock counts seconds."""
        self._clock = clock
        self._told_at: dict[tuple[str, str], float] = {}
        self._untold: Counter[tuple[str, str]] = Counter()

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        """Note a complaint: what `loop.set_exception_handler` takes."""
        del loop
        error = context.get("exception")
        if isinstance(error, Exception) and not isinstance(error, OSError):
            told = {"error": type(error).__name__, "where": where(error)}
            event = "task.failed"
        else:
            told = {"text": _first_line(context.get("message"))}
            event = "loop.complained"
            if isinstance(error, OSError):
                told["error"] = type(error).__name__
        key = (event, str(told))
        now = self._clock()
        if now - self._told_at.get(key, -_TOLD_AGAIN_S) < _TOLD_AGAIN_S:
            self._untold[key] += 1
            return
        if len(self._told_at) > _MOST_TOLD:
            self._told_at.clear()
        self._told_at[key] = now
        more = self._untold.pop(key, 0)
        log.error(event, **told, **({"more": more} if more else {}))


def _renderer(log_format: LogFormat, out: IO[str]) -> Processor:
    if for_people(log_format, out):
        return structlog.dev.ConsoleRenderer(colors=out.isatty())
    return _JSON


def _tells_of_the_server(record: logging.LogRecord) -> bool:
    """Return whether a library's record is worth an operator's look: what a peer sends is no error of ours.

    Nor is a request that an orderly stop cuts off: the server's own events tell of the stop.
    """
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, asyncio.CancelledError) or str(record.msg).startswith(_PEERS_FAULT))


def _library(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Tell a library's record by its template: values that belong into it are left out."""
    del logger, method
    # The record's own message: an exception given as one has become its text already in the event.
    event["text"] = _first_line(event["_record"].msg)
    event["event"] = "library.spoke"
    return event


def _without_messages(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Tell an exception by its class and place: its message may quote anything."""
    del logger, method
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, Exception):
        event["error"] = type(error).__name__
        event["where"] = where(error)
    elif isinstance(error, BaseException):
        event["error"] = type(error).__name__
    event.pop("stack_info", None)
    return event


def _first_line(text: object) -> str:
    if not isinstance(text, str):
        return type(text).__name__
    return text.strip().partition("\n")[0][:_LONGEST_TEMPLATE]
