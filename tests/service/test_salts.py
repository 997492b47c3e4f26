from __future__ import annotations

import secrets

from adapters.service.salts import SALT_BYTES, Salts


def test_no_salt_comes_twice_and_each_is_as_long_as_it_should_be() -> None:
    salts = Salts(secrets.token_bytes)
    drawn = [salts() for _ in range(1_000)]
    assert len(set(drawn)) == 1_000
    assert {len(bytes.fromhex(salt)) for salt in drawn} == {SALT_BYTES}


def test_the_system_is_asked_seldom() -> None:
    asked: list[int] = []

    def chance(size: int) -> bytes:
        asked.append(size)
        return bytes(index % 251 for index in range(size))

    salts = Salts(chance)
    for _ in range(200):
        salts()
    assert len(asked) < 10
