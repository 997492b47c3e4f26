from __future__ import annotations

import pytest
from websockets.exceptions import InvalidStatus

from adapters.websocket_server.origins import Origins
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import OTHER_ORIGIN, House


@pytest.mark.parametrize(
    "origin, host, allowed",
    [
        (None, "interviews.example", True),
        ("https://interviews.example", "interviews.example", True),
        ("https://INTERVIEWS.example:443", "interviews.example", True),
        ("http://localhost:8000", "localhost:8000", True),
        ("http://localhost:8001", "localhost:8000", False),
        ("http://[::1]:8000", "[::1]:8000", True),
        ("https://evil.example", "interviews.example", False),
        ("https://interviews.example.evil.example", "interviews.example", False),
        ("https://listed.example", "interviews.example", True),
        ("http://listed.example", "interviews.example", False),
        ("null", "interviews.example", False),
        ("null", "null", False),
        ("", "", False),
        ("https://listed.example:99999", "interviews.example", False),
        ("https://interviews.example", None, False),
    ],
)
def test_pages_of_the_same_host_and_listed_ones_may_connect(
    origin: str | None, host: str | None, allowed: bool
) -> None:
    assert Origins(("https://listed.example/",)).allow(origin, host) is allowed


def test_a_star_allows_all() -> None:
    assert Origins(("*",)).allow("https://evil.example", "interviews.example")
    assert Origins(("*",)).allow("null", None)


def test_a_foreign_page_is_refused_before_the_connection_is_open(play: Play) -> None:
    async def scene(house: House) -> None:
        for origin in (None, OTHER_ORIGIN, f"http://127.0.0.1:{house.port}"):
            await house.connect(origin=origin)
        with pytest.raises(InvalidStatus) as refused:
            await house.connect(origin="https://evil.example")
        assert refused.value.response.status_code == 403

    play(scene)


def test_there_is_nothing_beside_the_path(play: Play) -> None:
    async def scene(house: House) -> None:
        with pytest.raises(InvalidStatus) as refused:
            await house.connect(path="/elsewhere")
        assert refused.value.response.status_code in (403, 404)
        await house.connect(path="/ws?lang=ko")

    play(scene)
