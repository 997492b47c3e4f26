"""Codes that can be read out: what they open, until when, and what guessing costs."""

from __future__ import annotations

import asyncio

import attrs
import pytest

from adapters.http_api.settings import ApiSettings, Rate
from adapters.service.people.join_codes import JoinCode, read_code
from adapters.service.people.memory_directory import MemoryDirectory
from tests.http_api.stage import NO_LIMITS, ApiStage, Guest, play


async def invited(host: Guest, room_id: str, role: str = "candidate", **more: object) -> dict[str, object]:
    made = await host("POST", f"/api/rooms/{room_id}/invitations", body={"role": role} | more)
    assert made.status_code == 201, made.text
    said: dict[str, object] = made.json()
    return said


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
    rates = attrs.evolve(NO_LIMITS, guess_network=Rate(per_second=1.0, burst=3))
    looked_up = MemoryDirectory.join_code

    async def slowly(directory: MemoryDirectory, code: str) -> JoinCode | None:
        await asyncio.sleep(0.01)
        return await looked_up(directory, code)

    monkeypatch.setattr(MemoryDirectory, "join_code", slowly)

    async def scene(stage: ApiStage) -> None:
        host = await stage.guest()
        good = {"code": (await invited(host, await stage.room(host)))["code"]}
        pupils = [await stage.guest(f"지원자{number}") for number in range(30)]
        came = await asyncio.gather(*(pupil("POST", "/api/join", body=good) for pupil in pupils))
        assert {answer.status_code for answer in came} == {200}
        guessed = await asyncio.gather(*(pupil("POST", "/api/join", body=GUESS) for pupil in pupils))
        assert {answer.status_code for answer in guessed} == {404}
        refused = await host("POST", "/api/join", body=GUESS)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) > 20

    play(scene, ApiSettings(rates=rates))


def test_codes_survive_in_the_form_that_people_write() -> None:
    async def scene(stage: ApiStage) -> None:
        host = await stage.guest()
        code = str((await invited(host, await stage.room(host)))["code"])
        assert len(code) == 9
        assert code[4] == "-"
        assert read_code(code) == code.replace("-", "")

    play(scene)
