"""What an operator chooses about the API."""

from __future__ import annotations

import enum

import attrs

from interview_engine.ids import Millis


class RateClass(enum.Enum):
    """How much a request costs; each class has a limit of its own."""

    ADDRESS = "address"
    """Every request, by address."""
    SIGN_IN = "sign_in"
    """New guests, by address."""
    GUESS = "guess"
    """Join codes that open nothing, by person."""
    GUESS_NETWORK = "guess_network"
    """The same by address: many people may share one, and one person may have many names."""
    READ = "read"
    WRITE = "write"
    HEAVY = "heavy"
    """Reports, evaluations, exports: seconds of computing."""
    UPLOAD = "upload"
    VOICE = "voice"
    """Recordings and texts read aloud: a provider is paid for them."""


@attrs.frozen(kw_only=True)
class Rate:
    """A token bucket: so many requests a second in the long run, and so many at once."""

    per_second: float
    burst: int


@attrs.frozen(kw_only=True)
class Rates:
    """The limit of each class."""

    address: Rate = Rate(per_second=50.0, burst=200)
    sign_in: Rate = Rate(per_second=0.2, burst=20)
    guess: Rate = Rate(per_second=0.1, burst=10)
    guess_network: Rate = Rate(per_second=0.5, burst=100)
    read: Rate = Rate(per_second=10.0, burst=60)
    write: Rate = Rate(per_second=5.0, burst=30)
    heavy: Rate = Rate(per_second=0.5, burst=10)
    upload: Rate = Rate(per_second=0.1, burst=5)
    voice: Rate = Rate(per_second=0.25, burst=15)

    def of(self, rate_class: RateClass) -> Rate:
        """Return the limit of a class."""
        found: Rate = getattr(self, rate_class.value)
        return found


@attrs.frozen(kw_only=True)
class ApiSettings:
    """What an operator chooses about the API.

    Attributes:
        public_url: Where people reach the server, for links; empty gives links without a host.
        origins: Web pages of other hosts that may use the API.
        json_limit, upload_limit, recording_limit: Most bytes of a body, an uploaded file, and a recording.
        longest_recording_ms: Longer recordings are not heard.
        token_lifetime_ms: How long a guest's token is good.
        longest_invitation_ms: How long an invitation may be good.
        most_live_rooms: No new rooms while so many are in memory.
        most_unfinished_rooms: How many rooms one person may have opened that have not come to their end.
        metrics_token: What `/metrics` asks of whoever is not on this machine; empty lets nobody else look.
        most_personas, most_questions, most_documents: How many of them one person may keep.
        rates: Limits of requests.
        readiness_ms: How long the store may take to answer `/readyz`.
        work_ms: How long a report or an evaluation may compute.
    """

    public_url: str = ""
    origins: tuple[str, ...] = ()
    json_limit: int = 262_144
    upload_limit: int = 10_485_760
    recording_limit: int = 10_485_760
    longest_recording_ms: Millis = Millis(600_000)
    token_lifetime_ms: Millis = Millis(30 * 86_400_000)
    longest_invitation_ms: Millis = Millis(30 * 86_400_000)
    most_live_rooms: int = 10_000
    most_unfinished_rooms: int = 20
    metrics_token: str = attrs.field(default="", repr=False)
    most_personas: int = 20
    most_questions: int = 200
    most_documents: int = 10
    rates: Rates = Rates()
    readiness_ms: Millis = Millis(2_000)
    work_ms: Millis = Millis(20_000)
