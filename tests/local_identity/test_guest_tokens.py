"""A token proves who somebody is, in the form in which it was issued, until its instant."""

from __future__ import annotations

import asyncio
import base64
import string
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.local_identity.guest_tokens import AUDIENCE, GuestTokens, new_user_id
from adapters.local_identity.invitations import SignedInvitations
from adapters.local_identity.signing import ISSUER
from adapters.service.people.identity import (
    Identity,
    NotAuthenticated,
    Person,
    TokenExpired,
    TokenInvalid,
    TokenMissing,
    UserId,
)
from adapters.service.people.invitations import Invitation, Role
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.rules.texts import checked_name
from interview_engine.ids import Millis, RoomId
from tests.local_identity.forging import SECRET, Claim, encoded, forged

NOW = 1_700_000_000_123
ME = Person(user_id=UserId("guest-1"), name="김지원")
GOOD: dict[str, Claim] = {
    "sub": "guest-1",
    "name": "김지원",
    "aud": AUDIENCE,
    "iss": ISSUER,
    "exp": NOW / 1000 + 60,
}


def tokens(now: int = NOW, secret: bytes = SECRET) -> GuestTokens:
    return GuestTokens(secret, lambda: Millis(now))


def person(token: str, now: int = NOW, secret: bytes = SECRET) -> Person:
    identity: Identity = tokens(now, secret)
    return asyncio.run(identity.person(token))


def without(*names: str, **others: Claim) -> dict[str, Claim]:
    return {name: value for name, value in {**GOOD, **others}.items() if name not in names}


def test_a_token_tells_whose_it_is() -> None:
    assert person(tokens().issue(ME, 1_000)) == ME
    assert person(forged(GOOD)) == ME


def test_it_is_good_until_its_instant_and_not_at_it() -> None:
    token = tokens().issue(ME, 1_001)
    assert person(token, NOW + 1_000) == ME
    for late in (1_001, 1_002, 10**12):
        with pytest.raises(TokenExpired) as caught:
            person(token, NOW + late)
        assert caught.value.code == "token_expired"


def test_a_lifetime_of_nothing_is_over_at_once() -> None:
    with pytest.raises(TokenExpired):
        person(tokens().issue(ME, 0))


def test_no_token_is_said_to_be_missing() -> None:
    with pytest.raises(TokenMissing):
        person("")


ALPHABET = string.ascii_letters + string.digits + "-_.+/=!~ \n\x00가"


@given(place=st.integers(0, 10_000), written=st.sampled_from(ALPHABET))
def test_any_altered_character_is_refused(place: int, written: str) -> None:
    token = tokens().issue(ME, 1_000)
    place %= len(token)
    altered = token[:place] + written + token[place + 1 :]
    if altered != token:
        with pytest.raises(TokenInvalid):
            person(altered)


@given(place=st.integers(0, 10_000), written=st.sampled_from(ALPHABET))
def test_any_character_put_in_or_left_out_is_refused(place: int, written: str) -> None:
    token = tokens().issue(ME, 1_000)
    place %= len(token) + 1
    for altered in (token[:place] + written + token[place:], token[:place] + token[place + 1 :]):
        if altered != token:
            with pytest.raises(TokenInvalid):
                person(altered)


def test_not_even_the_unused_bits_of_the_last_character_may_differ() -> None:
    token = tokens().issue(ME, 1_000)
    alphabet = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
    signature = base64.urlsafe_b64decode(token.rpartition(".")[2] + "=")
    twins = [
        token[:-1] + last
        for last in alphabet
        if base64.urlsafe_b64decode((token[:-1] + last).rpartition(".")[2] + "=") == signature
    ]
    assert len(twins) == 4
    for twin in set(twins) - {token}:
        with pytest.raises(TokenInvalid):
            person(twin)


