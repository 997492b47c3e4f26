"""Rooms over HTTP: opening with idempotency, lists, invitations, commands, settings."""

from __future__ import annotations

from adapters.http_api.settings import ApiSettings
from adapters.service.people.stirring import BURST
from interview_engine.core.seats import SeatKind
from interview_engine.ids import RoomId
from tests.http_api.stage import NO_LIMITS, PANEL, RIVAL, SHORT, ApiStage, command, play


def test_the_creator_sits_down_at_once_and_is_host() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        body = {"title": " 첫 면접 ", "settings": {"language": "en"}, "rivals": [RIVAL], "panel": [PANEL]}
        made = await me("POST", "/api/rooms", body=body)
        said = made.json()
        assert made.status_code == 201
        assert made.headers["location"] == f"/api/rooms/{said['room_id']}"
        assert said["title"] == "첫 면접"
        assert said["you"] | {"legal": ()} == {
            "seat_id": said["room"]["host"],
            "role": "candidate",
            "seated": True,
            "host": True,
            "owner": True,
            "legal": (),
        }
        assert "set_ready" in said["you"]["legal"]
        assert said["room"]["settings"]["language"] == "en"
        kinds = [seat["kind"] for seat in said["room"]["seats"]]
        assert sorted(kinds) == ["ai", "human", "interviewer"]
        assert said["room"]["seed"] == ""
        assert all(seat["candidate"] is None for seat in said["room"]["seats"])

    play(scene)


def test_whoever_only_watches_sits_as_an_observer() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room = await stage.parts.service.room(RoomId(await stage.room(me, observe=True)))
        assert [seat.kind for seat in room.seats][-1] is SeatKind.OBSERVER
        assert room.host is None

    play(scene)


def test_the_same_key_opens_the_same_room_once() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest("박이람")
        body = {"title": "면접", "settings": SHORT}
        headers = {"Idempotency-Key": "key-1"}
        first = await me("POST", "/api/rooms", body=body, headers=headers)
        again = await me("POST", "/api/rooms", body=body, headers=headers)
        others = await other("POST", "/api/rooms", body=body, headers=headers)
        fresh = await me("POST", "/api/rooms", body=body)
        assert [answer.status_code for answer in (first, again, others, fresh)] == [201, 200, 201, 201]
        ids = [answer.json()["room_id"] for answer in (first, again, others, fresh)]
        assert ids[0] == ids[1]
        assert len(set(ids)) == 3
        assert len((await me("GET", "/api/rooms")).json()["rooms"]) == 2
        log = await stage.parts.service.log_of(RoomId(ids[0]))
        assert sum(type(record.event).__name__ == "SeatTaken" for record in log) == 1

    play(scene)


def test_a_room_that_the_rules_refuse_leaves_nothing_behind() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        for body, code in (
            ({"settings": {"difficulty": 99}}, "bad_value"),
            ({"settings": {"colour": "red"}}, "bad_arguments"),
            ({"settings": {"role": "pirate"}}, "bad_arguments"),
            ({"rivals": ["nobody"]}, "unknown_persona"),
            ({"panel": ["nobody"]}, "unknown_interviewer"),
            ({"title": "x" * 101}, "bad_values"),
        ):
            answer = await me("POST", "/api/rooms", body=body)
            assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert (await me("GET", "/api/rooms")).json() == {"rooms": []}
        assert await stage.parts.store.rooms() == ()

    play(scene)


def test_no_new_rooms_while_shutting_down_or_full() -> None:
    draining = False

    async def scene(stage: ApiStage) -> None:
        nonlocal draining
        me = await stage.guest()
        assert (await me("POST", "/api/rooms", body={})).status_code == 201
        full = await me("POST", "/api/rooms", body={})
        assert (full.status_code, full.json()["code"]) == (503, "too_many_rooms")
        draining = True
        refused = await me("POST", "/api/rooms", body={})
        assert (refused.status_code, refused.json()["code"]) == (503, "draining")
        assert "retry-after" in refused.headers

    play(scene, ApiSettings(rates=NO_LIMITS, most_live_rooms=1), draining=lambda: draining)


