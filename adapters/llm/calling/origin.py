"""What the log says of where a reply came from: enough to explain it without asking again."""

from __future__ import annotations

from typing import TypeVar

from adapters.llm.calling.call import Call, Reply
from adapters.llm.calling.fingerprint import parameters, reply_hash, request_hash
from adapters.llm.calling.job import Job
from adapters.llm.routing.settings import Choice, ModelSettings
from interview_engine.core.provenance import Provenance

T = TypeVar("T")


def came_from(
    choice: Choice, model: ModelSettings, call: Call, reply: Reply, job: Job[T], *, seconds: float
) -> Provenance:
    """Return a reply's provenance.

    Args:
        choice: Who was asked.
        model: What is known of that model: its family and its price.
        call: What it was asked, as it was sent last.
        reply: What it said.
        job: What it was asked for, with the trouble so far.
        seconds: How long it took, tries and mending counted.
    """
    return Provenance(
        family=model.family,
        model=choice.model,
        offline=False,
        prompt_version=job.prompt.version,
        request_hash=request_hash(choice.provider, call),
        reply_hash=reply_hash(reply.text),
        parameters=parameters(call),
        input_tokens=reply.usage.input_tokens,
        cached_tokens=reply.usage.cached_tokens,
        output_tokens=reply.usage.output_tokens,
        cost_micros=model.price.micros(reply.usage),
        latency_ms=round(seconds * 1000),
        trouble=" ".join(job.spending.trouble),
    )
