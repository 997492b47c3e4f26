from __future__ import annotations

import attrs
import msgspec

from adapters.llm.asking import Asked
from adapters.llm.tasks.judged import GivenLevel, JudgedCriterion
from adapters.llm.tasks.provenances import combined, replies, shared
from tests.llm.tasks.scripted_asking import USAGE

ONE = JudgedCriterion(quote="“그대로”", reason="", level=GivenLevel.MEETS)


def test_a_single_call_stays_as_it_is() -> None:
    assert combined(USAGE) == USAGE


def test_several_calls_add_up_and_name_the_first() -> None:
    other = attrs.evolve(USAGE, family="anthropic", model="b-model", latency_ms=2_000, cost_micros=5)
    found = combined(USAGE, other)
    assert (found.family, found.model) == ("openai", "a-model+b-model")
    assert found.cost_micros == USAGE.cost_micros + 5
    assert found.latency_ms == 2_000
    assert len(found.request_hash) == 64
    assert found.request_hash != USAGE.request_hash
    assert not found.offline


def test_a_shared_call_is_divided_without_a_remainder() -> None:
    parts = shared(USAGE, 4)
    for name in ("input_tokens", "output_tokens", "cost_micros"):
        assert sum(getattr(part, name) for part in parts) == getattr(USAGE, name)
    assert max(part.output_tokens for part in parts) - min(part.output_tokens for part in parts) <= 1


def test_replies_are_kept_as_json() -> None:
    asked = Asked(reply=ONE, provenance=USAGE)
    assert msgspec.json.decode(replies(asked), type=JudgedCriterion) == ONE
    assert replies(asked, asked) == f"[{replies(asked)},{replies(asked)}]"
