"""Tokens as a forger would write them: any header, any claims, any key."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping

SECRET = bytes(range(32))
Claim = str | int | float | bool | list[str] | None


def forged(
    claims: Mapping[str, Claim] | list[str], *, key: bytes = SECRET, header: Mapping[str, Claim] | None = None
) -> str:
    """Return a signed text, right in all that isn't asked to be wrong."""
    signed = f"{encoded(header or {'alg': 'HS256', 'typ': 'JWT'})}.{encoded(claims)}"
    signature = hmac.digest(key, signed.encode(), hashlib.sha256)
    return f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def encoded(part: Mapping[str, Claim] | list[str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
