"""`evolve(room, event)` is total: it never refuses, and computes nothing that a later formula could change.

The first event of a log is `RoomCreated`; `evolve(None, event)` accepts nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from interview_engine.core import events as e
from interview_engine.core.changed import changed, stamp
from interview_engine.core.clocks import shifted
from interview_engine.core.evolving import asking, finished, judging, lobby
from interview_engine.core.state import Pause, Room
from interview_engine.ids import Seq


def evolve(room: Room | None, event: e.Event) -> Room:
    """Return the room after an event.

    Args:
        room: The room before; None before the first event.
        event: What happened.
    """
    if room is None:
        assert isinstance(event, e.RoomCreated), "a log begins with RoomCreated"
        return _created(event)
    seq = Seq(room.seq + 1)
    after = _CHANGES[event.__class__](room, event)
    if after is room:
        after = changed(room)
    # Nobody else has seen this room yet, so stamping it in place saves a copy per event.
    stamp(after, "seq", seq)
    stamp(after, "now", event.at)
    if event.cause:
        stamp(after, "ledger", room.ledger.with_command(event.cause, seq))
    return after


def fold(events: Iterable[e.Event], room: Room | None = None) -> Room:
    """Return the room after all these events, from its beginning or from a snapshot."""
    for event in events:
        room = evolve(room, event)
    assert room is not None, "a log holds at least RoomCreated"
    return room


def _created(event: e.RoomCreated) -> Room:
    room = Room(
        room_id=event.room_id,
        parent=event.parent,
        created_at=event.at,
        seq=Seq(1),
        now=event.at,
        rules_version=event.rules_version,
        settings=event.settings,
        seed=event.seed,
        seed_commitment=event.seed_commitment,
    )
    if event.cause:
        return changed(room, ledger=room.ledger.with_command(event.cause, Seq(1)))
    return room


def _paused(room: Room, event: e.InterviewPaused) -> Room:
    return changed(room, paused=Pause(since=event.at, by=event.by, empty=event.empty))


def _resumed(room: Room, event: e.InterviewResumed) -> Room:
    return changed(shifted(room, event.lost_ms, event.at), paused=None)


def _outage(room: Room, event: e.OutageNoted) -> Room:
    return shifted(room, event.lost_ms, event.at)


def _unchanged(room: Room, event: e.Event) -> Room:
    del event
    return room


_CHANGES: Final[dict[type[e.Event], Callable[[Room, Any], Room]]] = {  # type: ignore[explicit-any]
    # Any: each function takes the one event class that it is filed under; a test checks the pairing.
    e.RoomCreated: _unchanged,
    e.SettingsChanged: lobby.settings_changed,
    e.SeatTaken: lobby.seat_taken,
    e.SeatVacated: lobby.seat_vacated,
    e.HostChanged: lobby.host_changed,
    e.ReadinessChanged: lobby.readiness_changed,
    e.AccommodationSet: lobby.accommodation_set,
    e.ResumeShared: lobby.resume_shared,
    e.PresenceNoted: lobby.presence_noted,
    e.SeatAbsent: lobby.seat_absent,
    e.InterviewStarted: lobby.interview_started,
    e.ChatSent: lobby.chat_sent,
    e.RoundsPlanned: asking.rounds_planned,
    e.QuestionAdded: asking.question_added,
    e.QuestionAwaited: asking.question_awaited,
    e.RoundDropped: asking.round_dropped,
    e.RoundOpened: asking.round_opened,
    e.TurnOpened: asking.turn_opened,
    e.DraftSaved: asking.draft_saved,
    e.AnswerPrepared: asking.answer_prepared,
    e.SpeechStarted: asking.speech_started,
    e.SpeechSkipVoted: asking.speech_skip_voted,
    e.TurnStretched: asking.turn_stretched,
    e.TurnClosed: asking.turn_closed,
    e.TimeGiven: asking.time_given,
    e.RoundClosed: asking.round_closed,
    e.InterviewPaused: _paused,
    e.InterviewResumed: _resumed,
    e.OutageNoted: _outage,
    e.EvaluationRecorded: judging.evaluation_recorded,
    e.AnswerScored: judging.answer_scored,
    e.ComparisonRecorded: judging.comparison_recorded,
    e.BoardUpdated: judging.board_updated,
    e.EffectTroubled: judging.effect_troubled,
    e.DeliberationBegan: judging.deliberation_began,
    e.DeliberationStretched: judging.deliberation_stretched,
    e.ComparisonsDropped: judging.comparisons_dropped,
    e.FeedbackRequested: judging.feedback_requested,
    e.FeedbackRecorded: judging.feedback_recorded,
    e.InterviewFinished: finished.interview_finished,
}
