"""Bugs of the service that were planted on purpose; a program that `Forks` asks whether each is caught."""

from __future__ import annotations

import importlib
import sys
from typing import Final

import pytest

from tests.planted.forks import answer_all
from tests.planted.planted_bug import PlantedBug
from tests.planted.planting import plant_bug

_OPTIONS: Final = (
    *("-q", "-x", "--no-header", "--tb=no", "--no-summary", "--noconftest", "--assert=plain", "--timeout=30"),
    *("-p", "no:cacheprovider", "-p", "pytest_timeout"),
)
_SERVICE: Final = "adapters/service/"
_TESTS: Final = "tests/service/test_"

BUGS: Final = (
    PlantedBug(
        "acknowledged before the append",
        _SERVICE + "room_service.py",
        "                step = await self._writer.commit(live, lambda _: self._outages",
        "                acknowledge(ack, take(live.room, asked))\n"
        "                step = await self._writer.commit(live, lambda _: self._outages",
        _TESTS + "durability.py::test_append_then_ack_then_publish",
    ),
    PlantedBug(
        "published before the append",
        _SERVICE + "room_writing.py",
        "        live.stale = True\n        try:\n",
        "        live.stale = True\n        was = live.room, live.head\n"
        "        live.take_over(step.room, records)\n        live.tell()\n"
        "        live.room, live.head = was\n        try:\n",
        _TESTS + "durability.py::test_what_was_not_written_is_neither_acknowledged_nor_told",
    ),
    PlantedBug(
        "published before the acknowledgement",
        _SERVICE + "room_service.py",
        "                acknowledge(ack, step)\n            except BaseException",
        "                live.tell()\n                acknowledge(ack, step)\n"
        "            except BaseException",
        _TESTS + "durability.py::test_append_then_ack_then_publish",
    ),
    PlantedBug(
        "no dedupe after a conflict",
        _SERVICE + "room_writing.py",
        "            asked = command(live.room)\n",
        "            asked = command(live.room)\n"
        "            if _:\n"
        "                asked = __import__('attrs').evolve(asked, id=f'{asked.id}+')\n",
        _TESTS + "two_owners.py::test_racing_commands_are_heard_by_both_once_and_in_order",
    ),
    PlantedBug(
        "a stale head after an unknown append",
        _SERVICE + "room_writing.py",
        "                found = await self.catch_up(live)\n",
        "                found, live.room, live.stale = records, step.room, False\n",
        _TESTS + "durability.py::test_a_lost_reply_is_looked_up",
    ),
    PlantedBug(
        "one's own record is not recognised",
        _SERVICE + "room_writing.py",
        "return any(record.hash == records[-1].hash for record in found)",
        "return bool(found) and False",
        _TESTS + "durability.py::test_a_lost_reply_is_looked_up",
    ),
    PlantedBug(
        "the timer is lost on a restart",
        _SERVICE + "room_service.py",
        "                await self._consequences.tick(room_id)\n",
        "                await self._rooms.load(room_id)\n",
        _TESTS + "restart.py::test_the_timer_and_effects_of_a_resumed_room_run_without_any_command",
    ),
    PlantedBug(
        "the outage is not given back",
        _SERVICE + "outages.py",
        "        if live.room_id in self._left:",
        "        if live.room_id in ():",
        _TESTS + "restart.py::test_an_outage_costs_nobody_time",
    ),
    PlantedBug(
        "a room that is reached before any is listed counts as served",
        _SERVICE + "outages.py",
        "        if self._listing and not live.attended:",
        "        if self._listing and live.room_id in ():",
        _TESTS + "outages.py::test_a_room_that_is_reached_before_the_store_lists_any_gets_its_time_back",
    ),
    PlantedBug(
        "what a paused room is owed is forgotten",
        _SERVICE + "outages.py",
        "            if live.unserved_since is None:\n                return\n",
        "            if live.unserved_since is None or live.room.paused is not None:\n"
        "                live.unserved_since = None\n"
        "                return\n",
        _TESTS + "dead_time.py",
    ),
    PlantedBug(
        "a command is decided within the outage that it has waited out",
        _SERVICE + "outages.py",
        "        if command.now >= live.served_since:\n",
        "        if command.now >= live.served_since or True:\n",
        _TESTS + "dead_time.py::test_an_interview_that_is_begun_while_the_store_hangs_begins_when_it_is_back",
    ),
    PlantedBug(
        "an effect is started twice",
        _SERVICE + "effect_runner.py",
        "            if effect.effect_id in errands:\n",
        "            if effect.effect_id in errands and not errands[effect.effect_id].reported:\n",
        _TESTS + "effects.py::test_no_attempt_is_made_twice",
    ),
    PlantedBug(
        "the lock is missing",
        _SERVICE + "live_rooms.py",
        "            async with live.lock:\n",
        "            if live.lock:\n",
        _TESTS + "durability.py::test_commands_that_come_together_are_put_one_after_another",
    ),
    PlantedBug(
        "a snapshot ahead of the log",
        _SERVICE + "room_writing.py",
        "Snapshot(seq=live.room.seq, data",
        "Snapshot(seq=Seq(live.room.seq + 1), data",
        _TESTS + "snapshots.py::test_snapshots_are_kept_and_used",
    ),
    PlantedBug(
        "a released room forgets its alarm",
        _SERVICE + "room_service.py",
        "            self._consequences.only_alarm(live)\n",
        "            self._consequences.end(live.room_id)\n",
        _TESTS + "restart.py::test_idle_rooms_are_let_go_and_their_alarms_still_ring",
    ),
    PlantedBug(
        "a released room forgets what it is owed",
        _SERVICE + "live_room.py",
        "self.stale or owed)",
        "self.stale)",
        _TESTS + "store_outage.py::test_a_room_that_is_owed_time_stays_in_memory_until_it_is_given_back",
    ),
    PlantedBug(
        "a cancelled caller leaves a room unheard",
        _SERVICE + "finishing.py",
        "        await asyncio.wait((task,))\n",
        "        await task\n",
        _TESTS + "durability.py::test_a_cancelled_command_is_ended_told_and_followed_up",
    ),
    PlantedBug(
        "a refused report is lost",
        _SERVICE + "consequences.py",
        "            if retry_ms is None:\n                return\n            pause_ms",
        "            if retry_ms is None or retry_ms:\n                return\n            pause_ms",
        _TESTS + "effects.py::test_a_report_that_the_store_refuses_is_kept_and_not_made_again",
    ),
    PlantedBug(
        "a useless report is asked for again at once",
        _SERVICE + "consequences.py",
        "        if self._still_wanted(live.room, errand.effect):\n",
        "        if not live.room:\n",
        _TESTS + "effects.py::test_an_interview_ends_although_every_provider_is_dead",
    ),
    PlantedBug(
        "redacted words stay in memory",
        _SERVICE + "room_writing.py",
        "            live.rewrite(self._reader.folded(live.room_id, cleaned, None))\n",
        "",
        _TESTS + "erasing.py::test_words_are_gone_and_the_log_verifies",
    ),
    PlantedBug(
        "work with redacted words in hand is taken",
        _SERVICE + "room_service.py",
        "                self._consequences.withdraw(room_id)\n",
        "                pass\n",
        _TESTS + "erasing.py::test_in_a_running_interview_work_that_had_the_words_in_hand_is_dropped",
    ),
    PlantedBug(
        "changed records are believed",
        _SERVICE + "room_reading.py",
        "        if not _as_written(record):\n",
        "        if record is None:\n",
        _TESTS + "restart.py::test_a_poisoned_room_is_put_aside_and_all_others_go_on",
    ),
    PlantedBug(
        "an owner that is behind refuses",
        _SERVICE + "room_writing.py",
        "            elif isinstance(asked, c.Report) or isinstance(step.outcome, Duplicate):\n",
        "            elif asked is not None:\n",
        _TESTS + "two_owners.py::test_an_owner_that_is_behind_refuses_nothing_that_it_would_not_refuse_now",
    ),
)


def outcome(words: list[str]) -> str:
    """Run tests; return pytest's exit code.

    Args:
        words: The bug's name, empty for none; the tests, as pytest names them.
    """
    name, *tests = words
    if name:
        plant_bug(next(bug for bug in BUGS if bug.name == name))
    return str(int(pytest.main([*_OPTIONS, *tests])))


if __name__ == "__main__":
    # Imported once for all; nothing of it may be of the service.
    for shared in ("structlog", "asyncio", "interview_engine.offline", "interview_engine.testing.rooms"):
        importlib.import_module(shared)
    assert not any(name.startswith("adapters.") for name in sys.modules)
    answer_all(outcome)
