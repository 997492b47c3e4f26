from __future__ import annotations

import pytest

from adapters.program.web_addresses import is_public_address, origin


@pytest.mark.parametrize(
    "text,expected",
    [
        ("https://app.example.kr", "https://app.example.kr"),
        (" https://App.Example.KR/ ", "https://app.example.kr"),
        ("HTTPS://app.example.kr:443", "https://app.example.kr"),
        ("http://localhost:5173", "http://localhost:5173"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://면접.kr", "https://xn--e42b02w.kr"),
        ("*", "*"),
        ("app.example.kr", None),
        ("app.example.kr:443", None),
        ("https://app.example.kr/rooms", None),
        ("https://app.example.kr?x=1", None),
        ("https://me:secret@app.example.kr", None),
        ("wss://app.example.kr", None),
        ("https://", None),
        ("https://app.example.kr:99999", None),
        ("https://a b", None),
        ("https://[::1", None),
        ("https://" + "a" * 64 + ".kr", None),
        ("null", None),
        ("", None),
    ],
)
def test_an_origin_is_what_a_browser_says_or_refused(text: str, expected: str | None) -> None:
    assert origin(text) == expected


@pytest.mark.parametrize(
    "text,can_be_opened",
    [
        ("https://app.example.kr", True),
        ("http://127.0.0.1:8000/", True),
        ("https://example.kr/interviews", True),
        ("app.example.kr", False),
        ("javascript:alert(1)", False),
        ("https://example.kr/#top", False),
        ("not a url", False),
    ],
)
def test_a_public_address_can_be_opened(text: str, can_be_opened: bool) -> None:
    assert is_public_address(text) is can_be_opened
