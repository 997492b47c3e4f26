"""Keeps the log events of libraries off the screen of a person who sits in an interview."""

from __future__ import annotations

import logging
import warnings


def keep_quiet() -> None:
    """Let no log event reach the terminal: what went wrong stands in the interview's own log."""
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
