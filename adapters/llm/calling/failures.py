"""What can go wrong with a call, and what follows from it: one table for all providers."""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import Final

import attrs

from adapters.llm.calling.call import Usage


class FailureKind(enum.StrEnum):
    """Why a call gave no usable reply; stable words, for logs and events."""

    RATE_LIMITED = "rate_limited"
    OVERLOADED = "overloaded"
    UNREACHABLE = "unreachable"
    CUT_OFF = "cut_off"
    TIMED_OUT = "timed_out"
    GARBLED = "garbled"
    REFUSED = "refused"
    TRUNCATED = "truncated"
    KEY_REFUSED = "key_refused"
    NO_CREDIT = "no_credit"
    NO_SUCH_MODEL = "no_such_model"
    BAD_REQUEST = "bad_request"
    TOO_LONG = "too_long"


class Charge(enum.Enum):
    """What a failed call costs."""

    NOTHING = "nothing"
    """The provider turned it away."""
    AS_REPORTED = "as_reported"
    """The provider counted it; all that was reserved when it did not say."""
    UNKNOWN = "unknown"
    """It may have been worked on: all that was reserved is taken as spent."""


@attrs.frozen(kw_only=True)
class Consequence:
    """What follows from a kind of failure.

    Attributes:
        again: The same model may be asked again at once.
        breaks: It counts against the provider.
        hopeless: Nothing but an operator can mend it: the provider rests for long.
        repair: The model may be told to do better.
        plainer: The model may be asked again without what not every model takes.
        misfits: It counts against the model, whatever else its provider offers.
        gone: Nothing but an operator can mend it: the model rests for long.
        charge: What it costs.
    """

    again: bool = False
    breaks: bool = False
    hopeless: bool = False
    repair: bool = False
    plainer: bool = False
    misfits: bool = False
    gone: bool = False
    charge: Charge = Charge.NOTHING


CONSEQUENCES: Final = MappingProxyType(
    {
        FailureKind.RATE_LIMITED: Consequence(again=True),
        FailureKind.OVERLOADED: Consequence(again=True, breaks=True),
        FailureKind.UNREACHABLE: Consequence(again=True, breaks=True),
        FailureKind.CUT_OFF: Consequence(again=True, breaks=True, charge=Charge.UNKNOWN),
        FailureKind.TIMED_OUT: Consequence(breaks=True, charge=Charge.UNKNOWN),
        FailureKind.GARBLED: Consequence(again=True, breaks=True, charge=Charge.UNKNOWN),
        FailureKind.REFUSED: Consequence(charge=Charge.AS_REPORTED),
        FailureKind.TRUNCATED: Consequence(repair=True, misfits=True, charge=Charge.AS_REPORTED),
        FailureKind.KEY_REFUSED: Consequence(hopeless=True),
        FailureKind.NO_CREDIT: Consequence(hopeless=True),
        FailureKind.NO_SUCH_MODEL: Consequence(gone=True),
        FailureKind.BAD_REQUEST: Consequence(plainer=True, misfits=True),
        FailureKind.TOO_LONG: Consequence(),
    }
)


class CallFailed(Exception):
    """A call without a usable reply.

    Attributes:
        kind: Why.
        retry_after_s: How long the provider asks to be left alone; None when it does not say.
        usage: What it counted all the same.
        said: What the model said before it was cut off or refused.
        detail: The provider's own stable word for it, never a text that may quote the request.
    """

    def __init__(
        self,
        kind: FailureKind,
        *,
        retry_after_s: float | None = None,
        usage: Usage | None = None,
        said: str = "",
        detail: str = "",
    ) -> None:
        """Remember why."""
        super().__init__(kind)
        self.kind = kind
        self.retry_after_s = retry_after_s
        self.usage = usage
        self.said = said
        self.detail = detail

    @property
    def consequence(self) -> Consequence:
        """What follows from it."""
        return CONSEQUENCES[self.kind]

    def __str__(self) -> str:
        return f"{self.kind} ({self.detail})" if self.detail else str(self.kind)


BY_STATUS: Final = MappingProxyType(
    {
        400: FailureKind.BAD_REQUEST,
        401: FailureKind.KEY_REFUSED,
        402: FailureKind.NO_CREDIT,
        403: FailureKind.KEY_REFUSED,
        404: FailureKind.NO_SUCH_MODEL,
        408: FailureKind.OVERLOADED,
        409: FailureKind.OVERLOADED,
        413: FailureKind.TOO_LONG,
        422: FailureKind.BAD_REQUEST,
        429: FailureKind.RATE_LIMITED,
        499: FailureKind.CUT_OFF,
    }
)
"""What an HTTP status means at every provider; an adapter's own table comes before it."""


def kind_of_status(status: int) -> FailureKind:
    """Return what an HTTP status means when nothing more is known."""
    if status in BY_STATUS:
        return BY_STATUS[status]
    return FailureKind.OVERLOADED if status >= 500 else FailureKind.BAD_REQUEST


def seconds_asked(header: str | None) -> float | None:
    """Return the wait that a `Retry-After` header asks for; None when it is not a number of seconds."""
    try:
        seconds = float(header) if header else None
    except ValueError:
        return None
    return seconds if seconds is not None and 0 <= seconds < 86_400 else None
