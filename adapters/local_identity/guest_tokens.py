"""The `Identity` of guests: a token that carries a user id and a display name, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from adapters.local_identity.signing import Claims, Signer
from adapters.service.people.identity import Person, TokenExpired, TokenInvalid, TokenMissing, UserId
from interview_engine.core.refusals import CommandRefused
from interview_engine.core.rules.texts import checked_name
from interview_engine.ids import Millis

AUDIENCE: Final = "interview-engine/guest"
USER_ID_BYTES: Final = 16

_NAME: Final = "name"


def new_user_id(chance: Callable[[int], bytes]) -> UserId:
    """Return a user id that nobody can guess.

    Args:
        chance: Returns as many random bytes as it is asked for: `secrets.token_bytes`.
    """
    return UserId("guest-" + chance(USER_ID_BYTES).hex())


class GuestTokens:
    """Issues tokens to guests, and tells whose they are."""

    def __init__(self, secret: bytes, now: Callable[[], Millis]) -> None:
        """Prepare.

        Args:
            secret: At least 32 random bytes, the same at every start.
            now: Wall clock, ms since the Unix epoch.

        Raises:
            ValueError: The secret is too short.
        """
        self._signer = Signer(secret, AUDIENCE)
        self._now = now

    def issue(self, person: Person, lifetime_ms: int) -> str:
        """Return a token for a person.

        Args:
            person: Who; the name is kept as a seat would show it, without outer white space.
            lifetime_ms: How long it is good, from now on.

        Raises:
            CommandRefused: `bad_value` or `text_too_long`: the name is none that a seat could have.
        """
        claims = Claims(
            subject=person.user_id,
            expires_at=Millis(self._now() + lifetime_ms),
            own={_NAME: checked_name(person.name)},
        )
        return self._signer.sign(claims)

    async def person(self, token: str) -> Person:
        """Return whose token this is: see `Identity.person`."""
        if not token:
            raise TokenMissing
        claims = self._signer.read(token)
        if claims is None or not claims.subject or not _is_name(claims.own.get(_NAME, "")):
            raise TokenInvalid
        if self._now() >= claims.expires_at:
            raise TokenExpired
        return Person(user_id=UserId(claims.subject), name=claims.own[_NAME])


def _is_name(text: str) -> bool:
    try:
        return checked_name(text) == text
    except CommandRefused:
        return False
