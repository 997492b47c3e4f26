"""A person's own candidates: from TOML or JSON to a TOML text with an id that is theirs alone."""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Mapping

import msgspec

from adapters.service.people.identity import UserId
from interview_engine.personas.candidate import CandidatePersona
from interview_engine.personas.custom import parse_candidate_toml
from interview_engine.personas.errors import InvalidPersona, Problem
from interview_engine.vocabulary import Bilingual

LONGEST = 60_000
"""Characters of a persona's text."""


def mark_of(user_id: UserId) -> str:
    """Return what a person's persona ids begin with: no trace of who it is."""
    return "u" + hashlib.blake2b(user_id.encode(), digest_size=6, person=b"persona").hexdigest()


def read_persona(text: str, user_id: UserId) -> tuple[CandidatePersona, str]:
    """Return the persona that a TOML text describes, and the text to keep, with an id that is its owner's.

    Args:
        text: TOML, with any id.
        user_id: Whose it becomes.

    Raises:
        InvalidPersona: With every problem.
    """
    try:
        table: dict[str, object] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _unreadable() from error
    return persona_of_table(table, user_id)


def persona_of_table(table: Mapping[str, object], user_id: UserId) -> tuple[CandidatePersona, str]:
    """Return the persona that a table describes, and the text to keep: see `read_persona`."""
    # The first reading complains of what is wrong, in the author's own words and places.
    persona = parse_candidate_toml(_written(table))
    mark = mark_of(user_id)
    persona_id = persona.id if persona.id.startswith(mark + "-") else f"{mark}-{persona.id}"
    kept = _written({**table, "id": persona_id})
    return parse_candidate_toml(kept), kept


def _written(table: Mapping[str, object]) -> str:
    try:
        text = "\n".join(f"{_string(key)} = {_value(value)}" for key, value in table.items()) + "\n"
        text.encode()
    except (_NoToml, RecursionError, UnicodeEncodeError) as error:
        raise _unreadable() from error
    if len(text) > LONGEST:
        raise InvalidPersona(
            (
                Problem(
                    field="TOML",
                    message=Bilingual(
                        ko=f"전체 {LONGEST:,}자까지 쓸 수 있습니다.",
                        en=f"at most {LONGEST:,} characters in all",
                    ),
                ),
            )
        )
    return text


class _NoToml(Exception):
    """A value that TOML can't hold, or personas don't."""


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            if not -(2**63) <= value < 2**63:
                raise _NoToml
            return str(value)
        case float() if math.isfinite(value):
            return repr(value)
        case str():
            return _string(value)
        case list():
            return "[" + ", ".join(_value(item) for item in value) + "]"
        case dict():
            return "{" + ", ".join(f"{_string(key)} = {_value(item)}" for key, item in value.items()) + "}"
        case _:
            raise _NoToml


def _string(text: object) -> str:
    if not isinstance(text, str):
        raise _NoToml
    # JSON's escapes are TOML's too, but for DEL, which JSON leaves bare.
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")


def _unreadable() -> InvalidPersona:
    message = Bilingual(ko="TOML 문법이 맞지 않습니다.", en="not valid TOML")
    return InvalidPersona((Problem(field="TOML", message=message),))
