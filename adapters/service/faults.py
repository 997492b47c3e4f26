"""What a log line may say of an exception: never its text or its locals, which may hold a person's words."""

from __future__ import annotations

import traceback


def where(error: BaseException) -> str:
    """Return the place that raised an exception, as file:line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown"
