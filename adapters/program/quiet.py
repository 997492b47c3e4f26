"""Keeps the log events of libraries off the screen of a person who sits in an interview."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """Let no log event reach the terminal meanwhile: what went wrong stands in the interview's own log."""
    import structlog

    before = structlog.get_config()
    nothing = logging.NullHandler()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.getLogger().addHandler(nothing)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(nothing)
        structlog.configure(**before)
