"""Many-to-many (다대다) interviews as a deterministic, replayable engine without I/O or a clock."""

from __future__ import annotations

from interview_engine.core.deadlines import Deadline, next_deadline
from interview_engine.core.decide import Committed, Duplicate, Refused, Step, decide, take
from interview_engine.core.effects import pending_effects
from interview_engine.core.evolve import evolve, fold
from interview_engine.core.forking import fork
from interview_engine.core.legal_commands import legal_commands
from interview_engine.core.log import Record, decode_log, encode_log, fold_log, record_events
from interview_engine.core.redaction import redact
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.settings import Settings
from interview_engine.core.state import Room
from interview_engine.core.verifying import Verification, verify
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.offline.interview import Interview
from interview_engine.scoring import HeuristicJudge

__version__ = "0.1.0"

__all__ = [
    "CommandRefused",
    "Committed",
    "Deadline",
    "Duplicate",
    "HeuristicJudge",
    "Interview",
    "Record",
    "RefusalCode",
    "Refused",
    "Room",
    "Settings",
    "Step",
    "Verification",
    "Viewer",
    "decide",
    "decode_log",
    "encode_log",
    "evolve",
    "fold",
    "fold_log",
    "fork",
    "legal_commands",
    "next_deadline",
    "pending_effects",
    "record_events",
    "redact",
    "seen_event",
    "take",
    "verify",
    "view",
]
