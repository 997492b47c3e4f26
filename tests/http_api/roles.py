"""The people of the authorization matrix, around one room that the owner opened."""

from __future__ import annotations

from typing import Final

import attrs

from adapters.service.people.identity import Person, UserId
from interview_engine.ids import Millis
from tests.http_api.stage import ApiStage, Guest, command

ROLES: Final = ("nobody", "forged", "expired", "stranger", "observer", "candidate", "removed", "owner")


@attrs.frozen
class Cast:
    """Everybody, and the room."""

    people: dict[str, Guest]
    room_id: str


async def gather(stage: ApiStage) -> Cast:
    """Open a room; let an observer and a candidate in, and remove somebody."""
    owner = await stage.guest("방장")
    room_id = await stage.room(owner)
    people = {
        "nobody": Guest(stage.client, ""),
        "forged": Guest(stage.client, owner.token[:-6] + "AAAAAA"),
        "expired": await _expired(stage),
        "stranger": await stage.guest("낯선이"),
        "observer": await stage.guest("참관인"),
        "candidate": await stage.guest("지원자"),
        "removed": await stage.guest("나간이"),
        "owner": owner,
    }
    await stage.let_in(owner, people["observer"], room_id, "observer")
    assert (await command(people["observer"], room_id, "join_room", name="참관인", observer=True)).is_success
    for name in ("candidate", "removed"):
        await stage.let_in(owner, people[name], room_id)
        assert (await command(people[name], room_id, "join_room", name=name)).is_success
    seat = (await people["removed"]("GET", f"/api/rooms/{room_id}")).json()["you"]["seat_id"]
    assert (await command(owner, room_id, "kick_seat", seat_id=seat)).is_success
    return Cast(people, room_id)


async def _expired(stage: ApiStage) -> Guest:
    assert stage.parts.tokens is not None
    token = stage.parts.tokens.issue(Person(user_id=UserId("g-late"), name="늦은이"), Millis(-1_000))
    return Guest(stage.client, token)
