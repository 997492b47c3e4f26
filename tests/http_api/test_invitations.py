"""Invitations by link and by code: what they open, until when, what ends them, and what guessing costs."""

from __future__ import annotations

import asyncio

import attrs
import pytest

from adapters.http_api.settings import ApiSettings, Rate
from adapters.service.people.join_codes import JoinCode, read_code
from adapters.service.people.memory_directory import MemoryDirectory
from tests.http_api.stage import NO_LIMITS, ApiStage, Guest, command, play


async def invited(host: Guest, room_id: str, role: str = "candidate", **more: object) -> dict[str, object]:
    made = await host("POST", f"/api/rooms/{room_id}/invitations", body={"role": role} | more)
    assert made.status_code == 201, made.text
    said: dict[str, object] = made.json()
    return said


def test_an_invitation_lets_in_and_stands_behind_the_hash_of_its_link() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other, late = await stage.guest(), await stage.guest("박이람"), await stage.guest("늦은이")
        room_id = await stage.room(host)
        body = {"role": "candidate", "lifetime_ms": 60_000}
        invited = (await host("POST", f"/api/rooms/{room_id}/invitations", body=body)).json()
        base, _, fragment = invited["link"].partition("#")
        assert base == "https://interview.example/join"
        assert fragment == invited["invitation"]
        entry = {"invitation": invited["invitation"]}
        assert (await other("POST", f"/api/rooms/{room_id}/enter", body=entry)).status_code == 200
        assert (await other("GET", f"/api/rooms/{room_id}")).status_code == 200
        stage.clock.ahead_ms += 60_000
        assert (await late("POST", f"/api/rooms/{room_id}/enter", body=entry)).status_code == 404
        for wrong in (0, 59_999, 10**12):
            body = {"role": "observer", "lifetime_ms": wrong}
            refused = await host("POST", f"/api/rooms/{room_id}/invitations", body=body)
            assert refused.json()["errors"][0]["field"] == "lifetime_ms"

    play(scene)


def test_an_invited_observer_can_only_watch() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(host)
        await stage.let_in(host, other, room_id, "observer")
        refused = await command(other, room_id, "join_room", name="박이람")
        assert (refused.status_code, refused.json()["code"]) == (403, "observers_only")
        assert (await command(other, room_id, "join_room", name="박이람", observer=True)).is_success

    play(scene)


def test_a_code_opens_the_room_that_it_was_made_for_in_its_role() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(host)
        for role in ("candidate", "observer"):
            said = await invited(host, room_id, role)
            typed = str(said["code"]).lower().replace("-", " ")
            opened = (await other("POST", "/api/join", body={"code": typed})).json()
            assert (opened["room_id"], opened["role"]) == (room_id, role)
            assert opened["expires_at"] == said["expires_at"]
        entered = await other(
            "POST", f"/api/rooms/{room_id}/enter", body={"invitation": opened["invitation"]}
        )
        assert entered.status_code == 200
        assert entered.json()["you"]["role"] == "observer"

    play(scene)


def test_inviting_again_keeps_the_code_that_was_read_out() -> None:
    async def scene(stage: ApiStage) -> None:
        host = await stage.guest()
        room_id, another = await stage.room(host), await stage.room(host)
        first = await invited(host, room_id, lifetime_ms=60_000)
        again = await invited(host, room_id, lifetime_ms=3_600_000)
        assert again["code"] == first["code"]
        assert (
            len(
                {
                    str((await invited(host, room, role))["code"])
                    for room in (room_id, another)
                    for role in ("candidate", "observer")
                }
            )
            == 4
        )
        stage.clock.ahead_ms += 60_000
        assert (await host("POST", "/api/join", body={"code": first["code"]})).status_code == 200

    play(scene)


