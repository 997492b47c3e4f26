"""Who somebody is: a token comes in, a person comes out."""

from __future__ import annotations

from typing import NewType, Protocol

import attrs

UserId = NewType("UserId", str)
"""A person, the same on every device and in every room. Never shown to others."""


@attrs.frozen(kw_only=True)
class Person:
    """Somebody whose token was good.

    Attributes:
        user_id: Who.
        name: The display name that the token carries.
    """

    user_id: UserId
    name: str


class NotAuthenticated(Exception):
    """A token that proves nothing.

    NotAuthenticated
     |- TokenMissing: there is none
     |- TokenExpired: it was good once: sign in again
     |- TokenInvalid: forged, cut off, or another service's
     `- AccountClosed: the account was deleted
    """

    code = "token_invalid"

    def __str__(self) -> str:
        """Return the code; never the token."""
        return self.code


class TokenMissing(NotAuthenticated):
    """No token was given."""

    code = "token_missing"


class TokenExpired(NotAuthenticated):
    """The token was good once."""

    code = "token_expired"


class TokenInvalid(NotAuthenticated):
    """The token is forged, cut off, or made for somebody else."""


class AccountClosed(NotAuthenticated):
    """The token is good, and its account was deleted."""

    code = "account_closed"


class Identity(Protocol):
    """Checks tokens."""

    async def person(self, token: str) -> Person:
        """Return whose token this is.

        Raises:
            NotAuthenticated: It proves nothing; the error's class says why.
        """
