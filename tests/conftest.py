"""Settings of every test: how hard Hypothesis tries."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Shared machines pause, so time per example says nothing about our code.
_patient = settings(deadline=None, suppress_health_check=(HealthCheck.too_slow,))
# The default repeats itself: a change is judged by the same examples on every machine.
settings.register_profile("fast", _patient, max_examples=20, derandomize=True)
settings.register_profile("default", _patient, max_examples=100, derandomize=True)
settings.register_profile("nightly", _patient, max_examples=2_000, print_blob=True)
settings.load_profile("default")
