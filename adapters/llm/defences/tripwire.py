"""The tripwire: whatever in a text speaks to the one who reads it for us, and the text without it.

It stands on the engine's own reading (`spoken_part`) and goes further, since a model follows what a rule of
words would not. The model is shown the whole answer first; when the wire was tripped, it is shown the clean
one too, and the lower reading counts. So a harmless sentence that trips it costs its words, and not the
answer.
"""

from __future__ import annotations

import functools
import re
from typing import Final

import attrs

from adapters.llm.defences import orders_en, orders_ko
from adapters.llm.defences.disguises import undone, unspeakable
from adapters.llm.defences.doubtful import is_doubtful
from adapters.llm.defences.shown_text import shown_text
from interview_engine.scoring.heuristic.hostile import spoken_part

_SENTENCES: Final = re.compile(r"(?<=[.!?。…])[\"'”’)\]]*\s+|(?<=니다)\s+|\n+")
_HANGUL: Final = re.compile(r"[가-힣]")


@attrs.frozen(kw_only=True)
class Reading:
    """A text with and without what trips the wire.

    Attributes:
        whole: As it may be shown.
        clean: Without the spans that give orders, plead or pretend; a line for each sentence.
        sober: The clean text without the sentences that ask something of a listener.
        tripped: Something was left out of the clean text.
    """

    whole: str
    clean: str
    sober: str
    tripped: bool

    @property
    def doubtful(self) -> bool:
        """Whether the sober text lacks something that the clean one has."""
        return self.sober != self.clean


@functools.lru_cache(maxsize=128)
def read(text: str) -> Reading:
    """Look for spans that speak to a judge, a model or a machine.

    Args:
        text: Anybody's text.
    """
    whole = shown_text(text)
    spoken = "\n".join(line for line in whole.splitlines() if not unspeakable(line))
    part = spoken_part(spoken)
    kept = [sentence for piece in part.sentences for sentence in _SENTENCES.split(piece) if sentence]
    honest = [sentence for sentence in kept if not speaks_to_the_reader(sentence)]
    tripped = spoken != whole or part.injected or len(honest) < len(kept)
    clean = [sentence for sentence in honest if not (tripped and _goes_with_it(sentence))]
    sober = [sentence for sentence in clean if not is_doubtful(sentence)]
    text = "\n".join(clean) if tripped else whole
    return Reading(
        whole=whole,
        clean=text,
        sober=text if len(sober) == len(clean) else "\n".join(sober),
        tripped=tripped,
    )


def told(text: str) -> str:
    """Return what a text tells, without what it asks of anybody: all that a writer sees of others' words.

    Args:
        text: Anybody's text.
    """
    return read(text).sober.strip()


def speaks_to_the_reader(sentence: str) -> bool:
    """Return whether a sentence gives orders, pleads or passes a verdict about the judging, disguised or not.

    Args:
        sentence: Folded.
    """
    return _is_order(sentence) or any(_is_order(bare) for bare in undone(sentence))


def _is_order(sentence: str) -> bool:
    korean = _HANGUL.search(sentence) is not None
    return (korean and orders_ko.speaks_to_the_reader(sentence)) or orders_en.speaks_to_the_reader(sentence)


def _goes_with_it(sentence: str) -> bool:
    korean = _HANGUL.search(sentence) is not None
    return orders_ko.goes_with_it(sentence) if korean else orders_en.goes_with_it(sentence)
