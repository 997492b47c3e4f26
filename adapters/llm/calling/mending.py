"""What is asked the second time, when a model could not do what was asked first."""

from __future__ import annotations

from typing import Final

import attrs

from adapters.llm.asking import ReplyUnfit
from adapters.llm.calling.call import Call, Repair
from adapters.llm.calling.failures import CallFailed

MORE_TO_THINK: Final = 4_096
"""Tokens on top for a model that thought up to its bound and said nothing."""
_SHORTER: Final = "Your reply was cut off at its length limit. Reply again, much shorter."


def plainer(call: Call) -> Call:
    """Return a call without what not every model takes: how much to think, and what to cache."""
    return attrs.evolve(call, plain=True, effort="", cache=False)


def with_more_room(call: Call, failed: CallFailed) -> Call:
    """Return the call after a truncated reply: in shorter words, or with more room where no word came."""
    if failed.said.strip():
        return attrs.evolve(call, repair=Repair(said="", advice=_SHORTER))
    return attrs.evolve(call, most_output_tokens=call.most_output_tokens + MORE_TO_THINK)


def mended(call: Call, said: str, unfit: ReplyUnfit) -> Call:
    """Return the call that tells a model what was wrong with its reply."""
    return attrs.evolve(call, repair=Repair(said=said, advice=unfit.advice))
