"""What language models cost this interview."""

from __future__ import annotations

from typing import Final

from rich.text import Text

from adapters.service.costs import Costs
from adapters.terminal.texts import Texts

MOST_TROUBLES: Final = 3
"""So many reasons are told: more of them would be no explanation."""


def cost_line(costs: Costs, texts: Texts) -> Text:
    """Return what the models of an interview cost, and how often none of them answered."""
    total = costs.total
    cached = round(100 * total.cached_tokens / total.input_tokens) if total.input_tokens else 0
    line = Text(
        texts.model_costs.format(
            dollars=dollars(total.cost_micros),
            input=total.input_tokens,
            cached=cached,
            output=total.output_tokens,
        ),
        style="cyan",
    )
    for cost in costs.models:
        line.append(f"\n  {cost.model} × {cost.pieces}", style="dim")
        if cost.cost_micros:
            line.append(f" · ${dollars(cost.cost_micros)}", style="dim")
    if costs.stood_in:
        line.append(f"\n  {texts.models_stood_in.format(count=costs.stood_in)}", style="yellow")
        troubles = " · ".join(
            f"{texts.model_troubles.get(why, why)} × {count}" for why, count in costs.troubles[:MOST_TROUBLES]
        )
        line.append(f"\n  {texts.models_stood_in_why.format(troubles=troubles)}", style="yellow")
        line.append(f"\n  {texts.models_stood_in_hint}", style="dim")
    return line


def cost_so_far(costs: Costs, texts: Texts) -> str:
    """Return in one short line what the models cost up to now; empty while none was asked."""
    if not costs.used_models:
        return ""
    total = costs.total
    return texts.model_costs_so_far.format(
        dollars=dollars(total.cost_micros), tokens=total.input_tokens + total.output_tokens
    )


def dollars(micros: int) -> str:
    """Return an amount in US dollars, to four places."""
    return f"{micros / 1_000_000:.4f}"
