"""The laws of an interview, each by its name: a checker looks at a history and says what broke it."""

from __future__ import annotations

from interview_engine.testing.invariants.registry import (
    INVARIANTS,
    Invariant,
    Violation,
    check,
)

__all__ = ["INVARIANTS", "Invariant", "Violation", "check"]
