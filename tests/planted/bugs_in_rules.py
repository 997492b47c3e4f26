"""Bugs in what happens: turns, clocks, effects, evidence."""

from __future__ import annotations

from typing import Final

from tests.planted.planted_bug import PlantedBug

_CORE: Final = "interview_engine/core/"
_SCORING: Final = "interview_engine/scoring/"
_RULES: Final = "tests/core/rules/test_"

BUGS_IN_RULES: Final = (
    PlantedBug(
        "the deadline itself is still in time",
        _CORE + "rules/running_out.py",
        "deadline.at > now",
        "deadline.at >= now",
        _RULES + "answering.py::TestAnswering::test_the_deadline_itself_is_late",
    ),
    PlantedBug(
        "whom the host removed comes back",
        _CORE + "rules/lobby.py",
        "    if command.seat_id in t.room.removed:\n",
        "    if not command.seat_id:\n",
        _RULES + "operating.py::TestKicking::test_whom_the_host_removed_before_the_start_does_not_come_back",
    ),
    PlantedBug(
        "a turn ends twice",
        _CORE + "rules/answering.py",
        "    if turn.state is TurnState.CLOSED:\n        refuse(RefusalCode.TURN_CLOSED, turn_id)\n",
        "",
        _RULES + "answering.py::TestAnswering::test_a_turn_ends_once",
    ),
    PlantedBug(
        "somebody else answers",
        _CORE + "rules/answering.py",
        "turn.seat_id != seat_id",
        "not seat_id",
        _RULES + "answering.py::TestAnswering::test_what_is_no_answer_is_refused",
    ),
    PlantedBug(
        "the draft is lost when time runs out",
        _CORE + "rules/answering.py",
        "draft = turn.draft.strip()",
        'draft = ""',
        _RULES + "answering.py::TestDrafts",
    ),
    PlantedBug(
        "a skipped turn is a missing score",
        _CORE + "rules/answering.py",
        "    if outcome.floored:\n        floor_turn",
        "    if outcome is Outcome.ABANDONED:\n        floor_turn",
        _RULES + "answering.py::TestSkipping",
    ),
    PlantedBug(
        "drafts are saved as often as one likes",
        _CORE + "rules/answering.py",
        "t.at - turn.drafted_at < DRAFT_EVERY_MS",
        "t.at < turn.drafted_at",
        _RULES + "answering.py::TestDrafts",
    ),
    PlantedBug(
        "a pause does not stop the clocks",
        _CORE + "deadlines.py",
        "    if room.paused is not None:\n        at = ",
        "    if room.paused is not None and room.current is None:\n        at = ",
        _RULES + "operating.py::TestPausing",
    ),
    PlantedBug(
        "the time of a pause is not given back",
        _CORE + "rules/operating.py",
        "lost_ms=Millis(t.at - paused.since)",
        "lost_ms=Millis(0)",
        _RULES + "operating.py::TestPausing",
    ),
    PlantedBug(
        "the time of an outage is not given back",
        _CORE + "evolve.py",
        "e.OutageNoted) -> Room:\n    return shifted(room, event.lost_ms, event.at)",
        "e.OutageNoted) -> Room:\n    return room",
        _RULES + "presence.py::TestOutages",
    ),
    PlantedBug(
        "an outage makes deadlines fire that nobody could meet",
        _CORE + "decide.py",
        "Millis(max(room.now, min(now, command.since))) if isinstance(command, c.OutageEnded) else now",
        "now",
        _RULES + "presence.py::TestOutages",
    ),
    PlantedBug(
        "the cap on time for disconnects is ignored",
        _CORE + "deadlines.py",
        "min(lost, room.settings.disconnect_cap_ms - turn.returned_ms)",
        "min(lost, room.settings.disconnect_cap_ms)",
        _RULES + "presence.py::TestDisconnects",
    ),
    PlantedBug(
        "time before the turn counts as lost",
        _CORE + "deadlines.py",
        "max(seat.away_since, turn.opened_at + turn.stopped_ms)",
        "seat.away_since",
        _RULES + "presence.py::TestDisconnects",
    ),
    PlantedBug(
        "an empty room plays on",
        _CORE + "rules/presence.py",
        "if all(seat.absent for seat in t.room.humans()):",
        "if not t.room.humans():",
        _RULES + "presence.py::TestEmptyRoom",
    ),
    PlantedBug(
        "a pause asked for by the host ends when anybody returns",
        _CORE + "rules/presence.py",
        "paused is not None and paused.empty and",
        "paused is not None and",
        _RULES + "operating.py::TestPausing",
    ),
    PlantedBug(
        "a repeated command is carried out again",
        _CORE + "decide.py",
        "        if seq is not None:\n            return Step(outcome=Duplicate",
        "        if seq is not None and seq < 1:\n            return Step(outcome=Duplicate",
        "tests/core/test_decide.py::TestOutcomes",
    ),
    PlantedBug(
        "a refused command keeps the deadlines that it caught up with",
        _CORE + "decide.py",
        "return Step(outcome=outcome, events=(), room=room)",
        "return Step(outcome=outcome, events=(), room=take(room, c.Tick(now=command.now)).room)",
        _RULES + "running_out.py::test_a_refused_command_leaves_missed_deadlines_to_the_next_tick",
    ),
    PlantedBug(
        "time goes back with the clock",
        _CORE + "decide.py",
        "now = Millis(max(command.now, room.now))",
        "now = command.now",
        "tests/core/test_decide.py::TestTime",
    ),
    PlantedBug(
        "anybody operates the room",
        _CORE + "decide.py",
        "command.by is not None and command.by != room.host",
        "command.by is not None and room.host is None",
        "tests/core/test_decide.py::TestWho",
    ),
    PlantedBug(
        "the table is not asked during a pause",
        _CORE + "decide.py",
        "room.paused is not None and kind not in WHILE_PAUSED",
        "room.paused is not None and kind in WHILE_PAUSED and kind not in WHILE_PAUSED",
        "tests/core/test_legality.py::test_the_table_holds_in_a_real_room",
    ),
    PlantedBug(
        "a question is repeated to the same people",
        _CORE + "rules/reporting.py",
        "home.question.question_id == question.question_id",
        "home.question is question",
        _RULES + "reporting.py::TestQuestions",
    ),
    PlantedBug(
        "follow-ups know no budget",
        _CORE + "rules/planning.py",
        "if used >= room.settings.follow_up_budget:",
        "if used > 1_000:",
        _RULES + "planning.py::TestFollowUps",
    ),
    PlantedBug(
        "the same candidate always leads",
        _CORE + "rules/planning.py",
        "return (*seats[start:], *seats[:start])",
        "return seats",
        _RULES + "planning.py::TestLeading",
    ),
    PlantedBug(
        "a failed effect is tried for ever",
        _CORE + "rules/reporting.py",
        "given_up = attempts >= ATTEMPTS_IN_ALL",
        "given_up = False",
        _RULES + "reporting.py::TestFailing",
    ),
    PlantedBug(
        "one failure is counted as often as it is reported",
        _CORE + "rules/reporting.py",
        "command.attempt == attempts + 1",
        "command.attempt <= attempts + 1",
        _RULES + "reporting.py::TestFailing",
    ),
    PlantedBug(
        "a judge that was given up blocks the end",
        _CORE + "rules/judging.py",
        "if seat.seat_id not in done and seat.seat_id not in turn.given_up",
        "if seat.seat_id not in done",
        _RULES + "reporting.py::TestGivenUp",
    ),
    PlantedBug(
        "late evidence changes a closed score",
        _CORE + "rules/judging.py",
        "    if turn.turn_id not in room.unjudged:\n        return ()\n",
        "",
        _RULES + "judging.py::TestEvidence",
    ),
    PlantedBug(
        "evidence is believed without its quote",
        _CORE + "rules/judging.py",
        "verify_evaluation(command.evaluation, turn.text)",
        "command.evaluation",
        _RULES + "judging.py::TestEvidence",
    ),
    PlantedBug(
        "a board depends on the order of its evidence",
        _SCORING + "running.py",
        "hundredths=self.hundredths +",
        "hundredths=self.hundredths // 2 +",
        _RULES + "judging.py::TestBoards",
    ),
)
