"""Every cell of (stage x role x command): what becomes of each command that anybody may try over a socket.

A new command, role or stage needs its cells here, decided by somebody who has thought about them.
"""

from __future__ import annotations

import pytest

from adapters.service.commands_on_wire import COMMANDS
from interview_engine.core import commands as c
from tests.server_simulation.authorization_scene import ROLES, SAID, STAGES, outcome_of

pytestmark = pytest.mark.slow

# Columns: stranger, invited, observer, intruder, candidate, host, removed.
# fmt: off
OUTCOMES: dict[str, dict[str, tuple[str, ...]]] = {
    "waiting": {
        "join_room": (
            "4404", "committed", "seat_taken", "observers_only",
            "seat_taken", "seat_taken", "4001",
        ),
        "leave_room": ("4404", "unknown_seat", "committed", "unknown_seat", "committed", "committed", "4001"),
        "set_ready": (
            "4404", "unknown_seat", "not_candidate", "unknown_seat",
            "committed", "committed", "4001",
        ),
        "share_resume": (
            "4404", "unknown_seat", "not_candidate", "unknown_seat",
            "committed", "committed", "4001",
        ),
        "save_draft": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "submit_answer": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "skip_turn": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "skip_speech": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "send_chat": ("4404", "unknown_seat", "committed", "unknown_seat", "committed", "committed", "4001"),
        "change_settings": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "add_ai_candidate": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "remove_ai_candidate": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "add_interviewer": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "remove_interviewer": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "set_accommodation": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "start_interview": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "pause_interview": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "resume_interview": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "skip_candidate": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "skip_question": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "add_time": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "kick_seat": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "hand_over_host": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "end_early": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
    },
    "asking": {
        "join_room": (
            "4404", "committed", "seat_taken", "observers_only",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "leave_room": ("4404", "unknown_seat", "committed", "unknown_seat", "committed", "committed", "4001"),
        "set_ready": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "share_resume": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "save_draft": (
            "4404", "unknown_seat", "not_candidate", "unknown_seat",
            "committed", "committed", "4001",
        ),
        "submit_answer": (
            "4404", "unknown_seat", "not_candidate", "unknown_seat",
            "committed", "committed", "4001",
        ),
        "skip_turn": (
            "4404", "unknown_seat", "not_candidate", "unknown_seat",
            "committed", "committed", "4001",
        ),
        "skip_speech": (
            "4404", "unknown_seat", "not_candidate", "unknown_seat",
            "not_speaking", "not_speaking", "4001",
        ),
        "send_chat": (
            "4404", "unknown_seat", "chat_closed", "unknown_seat",
            "chat_closed", "chat_closed", "4001",
        ),
        "change_settings": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "add_ai_candidate": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "remove_ai_candidate": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "add_interviewer": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "remove_interviewer": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "set_accommodation": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "start_interview": (
            "4404", "wrong_stage", "wrong_stage", "wrong_stage",
            "wrong_stage", "wrong_stage", "4001",
        ),
        "pause_interview": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "resume_interview": ("4404", "not_host", "not_host", "not_host", "not_host", "not_paused", "4001"),
        "skip_candidate": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "skip_question": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "add_time": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "kick_seat": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "hand_over_host": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
        "end_early": ("4404", "not_host", "not_host", "not_host", "not_host", "committed", "4001"),
    },
}
# fmt: on


def test_every_cell_is_decided() -> None:
    assert tuple(OUTCOMES) == STAGES
    for stage in STAGES:
        assert set(OUTCOMES[stage]) == set(COMMANDS) == set(SAID)
        assert {len(row) for row in OUTCOMES[stage].values()} == {len(ROLES)}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("stage", STAGES)
def test_what_becomes_of_a_command(stage: str, command: str) -> None:
    assert tuple(outcome_of(stage, role, command) for role in ROLES) == OUTCOMES[stage][command]


def test_only_the_host_operates_and_only_who_sits_takes_part() -> None:
    for stage in STAGES:
        for name, row in OUTCOMES[stage].items():
            committed = {role for role, outcome in zip(ROLES, row, strict=True) if outcome == "committed"}
            if issubclass(COMMANDS[name], c.OperatorCommand):
                assert committed <= {"host"}, name
            elif name == "join_room":
                assert committed <= {"invited"}, name
            else:
                assert committed <= {"observer", "candidate", "host"}, name
            assert row[ROLES.index("stranger")] == "4404", "a stranger learns of no room"
            assert row[ROLES.index("removed")] == "4001", "whoever was removed stays out"
