"""Budgets: what is reserved and what is spent never exceeds a limit together.

A call reserves the most that it can cost, and settles what it did cost. All of it happens between two
awaits of one event loop, so of two calls that want the last of a budget one gets it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable

import attrs

from adapters.llm.asking import Account


class Scope(enum.StrEnum):
    """Whose budget it is."""

    ROOM = "room"
    PERSON = "person"
    DAY = "day"


@attrs.frozen(kw_only=True)
class Limit:
    """The most that may be spent; None where there is no limit.

    Attributes:
        tokens: Tokens in and out.
        micros: Millionths of a US dollar.
        seconds: Of sound, heard and spoken.
    """

    tokens: int | None = None
    micros: int | None = None
    seconds: int | None = None


UNLIMITED = Limit()


@attrs.frozen(kw_only=True)
class Limits:
    """The budgets.

    Attributes:
        room: Of one room, from its opening to its end.
        person: Of one person, each day (UTC).
        day: Of everybody together, each day (UTC).
    """

    room: Limit = UNLIMITED
    person: Limit = UNLIMITED
    day: Limit = UNLIMITED


NO_LIMITS = Limits()


@attrs.frozen(kw_only=True)
class Amount:
    """Tokens, money, and seconds of sound."""

    tokens: int = 0
    micros: int = 0
    seconds: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            tokens=self.tokens + other.tokens,
            micros=self.micros + other.micros,
            seconds=self.seconds + other.seconds,
        )

    def __sub__(self, other: Amount) -> Amount:
        return Amount(
            tokens=self.tokens - other.tokens,
            micros=self.micros - other.micros,
            seconds=self.seconds - other.seconds,
        )


class BudgetExhausted(Exception):
    """A budget does not hold another call.

    Attributes:
        scope: Whose.
    """

    def __init__(self, scope: Scope) -> None:
        """Remember whose."""
        super().__init__(scope)
        self.scope = scope

    def __str__(self) -> str:
        return f"budget_{self.scope}"


Pot = tuple[Scope, str, int]
"""A scope, whose it is, and the day that it is for (0: every day)."""


@attrs.frozen(kw_only=True)
class Reservation:
    """Money and tokens that are set aside for one call."""

    number: int
    pots: tuple[Pot, ...]
    amount: Amount


class Keeping:
    """Remembers reservations and settlements beyond the process; this one does not."""

    def reserved(self, reservation: Reservation) -> None:
        """Note a reservation, before its call is made."""

    def settled(self, reservation: Reservation, spent: Amount) -> None:
        """Note what a call cost."""


class Ledger:
    """The budgets of one process."""

    def __init__(self, limits: Limits, day: Callable[[], int], keeping: Keeping | None = None) -> None:
        """Open a ledger.

        Args:
            limits: The most that may be spent.
            day: Today, as a number of days since the epoch (UTC).
            keeping: Remembers it beyond the process.
        """
        self._limits = {Scope.ROOM: limits.room, Scope.PERSON: limits.person, Scope.DAY: limits.day}
        self._day = day
        self._keeping = keeping or Keeping()
        self._taken: dict[Pot, Amount] = {}
        self._open: dict[int, Reservation] = {}
        self._number = 0

    def reserve(self, account: Account, amount: Amount) -> Reservation:
        """Set the most that a call can cost aside.

        Raises:
            BudgetExhausted: A budget does not hold it; nothing was set aside.
        """
        pots = self._pots(account)
        for pot in pots:
            limit = self._limits[pot[0]]
            after = self.taken(pot) + amount
            # Only what a call asks for can be refused it: sound that is spent stops no text.
            if (
                _over(limit.tokens, after.tokens, amount.tokens)
                or _over(limit.micros, after.micros, amount.micros)
                or _over(limit.seconds, after.seconds, amount.seconds)
            ):
                raise BudgetExhausted(pot[0])
        self._number += 1
        reservation = Reservation(number=self._number, pots=pots, amount=amount)
        self._open[reservation.number] = reservation
        self._take(pots, amount)
        self._keeping.reserved(reservation)
        return reservation

    def settle(self, reservation: Reservation, spent: Amount) -> None:
        """Replace a reservation with what was spent; a second settlement changes nothing."""
        if self._open.pop(reservation.number, None) is None:
            return
        self._take(reservation.pots, spent - reservation.amount)
        self._keeping.settled(reservation, spent)

    def remember(self, pots: tuple[Pot, ...], amount: Amount) -> None:
        """Take what an earlier process spent into account."""
        self._take(pots, amount)

    def taken(self, pot: Pot) -> Amount:
        """Return what is reserved and spent of a pot."""
        return self._taken.get(pot, Amount())

    def today(self) -> Amount:
        """Return what is reserved and spent today, by everybody."""
        return self.taken((Scope.DAY, "", self._day()))

    def _pots(self, account: Account) -> tuple[Pot, ...]:
        day = self._day()
        pots: list[Pot] = [(Scope.ROOM, str(account.room_id), 0)]
        if account.person:
            pots.append((Scope.PERSON, account.person, day))
        pots.append((Scope.DAY, "", day))
        return tuple(pots)

    def _take(self, pots: tuple[Pot, ...], amount: Amount) -> None:
        for pot in pots:
            self._taken[pot] = self.taken(pot) + amount


def _over(limit: int | None, after: int, asked: int) -> bool:
    return limit is not None and asked > 0 and after > limit
