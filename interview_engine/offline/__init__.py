"""Whole interviews without a network: every effect done by deterministic writers and judges."""

from __future__ import annotations

from interview_engine.offline.casting import panel_profiles, rival_profiles
from interview_engine.offline.interview import Interview
from interview_engine.offline.performing import perform

__all__ = ["Interview", "panel_profiles", "perform", "rival_profiles"]
