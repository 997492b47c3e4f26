"""An invitation opens one room in one role until its instant, as it was written or not at all."""

from __future__ import annotations

import base64
import string
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.local_identity.guest_tokens import GuestTokens
from adapters.local_identity.invitations import AUDIENCE, SignedInvitations
from adapters.local_identity.sealing import Sealer
from adapters.local_identity.signing import ISSUER
from adapters.service.people.identity import Person, UserId
from adapters.service.people.invitations import Invitation, Invitations, Role
from interview_engine.ids import Millis, RoomId
from tests.local_identity.forging import SECRET, forged

NOW = Millis(1_700_000_000_123)
INVITATION = Invitation(
    room_id=RoomId("방-1"), role=Role.OBSERVER, expires_at=Millis(NOW + 1_001), generation=255
)

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
    generation=st.integers(0, 255),
)
def test_any_invitation_goes_round_to_the_millisecond_and_the_generation(
    room: str, role: Role, lifetime: int, generation: int
) -> None:
    invitation = Invitation(
        room_id=RoomId(room), role=role, expires_at=Millis(NOW + lifetime), generation=generation
    )
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


def test_an_invitation_to_a_room_of_this_server_is_short_enough_for_a_small_qr_code() -> None:
    room = RoomId("r-" + "0123456789abcdef01234567")
    invitation = Invitation(room_id=room, role=Role.CANDIDATE, expires_at=NOW)
    assert len(signed.write(invitation)) == 48
    assert signed.read(signed.write(invitation), Millis(NOW - 1)) == invitation


def content_of(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))[:-16]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a.b.c",
        "r-0123456789abcdef01234567",
        "A" * 48,
        "A" * 5_000,
        "\u3042" * 48,
        signed.write(INVITATION) + "=",
        signed.write(INVITATION) + "\n",
        Sealer(b"another" * 8, AUDIENCE).seal(content_of(signed.write(INVITATION))),
        # As they were before they had generations.
        Sealer(SECRET, "interview-engine/invitation").seal(b"\x02" + NOW.to_bytes(6) + bytes(12)),
        Sealer(SECRET, "interview-engine/guest").seal(content_of(signed.write(INVITATION))),
        SignedInvitations(b"another" * 8).write(INVITATION),
        GuestTokens(SECRET, lambda: NOW).issue(Person(user_id=UserId("room"), name="candidate"), 60_000),
        forged({"sub": "room", "role": "candidate", "aud": AUDIENCE, "iss": ISSUER, "exp": NOW / 1000 + 60}),
    ],
)
def test_what_was_not_sealed_as_an_invitation_opens_nothing(text: str) -> None:
    assert signed.read(text, NOW) is None


def test_the_same_content_sealed_here_opens() -> None:
    text = Sealer(SECRET, AUDIENCE).seal(content_of(signed.write(INVITATION)))
    assert signed.read(text, NOW) == INVITATION


def test_no_other_secret_is_taken_than_a_long_one() -> None:
    with pytest.raises(ValueError, match="32 bytes or more"):
        SignedInvitations(b"short")
