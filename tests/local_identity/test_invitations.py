"""An invitation opens one room in one role until its instant, as it was written or not at all."""

from __future__ import annotations

import string
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.local_identity.guest_tokens import GuestTokens
from adapters.local_identity.invitations import AUDIENCE, SignedInvitations
from adapters.local_identity.signing import ISSUER
from adapters.service.people.identity import Person, UserId
from adapters.service.people.invitations import Invitation, Invitations, Role
from interview_engine.ids import Millis, RoomId
from tests.local_identity.forging import SECRET, Claim, forged

NOW = Millis(1_700_000_000_123)
INVITATION = Invitation(room_id=RoomId("방-1"), role=Role.OBSERVER, expires_at=Millis(NOW + 1_001))
GOOD: dict[str, Claim] = {
    "sub": "room",
    "role": "candidate",
    "aud": AUDIENCE,
    "iss": ISSUER,
    "exp": NOW / 1000 + 60,
}

signed: Invitations = SignedInvitations(SECRET)


def test_it_says_what_was_written_until_its_instant() -> None:
    text = signed.write(INVITATION)
    assert signed.read(text, NOW) == INVITATION
    assert signed.read(text, Millis(NOW + 1_000)) == INVITATION
    assert signed.read(text, Millis(NOW + 1_001)) is None


@given(
    room=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    role=st.sampled_from(Role),
    lifetime=st.integers(1, 10**11),
)
def test_any_invitation_goes_round_to_the_millisecond(room: str, role: Role, lifetime: int) -> None:
    invitation = Invitation(room_id=RoomId(room), role=role, expires_at=Millis(NOW + lifetime))
    assert signed.read(signed.write(invitation), NOW) == invitation


def test_it_fits_into_a_link_as_it_is() -> None:
    text = signed.write(INVITATION)
    assert urllib.parse.quote(text, safe="") == text


@given(place=st.integers(0, 10_000), written=st.sampled_from(string.ascii_letters + string.digits + "-_.=% "))
def test_any_altered_character_closes_it(place: int, written: str) -> None:
    text = signed.write(INVITATION)
    place %= len(text)
    altered = text[:place] + written + text[place + 1 :]
    assert altered == text or signed.read(altered, NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a.b.c",
        forged({**GOOD, "role": "host"}),
        forged({name: value for name, value in GOOD.items() if name != "role"}),
        forged({**GOOD, "aud": "interview-engine/guest"}),
        forged(GOOD, key=b"x" * 32),
        forged(GOOD, header={"alg": "none"}),
        forged({**GOOD, "exp": float("inf")}),
        SignedInvitations(b"another" * 8).write(INVITATION),
        GuestTokens(SECRET, lambda: NOW).issue(Person(user_id=UserId("room"), name="candidate"), 60_000),
    ],
)
def test_what_was_not_signed_as_an_invitation_opens_nothing(text: str) -> None:
    assert signed.read(text, NOW) is None


def test_the_forger_gets_it_right_when_nothing_is_wrong() -> None:
    read = signed.read(forged(GOOD), NOW)
    assert read is not None
    assert (read.room_id, read.role) == ("room", Role.CANDIDATE)
