"""Whether a question calls the candidate by name: judges read the question, and judge without names."""

from __future__ import annotations

import re
from typing import Final

from interview_engine.vocabulary import Language

_FOR_ANYBODY: Final = frozenset({"지원자", "candidate"})
"""Names that many go by, and that tell nobody apart."""
_CALLED: Final = {
    Language.KO: r"{name}\s*(?:지원자|님|씨)",
    Language.EN: r"(?:^|[,.?!;:]\s*){name}\s*[,.?!;:]",
}


def calls_by_name(question: str, name: str, language: Language) -> bool:
    """Return whether somebody is called by name in a question.

    Args:
        question: What the interviewer says.
        name: The candidate's display name; empty where all are asked.
        language: The language that is spoken.
    """
    shown = " ".join(name.split())
    if len(shown) < 2 or shown.casefold() in _FOR_ANYBODY:
        return False
    return re.search(_CALLED[language].format(name=re.escape(shown)), question, re.IGNORECASE) is not None
