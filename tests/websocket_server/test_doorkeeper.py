"""Places for connections: so many in all, so many for one address, and given back once."""

from __future__ import annotations

import resource

import pytest

from adapters.websocket_server.doorkeeper import OTHER_FILES, SPARE, Doorkeeper, Place, places


def test_so_many_come_in_and_no_more_until_somebody_goes() -> None:
    keeper = Doorkeeper(most=3, most_per_address=2)
    assert [keeper.come("192.0.2.1") for _ in range(3)] == [True, True, False]
    assert keeper.come("192.0.2.2")
    assert not keeper.come("192.0.2.3")
    assert (len(keeper), keeper.turned_away) == (3, 2)
    keeper.go("192.0.2.1")
    assert keeper.come("192.0.2.1")


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.1.2.3", "192.0.2.7", "", "unix"])
def test_this_machine_and_our_proxies_are_not_counted_by_address(address: str) -> None:
    keeper = Doorkeeper(most=10, most_per_address=1, proxies=("10.0.0.0/8", "192.0.2.7"))
    assert [keeper.come(address) for _ in range(3)] == [True] * 3
    for _ in range(3):
        keeper.go(address)
    assert len(keeper) == 0


def test_a_place_is_given_back_once() -> None:
    keeper = Doorkeeper(most=10, most_per_address=10)
    keeper.come("192.0.2.1")
    place = Place(keeper, "192.0.2.1")
    place.give_back()
    place.give_back()
    assert len(keeper) == 0


@pytest.mark.parametrize(
    "soft,hard,expected,raised",
    [
        (1_024, 1_048_576, 10_000 + SPARE, 10_000 + SPARE + OTHER_FILES),
        (1_024, 4_096, 4_096 - OTHER_FILES, 4_096),
        (1_024, resource.RLIM_INFINITY, 10_000 + SPARE, 10_000 + SPARE + OTHER_FILES),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, 10_000 + SPARE, None),
        (1_048_576, 1_048_576, 10_000 + SPARE, None),
        (64, 64, 1, 64),
    ],
)
def test_there_are_no_more_places_than_descriptors(
    monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, expected: int, raised: int | None
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda which: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda which, limits: told.append(limits))
    assert places(10_000) == expected
    assert told == ([] if raised is None else [(raised, hard)])
