"""A problem as the API raises it, and as RFC 9457 (`application/problem+json`) writes it."""

from __future__ import annotations

import attrs
import msgspec


class FieldProblem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with one field.

    Attributes:
        field: Where it stands: `settings.difficulty`.
        message: What is wrong, for people or developers; it quotes no content.
    """

    field: str
    message: str


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Problem details (RFC 9457).

    Attributes:
        type: A reference to the code's description on the documentation page.
        title: What kind of problem it is, in English.
        status: The HTTP status.
        detail: What happened this time, for developers; it quotes no content.
        code: Stable; one of the catalogue's.
        message: What to tell the person, in their language.
        request_id: Names the request in the server's log.
        errors: What is wrong with which field.
    """

    type: str
    title: str
    status: int
    code: str
    message: str
    detail: str = ""
    request_id: str = ""
    errors: tuple[FieldProblem, ...] = ()


@attrs.define(kw_only=True, eq=False)
class ApiError(Exception):
    """A request can't be answered as asked.

    Attributes:
        code: One of the catalogue's.
        detail: For developers; never content.
        errors: What is wrong with which field.
        retry_after: Whole seconds after which it may be tried again; 0 for no such advice.
    """

    code: str = attrs.field(kw_only=False)
    detail: str = ""
    errors: tuple[FieldProblem, ...] = ()
    retry_after: int = 0

    def __str__(self) -> str:
        """Return the code."""
        return self.code
