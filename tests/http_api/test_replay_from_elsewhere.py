"""Replaying from another place: lent after the end, without what is its owner's alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview_engine.core.codec import canonical
from interview_engine.core.log import fold_log
from interview_engine.core.views import PUBLIC, Viewer, seen_event, view
from interview_engine.ids import RoomId, SeatId
from tests.http_api.stage import ANSWER, PANEL, RIVAL, SHORT, ApiStage, Guest, command, play

TOGETHER = {"plan": [{"stage": "common", "kind": "experience", "answer_ms": 60_000, "order": "simultaneous"}]}
FACT = "결제 서비스를 맡았습니다"


async def page(person: Guest, room_id: str, seat: str) -> dict[str, Any]:  # type: ignore[explicit-any]  # JSON
    answer = await person("GET", f"/api/rooms/{room_id}/replay?seat={seat}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()  # type: ignore[explicit-any]  # JSON
    assert found["next_after"] is None
    return found


async def refusal(person: Guest, room_id: str, seat: str) -> tuple[int, str]:
    answer = await person("GET", f"/api/rooms/{room_id}/replay?seat={seat}")
    return answer.status_code, answer.json()["code"]


async def own_seat(person: Guest, room_id: str) -> str:
    return str((await person("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"])


def words(replay: object) -> str:
    return json.dumps(replay, ensure_ascii=False)


def answer_of(replay: dict[str, Any], seat_id: str) -> str:  # type: ignore[explicit-any]  # JSON
    """Return what the replay tells of a seat's answer when its turn closes."""
    closed = [one["data"] for one in replay["events"] if one["name"] == "turn_closed"]
    return str(next(data["text"] for data in closed if data["seat_id"] == seat_id))


@pytest.mark.parametrize("seat", ["ai-1", "observers"])
def test_it_holds_what_the_engine_shows_there_at_each_event(seat: str) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.finished_room(me)
        log = await stage.parts.service.log_of(RoomId(room_id))
        viewer = PUBLIC if seat == "observers" else Viewer(seat_id=SeatId(seat), borrowed=True)
        replay = await page(me, room_id, seat)
        room = fold_log(log[:1])
        assert replay["start"] == json.loads(canonical(view(room, viewer)))
        expected = []
        for record in log[1:]:
            room = fold_log((record,), room)
            seen = seen_event(room, record.event, viewer)
            if seen is not None:
                expected.append((record.seq, json.loads(canonical(seen))))
        assert [(one["seq"], one["data"]) for one in replay["events"]] == expected
        assert (replay["seat_id"], replay["own_seat_id"]) == (seat, await own_seat(me, room_id))

    play(scene)


def test_ones_own_seat_by_name_is_what_one_sees_without_naming_it_at_any_time() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        for room_id in (await stage.room(me), await stage.finished_room(me)):
            plain = (await me("GET", f"/api/rooms/{room_id}/replay")).json()
            assert await page(me, room_id, await own_seat(me, room_id)) == plain
            assert plain["seat_id"] == plain["own_seat_id"]
        assert "feedback_recorded" in {one["name"] for one in plain["events"]}

    play(scene)


def test_an_answer_given_together_shows_from_its_seat_before_it_shows_from_others() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.finished_room(me, other, settings=SHORT | TOGETHER)
        mine, theirs = await own_seat(me, room_id), await own_seat(other, room_id)
        assert answer_of(await page(me, room_id, mine), theirs) == ""
        assert answer_of(await page(me, room_id, theirs), theirs) == ANSWER
        assert answer_of(await page(me, room_id, theirs), mine) == ""
        assert answer_of(await page(me, room_id, "observers"), mine) == ""

    play(scene)


def test_what_is_another_persons_alone_is_in_no_replay_of_their_seat() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.room(me, rivals=[])
        await stage.let_in(me, other, room_id)
        assert (await command(other, room_id, "join_room", name="박이람")).is_success
        theirs = await own_seat(other, room_id)
        shared = await command(other, room_id, "share_resume", facts=[FACT])
        assert shared.is_success, shared.text
        given = await command(me, room_id, "set_accommodation", seat_id=theirs, time_percent=150)
        assert given.is_success, given.text
        for person in (me, other):
            assert (await command(person, room_id, "set_ready")).is_success
        assert (await me("POST", f"/api/rooms/{room_id}/start")).is_success
        await stage.play(room_id, me, other)
        alone = {"accommodation_set", "resume_shared", "feedback_recorded"}
        own, lent = await page(other, room_id, theirs), await page(me, room_id, theirs)
        assert FACT in words(own)
        assert alone <= {one["name"] for one in own["events"]}
        assert FACT not in words(lent)
        assert not alone & {one["name"] for one in lent["events"]}
        assert '"time_percent": 150' not in words(lent)

    play(scene)


def test_before_the_end_nobody_looks_from_another_place() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.room(me)
        await stage.let_in(me, other, room_id)
        assert (await command(other, room_id, "join_room", name="박이람")).is_success
        for seat in ("ai-1", "observers", await own_seat(other, room_id)):
            assert await refusal(me, room_id, seat) == (409, "not_finished")

    play(scene)


def test_interviewers_observers_and_nobody_lend_no_seat() -> None:
    async def scene(stage: ApiStage) -> None:
        me, watcher = await stage.guest("김지원"), await stage.guest("참관인")
        waiting = await stage.room(me)
        room_id = await stage.room(me)
        await stage.let_in(me, watcher, room_id, "observer")
        assert (await command(watcher, room_id, "join_room", name="참관인", observer=True)).is_success
        assert (await command(me, room_id, "set_ready")).is_success
        assert (await me("POST", f"/api/rooms/{room_id}/start")).is_success
        await stage.play(room_id, me)
        watching = await own_seat(watcher, room_id)
        for seat in ("panel-1", watching, "p-0000", "Observers", "%00"):
            assert await refusal(me, room_id, seat) == (404, "no_such_view")
        assert await refusal(me, waiting, "panel-1") == (404, "no_such_view")
        assert await refusal(me, room_id, "x" * 101) == (422, "bad_values")
        # Whoever watched looks back from every place, too.
        for seat in ("ai-1", "observers", await own_seat(me, room_id), watching):
            assert (await page(watcher, room_id, seat))["own_seat_id"] == watching
        stranger = await stage.guest("낯선이")
        assert await refusal(stranger, room_id, "observers") == (404, "no_such_room")

    play(scene)


def test_deleted_words_stay_deleted_from_every_seat() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.finished_room(me, other, rivals=[RIVAL], panel=[PANEL])
        theirs = await own_seat(other, room_id)
        seats = (theirs, "ai-1", "observers")
        for seat in seats:
            shown = words(await page(me, room_id, seat))
            assert "박이람" in shown
            assert ANSWER in shown
        assert (await other("DELETE", "/api/me")).status_code == 200
        for seat in seats:
            shown = words(await page(me, room_id, seat))
            assert "박이람" not in shown
            assert ANSWER not in shown
        assert answer_of(await page(me, room_id, theirs), theirs) == ""

    play(scene)
