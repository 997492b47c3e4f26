"""One report may rest on several calls: their provenances become one, and so do their replies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import attrs
import msgspec

from adapters.llm.asking import Asked, T
from interview_engine.core.provenance import Provenance


def combined(*parts: Provenance) -> Provenance:
    """Return one provenance for a report that rests on several calls.

    Family and model are the first call's; hashes are hashed together; usage and cost add up; the calls ran
    side by side, so the longest latency counts.

    Args:
        parts: At least one, the one that names the opinion first.
    """
    first, *rest = parts
    if not rest:
        return first
    models = dict.fromkeys(part.model for part in parts)
    return Provenance(
        family=first.family,
        model="+".join(models),
        offline=all(part.offline for part in parts),
        prompt_version=first.prompt_version,
        parameters=first.parameters,
        request_hash=_together(part.request_hash for part in parts),
        reply_hash=_together(part.reply_hash for part in parts),
        input_tokens=sum(part.input_tokens for part in parts),
        cached_tokens=sum(part.cached_tokens for part in parts),
        output_tokens=sum(part.output_tokens for part in parts),
        cost_micros=sum(part.cost_micros for part in parts),
        latency_ms=max(part.latency_ms for part in parts),
    )


def shared(whole: Provenance, count: int) -> tuple[Provenance, ...]:
    """Return one call's provenance as that of several reports: usage and cost are divided, and add up again.

    Args:
        whole: The call's.
        count: How many reports rest on it.
    """
    return tuple(
        attrs.evolve(
            whole,
            input_tokens=_part(whole.input_tokens, count, place),
            output_tokens=_part(whole.output_tokens, count, place),
            cost_micros=_part(whole.cost_micros, count, place),
        )
        for place in range(count)
    )


def _part(total: int, count: int, place: int) -> int:
    return total // count + (place < total % count)


def replies(*asked: Asked[T]) -> str:
    """Return what the models answered, as JSON: one reply, or a list of several.

    Args:
        asked: At least one fit reply.
    """
    texts = [msgspec.json.encode(one.reply).decode() for one in asked]
    return texts[0] if len(texts) == 1 else f"[{','.join(texts)}]"


def _together(hashes: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()
