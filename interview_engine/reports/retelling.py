"""What only the events tell and the last state no longer knows: instants, speeches, boards on the way."""

from __future__ import annotations

import attrs

from interview_engine.core import events as e
from interview_engine.core.evolve import evolve
from interview_engine.core.log import Record
from interview_engine.core.stages import Stage
from interview_engine.core.state import Room
from interview_engine.core.turns import Turn
from interview_engine.core.views import Viewer, view
from interview_engine.ids import Millis, RoundId, TurnId
from interview_engine.scoring import Board


@attrs.frozen(kw_only=True)
class RoundBoard:
    """The board as it stood when the question after this round was asked, or at the end."""

    round_id: RoundId
    board: Board


@attrs.frozen(kw_only=True)
class TurnTime:
    """A length of time that belongs to a turn, ms."""

    turn_id: TurnId
    ms: Millis


@attrs.frozen(kw_only=True)
class Retelling:
    """A log told again.

    Attributes:
        room: The room that it leads to, unprojected.
        started_at, finished_at: Instants; None for what has not happened.
        speeches: How long each AI candidate's speech was to last.
        given: Time that was given to turns, one entry per gift.
        boards: As the viewer may see them now, of the rounds that had one to show.
        judged: Turns with the evidence that a finished room no longer holds; empty before the end.
    """

    room: Room
    started_at: Millis | None
    finished_at: Millis | None
    speeches: tuple[TurnTime, ...]
    given: tuple[TurnTime, ...]
    boards: tuple[RoundBoard, ...]
    judged: tuple[Turn, ...] = ()


def retell(log: tuple[Record, ...], viewer: Viewer) -> Retelling:
    """Go through a log once and keep what its last state has forgotten.

    Args:
        log: From the first record on.
        viewer: Whose eyes the boards are for.
    """
    room: Room | None = None
    started_at = finished_at = None
    speeches: list[TurnTime] = []
    given: list[TurnTime] = []
    stood: list[tuple[RoundId, Room]] = []
    judged: tuple[Turn, ...] = ()
    for record in log:
        event = record.event
        match event:
            case e.RoundOpened() if room is not None and room.rounds:
                stood.append((room.rounds[-1].round_id, room))
            case e.InterviewStarted():
                started_at = event.at
            case e.InterviewFinished():
                finished_at = event.at
                judged = tuple(turn for home in room.rounds for turn in home.turns) if room else ()
            case e.SpeechStarted():
                speeches.append(TurnTime(turn_id=event.turn_id, ms=Millis(event.ends_at - event.at)))
            case e.TimeGiven():
                given.append(TurnTime(turn_id=event.turn_id, ms=event.ms))
            case _:
                pass
        room = evolve(room, event)
    assert room is not None, "a log holds at least RoomCreated"
    if room.rounds and room.current is None:
        stood.append((room.rounds[-1].round_id, room))
    boards = (
        RoundBoard(round_id=round_id, board=shown_board(then, room.stage, viewer)) for round_id, then in stood
    )
    return Retelling(
        room=room,
        started_at=started_at,
        finished_at=finished_at,
        speeches=tuple(speeches),
        given=tuple(given),
        boards=tuple(entry for entry in boards if entry.board.rows),
        judged=judged,
    )


def shown_board(then: Room, stage: Stage, viewer: Viewer) -> Board:
    """Return the board of an earlier moment as it may be shown by what is public today.

    Args:
        then: The room at that moment.
        stage: Where the interview stands today: the end opens every board.
        viewer: Who looks.
    """
    # Only what decides about boards goes through the projector, since this happens once per round.
    bare = Room(
        room_id=then.room_id,
        created_at=then.created_at,
        rules_version=then.rules_version,
        settings=then.settings,
        seed_commitment=then.seed_commitment,
        stage=stage,
        board=then.board,
        round_board=then.board if stage is Stage.FINISHED else then.round_board,
    )
    seen = view(bare, viewer)
    return seen.board if seen.board.rows else seen.round_board
