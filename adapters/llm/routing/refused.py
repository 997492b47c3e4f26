"""Why a routing table can't be used."""

from __future__ import annotations


class RoutingError(Exception):
    """A routing table that can't be used.

    Attributes:
        code: `unreadable`, `bad_toml`, `bad_value`, `no_such_task`, `no_such_provider`, `bad_model` or
            `no_sound`.
        where: The file or variable that says so.
        detail: What a parser found, or the name that means nothing; never a key.
    """

    def __init__(self, code: str, *, where: str, detail: str = "") -> None:
        """Remember what is wrong."""
        super().__init__(code, where, detail)
        self.code, self.where, self.detail = code, where, detail

    def __str__(self) -> str:
        return " ".join(part for part in (self.code, self.where, self.detail) if part)
