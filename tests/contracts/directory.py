"""What every `Directory` must do: an implementation's test class inherits it and says how to open one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import attrs
import pytest

from adapters.service.people.directory import (
    Directory,
    Item,
    ItemKind,
    Membership,
    NotYours,
    RoomEntry,
)
from adapters.service.people.identity import UserId
from adapters.service.people.invitations import Role
from interview_engine.ids import Millis, RoomId, SeatId
from tests.contracts.join_codes import JoinCodeContract

OWNER = UserId("owner")
GUEST = UserId("guest")
STRANGER = UserId("stranger")


def entry(
    name: str, *, owner: UserId = OWNER, title: str = "", public: bool = False, at: int = 1
) -> RoomEntry:
    return RoomEntry(
        room_id=RoomId(name),
        owner=owner,
        title=title,
        public=public,
        created_at=Millis(1_700_000_000_000 + at),
    )


def member(
    name: str, user_id: UserId = GUEST, *, seat: str = "p-1", role: Role = Role.CANDIDATE
) -> Membership:
    return Membership(room_id=RoomId(name), user_id=user_id, seat_id=SeatId(seat), role=role)


def item(
    name: str, *, kind: ItemKind = ItemKind.DOCUMENT, owner: UserId = OWNER, body: str = "{}", at: int = 1
) -> Item:
    return Item(kind=kind, item_id=name, owner=owner, body=body, at=Millis(at))


def ids(entries: tuple[RoomEntry, ...]) -> list[str]:
    return [found.room_id for found in entries]


class DirectoryContract(JoinCodeContract):
    """People, rooms and belongings; opens a fresh directory for each test."""

    def test_a_fresh_one_knows_nobody(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            assert await directory.room(RoomId("a")) is None
            assert await directory.rooms_of(OWNER) == ()
            assert await directory.public_rooms() == ()
            assert await directory.membership(RoomId("a"), OWNER) is None
            assert await directory.members(RoomId("a")) == ()
            assert await directory.item(ItemKind.PERSONA, "x") is None
            assert await directory.items(ItemKind.PERSONA) == ()
            assert not await directory.drop(ItemKind.PERSONA, "x", OWNER)
            await directory.remove_room(RoomId("a"))
            await directory.forget(OWNER)

        self.play(tmp_path, scene)

    def test_an_entry_comes_back_as_it_was_and_may_be_replaced(self, tmp_path: Path) -> None:
        first = entry("방-1|2", title="토스 백엔드 2차 🎤 'a\";--\x00", public=True, at=5)
        second = entry("방-1|2", title="", at=6)

        async def scene(directory: Directory) -> None:
            await directory.add_room(first)
            assert await directory.room(first.room_id) == first
            await directory.add_room(second)
            assert await directory.room(first.room_id) == second
            assert await directory.public_rooms() == ()
            assert await directory.rooms_of(OWNER) == (second,)

        self.play(tmp_path, scene)

    def test_revocations_are_counted_and_whoever_replaces_the_entry_takes_none_back(
        self, tmp_path: Path
    ) -> None:
        first, other = entry("a", title="before"), entry("b")

        async def revocations(directory: Directory, name: str) -> int | None:
            found = await directory.room(RoomId(name))
            return found.revocations if found is not None else None

        async def scene(directory: Directory) -> None:
            await directory.revoke_invitations(RoomId("a"))
            assert await directory.room(RoomId("a")) is None
            for one in (first, other):
                await directory.add_room(one)
                await directory.admit(member(one.room_id))
            for number in (1, 2):
                await directory.revoke_invitations(RoomId("a"))
                assert await revocations(directory, "a") == number
            # Read before the revocations, written after them.
            await directory.add_room(attrs.evolve(first, title="after"))
            assert await directory.room(RoomId("a")) == attrs.evolve(first, title="after", revocations=2)
            assert await revocations(directory, "b") == 0
            assert await directory.members(RoomId("a")) == (member("a"),)

        self.play(tmp_path, scene)

    def test_somebodys_rooms_are_their_own_and_those_that_they_were_let_into_each_once(
        self, tmp_path: Path
    ) -> None:
        async def scene(directory: Directory) -> None:
            for name, owner, at in (("c", OWNER, 3), ("a", GUEST, 7), ("b", GUEST, 7), ("d", STRANGER, 9)):
                await directory.add_room(entry(name, owner=owner, at=at, public=True))
            await directory.admit(member("c", OWNER))
            await directory.admit(member("a", OWNER))
            await directory.admit(member("b", OWNER, role=Role.OBSERVER))
            await directory.admit(member("never-added", OWNER))
            assert ids(await directory.rooms_of(OWNER)) == ["a", "b", "c"]
            assert ids(await directory.rooms_of(OWNER, limit=2)) == ["a", "b"]
            assert ids(await directory.rooms_of(OWNER, limit=0)) == []
            assert ids(await directory.rooms_of(GUEST)) == ["a", "b"]
            assert ids(await directory.rooms_of(STRANGER)) == ["d"]

        self.play(tmp_path, scene)

    def test_public_rooms_are_listed_the_newest_first(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            for name, public, at in (("b", True, 5), ("a", True, 5), ("c", False, 9), ("d", True, 8)):
                await directory.add_room(entry(name, public=public, at=at))
            assert ids(await directory.public_rooms()) == ["d", "a", "b"]
            assert ids(await directory.public_rooms(limit=1)) == ["d"]

        self.play(tmp_path, scene)

    def test_a_membership_comes_back_and_its_role_changes(self, tmp_path: Path) -> None:
        watching = member("a", GUEST, seat="p-2", role=Role.OBSERVER)
        sitting = member("a", GUEST, seat="p-2", role=Role.CANDIDATE)
        other = member("a", OWNER, seat="p-1")

        async def scene(directory: Directory) -> None:
            await directory.admit(watching)
            await directory.admit(member("b", GUEST, seat="p-9"))
            assert await directory.membership(RoomId("a"), GUEST) == watching
            await directory.admit(sitting)
            await directory.admit(other)
            assert await directory.membership(RoomId("a"), GUEST) == sitting
            assert await directory.membership(RoomId("a"), STRANGER) is None
            assert await directory.members(RoomId("a")) == (other, sitting)

        self.play(tmp_path, scene)

    def test_a_removed_room_takes_its_memberships_along_and_no_others(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            for name in ("a", "b"):
                await directory.add_room(entry(name, public=True))
                await directory.admit(member(name))
            await directory.remove_room(RoomId("a"))
            await directory.remove_room(RoomId("a"))
            assert await directory.room(RoomId("a")) is None
            assert await directory.members(RoomId("a")) == ()
            assert ids(await directory.rooms_of(GUEST)) == ["b"]
            assert ids(await directory.public_rooms()) == ["b"]
            # The name is free again, and the old members are strangers to it.
            await directory.add_room(entry("a"))
            assert ids(await directory.rooms_of(GUEST)) == ["b"]

        self.play(tmp_path, scene)

    def test_items_come_back_by_kind_and_owner_the_latest_first(self, tmp_path: Path) -> None:
        body = '{"text": "이력서\\n두 줄"}\x00 😀' + "가" * 300_000

        async def scene(directory: Directory) -> None:
            kept = [
                item("x", at=3, body=body),
                item("w", at=3),
                item("y", at=9),
                item("x", kind=ItemKind.PERSONA, at=4, body="name = 'x'"),
                item("z", owner=GUEST, at=5),
            ]
            for one in kept:
                await directory.keep(one)
            assert await directory.item(ItemKind.DOCUMENT, "x") == kept[0]
            assert await directory.item(ItemKind.PERSONA, "x") == kept[3]
            assert await directory.item(ItemKind.QUESTION, "x") is None
            assert [one.item_id for one in await directory.items(ItemKind.DOCUMENT)] == ["y", "z", "w", "x"]
            assert [one.item_id for one in await directory.items(ItemKind.DOCUMENT, OWNER)] == ["y", "w", "x"]
            assert await directory.items(ItemKind.DOCUMENT, STRANGER) == ()

        self.play(tmp_path, scene)

    def test_an_item_is_replaced_by_its_owner_alone(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            await directory.keep(item("x", body="old"))
            await directory.keep(item("x", body="new", at=2))
            with pytest.raises(NotYours):
                await directory.keep(item("x", owner=GUEST, body="stolen", at=3))
            assert await directory.item(ItemKind.DOCUMENT, "x") == item("x", body="new", at=2)
            await directory.keep(item("x", kind=ItemKind.QUESTION, owner=GUEST))

        self.play(tmp_path, scene)

    def test_an_item_is_dropped_by_its_owner_alone(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            await directory.keep(item("x"))
            await directory.keep(item("x", kind=ItemKind.PERSONA))
            assert not await directory.drop(ItemKind.DOCUMENT, "x", GUEST)
            assert await directory.item(ItemKind.DOCUMENT, "x") is not None
            assert await directory.drop(ItemKind.DOCUMENT, "x", OWNER)
            assert not await directory.drop(ItemKind.DOCUMENT, "x", OWNER)
            assert await directory.item(ItemKind.DOCUMENT, "x") is None
            assert await directory.item(ItemKind.PERSONA, "x") is not None
            await directory.keep(item("x", owner=GUEST))

        self.play(tmp_path, scene)

    def test_a_forgotten_person_has_no_items_and_no_memberships_but_their_rooms_stay(
        self, tmp_path: Path
    ) -> None:
        async def scene(directory: Directory) -> None:
            await directory.add_room(entry("mine"))
            await directory.add_room(entry("theirs", owner=GUEST))
            for user_id in (OWNER, GUEST):
                await directory.admit(member("theirs", user_id, seat=f"p-{user_id}"))
                for kind in ItemKind:
                    await directory.keep(item(f"of-{user_id}", kind=kind, owner=user_id))
            await directory.forget(OWNER)
            await directory.forget(OWNER)
            assert [[one.owner for one in await directory.items(kind)] for kind in ItemKind] == [[GUEST]] * 3
            assert [one.user_id for one in await directory.members(RoomId("theirs"))] == [GUEST]
            assert ids(await directory.rooms_of(OWNER)) == ["mine"]

        self.play(tmp_path, scene)

    def test_a_deleted_account_is_remembered(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            assert await directory.closed_accounts() == frozenset()
            for mark in ("one", "two", "one"):
                await directory.close_account(mark)
            assert await directory.closed_accounts() == {"one", "two"}

        self.play(tmp_path, scene)

    def test_many_at_once_do_not_mix(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            async def live(number: int) -> None:
                me, room = UserId(f"u{number}"), f"r{number}"
                await directory.add_room(entry(room, owner=me))
                await directory.admit(member(room, me))
                await directory.keep(item(f"i{number}", owner=me))
                assert ids(await directory.rooms_of(me)) == [room]
                assert len(await directory.items(ItemKind.DOCUMENT, me)) == 1

            await asyncio.gather(*(live(number) for number in range(40)))
            assert len(await directory.items(ItemKind.DOCUMENT)) == 40

        self.play(tmp_path, scene)

    def test_of_many_who_want_one_id_one_gets_it(self, tmp_path: Path) -> None:
        async def scene(directory: Directory) -> None:
            async def want(number: int) -> bool:
                try:
                    await directory.keep(item("x", owner=UserId(f"u{number}"), body=str(number)))
                except NotYours:
                    return False
                return True

            got = await asyncio.gather(*(want(number) for number in range(30)))
            assert got.count(True) == 1
            kept = await directory.item(ItemKind.DOCUMENT, "x")
            assert kept is not None
            assert (kept.owner, kept.body) == (f"u{got.index(True)}", str(got.index(True)))

        self.play(tmp_path, scene)