def test_the_lobby_shows_titles_and_hosts_and_nothing_else_of_people() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest("방장님"), await stage.guest("박이람")
        hidden = await stage.room(host, title="비공개")
        shown = await stage.room(host, title="누구나", public=True)
        assert (await command(host, shown, "send_chat", text="안녕하세요 반갑습니다")).is_success
        answer = await other("GET", "/api/rooms/public")
        (card,) = answer.json()["rooms"]
        assert hidden not in answer.text
        assert "반갑습니다" not in answer.text
        assert (card["room_id"], card["title"], card["host"], card["mine"]) == (
            shown,
            "누구나",
            "방장님",
            False,
        )
        assert (card["stage"], card["people"], card["ai"], card["seats_free"]) == ("waiting", 1, 1, 3)
        # Looking at the list lets nobody in; coming in does.
        assert (await other("GET", "/api/rooms")).json() == {"rooms": []}
        assert (await command(other, shown, "join_room", name="박이람")).status_code == 200
        assert len((await other("GET", "/api/rooms")).json()["rooms"]) == 1
        closed = await host("PATCH", f"/api/rooms/{shown}", body={"public": False, "title": "이제 비공개"})
        assert (closed.json()["title"], closed.json()["public"]) == ("이제 비공개", False)
        assert (await other("GET", "/api/rooms/public")).json() == {"rooms": []}

    play(scene)


