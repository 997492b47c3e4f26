"""How many tokens a call can take at most, known before it is made.

A byte-level tokenizer never makes more tokens than a text has bytes in UTF-8, and the others fall back to
bytes; what providers add around a request fits into the allowance.
"""

from __future__ import annotations

from typing import Final

import msgspec

from adapters.llm.calling.call import Call, Usage

ALLOWANCE: Final = 512
"""Tokens around the text: roles, separators, and what a provider adds to explain the schema."""


def most_usage(call: Call) -> Usage:
    """Return an upper bound of what a call can use."""
    repair = (call.repair.said, call.repair.advice) if call.repair else ()
    text = (call.stable, call.room, call.turn, *repair)
    length = sum(len(part.encode()) for part in text) + len(msgspec.json.encode(call.schema))
    return Usage(input_tokens=length + ALLOWANCE, output_tokens=call.most_output_tokens)
