"""Commands come from outside: what doesn't hold its declared types, or isn't text, never reaches a rule.

A transport's decoder checks the same at the wire. This check is for everybody else: a library's user, a
provider's adapter. Whatever passes it can be written to the log and read back.
"""

from __future__ import annotations

from typing import Final

import msgspec

from interview_engine.core import commands as c

LARGEST_COMMAND = 262_144
"""Bytes of a command's JSON."""

_encoder: Final = msgspec.json.Encoder()
_BARE: Final = frozenset({c.Tick, c.PresenceChanged, c.OutageEnded})
"""Reports without content."""


def _families() -> list[type[c.Command]]:
    found: list[type[c.Command]] = []
    for family in (c.ParticipantCommand, c.OperatorCommand, c.Report):
        found += family.__subclasses__()
    return found


_DECODERS: Final = {cls: msgspec.json.Decoder(cls) for cls in _families() if cls not in _BARE}


def malformed(command: c.Command) -> str | None:
    """Return what is wrong with a command's shape, or None.

    Args:
        command: What was asked.

    Returns:
        A sentence for developers; it quotes nothing of the content.
    """
    decoder = _DECODERS.get(command.__class__)
    if decoder is None:
        return None
    try:
        written = _encoder.encode(command)
        if len(written) > LARGEST_COMMAND:
            return f"{len(written)} bytes, at most {LARGEST_COMMAND}"
        decoder.decode(written)
    except UnicodeEncodeError:
        return "a text holds half of a surrogate pair, which is no character"
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError) as error:
        return f"not of the declared types ({type(error).__name__})"
    return None