def test_a_room_that_one_was_removed_from_leaves_ones_own_list() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(host)
        await stage.let_in(host, other, room_id)
        assert (await command(other, room_id, "join_room", name="박이람")).is_success
        listed = (await other("GET", "/api/rooms")).json()["rooms"]
        assert [card["room_id"] for card in listed] == [room_id]
        seat = (await other("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
        assert (await command(host, room_id, "kick_seat", seat_id=seat)).is_success
        assert (await other("GET", "/api/rooms")).json()["rooms"] == []
        assert len((await host("GET", "/api/rooms")).json()["rooms"]) == 1

    play(scene)


def test_whoever_opened_a_room_finds_and_deletes_it_even_when_a_later_host_has_removed_them() -> None:
    async def scene(stage: ApiStage) -> None:
        owner, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(owner)
        await stage.let_in(owner, other, room_id)
        assert (await command(other, room_id, "join_room", name="박이람")).is_success
        mine, theirs = [
            (await person("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
            for person in (owner, other)
        ]
        assert (await command(owner, room_id, "hand_over_host", seat_id=theirs)).is_success
        assert (await command(other, room_id, "kick_seat", seat_id=mine)).is_success
        (card,) = (await owner("GET", "/api/rooms")).json()["rooms"]
        assert (card["room_id"], card["mine"]) == (room_id, True)
        assert (await owner("DELETE", f"/api/rooms/{room_id}")).status_code == 204
        assert (await other("GET", "/api/rooms")).json()["rooms"] == []

    play(scene)


def test_a_command_sent_again_happens_once() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        room_id = await stage.room(me)
        body = {"id": "same", "name": "send_chat", "data": {"text": "안녕하세요"}}
        first = (await me("POST", f"/api/rooms/{room_id}/commands", body=body)).json()
        again = (await me("POST", f"/api/rooms/{room_id}/commands", body=body)).json()
        assert first["outcome"] == "committed"
        assert again == {"outcome": "duplicate", "seq": first["seq"]}
        headers = {"Idempotency-Key": "k"}
        change = {"settings": {"difficulty": 5}}
        for outcome in ("committed", "duplicate"):
            answer = await me("PATCH", f"/api/rooms/{room_id}/settings", body=change, headers=headers)
            assert answer.json()["outcome"] == outcome
        settings = (await me("GET", f"/api/rooms/{room_id}")).json()["room"]["settings"]
        assert settings["difficulty"] == 5
        assert settings["reading_ms"] == 0

    play(scene)


def test_a_key_or_id_that_stands_for_something_else_is_refused() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        headers = {"Idempotency-Key": "key-1"}
        body = {"title": "면접", "settings": SHORT}
        room_id = (await me("POST", "/api/rooms", body=body, headers=headers)).json()["room_id"]
        chat = {"id": "same", "name": "send_chat", "data": {"text": "안녕하세요"}}
        path = f"/api/rooms/{room_id}"
        assert (await me("POST", f"{path}/commands", body=chat)).status_code == 200
        change = {"settings": {"difficulty": 5}}
        assert (await me("PATCH", f"{path}/settings", body=change, headers=headers)).status_code == 200
        for method, where, other in (
            ("POST", "/api/rooms", body | {"title": "다른 면접"}),
            ("POST", "/api/rooms", body | {"settings": SHORT | {"difficulty": 5}}),
            ("POST", "/api/rooms", body | {"observe": True}),
            ("POST", f"{path}/commands", chat | {"data": {"text": "다른 말"}}),
            ("PATCH", f"{path}/settings", {"settings": {"difficulty": 4}}),
        ):
            answer = await me(method, where, body=other, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (422, "command_id_reused"), other

    play(scene)


def test_nobody_acts_for_another_seat() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(host)
        await stage.let_in(host, other, room_id)
        seat = (await host("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
        for name, data in (("set_ready", {"seat_id": seat}), ("kick_seat", {"seat_id": seat, "by": seat})):
            refused = await command(other, room_id, name, **data)
            assert (refused.status_code, refused.json()["code"]) == (422, "bad_arguments")

    play(scene)


def test_a_documents_facts_are_shared_as_edited_and_seen_by_nobody_else() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(me)
        await stage.let_in(me, other, room_id)
        files = {"file": ("resume.txt", "결제 서비스를 맡음\n검색을 개선함".encode())}
        document = (await me("POST", "/api/documents", files=files)).json()["document_id"]
        body = {"document_id": document}
        assert (await me("POST", f"/api/rooms/{room_id}/resume", body=body)).status_code == 200
        seats = (await me("GET", f"/api/rooms/{room_id}")).json()["room"]["seats"]
        assert ["결제 서비스를 맡음", "검색을 개선함"] in [seat["facts"] for seat in seats]
        body = {"document_id": document, "facts": ["검색을 30% 개선함"]}
        assert (await me("POST", f"/api/rooms/{room_id}/resume", body=body)).status_code == 200
        assert "30%" in (await me("GET", f"/api/rooms/{room_id}")).text
        assert "30%" not in (await other("GET", f"/api/rooms/{room_id}")).text
        stolen = await other("POST", f"/api/rooms/{room_id}/resume", body=body)
        assert stolen.json()["code"] == "no_such_document"

    play(scene)


def test_nobody_fills_the_server_with_rooms_that_they_do_not_end() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest()
        headers = {"Idempotency-Key": "first"}
        first = await me("POST", "/api/rooms", body={}, headers=headers)
        await me("POST", "/api/rooms", body={})
        refused = await me("POST", "/api/rooms", body={})
        assert (refused.status_code, refused.json()["code"]) == (409, "too_many_unfinished")
        assert (await me("POST", "/api/rooms", body={}, headers=headers)).status_code == 200
        assert (await other("POST", "/api/rooms", body={})).status_code == 201
        assert (await me("DELETE", f"/api/rooms/{first.json()['room_id']}")).status_code == 204
        assert (await me("POST", "/api/rooms", body={})).status_code == 201

    play(scene, ApiSettings(rates=NO_LIMITS, most_unfinished_rooms=2))


def test_nobody_fills_a_log_by_changing_their_mind() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(me)
        await stage.let_in(me, other, room_id)
        await command(other, room_id, "join_room", name="박이람")
        codes = []
        for number in range(2 * BURST):
            answer = await command(me, room_id, "set_ready", ready=number % 2 == 0)
            codes.append(answer.status_code)
        assert codes[: BURST - 5] == [200] * (BURST - 5)
        assert set(codes[BURST + 5 :]) == {429}
        assert (await command(other, room_id, "set_ready")).status_code == 200
        assert (await command(me, room_id, "send_chat", text="말은 할 수 있습니다")).status_code == 200

    play(scene)
