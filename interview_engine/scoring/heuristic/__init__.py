"""Judging without a model: labelled "heuristic" wherever it appears."""

from __future__ import annotations

from interview_engine.scoring.heuristic.comparing import compare_heuristically
from interview_engine.scoring.heuristic.judge import HEURISTIC_FAMILY, HeuristicJudge

__all__ = ["HEURISTIC_FAMILY", "HeuristicJudge", "compare_heuristically"]
