"""What language models cost, in Prometheus's format: read from the meter when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from adapters.llm.budgets.price import MICROS_PER_DOLLAR
from adapters.llm.meter import CostMeter

_LABELS = ("task", "model")


class _ModelCosts(Collector):
    def __init__(self, meter: CostMeter) -> None:
        self._meter = meter

    def collect(self) -> Iterator[Metric]:
        calls = CounterMetricFamily(
            "interview_llm_calls", "Calls of language models by outcome.", labels=(*_LABELS, "outcome")
        )
        tokens = CounterMetricFamily(
            "interview_llm_tokens", "Tokens as providers count them.", labels=(*_LABELS, "kind")
        )
        dollars = CounterMetricFamily(
            "interview_llm_dollars", "What the calls cost, in US dollars.", labels=_LABELS
        )
        seconds = CounterMetricFamily("interview_llm_seconds", "Time that calls took.", labels=_LABELS)
        sound = CounterMetricFamily(
            "interview_llm_sound_seconds", "Sound that was heard or spoken.", labels=_LABELS
        )
        for (task, choice), total in self._meter.totals().items():
            labels = [task.value, str(choice)]
            calls.add_metric([*labels, "answered"], total.calls - total.failed)
            calls.add_metric([*labels, "failed"], total.failed)
            tokens.add_metric([*labels, "input"], total.usage.input_tokens)
            tokens.add_metric([*labels, "cached"], total.usage.cached_tokens)
            tokens.add_metric([*labels, "output"], total.usage.output_tokens)
            dollars.add_metric(labels, total.micros / MICROS_PER_DOLLAR)
            seconds.add_metric(labels, total.latency_ms / 1000)
            sound.add_metric(labels, total.sound_s)
        yield from (calls, tokens, dollars, seconds, sound)


def watch_models(registry: CollectorRegistry, meter: CostMeter) -> None:
    """Show a meter's totals among a server's metrics."""
    registry.register(_ModelCosts(meter))