def test_a_code_ends_and_goes_with_its_room() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest(), await stage.guest("박이람")
        room_id, deleted = await stage.room(host), await stage.room(host)
        ended = await invited(host, room_id, lifetime_ms=60_000)
        gone = await invited(host, deleted)
        assert (await host("DELETE", f"/api/rooms/{deleted}")).status_code == 204
        stage.clock.ahead_ms += 60_000
        for code in (ended["code"], gone["code"], "0000-0000", "안녕하세요", ""):
            refused = await other("POST", "/api/join", body={"code": code})
            assert (refused.status_code, refused.json()["code"]) == (404, "no_such_code"), code

    play(scene)


async def opens(person: Guest, room_id: str, said: dict[str, object]) -> tuple[str, str]:
    """Return what a person gets for an invitation's code, and for the invitation itself."""
    typed = await person("POST", "/api/join", body={"code": said["code"]})
    entered = await person("POST", f"/api/rooms/{room_id}/enter", body={"invitation": said["invitation"]})
    first, second = (
        str(got.status_code if got.is_success else got.json()["code"]) for got in (typed, entered)
    )
    return first, second


SHUT = ("no_such_code", "no_such_room")
OPEN = ("200", "200")


def test_revoking_shuts_out_who_was_not_let_in_yet_and_nobody_else() -> None:
    async def scene(stage: ApiStage) -> None:
        host, member, late = await stage.guest(), await stage.guest("박이람"), await stage.guest("늦은이")
        room_id, other_room = await stage.room(host), await stage.room(host)
        elsewhere = await invited(host, other_room)
        earlier = [await invited(host, room_id, role) for role in ("candidate", "observer")]
        await stage.let_in(host, member, room_id)
        revoked = await host("DELETE", f"/api/rooms/{room_id}/invitations")
        assert (revoked.status_code, revoked.content) == (204, b"")
        for said in earlier:
            assert await opens(late, room_id, said) == SHUT
        assert (await member("GET", f"/api/rooms/{room_id}")).status_code == 200
        later = await invited(host, room_id)
        assert later["code"] not in [said["code"] for said in earlier]
        assert await opens(late, other_room, elsewhere) == OPEN
        assert await opens(late, room_id, later) == OPEN
        # A new title is written over an entry that somebody read before.
        assert (await host("PATCH", f"/api/rooms/{room_id}", body={"title": "둘째"})).is_success
        assert await opens(await stage.guest("더 늦은이"), room_id, earlier[0]) == SHUT

    play(scene)


def test_a_host_who_is_not_the_owner_may_revoke_and_other_members_may_not() -> None:
    async def scene(stage: ApiStage) -> None:
        owner, host = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(owner, observe=True)
        said = await invited(owner, room_id)
        await stage.let_in(owner, host, room_id)
        refused = await host("DELETE", f"/api/rooms/{room_id}/invitations")
        assert (refused.status_code, refused.json()["code"]) == (403, "hosts_only")
        assert (await command(host, room_id, "join_room", name="박이람")).is_success
        assert (await host("DELETE", f"/api/rooms/{room_id}/invitations")).status_code == 204
        assert await opens(await stage.guest("늦은이"), room_id, said) == SHUT

    play(scene)


