"""Signed claims: a text is accepted in the one form in which it was written, or not at all.

JWT with HS256. Each use has an audience of its own, so that an invitation is no token. PyJWT checks the
signature, the algorithm, audience, issuer and that nothing required is missing; the instant is compared
here, with the service's clock. What releases of PyJWT disagree on is decided here as well: 2.10 reads base64
with stray bits in its last character, and passes over a header that calls for more than it understands.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Final

import attrs
import jwt

from interview_engine.ids import Millis

ALGORITHM: Final = "HS256"
ISSUER: Final = "interview-engine"
SHORTEST_SECRET: Final = 32
"""Bytes; RFC 7518, 3.2: a key for HS256 is no shorter than its hash."""

_LONGEST: Final = 4_096
_HEADER: Final = {"alg": ALGORITHM, "typ": "JWT"}
_REQUIRED: Final = ("exp", "sub", "aud", "iss")
_FORM: Final = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+", re.ASCII)


@attrs.frozen(kw_only=True)
class Claims:
    """What a signed text says.

    Attributes:
        subject: Whom or what it is about.
        expires_at: From this instant on it proves nothing.
        own: Further claims of its use.
    """

    subject: str
    expires_at: Millis
    own: Mapping[str, str] = attrs.field(factory=dict)


class Signer:
    """Signs and reads claims for one audience."""

    def __init__(self, secret: bytes, audience: str) -> None:
        """Prepare a signer.

        Args:
            secret: At least `SHORTEST_SECRET` random bytes.
            audience: The use; texts for another one are not read.

        Raises:
            ValueError: The secret is too short.
        """
        if len(secret) < SHORTEST_SECRET:
            raise ValueError(f"a secret has {SHORTEST_SECRET} bytes or more, this one {len(secret)}")
        self._secret = secret
        self._audience = audience

    def sign(self, claims: Claims) -> str:
        """Return claims as a text that fits into a link."""
        payload = {
            **claims.own,
            "sub": claims.subject,
            "aud": self._audience,
            "iss": ISSUER,
            # RFC 7519 counts seconds, and lets them have a fraction.
            "exp": claims.expires_at / 1000,
        }
        return jwt.encode(payload, self._secret, algorithm=ALGORITHM)

    def read(self, text: str) -> Claims | None:
        """Return the claims of a text, expired or not; None when it is not one that was signed here."""
        if not _well_formed(text):
            return None
        try:
            if jwt.get_unverified_header(text) != _HEADER:
                return None
            payload: dict[str, object] = jwt.decode(
                text,
                self._secret,
                algorithms=[ALGORITHM],
                audience=self._audience,
                issuer=ISSUER,
                leeway=0,
                options={
                    "require": list(_REQUIRED),
                    "strict_aud": True,
                    "enforce_minimum_key_length": True,
                    # By the machine's clock, and off by up to a second; `expires_at` is compared instead.
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
        except jwt.PyJWTError:
            return None
        return _claims(payload)


def _well_formed(text: str) -> bool:
    if len(text) > _LONGEST or not _FORM.fullmatch(text):
        return False
    return all(_encoded_once(part) for part in text.split("."))


def _encoded_once(part: str) -> bool:
    """Return whether a part is what encoding its bytes gives."""
    try:
        data = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except binascii.Error:
        return False
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode() == part


def _claims(payload: Mapping[str, object]) -> Claims | None:
    expires, subject = payload["exp"], payload["sub"]
    if isinstance(expires, bool) or not isinstance(expires, int | float) or not isinstance(subject, str):
        return None
    try:
        expires_at = Millis(round(expires * 1000))
    except (ValueError, OverflowError):
        # Infinity and "not a number" are numbers to Python's JSON.
        return None
    own = {name: value for name, value in payload.items() if name not in _REQUIRED and isinstance(value, str)}
    return Claims(subject=subject, expires_at=expires_at, own=own)