@pytest.mark.parametrize(
    "text",
    [
        forged(without("exp")),
        forged(without("sub")),
        forged(without("aud")),
        forged(without("iss")),
        forged(without("name")),
        forged({**GOOD, "exp": None}),
        forged({**GOOD, "exp": "tomorrow"}),
        forged({**GOOD, "exp": str(NOW)}),
        forged({**GOOD, "exp": True}),
        forged({**GOOD, "exp": float("inf")}),
        forged({**GOOD, "exp": float("nan")}),
        forged({**GOOD, "sub": 7}),
        forged({**GOOD, "sub": ""}),
        forged({**GOOD, "aud": "interview-engine/invitation"}),
        forged({**GOOD, "aud": [AUDIENCE]}),
        forged({**GOOD, "aud": [AUDIENCE, "another"]}),
        forged({**GOOD, "iss": "another"}),
        forged({**GOOD, "name": ""}),
        forged({**GOOD, "name": "  김지원"}),
        forged({**GOOD, "name": "가" * 41}),
        forged({**GOOD, "name": ["김지원"]}),
        forged(["no", "object"]),
        forged(GOOD, key=b"x" * 32),
        forged(GOOD, key=b""),
        forged(GOOD, header={"alg": "none"}),
        forged(GOOD, header={"alg": "None", "typ": "JWT"}),
        forged(GOOD, header={"alg": "HS512"}),
        forged(GOOD, header={"alg": "RS256"}),
        forged(GOOD, header={"typ": "JWT"}),
        forged(GOOD, header={"alg": "HS256", "crit": ["exp"]}),
        forged(GOOD, header={"alg": "HS256", "b64": False}),
        f"{encoded({'alg': 'none'})}.{encoded(GOOD)}.",
        f"{encoded({'alg': 'none'})}.{encoded(GOOD)}",
        "a.b.c",
        "...",
        "Bearer " + forged(GOOD),
        forged({**GOOD, "padding": "x" * 5_000}),
    ],
)
def test_a_forged_token_proves_nothing(text: str) -> None:
    with pytest.raises(TokenInvalid) as caught:
        person(text)
    assert type(caught.value) is TokenInvalid
    assert caught.value.code == "token_invalid"


@given(st.text(max_size=200))
def test_no_text_is_taken_for_a_token(text: str) -> None:
    with pytest.raises(NotAuthenticated):
        person(text)


def test_another_secret_signs_other_tokens() -> None:
    with pytest.raises(TokenInvalid):
        person(tokens().issue(ME, 1_000), secret=b"another" * 8)


def test_an_expired_forgery_is_a_forgery() -> None:
    with pytest.raises(TokenInvalid):
        person(forged({**GOOD, "exp": 1}, key=b"x" * 32))


def test_an_invitation_is_no_token() -> None:
    invitation = Invitation(room_id=RoomId("r"), role=Role.CANDIDATE, expires_at=Millis(NOW + 1_000))
    with pytest.raises(TokenInvalid):
        person(SignedInvitations(SECRET).write(invitation))


def test_no_error_shows_the_token() -> None:
    for text in (forged({**GOOD, "exp": 1}), forged(GOOD, key=b"x" * 32), forged({**GOOD, "aud": "other"})):
        with pytest.raises(NotAuthenticated) as caught:
            person(text)
        told = "".join(traceback.format_exception(caught.value, chain=True)) + repr(caught.value)
        assert not any(part in told for part in text.split("."))
        assert "김지원" not in told


def test_a_name_is_kept_as_a_seat_would_show_it() -> None:
    spaced = Person(user_id=UserId("u"), name="  김  지원\t")
    assert person(tokens().issue(spaced, 1_000)) == Person(user_id=UserId("u"), name="김 지원")


@pytest.mark.parametrize(
    "name, code",
    [("", RefusalCode.BAD_VALUE), (" \n", RefusalCode.BAD_VALUE), ("가" * 41, RefusalCode.TEXT_TOO_LONG)],
)
def test_a_name_that_no_seat_could_have_is_refused(name: str, code: RefusalCode) -> None:
    with pytest.raises(CommandRefused) as caught:
        tokens().issue(Person(user_id=UserId("u"), name=name), 1_000)
    assert caught.value.code is code


def a_name(text: str) -> bool:
    try:
        return checked_name(text) == text
    except CommandRefused:
        return False


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(a_name))
def test_any_name_that_a_seat_may_have_goes_round(name: str) -> None:
    somebody = Person(user_id=UserId("u"), name=name)
    assert person(tokens().issue(somebody, 1_000)) == somebody


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        tokens(secret=b"x" * 31)


def test_user_ids_come_from_the_given_chance_alone() -> None:
    asked: list[int] = []

    def chance(size: int) -> bytes:
        asked.append(size)
        return bytes([len(asked)]) * size

    assert new_user_id(chance) == "guest-" + "01" * 16
    assert new_user_id(chance) == "guest-" + "02" * 16
    assert asked == [16, 16]
