"""Tokens and invitations that anybody can read: who may write them is not what is simulated."""

from __future__ import annotations

from adapters.service.people.identity import Person, TokenInvalid, UserId
from adapters.service.people.invitations import Invitation, Role
from interview_engine.ids import Millis, RoomId


class Tokens:
    """An `Identity`: the token names the person."""

    async def person(self, token: str) -> Person:
        kind, _, name = token.partition(":")
        if kind != "token" or not name:
            raise TokenInvalid
        return Person(user_id=UserId(f"user-{name}"), name=name)


class Links:
    """`Invitations`, in plain text."""

    def write(self, invitation: Invitation) -> str:
        said = (invitation.role.value, invitation.expires_at, invitation.generation, invitation.room_id)
        return "|".join(map(str, said))

    def read(self, text: str, now: Millis) -> Invitation | None:
        parts = text.split("|")
        if len(parts) != 4 or not (parts[1] + parts[2]).isdigit() or int(parts[1]) <= now:
            return None
        role = next((role for role in Role if role.value == parts[0]), None)
        if role is None:
            return None
        return Invitation(
            room_id=RoomId(parts[3]),
            role=role,
            expires_at=Millis(int(parts[1])),
            generation=int(parts[2]),
        )
