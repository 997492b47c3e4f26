from __future__ import annotations

from interview_engine.core.stages import Stage


def test_questions_are_asked_between_the_waiting_room_and_the_deliberation() -> None:
    quiet = {stage for stage in Stage if not stage.asking}
    assert quiet == {Stage.WAITING, Stage.DELIBERATION, Stage.FINISHED}