def test_a_removed_person_does_not_come_back_as_a_new_guest_by_the_old_link_or_code() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest(), await stage.guest("박이람")
        room_id = await stage.room(host)
        said = await invited(host, room_id)
        assert await opens(other, room_id, said) == OPEN
        assert (await command(other, room_id, "join_room", name="박이람")).is_success
        seat = (await other("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
        assert (await command(host, room_id, "kick_seat", seat_id=seat)).is_success
        again = await stage.guest("박이람")
        assert await opens(again, room_id, said) == SHUT
        later = await invited(host, room_id)
        assert later["code"] != said["code"]
        assert await opens(again, room_id, said) == SHUT
        assert await opens(await stage.guest("최늘봄"), room_id, later) == OPEN

    play(scene)


def test_from_the_end_on_results_are_read_by_those_who_were_in_and_those_invited_since() -> None:
    async def scene(stage: ApiStage) -> None:
        host, other, late = await stage.guest(), await stage.guest("박이람"), await stage.guest("늦은이")
        room_id = await stage.room(host)
        earlier = [await invited(host, room_id, role) for role in ("candidate", "observer")]
        await stage.let_in(host, other, room_id, "observer")
        assert (await command(host, room_id, "set_ready")).is_success
        assert (await host("POST", f"/api/rooms/{room_id}/start")).is_success
        assert (await command(host, room_id, "end_early")).is_success
        await stage.play(room_id, host)
        for said in earlier:
            assert await opens(late, room_id, said) == SHUT
        results = f"/api/rooms/{room_id}/results"
        statuses = [(await one("GET", results)).status_code for one in (host, other, late)]
        assert statuses == [200, 200, 404]
        assert await opens(late, room_id, await invited(host, room_id, "observer")) == OPEN
        assert (await late("GET", results)).status_code == 200

    play(scene)


GUESS = {"code": "K7QD-2MXA"}


def test_guesses_are_slowed_down_by_person_and_good_codes_cost_nothing() -> None:
    rates = attrs.evolve(NO_LIMITS, guess=Rate(per_second=0.001, burst=3))

    async def scene(stage: ApiStage) -> None:
        host, other = await stage.guest(), await stage.guest("박이람")
        good = {"code": (await invited(host, await stage.room(host)))["code"]}
        for _ in range(10):
            assert (await host("POST", "/api/join", body=good)).status_code == 200
        for _ in range(3):
            assert (await host("POST", "/api/join", body=GUESS)).status_code == 404
        refused = await host("POST", "/api/join", body=GUESS)
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
        seconds = int(refused.headers["retry-after"])
        assert seconds > 900
        assert f"{seconds}초 뒤에" in refused.json()["message"]
        # Nor does it say meanwhile whether a code is good; others at the same address go on.
        assert (await host("POST", "/api/join", body=good)).status_code == 429
        assert (await other("POST", "/api/join", body=good)).status_code == 200

    play(scene, ApiSettings(rates=rates))


def test_a_new_account_for_each_guess_is_no_way_around() -> None:
    rates = attrs.evolve(NO_LIMITS, guess_network=Rate(per_second=0.001, burst=3))

    async def scene(stage: ApiStage) -> None:
        for status in (404, 404, 404, 429):
            assert (await (await stage.guest())("POST", "/api/join", body=GUESS)).status_code == status

    play(scene, ApiSettings(rates=rates))


def test_a_class_that_types_its_code_at_once_comes_in_and_guesses_at_once_are_paid_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rates = attrs.evolve(NO_LIMITS, guess_network=Rate(per_second=0.001, burst=3))
    looked_up = MemoryDirectory.join_code
    pupils_at_once = 30
    arrived: list[str] = []
    all_are_there = asyncio.Event()

    async def together(directory: MemoryDirectory, code: str) -> JoinCode | None:
        arrived.append(code)
        if len(arrived) % pupils_at_once == 0:
            all_are_there.set()
        async with asyncio.timeout(20):
            await all_are_there.wait()
        return await looked_up(directory, code)

    async def scene(stage: ApiStage) -> None:
        host = await stage.guest()
        good = {"code": (await invited(host, await stage.room(host)))["code"]}
        pupils = [await stage.guest(f"지원자{number}") for number in range(pupils_at_once)]
        monkeypatch.setattr(MemoryDirectory, "join_code", together)
        came = await asyncio.gather(*(pupil("POST", "/api/join", body=good) for pupil in pupils))
        assert {answer.status_code for answer in came} == {200}
        all_are_there.clear()
        guessed = await asyncio.gather(*(pupil("POST", "/api/join", body=GUESS) for pupil in pupils))
        assert {answer.status_code for answer in guessed} == {404}
        refused = await host("POST", "/api/join", body=GUESS)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) > (pupils_at_once - 4) * 1_000

    play(scene, ApiSettings(rates=rates))


def test_codes_survive_in_the_form_that_people_write() -> None:
    async def scene(stage: ApiStage) -> None:
        host = await stage.guest()
        code = str((await invited(host, await stage.room(host)))["code"])
        assert len(code) == 9
        assert code[4] == "-"
        assert read_code(code) == code.replace("-", "")

    play(scene)
