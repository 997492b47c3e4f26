"""Scoring: from judges' evidence to scores, boards, figures and feedback; pure and deterministic."""

from __future__ import annotations

from interview_engine.scoring.aggregation import LENGTH_FLOOR, floor_score, score_answer
from interview_engine.scoring.anchors import ANCHORS, CRITERION_NAMES, anchor, criterion_name
from interview_engine.scoring.board import Board, BoardRow, Contender
from interview_engine.scoring.comparison import Comparison, Duel, Verdict
from interview_engine.scoring.disclaimer import disclaimer
from interview_engine.scoring.evaluation import AnswerScore, CriterionEvidence, Evaluation
from interview_engine.scoring.feedback import (
    Feedback,
    FeedbackEvidence,
    FeedbackPoint,
    MissedPoint,
    RivalEvidence,
    TurnEvidence,
    write_feedback,
)
from interview_engine.scoring.heuristic import HEURISTIC_FAMILY, HeuristicJudge, compare_heuristically
from interview_engine.scoring.pairing import Comparable, choose_pairs
from interview_engine.scoring.plain_text import plain_text
from interview_engine.scoring.ranking import build_board
from interview_engine.scoring.rubric import Criterion, Level
from interview_engine.scoring.seat_statistics import SeatStatistics, TurnFacts, seat_statistics
from interview_engine.scoring.similarity import Overlap, likeness, overlap
from interview_engine.scoring.verification import verify_evaluation
from interview_engine.scoring.weights import WEIGHTS, weight_of

__all__ = [
    "ANCHORS",
    "CRITERION_NAMES",
    "HEURISTIC_FAMILY",
    "LENGTH_FLOOR",
    "WEIGHTS",
    "AnswerScore",
    "Board",
    "BoardRow",
    "Comparable",
    "Comparison",
    "Contender",
    "Criterion",
    "CriterionEvidence",
    "Duel",
    "Evaluation",
    "Feedback",
    "FeedbackEvidence",
    "FeedbackPoint",
    "HeuristicJudge",
    "Level",
    "MissedPoint",
    "Overlap",
    "RivalEvidence",
    "SeatStatistics",
    "TurnEvidence",
    "TurnFacts",
    "Verdict",
    "anchor",
    "build_board",
    "choose_pairs",
    "compare_heuristically",
    "criterion_name",
    "disclaimer",
    "floor_score",
    "likeness",
    "overlap",
    "plain_text",
    "score_answer",
    "seat_statistics",
    "verify_evaluation",
    "weight_of",
    "write_feedback",
]
