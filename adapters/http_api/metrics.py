"""Metrics in Prometheus's format: what `adapters.service.measuring` tells, and figures read on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Protocol

import attrs
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

_APPEND = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)
_EFFECT = (0.005, 0.025, 0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 45.0)
_HTTP = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class HttpMetrics:
    """Counts requests."""

    def __init__(self, registry: CollectorRegistry) -> None:
        """Add the metrics to a registry."""
        self._requests = Counter(
            "interview_http_requests_total",
            "HTTP requests by route and status.",
            ("method", "route", "status"),
            registry=registry,
        )
        self._seconds = Histogram(
            "interview_http_seconds",
            "Time to answer an HTTP request.",
            ("route",),
            buckets=_HTTP,
            registry=registry,
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        known = method if method in _METHODS else "OTHER"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class ServiceMetrics:
    """A `Meter` for the application service."""

    def __init__(self, registry: CollectorRegistry) -> None:
        """Add the metrics to a registry."""
        commands = Counter(
            "interview_commands_total", "Commands by outcome.", ("outcome", "code"), registry=registry
        )
        appends = Histogram(
            "interview_append_seconds",
            "Time to make records durable.",
            ("outcome",),
            buckets=_APPEND,
            registry=registry,
        )
        effects = Histogram(
            "interview_effect_seconds",
            "Time to do an effect's work.",
            ("effect", "outcome"),
            buckets=_EFFECT,
            registry=registry,
        )

        # Looked up once for each of the few that there are: the library checks and locks each time.
        self._command = cache(commands.labels)
        self._append = cache(appends.labels)
        self._effect = cache(effects.labels)

    def commanded(self, outcome: str, code: str) -> None:
        """Count a person's command."""
        self._command(outcome, code).inc()

    def appended(self, outcome: str, seconds: float) -> None:
        """Note an append."""
        self._append(outcome).observe(seconds)

    def performed(self, effect: str, outcome: str, seconds: float) -> None:
        """Note an effect's attempt."""
        self._effect(effect, outcome).observe(seconds)


class GatewayFigures(Protocol):
    """What the WebSocket gateway counts."""

    connections: int
    rooms: int
    frames_sent: int
    frames_dropped: int
    resyncs: int
    closed: dict[str, int]


@attrs.frozen
class _GatewayCollector(Collector):
    figures: Callable[[], GatewayFigures]

    def collect(self) -> Iterator[Metric]:
        """Yield the figures as they are now."""
        now = self.figures()
        yield GaugeMetricFamily("interview_connections", "Open connections.", now.connections)
        yield GaugeMetricFamily("interview_rooms_watched", "Rooms with connections.", now.rooms)
        yield CounterMetricFamily("interview_frames_sent", "Frames sent.", now.frames_sent)
        yield CounterMetricFamily(
            "interview_frames_dropped", "Frames dropped for slow readers.", now.frames_dropped
        )
        yield CounterMetricFamily("interview_resyncs", "Snapshots in place of events.", now.resyncs)
        closed = CounterMetricFamily("interview_closed", "Connections closed, by reason.", labels=("reason",))
        for reason, count in sorted(now.closed.items()):
            closed.add_metric((reason,), count)
        yield closed


def watch_gateway(registry: CollectorRegistry, figures: Callable[[], GatewayFigures]) -> None:
    """Show the gateway's figures.

    Args:
        registry: Where metrics stand.
        figures: Returns them as they are now.
    """
    registry.register(_GatewayCollector(figures))


def watch(registry: CollectorRegistry, name: str, what: str, figure: Callable[[], float]) -> None:
    """Show one figure.

    Args:
        registry: Where metrics stand.
        name: The metric's name.
        what: What it says.
        figure: Returns it as it is now.
    """
    Gauge(name, what, registry=registry).set_function(figure)
