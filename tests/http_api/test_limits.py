"""Limits of size and pace, and the headers of every answer."""

from __future__ import annotations

from collections.abc import AsyncIterator

import attrs
import pytest

from adapters.http_api.middleware.limits import network_of
from adapters.http_api.settings import ApiSettings, Rate, RateClass, Rates
from adapters.http_api.token_buckets import MOST_BUCKETS, TokenBuckets
from interview_engine.ids import Millis
from tests.http_api.stage import MANY, NO_LIMITS, ApiStage, play

SMALL = ApiSettings(rates=NO_LIMITS, json_limit=1_000, upload_limit=5_000)


def test_a_body_that_says_it_is_too_large_is_refused() -> None:
    async def scene(stage: ApiStage) -> None:
        body = b'{"name": "' + b" " * 1_000 + b'"}'
        headers = {"Content-Type": "application/json"}
        answer = await stage.nobody("POST", "/api/guests", content=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")

    play(scene, SMALL)


def test_a_body_that_does_not_say_how_long_it_is_is_counted_as_it_comes() -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(1_000):
            sent += 100
            yield b" " * 100

    async def scene(stage: ApiStage) -> None:
        headers = {"Content-Type": "application/json"}
        answer = await stage.client.post("/api/guests", content=endless(), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
        assert "content-length" not in answer.request.headers

    play(scene, SMALL)


def test_the_limit_itself_is_not_too_large() -> None:
    async def scene(stage: ApiStage) -> None:
        body = b'{"name": "x"' + b" " * (1_000 - 13) + b"}"
        assert len(body) == 1_000
        headers = {"Content-Type": "application/json"}
        answer = await stage.nobody("POST", "/api/guests", content=body, headers=headers)
        assert answer.status_code == 201
        answer = await stage.nobody("POST", "/api/guests", content=body + b" ", headers=headers)
        assert answer.status_code == 413

    play(scene, SMALL)


def test_an_upload_has_a_limit_of_its_own() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        for length, status in ((5_000, 201), (5_001, 413), (80_000, 413)):
            files = {"file": ("a.txt", b"x" * length)}
            answer = await me("POST", "/api/documents", files=files)
            assert answer.status_code == status, (length, answer.text)

    play(scene, SMALL)


def test_a_bucket_refills_with_time() -> None:
    now = [Millis(0)]
    rates = Rates(read=Rate(per_second=0.5, burst=2))
    buckets = TokenBuckets(rates, lambda: now[0])
    assert [buckets.wait(RateClass.READ, "a") for _ in range(3)] == [0, 0, 2]
    assert buckets.wait(RateClass.READ, "b") == 0
    now[0] = Millis(1_999)
    assert buckets.wait(RateClass.READ, "a") == 1
    now[0] = Millis(2_000)
    assert [buckets.wait(RateClass.READ, "a") for _ in range(2)] == [0, 2]
    now[0] = Millis(0)
    assert buckets.wait(RateClass.READ, "a") > 0


def test_buckets_are_bounded() -> None:
    buckets = TokenBuckets(Rates(), lambda: Millis(0))
    for number in range(MOST_BUCKETS + 500):
        buckets.wait(RateClass.READ, str(number))
    assert len(buckets._buckets) == MOST_BUCKETS


def test_each_class_has_its_own_pace_for_each_person() -> None:
    once = Rate(per_second=0.01, burst=1)

    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest("다른이")
        assert (await me("GET", "/api/me")).status_code == 200
        refused = await me("GET", "/api/rooms")
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
        assert 1 <= int(refused.headers["retry-after"]) <= 100
        assert (await other("GET", "/api/me")).status_code == 200
        assert (await me("POST", "/api/token/refresh")).status_code == 200
        stage.clock.ahead_ms += 100_000
        assert (await me("GET", "/api/me")).status_code == 200

    play(scene, ApiSettings(rates=attrs.evolve(NO_LIMITS, read=once)))


def test_an_address_can_ask_only_so_often_but_machines_can() -> None:
    twice = Rate(per_second=0.01, burst=2)

    async def scene(stage: ApiStage) -> None:
        answers = [(await stage.nobody("GET", "/nothing")).status_code for _ in range(3)]
        assert answers == [404, 404, 429]
        assert (await stage.nobody("GET", "/healthz")).status_code == 200

    play(scene, ApiSettings(rates=attrs.evolve(NO_LIMITS, address=twice)))


def test_guests_are_made_only_so_often() -> None:
    async def scene(stage: ApiStage) -> None:
        made = [(await stage.nobody("POST", "/api/guests", body={"name": "x"})).status_code for _ in range(3)]
        assert made == [201, 201, 429]

    play(scene, ApiSettings(rates=attrs.evolve(NO_LIMITS, sign_in=Rate(per_second=0.01, burst=2))))


def test_headers_keep_browsers_careful() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        for path in ("/api/me", "/api/nothing", "/healthz", "/openapi.json"):
            headers = (await me("GET", path)).headers
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["x-frame-options"] == "DENY"
            assert headers["cache-control"] == "no-store"
            assert headers["content-security-policy"].startswith("default-src 'none'")
            assert "max-age" in headers["strict-transport-security"]

    play(scene)


def test_only_listed_origins_may_use_the_api_from_a_page() -> None:
    async def scene(stage: ApiStage) -> None:
        asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
        for origin, allowed in (("https://app.example", True), ("https://evil.example", False)):
            answer = await stage.nobody("OPTIONS", "/api/rooms", headers=asked | {"Origin": origin})
            assert (answer.headers.get("access-control-allow-origin") == origin) is allowed
            assert "access-control-allow-credentials" not in answer.headers

    play(scene, ApiSettings(rates=NO_LIMITS, origins=("https://app.example",)))


def test_without_origins_no_page_of_another_host_may() -> None:
    async def scene(stage: ApiStage) -> None:
        answer = await stage.nobody("GET", "/healthz", headers={"Origin": "https://app.example"})
        assert "access-control-allow-origin" not in answer.headers

    play(scene, ApiSettings(rates=attrs.evolve(NO_LIMITS, read=MANY)))


def test_what_is_charged_afterwards_may_leave_a_debt_and_looking_ahead_costs_nothing() -> None:
    now = [Millis(0)]
    buckets = TokenBuckets(Rates(read=Rate(per_second=0.5, burst=1)), lambda: now[0])
    assert [buckets.wait_ahead(RateClass.READ, "a") for _ in range(3)] == [0, 0, 0]
    for _ in range(3):
        buckets.charge(RateClass.READ, "a")
    assert buckets.wait_ahead(RateClass.READ, "a") == 6
    now[0] = Millis(5_999)
    assert buckets.wait(RateClass.READ, "a") == 1
    now[0] = Millis(6_000)
    assert [buckets.wait(RateClass.READ, "a") for _ in range(2)] == [0, 2]


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::1", True),
        ("2001:db8:1:2:3::4", "2001:db8:1:3:3::4", False),
        ("203.0.113.7", "203.0.113.8", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.8", False),
    ],
)
def test_one_household_counts_as_one(one: str, other: str, *, same: bool) -> None:
    def counted(address: str) -> str:
        return network_of({"type": "http", "client": (address, 50_000)})

    assert (counted(one) == counted(other)) is same
