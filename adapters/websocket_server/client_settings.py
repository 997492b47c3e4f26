"""How a client behaves, and how long it waits before it comes back."""

from __future__ import annotations

import attrs

from interview_engine.ids import Millis


@attrs.frozen(kw_only=True)
class ClientSettings:
    """A client's habits, in ms.

    Attributes:
        first_retry_ms: The first wait after a lost connection, before jitter; it doubles each time.
        longest_retry_ms: No wait is longer, before jitter, unless the server hints so.
        patience_ms: Without a connection for this long the client gives up; None for never.
        welcome_ms: How long a server may take to say welcome.
        pong_ms: How long a pong may take.
        ask_again_ms: When a command whose outcome the server does not know is sent again.
    """

    first_retry_ms: Millis = Millis(250)
    longest_retry_ms: Millis = Millis(10_000)
    patience_ms: Millis | None = Millis(120_000)
    welcome_ms: Millis = Millis(10_000)
    pong_ms: Millis = Millis(5_000)
    ask_again_ms: Millis = Millis(500)


def retry_wait(settings: ClientSettings, attempt: int, chance: float, hint_ms: int | None) -> float:
    """Return how long to wait before connecting again.

    Half of the wait is fixed and half is drawn, so that clients who lost the same server come back spread out
    and none at once.

    Args:
        settings: The client's habits.
        attempt: How many attempts have failed since the last welcome, from 0.
        chance: Drawn from [0, 1).
        hint_ms: What the server asked for; it spreads its clients itself, so the first attempt keeps to it.

    Returns:
        Milliseconds.
    """
    if hint_ms is not None and attempt == 0:
        return float(hint_ms)
    whole = min(float(settings.longest_retry_ms), settings.first_retry_ms * 2.0 ** min(attempt, 16))
    return max(float(hint_ms or 0), whole * (0.5 + chance / 2))
