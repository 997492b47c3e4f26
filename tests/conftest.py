"""Settings of every test: how hard Hypothesis tries."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# No test may spend somebody's money: keys of language models are set aside for the one suite that wants them.
for _name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY"):
    if _key := os.environ.pop(_name, ""):
        os.environ[f"LIVE_{_name}"] = _key
for _name in [name for name in os.environ if name.startswith("INTERVIEW_ENGINE_LLM")]:
    os.environ[f"LIVE_{_name}"] = os.environ.pop(_name)

# Shared machines pause, so time per example says nothing about our code.
_patient = settings(deadline=None, suppress_health_check=(HealthCheck.too_slow,))
# The default repeats itself: a change is judged by the same examples on every machine.
settings.register_profile("fast", _patient, max_examples=20, derandomize=True)
settings.register_profile("default", _patient, max_examples=100, derandomize=True)
settings.register_profile("nightly", _patient, max_examples=2_000, print_blob=True)
settings.load_profile("default")
