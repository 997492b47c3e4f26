"""Looking back: results, reports, one's own copy of the log, its check, and answering again."""

from __future__ import annotations

import asyncio
import json
import time

import pytest

from adapters.http_api.working import WorkerProcesses
from interview_engine.core.log import decode_log
from interview_engine.core.verifying import verify
from interview_engine.ids import Millis, RoomId
from interview_engine.reports import read_json
from tests.http_api.stage import ANSWER, ApiStage, command, play


def test_results_hold_the_board_over_time_figures_and_ones_own_feedback() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.finished_room(me)
        report = read_json((await me("GET", f"/api/rooms/{room_id}/results")).content)
        assert report.finished
        assert report.feedback is not None
        assert len(report.board) == 2
        assert len(report.timeline) == 1
        assert {summary.answers for summary in report.summaries} == {1}

    play(scene)


def test_before_the_end_results_hold_only_what_may_be_seen() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me)
        report = read_json((await me("GET", f"/api/rooms/{room_id}/results")).content)
        assert report.board == ()
        assert report.feedback is None
        assert (await me("POST", f"/api/rooms/{room_id}/fork", body={"question": 1})).status_code == 409

    play(scene)


def test_feedback_is_private() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.finished_room(me, other, rivals=[])
        reports = [
            read_json((await person("GET", f"/api/rooms/{room_id}/results")).content)
            for person in (me, other)
        ]
        assert reports[0].feedback != reports[1].feedback
        assert reports[0].seat_id != reports[1].seat_id

    play(scene)


@pytest.mark.parametrize(
    "form, kind, language",
    [("html", "text/html", "en"), ("csv", "text/csv", "ko"), ("json", "application/json", "ko")],
)
def test_reports_are_files_in_the_readers_language(form: str, kind: str, language: str) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.finished_room(me)
        answer = await me("GET", f"/api/rooms/{room_id}/report.{form}", headers={"Accept-Language": language})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)
        assert ANSWER.partition(",")[0] in answer.text
        if form == "html":
            assert '<html lang="en">' in answer.text
            assert "script" not in answer.headers["content-security-policy"]
            assert "<script" not in answer.text
        else:
            assert "attachment" in answer.headers["content-disposition"]

    play(scene)


def test_the_owners_copy_of_the_log_verifies_without_other_peoples_words() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.room(me)
        await stage.let_in(me, other, room_id)
        await command(other, room_id, "join_room", name="박이람")
        await command(other, room_id, "share_resume", facts=["비밀스러운 이력"])
        await command(me, room_id, "set_ready")
        await command(other, room_id, "set_ready")
        early = await me("GET", f"/api/rooms/{room_id}/log.jsonl")
        assert early.json()["code"] == "not_finished"
        await me("POST", f"/api/rooms/{room_id}/start")
        await stage.play(room_id, me, other)
        answer = await me("GET", f"/api/rooms/{room_id}/log.jsonl")
        log = tuple(decode_log(answer.content.splitlines()))
        assert verify(log).sound
        assert "박이람" not in answer.text
        assert "비밀스러운" not in answer.text
        assert "김지원" in answer.text
        whole = await stage.parts.service.log_of(RoomId(room_id))
        assert [record.hash for record in log] == [record.hash for record in whole]

    play(scene)


def test_a_log_can_be_checked_by_its_members() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.finished_room(me)
        found = (await me("GET", f"/api/rooms/{room_id}/verify")).json()
        log = await stage.parts.service.log_of(RoomId(room_id))
        assert (found["sound"], found["finished"], found["faults"]) == (True, True, [])
        assert (found["records"], found["head"]) == (len(log), log[-1].hash)

    play(scene)


def test_a_question_is_answered_again_in_a_room_of_its_own() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        parent = await stage.finished_room(me)
        headers = {"Idempotency-Key": "again"}
        made = await me("POST", f"/api/rooms/{parent}/fork", body={"question": 1}, headers=headers)
        assert made.status_code == 201, made.text
        said = made.json()
        assert said["room_id"] != parent
        assert said["you"]["seated"]
        assert said["you"]["host"]
        assert said["room"]["parent"]["room_id"] == parent
        again = await me("POST", f"/api/rooms/{parent}/fork", body={"question": 1}, headers=headers)
        assert (again.status_code, again.json()["room_id"]) == (200, said["room_id"])
        await stage.play(said["room_id"], me)
        log = await stage.parts.service.log_of(RoomId(said["room_id"]))
        assert verify(log).sound
        report = read_json((await me("GET", f"/api/rooms/{said['room_id']}/results")).content)
        assert report.finished
        assert report.question_of(report.questions[0].answers[0].turn_id) is not None
        mine = {room["room_id"] for room in (await me("GET", "/api/rooms")).json()["rooms"]}
        assert mine == {parent, said["room_id"]}

    play(scene)


def test_only_a_past_without_other_peoples_words_is_forked() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.finished_room(me, other)
        refused = await me("POST", f"/api/rooms/{room_id}/fork", body={"question": 1})
        assert (refused.status_code, refused.json()["code"]) == (409, "others_words")
        alone = await stage.finished_room(me)
        for asked in ({"question": 9}, {"question": 0}, {"round_id": "r-nowhere"}):
            refused = await me("POST", f"/api/rooms/{alone}/fork", body=asked)
            assert (refused.status_code, refused.json()["code"]) == (409, "not_asked")

    play(scene)


@pytest.mark.slow
def test_work_is_done_in_a_process_that_can_be_stopped() -> None:
    async def scene() -> None:
        working = WorkerProcesses(work_ms=Millis(20_000))
        assert await working.do(json.loads, "[1, 2]") == [1, 2]
        working.close()
        hasty = WorkerProcesses(work_ms=Millis(100))
        with pytest.raises(TimeoutError):
            await hasty.do(time.sleep, 30)
        hasty.close()

    began = time.monotonic()
    asyncio.run(scene())
    assert time.monotonic() - began < 20
