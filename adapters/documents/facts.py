"""Facts: the lines of a résumé that make good individual questions, verbatim and in their order.

A document is data. What in it talks to a judge, a model or the interviewer about how to ask or to score is
no fact, and neither is what stands beside it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

import attrs

from adapters.documents.contacts import is_private, without_links
from adapters.documents.lines import lines_of
from adapters.documents.sections import Section, section_of
from adapters.documents.signals import THRESHOLD, askable
from interview_engine.core.rules.texts import LONGEST_FACT, MOST_FACTS
from interview_engine.scoring.heuristic.hostile import spoken_part
from interview_engine.scoring.plain_text import plain_text

LONGEST_QUOTE: Final = min(200, LONGEST_FACT)
"""Characters of a fact: a question can't quote more."""
MOST_LINES: Final = 3_000
"""Lines that are looked at: more are no résumé."""

_ORDERS: Final = re.compile(
    r"질문\S*.{0,16}(?:하지\s?(?:마|말)|말아|생략|건너뛰|금지|만\s?(?:해|하(?:세요|십시오|시오|라)|물어)"
    r"|해\s?(?:주세요|주십시오|주시|달라|줘)|내\s?(?:주세요|주십시오))|물어\s?(?:보지\s?(?:마|말)|봐\s?(?:주세요|달라|줘))"
    r"|\b(?:don't|do not|never|only|just|please)\s+ask\b|\bask\s+(?:me|the candidate|only|easy|no|nothing)\b",
    re.IGNORECASE,
)
_EDGES: Final = " \t|,;:·-–—~/"
_SAME: Final = re.compile(r"[\W_]+")


@attrs.frozen(kw_only=True)
class _Found:
    place: int
    points: int
    text: str


def facts_of(text: str) -> tuple[str, ...]:
    """Return what may be asked about: at most `MOST_FACTS` lines, the best ones if there are more.

    Args:
        text: A document's text.
    """
    lines = tuple(islice(lines_of(text), MOST_LINES))
    spoken = frozenset(spoken_part("\n".join(line.text for line in lines)).sentences)
    section: Section | None = None
    found: dict[str, _Found] = {}
    for place, line in enumerate(lines):
        heading = section_of(line.text)
        if heading is not None:
            section = heading
            continue
        if line.private or not _is_spoken(line.text, spoken):
            continue
        fact = _cut(plain_text(without_links(line.text)).strip(_EDGES))
        points = askable(fact, section, listed=line.listed)
        if points >= THRESHOLD and not is_private(fact):
            found.setdefault(_SAME.sub("", fact).lower(), _Found(place=place, points=points, text=fact))
    best = sorted(found.values(), key=lambda one: (-one.points, one.place))[:MOST_FACTS]
    return tuple(one.text for one in sorted(best, key=lambda one: one.place))


def _is_spoken(line: str, spoken: frozenset[str]) -> bool:
    """Return whether a line is neither an attempt to steer nor, in its document, part of one."""
    part = spoken_part(line)
    return not part.injected and not _ORDERS.search(plain_text(line)) and spoken.issuperset(part.sentences)


def _cut(fact: str) -> str:
    """Shorten a fact at a word's end."""
    if len(fact) <= LONGEST_QUOTE:
        return fact
    return fact[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0].rstrip(_EDGES) + "…"
