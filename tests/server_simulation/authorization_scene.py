"""A room with one person of every role, and each command as one of them might send it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Final

from adapters.service.people.invitations import Role
from interview_engine.core import commands as c
from interview_engine.core.settings import OrderPolicy, Settings
from interview_engine.core.state import Room
from interview_engine.ids import CommandId, SeatId
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.testing.rooms import ONE_QUESTION
from tests.server_simulation.stranded import OWNER_NAME, Line, Stranded, seat, stranded

ROLES: Final = ("stranger", "invited", "observer", "intruder", "candidate", "host", "removed")
"""In the order of the table's columns.

stranger: no invitation; invited: may watch, and has no seat; observer: watches from a seat; intruder: may
only watch, and asks for a candidate's seat; candidate: sits; host: opened the room, and sits; removed: sat.
"""
STAGES: Final = ("waiting", "asking")

Arguments = Mapping[str, object]
_PEOPLE: Final = {"candidate": "guest", "host": OWNER_NAME, "observer": "watcher", "removed": "removed"}
_CATALOGUE: Final = default_catalogue()


def name_of(role: str) -> str:
    """Return the name of the person who has a role."""
    return _PEOPLE.get(role, role)


def _turn(room: Room, seat_id: SeatId) -> str:
    turns = room.open_turns()
    own = [turn.turn_id for turn in turns if turn.seat_id == seat_id]
    return own[0] if own else turns[0].turn_id if turns else "r1-1"


def _round(room: Room) -> str:
    return room.current.round_id if room.current is not None else "r1"


SAID: Final[Mapping[str, Callable[[Room, SeatId, str], Arguments]]] = {
    "join_room": lambda room, me, role: {
        "name": role,
        "observer": role not in ("intruder", "candidate", "host"),
    },
    "leave_room": lambda room, me, role: {},
    "set_ready": lambda room, me, role: {"ready": False},
    "share_resume": lambda room, me, role: {"facts": ["사실"]},
    "save_draft": lambda room, me, role: {"turn_id": _turn(room, me), "text": "초안"},
    "submit_answer": lambda room, me, role: {"turn_id": _turn(room, me), "text": "답변입니다"},
    "skip_turn": lambda room, me, role: {"turn_id": _turn(room, me)},
    "skip_speech": lambda room, me, role: {"turn_id": _turn(room, me)},
    "send_chat": lambda room, me, role: {"text": "안녕하세요"},
    "change_settings": lambda room, me, role: {"settings": {"difficulty": 4}},
    "add_ai_candidate": lambda room, me, role: {"persona_id": _CATALOGUE.candidates[0].id},
    "remove_ai_candidate": lambda room, me, role: {"seat_id": "ai-1"},
    "add_interviewer": lambda room, me, role: {"persona_id": _CATALOGUE.interviewers[0].id},
    "remove_interviewer": lambda room, me, role: {"seat_id": "panel-1"},
    "set_accommodation": lambda room, me, role: {"seat_id": seat("guest"), "time_percent": 150},
    "start_interview": lambda room, me, role: {},
    "pause_interview": lambda room, me, role: {},
    "resume_interview": lambda room, me, role: {},
    "skip_candidate": lambda room, me, role: {"turn_id": _turn(room, seat("guest"))},
    "skip_question": lambda room, me, role: {"round_id": _round(room)},
    "add_time": lambda room, me, role: {"turn_id": _turn(room, seat("guest")), "ms": 5_000},
    "kick_seat": lambda room, me, role: {"seat_id": seat("guest")},
    "hand_over_host": lambda room, me, role: {"seat_id": seat("guest")},
    "end_early": lambda room, me, role: {},
}
"""What each command says, of a room, by whom."""


def outcome_of(stage_name: str, role: str, command: str) -> str:
    """Return what becomes of a command: its status, a refusal's code, or the close code that kept it out."""
    told: list[str] = []

    async def scene(stage: Stranded) -> None:
        await _furnish(stage, running=stage_name == "asking")
        line = await _arrive(stage, role)
        if line.closed_with is not None:
            told.append(str(line.closed_with))
            return
        room = stage.oracle.log.room
        arguments = SAID[command](room, seat(name_of(role)), role)
        before = len(stage.oracle.log.cause)
        outcome = await stage.command(line, "the-command", command, **arguments)
        told.append((outcome.code or outcome.status) if outcome is not None else "no outcome")
        assert (len(stage.oracle.log.cause) > before) == (told == ["committed"]), outcome

    stranded(scene)
    return told[0]


async def _furnish(stage: Stranded, *, running: bool) -> None:
    await stage.open_room(Settings(plan=ONE_QUESTION, order=OrderPolicy.SIMULTANEOUS))
    now = stage.node.now()
    for number, person in enumerate((OWNER_NAME, "guest", "removed", "watcher")):
        me, observer = seat(person), person == "watcher"
        await stage.put(
            c.JoinRoom(now=now, id=CommandId(f"join-{number}"), seat_id=me, name=person, observer=observer)
        )
        if not observer:
            await stage.put(c.SetReady(now=now, id=CommandId(f"ready-{number}"), seat_id=me))
    await stage.put(c.KickSeat(now=now, id=CommandId("kick"), by=seat(OWNER_NAME), seat_id=seat("removed")))
    if running:
        await stage.put(c.StartInterview(now=now, id=CommandId("start"), by=seat(OWNER_NAME)))
        await asyncio.sleep(3)
        assert stage.oracle.log.room.open_turns(), "everybody writes now"


async def _arrive(stage: Stranded, role: str) -> Line:
    match role:
        case "stranger" | "host":
            invitation = ""
        case "candidate" | "removed":
            invitation = stage.invitation(Role.CANDIDATE)
        case _:
            invitation = stage.invitation(Role.OBSERVER)
    return await stage.enter(name_of(role), invitation)
