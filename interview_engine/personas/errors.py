"""What can go wrong with personas.

PersonasError
├── UnknownEntry            a lookup by id found nothing
│   ├── UnknownPersona      code unknown_persona
│   ├── UnknownInterviewer  code unknown_interviewer
│   └── UnknownQuestion     code unknown_question
├── BrokenPackageData       code broken_package_data: a shipped file does not read
└── InvalidPersona          code invalid_persona: a custom persona's text has problems
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from interview_engine.vocabulary import Bilingual, Language


class PersonasError(Exception):
    """Base of every error that this package raises on purpose."""

    code: ClassVar[str] = "personas_error"


class UnknownEntry(PersonasError):
    """A lookup by id found nothing; `known` says what exists."""

    code = "unknown_entry"
    what: ClassVar[str] = "entry"

    def __init__(self, wanted: str, known: tuple[str, ...]) -> None:
        super().__init__(wanted, known)
        self.wanted = wanted
        self.known = known

    def __str__(self) -> str:
        """Name what was wanted and the ids that exist, at most twenty of them."""
        listed = ", ".join(self.known[:20]) or "none"
        more = f" and {len(self.known) - 20} more" if len(self.known) > 20 else ""
        return f"unknown {self.what} {self.wanted!r}; known: {listed}{more}"


class UnknownPersona(UnknownEntry):
    """No candidate persona has this id."""

    code = "unknown_persona"
    what = "candidate persona"


class UnknownInterviewer(UnknownEntry):
    """No interviewer has this id."""

    code = "unknown_interviewer"
    what = "interviewer"


class UnknownQuestion(UnknownEntry):
    """No question of the bank has this id."""

    code = "unknown_question"
    what = "question"


class BrokenPackageData(PersonasError):
    """A file that ships with the package does not read."""

    code = "broken_package_data"

    def __init__(self, file: str, why: str) -> None:
        super().__init__(file, why)
        self.file = file
        self.why = why

    def __str__(self) -> str:
        """Name the file and the reason."""
        return f"package data {self.file} does not read: {self.why}"


@attrs.frozen(kw_only=True)
class Problem:
    """One thing wrong with one field of a custom persona."""

    field: str
    message: Bilingual


class InvalidPersona(PersonasError):
    """A custom persona's text has problems; `problems` holds all of them, not just the first."""

    code = "invalid_persona"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def explain(self, language: Language) -> str:
        """Return one line per problem: the field, what is wrong, and what is allowed."""
        return "\n".join(
            f"{problem.field}: {problem.message.spoken_in(language)}" for problem in self.problems
        )

    def __str__(self) -> str:
        """Return the English explanation."""
        return self.explain(Language.EN)
