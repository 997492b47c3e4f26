"""Reading fields of a TOML document one by one, collecting every problem instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeVar

import attrs

from interview_engine.personas.errors import Problem
from interview_engine.personas.particles import with_particle
from interview_engine.vocabulary import Bilingual

E = TypeVar("E", bound=Enum)
_BLANK = Bilingual(ko="", en="")
_SHAPE = '{ ko = "...", en = "..." }'


@attrs.define(kw_only=True)
class TableReader:
    """Reads one table; tables inside it share its list of problems.

    Attributes:
        table: The table as the decoder returns it.
        path: Where the table stands, for messages; empty at the top.
        problems: Everything wrong so far.
    """

    table: Mapping[str, object]
    path: str = ""
    problems: list[Problem] = attrs.field(factory=list)

    def refuse(self, key: str, ko: str, en: str) -> None:
        """Note a problem with a field."""
        self.problems.append(Problem(field=self.path + key, message=Bilingual(ko=ko, en=en)))

    def allow_only(self, keys: tuple[str, ...]) -> None:
        """Note every field that is not one of these."""
        for key in self.table:
            if key not in keys:
                allowed = ", ".join(keys)
                self.refuse(
                    key,
                    f"알 수 없는 항목입니다. 쓸 수 있는 항목: {allowed}",
                    f"unknown field; allowed: {allowed}",
                )

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a field that is one string."""
        value = self.table.get(key)
        if value is None and not required:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, "비어 있지 않은 글자로 적어야 합니다.", "must be a non-empty string")
            return ""
        return value.strip()

    def bilingual(self, key: str, *, required: bool = False) -> Bilingual:
        """Return a field that is a string for both languages, or a table with ko and en."""
        value = self.table.get(key)
        if value is None and not required:
            return _BLANK
        return self._bilingual(key, value)

    def bilinguals(self, key: str, *, least: int = 0) -> tuple[Bilingual, ...]:
        """Return a field that is a list of such texts."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or len(value) < least:
            self.refuse(key, f"{least}개 이상의 목록이어야 합니다.", f"must be a list of at least {least}")
            return ()
        return tuple(self._bilingual(f"{key}[{index}]", entry) for index, entry in enumerate(value))

    def words(self, key: str) -> tuple[str, ...]:
        """Return a field that is a list of strings."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.refuse(key, "글자의 목록이어야 합니다.", "must be a list of strings")
            return ()
        return tuple(str(entry) for entry in value)

    def chosen(self, key: str, choices: type[E], *, least: int = 0) -> tuple[E, ...]:
        """Return a field that lists values of a closed list."""
        named = self.words(key)
        if len(named) < least:
            allowed = _listed(choices)
            self.refuse(
                key,
                f"{least}개 이상 골라야 합니다. 고를 수 있는 값: {allowed}",
                f"choose at least {least} of: {allowed}",
            )
        return tuple(found for name in named if (found := self._choice(key, name, choices)) is not None)

    def choice(self, key: str, choices: type[E]) -> E | None:
        """Return a field that is one value of a closed list; None when it is absent or wrong."""
        name = self.text(key)
        return self._choice(key, name, choices) if name else None

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """Return a field that is a whole number in a range."""
        value = self.table.get(key, default)
        # bool is an int in Python, but `true` is not a number of anything.
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.refuse(
                key,
                f"{low}에서 {high} 사이의 정수여야 합니다.",
                f"must be a whole number from {low} to {high}",
            )
            return default
        return value

    def inner(self, key: str) -> TableReader:
        """Return a reader of a table inside this one; of an empty one when it is absent or wrong."""
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, "표([이름])여야 합니다.", "must be a table")
            value = {}
        return TableReader(table=value, path=f"{self.path}{key}.", problems=self.problems)

    def inner_list(self, key: str) -> tuple[TableReader, ...]:
        """Return readers of a list of tables."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.refuse(key, "표의 목록([[이름]])이어야 합니다.", "must be a list of tables ([[name]])")
            return ()
        return tuple(
            TableReader(table=entry, path=f"{self.path}{key}[{index}].", problems=self.problems)
            for index, entry in enumerate(value)
        )

    def _bilingual(self, key: str, value: object) -> Bilingual:
        if isinstance(value, str) and value.strip():
            return Bilingual(ko=value.strip(), en=value.strip())
        if isinstance(value, dict):
            inner = TableReader(table=value, path=f"{self.path}{key}.", problems=self.problems)
            inner.allow_only(("ko", "en"))
            return Bilingual(ko=inner.text("ko", required=True), en=inner.text("en", required=True))
        missing = value is None
        self.refuse(
            key,
            f"{'필수 항목입니다. ' if missing else ''}글자, 또는 {_SHAPE} 로 적어야 합니다.",
            f"{'is required: ' if missing else 'must be '}a string or {_SHAPE}",
        )
        return _BLANK

    def _choice(self, key: str, name: str, choices: type[E]) -> E | None:
        for member in choices:
            if member.value == name:
                return member
        allowed = _listed(choices)
        self.refuse(
            key,
            f"{with_particle(f'‘{name}’', '은')} 쓸 수 없습니다. 고를 수 있는 값: {allowed}",
            f"{name!r} is not allowed; choose from: {allowed}",
        )
        return None


def _listed(choices: type[Enum]) -> str:
    """Return the values of a closed list for a message."""
    members: Sequence[Enum] = list(choices)
    return ", ".join(str(member.value) for member in members)
