"""Replaying: a room's past, page by page, as one seat was told of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview_engine.core.codec import canonical, tag_of
from interview_engine.core.log import fold_log
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.ids import RoomId, SeatId
from tests.http_api.stage import ANSWER, SHORT, ApiStage, Guest, command, play


async def pages(person: Guest, room_id: str, limit: int) -> list[dict[str, Any]]:  # type: ignore[explicit-any]  # JSON
    found: list[dict[str, Any]] = []  # type: ignore[explicit-any]  # JSON
    after: int | None = 0
    while after is not None:
        answer = await person("GET", f"/api/rooms/{room_id}/replay?after={after}&limit={limit}")
        assert answer.status_code == 200, answer.text
        found.append(answer.json())
        after = found[-1]["next_after"]
    return found


@pytest.mark.parametrize("limit", [7, 2_000])
def test_pages_hold_what_the_socket_told_the_seat_at_each_event(limit: int) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.finished_room(me)
        seat_id = SeatId((await me("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"])
        log = await stage.parts.service.log_of(RoomId(room_id))
        told = [event for page in await pages(me, room_id, limit) for event in page["events"]]
        expected = []
        room = fold_log(log[:1])
        for record in log[1:]:
            room = fold_log((record,), room)
            seen = seen_event(room, record.event, Viewer(seat_id=seat_id))
            if seen is not None:
                data = json.loads(canonical(seen))
                expected.append({"seq": record.seq, "name": tag_of(record.event), "data": data})
        assert told == expected
        assert {"turn_closed", "feedback_recorded", "interview_finished"} <= {one["name"] for one in told}

    play(scene)


def test_each_page_starts_from_the_room_as_it_was_there() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.finished_room(me)
        log = await stage.parts.service.log_of(RoomId(room_id))
        found = await pages(me, room_id, 10)
        viewer = Viewer(seat_id=SeatId(found[0]["seat_id"]))
        assert len(found) > 2
        for place, page in enumerate(found):
            room = fold_log(log[: 1 + place * 10])
            assert page["start"] == json.loads(canonical(view(room, viewer)))
            assert (page["latest_seq"], page["latest_at"]) == (len(log), log[-1].at)

    play(scene)


def test_a_replay_tells_nothing_before_its_time_and_nothing_of_others() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        hidden = SHORT | {"visibility": "end"}
        room_id = await stage.finished_room(me, other, rivals=[], settings=hidden)
        told = [event for page in await pages(me, room_id, 2_000) for event in page["events"]]
        seat_id = (await me("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
        ended = next(place for place, one in enumerate(told) if one["name"] == "interview_finished")
        assert "board_updated" not in {one["name"] for one in told[:ended]}
        feedback = [one["data"]["seat_id"] for one in told if one["name"] == "feedback_recorded"]
        assert feedback == [seat_id]

    play(scene)


def test_deleted_words_stay_deleted() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest("김지원"), await stage.guest("박이람")
        room_id = await stage.finished_room(me, other, rivals=[])
        before = json.dumps(await pages(me, room_id, 2_000), ensure_ascii=False)
        assert (await other("DELETE", "/api/me")).status_code == 200
        after = json.dumps(await pages(me, room_id, 2_000), ensure_ascii=False)
        # Both said the same words, so that the copy goes too.
        for words in ("박이람", ANSWER):
            assert words in before
            assert words not in after
        assert "김지원" in after

    play(scene)


def test_a_replay_of_a_room_that_still_runs_ends_where_it_stands() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me)
        await command(me, room_id, "set_ready")
        latest = len(await stage.parts.service.log_of(RoomId(room_id)))
        for after in (0, latest, 10_000):
            page = (await me("GET", f"/api/rooms/{room_id}/replay?after={after}")).json()
            assert (page["latest_seq"], page["next_after"]) == (latest, None)
        assert page["events"] == []
        refused = await me("GET", f"/api/rooms/{room_id}/replay?limit=0")
        assert refused.status_code == 422

    play(scene)
