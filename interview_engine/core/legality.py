"""Legality is a table: in which stage which command may be given at all.

What a command needs beyond the stage (whose turn it is, who is host) is checked by its rule.
`docs/*/topics/legality.md` is drawn from this table by `scripts/draw_legality.py`.
"""

from __future__ import annotations

from typing import Final

from interview_engine.core import commands as c
from interview_engine.core.stages import Stage

_WAITING: Final = frozenset({Stage.WAITING})
_ASKING: Final = frozenset(stage for stage in Stage if stage.asking)
_RUNNING: Final = _ASKING | {Stage.DELIBERATION}
_UNFINISHED: Final = _WAITING | _RUNNING
_ALWAYS: Final = frozenset(Stage)

LEGAL_STAGES: Final[dict[type[c.Command], frozenset[Stage]]] = {
    c.JoinRoom: _UNFINISHED,
    c.LeaveRoom: _UNFINISHED,
    c.SetReady: _WAITING,
    c.ShareResume: _WAITING,
    c.SaveDraft: _ASKING,
    c.SubmitAnswer: _ASKING,
    c.SkipTurn: _ASKING,
    c.SkipSpeech: _ASKING,
    c.SendChat: _ALWAYS,
    c.ChangeSettings: _WAITING,
    c.AddAiCandidate: _WAITING,
    c.RemoveAiCandidate: _WAITING,
    c.AddInterviewer: _WAITING,
    c.RemoveInterviewer: _WAITING,
    c.SetAccommodation: _WAITING,
    c.StartInterview: _WAITING,
    c.PauseInterview: _RUNNING,
    c.ResumeInterview: _RUNNING,
    c.SkipCandidate: _ASKING,
    c.SkipQuestion: _ASKING,
    c.AddTime: _ASKING,
    c.KickSeat: _UNFINISHED,
    c.HandOverHost: _ALWAYS,
    c.EndEarly: _ASKING,
    c.Tick: _ALWAYS,
    c.PresenceChanged: _ALWAYS,
    c.OutageEnded: _ALWAYS,
    c.QuestionWritten: _ALWAYS,
    c.AnswerWritten: _ALWAYS,
    c.EvaluationWritten: _ALWAYS,
    c.ComparisonWritten: _ALWAYS,
    c.FeedbackWritten: _ALWAYS,
    c.EffectFailed: _ALWAYS,
}
"""Every command except `CreateRoom`, which is legal exactly when there is no room."""

WHILE_PAUSED: Final = frozenset(
    {
        c.JoinRoom,
        c.LeaveRoom,
        c.SaveDraft,
        c.SendChat,
        c.ResumeInterview,
        c.KickSeat,
        c.HandOverHost,
        c.EndEarly,
        c.AddTime,
    }
)
"""The participants' and operators' commands that are legal while the interview is paused."""


def legal(command: type[c.Command], stage: Stage, *, paused: bool) -> bool:
    """Return whether the table allows a command in a stage.

    Args:
        command: The command's class; reports are always legal.
        stage: Where the interview stands.
        paused: Whether the clocks stand still.
    """
    if stage not in LEGAL_STAGES[command]:
        return False
    return not paused or command in WHILE_PAUSED or issubclass(command, c.Report)
