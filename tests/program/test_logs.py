from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from adapters.program.logs import LoopTroubles, configure_logs
from adapters.program.settings import LogFormat, LogLevel

PERSONAL = "제가 직접 겪은 일입니다"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = (root.handlers, root.level)
    stream = io.StringIO()
    configure_logs(LogFormat.JSON, LogLevel.INFO, stream)
    yield stream
    root.handlers, root.level = before
    structlog.reset_defaults()


def events(lines: io.StringIO) -> list[dict[str, str]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_an_event_is_one_line_of_json_with_a_level_and_a_utc_instant(lines: io.StringIO) -> None:
    structlog.get_logger("rooms").info("turn.timed_out", room="r", turn="t")
    structlog.get_logger("rooms").debug("too.much")
    (event,) = events(lines)
    assert event["timestamp"].endswith("Z")
    del event["timestamp"]
    assert event == {"event": "turn.timed_out", "level": "info", "logger": "rooms", "room": "r", "turn": "t"}


def test_what_is_bound_to_the_context_is_on_every_line(lines: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(request_id="q1", room="r"):
        structlog.get_logger("http").info("request.ended")
    assert (events(lines)[0]["request_id"], events(lines)[0]["room"]) == ("q1", "r")


def test_a_library_speaks_in_the_same_form_without_the_values_that_it_quotes(lines: io.StringIO) -> None:
    logging.getLogger("uvicorn.error").error("bad request: %s", PERSONAL)
    logging.getLogger("uvicorn.error").info("connection open")
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: <Task %s>", PERSONAL)
    logging.getLogger("websockets.server").error(ValueError(PERSONAL))
    told = events(lines)
    assert [event["text"] for event in told] == [
        "bad request: %s",
        "Task exception was never retrieved",
        "ValueError",
    ]
    assert {event["event"] for event in told} == {"library.spoke"}
    assert PERSONAL not in lines.getvalue()


def test_what_a_peer_sends_and_what_a_stop_cuts_off_are_no_errors(lines: io.StringIO) -> None:
    library = logging.getLogger("uvicorn.error")
    library.error("Invalid UTF-8 sequence received from client.")
    for error in (asyncio.CancelledError(), ValueError(PERSONAL)):
        library.error("Exception in ASGI application\n", exc_info=error)
    assert [event["error"] for event in events(lines)] == ["ValueError"]


def test_an_exception_is_told_by_its_class_and_place(lines: io.StringIO) -> None:
    try:
        int(PERSONAL)
    except ValueError:
        structlog.get_logger("rooms").exception("report.failed")
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n")
    for event in events(lines):
        assert event["error"] == "ValueError"
        assert "test_logs.py:" in event["where"]
    assert PERSONAL not in lines.getvalue()


def test_a_task_that_fails_unseen_is_logged_without_its_message(lines: io.StringIO) -> None:
    async def fail() -> None:
        raise ValueError(PERSONAL)

    async def scene() -> None:
        asyncio.get_running_loop().set_exception_handler(LoopTroubles())
        task = asyncio.create_task(fail())
        await asyncio.wait({task})
        del task

    asyncio.run(scene())
    (event,) = events(lines)
    assert (event["event"], event["error"]) == ("task.failed", "ValueError")
    assert PERSONAL not in lines.getvalue()


def test_people_get_lines_for_people() -> None:
    stream = io.StringIO()
    root = logging.getLogger()
    before = (root.handlers, root.level)
    configure_logs(LogFormat.CONSOLE, LogLevel.WARNING, stream)
    structlog.get_logger("rooms").warning("room.quarantined", room="r")
    root.handlers, root.level = before
    structlog.reset_defaults()
    assert "room.quarantined" in stream.getvalue()
    assert not stream.getvalue().startswith("{")


def test_a_complaint_that_comes_again_and_again_is_told_now_and_then(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = 0.0
    configure_logs(LogFormat.JSON, LogLevel.INFO)
    troubles = LoopTroubles(lambda: now)
    loop = asyncio.new_event_loop()
    context: dict[str, object] = {
        "message": "socket.accept() out of system resource",
        "exception": OSError(24, "Too many open files"),
    }
    for _ in range(5_000):
        troubles(loop, context)
    troubles(loop, {"message": "something else"})
    now = 11.0
    troubles(loop, context)
    loop.close()
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["text"], line.get("more")) for line in told] == [
        ("socket.accept() out of system resource", None),
        ("something else", None),
        ("socket.accept() out of system resource", 4_999),
    ]
