"""What a room's log says about its costs."""

from __future__ import annotations

import attrs

from adapters.service.costs import OFFLINE, costs_of
from interview_engine.core import events as e
from interview_engine.core.log import Record, record_events
from interview_engine.core.provenance import Provenance
from interview_engine.ids import Millis, Salt, SeatId, TurnId

MODEL = Provenance(
    family="openai",
    model="m",
    offline=False,
    input_tokens=100,
    cached_tokens=40,
    output_tokens=10,
    cost_micros=7,
)
STOOD_IN = Provenance(family="offline-writer", trouble="openai:m=timed_out", cost_micros=5)
BY_DESIGN = Provenance(family="heuristic", trouble="own_family")


def log(*made: Provenance) -> tuple[Record, ...]:
    events = tuple(
        e.AnswerPrepared(
            at=Millis(1), seat_id=SeatId("ai-1"), turn_id=TurnId("r1-1"), text="말", provenance=one
        )
        for one in made
    )
    return record_events((e.InterviewPaused(at=Millis(0), by=None), *events), Salt("a salt for tests"))


def test_costs_add_up_by_model_the_dearest_first() -> None:
    dear = attrs.evolve(MODEL, family="anthropic", cost_micros=50)
    found = costs_of(log(MODEL, dear, MODEL))
    assert [(cost.model, cost.pieces, cost.cost_micros) for cost in found.models] == [
        ("anthropic:m", 1, 50),
        ("openai:m", 2, 14),
    ]
    assert (found.total.input_tokens, found.total.cached_tokens, found.total.cost_micros) == (300, 120, 64)
    assert found.used_models


def test_what_a_model_failed_to_do_is_told_apart_from_what_it_may_not_do() -> None:
    found = costs_of(log(STOOD_IN, BY_DESIGN, Provenance(family="offline-writer")))
    assert found.stood_in == 1
    assert [(cost.model, cost.pieces) for cost in found.models] == [(OFFLINE, 3)]
    assert found.total.cost_micros == 5


def test_why_models_stood_aside_is_told_the_commonest_first() -> None:
    def offline(trouble: str) -> Provenance:
        return Provenance(family="offline-writer", trouble=trouble)

    found = costs_of(
        log(
            offline("openai:m=key_refused (invalid_api_key)"),
            offline("openai:m=resting (key_refused) anthropic:m=timed_out"),
            offline("openai:m=resting"),
            offline("openai:m=unfit:asked_before"),
            offline("openai:m=rate_limited (429)"),
            BY_DESIGN,
        )
    )
    assert found.troubles == (("key_refused", 2), ("rate_limited", 1), ("resting", 1), ("unfit", 1))
    assert found.stood_in == 5


def test_an_interview_without_models_has_nothing_to_tell() -> None:
    assert not costs_of(log(Provenance(family="offline-writer"), BY_DESIGN)).used_models
