"""A deleted account stays closed, and what its person had begun has ended before the deletion begins."""

from __future__ import annotations

import asyncio

import pytest

from adapters.service.event_store import StoreUnavailable
from adapters.service.people.accounts import Accounts, OpenAccounts
from adapters.service.people.identity import AccountClosed, Person, UserId
from adapters.service.people.memory_directory import MemoryDirectory
from interview_engine.core import commands as c
from interview_engine.ids import CommandId
from tests.service.people.hall import GUEST, HOST, Hall, play
from tests.service.stage import ROOM
from tests.service.virtual_time import now, run

ME, OTHER = UserId("me"), UserId("other")


class Passing:
    """An `Identity` whose tokens are user ids."""

    async def person(self, token: str) -> Person:
        return Person(user_id=UserId(token), name=token)


def test_a_deletion_waits_for_what_was_begun_and_refuses_what_begins() -> None:
    async def scene() -> None:
        accounts = Accounts(MemoryDirectory())
        told: list[str] = []
        may_end = asyncio.Event()

        async def act() -> None:
            async with accounts.acting(ME):
                await may_end.wait()
                told.append("what was begun has ended")

        async def delete() -> None:
            async with accounts.closing(ME):
                told.append("deleting")

        accounts.on_closing(lambda user_id: told.append(f"{user_id} goes"))
        acting = asyncio.create_task(act())
        await asyncio.sleep(0.1)
        deleting = asyncio.create_task(delete())
        await asyncio.sleep(0.1)
        with pytest.raises(AccountClosed):
            async with accounts.acting(ME):
                pass
        async with accounts.acting(OTHER):
            may_end.set()
            await asyncio.gather(acting, deleting)
        assert told == ["me goes", "what was begun has ended", "deleting"]
        with pytest.raises(AccountClosed):
            accounts.require_open(ME)

    run(scene())


def test_a_deletion_that_fails_opens_the_account_again() -> None:
    async def scene() -> None:
        accounts = Accounts(MemoryDirectory())
        with pytest.raises(StoreUnavailable):
            async with accounts.closing(ME):
                raise StoreUnavailable
        accounts.require_open(ME)
        assert (await OpenAccounts(Passing(), accounts).person("me")).user_id == ME

    run(scene())


def test_a_closed_account_stays_closed_after_a_restart_and_its_mark_does_not_name_it() -> None:
    async def scene() -> None:
        directory = MemoryDirectory()
        async with Accounts(directory).closing(ME):
            pass
        after = Accounts(directory)
        after.require_open(ME)
        await after.load()
        with pytest.raises(AccountClosed):
            await OpenAccounts(Passing(), after).person("me")
        assert (await OpenAccounts(Passing(), after).person("other")).user_id == OTHER
        (mark,) = await directory.closed_accounts()
        assert "me" not in mark

    run(scene())


def test_whoever_goes_neither_enters_nor_commands_with_an_entrance_from_before() -> None:
    async def scene(hall: Hall) -> None:
        await hall.open_room(public=True)
        entrance = await hall.enter(GUEST)
        join = c.JoinRoom(now=now(), id=CommandId("j"), seat_id=entrance.seat_id, name="손님")
        async with hall.access.accounts.closing(GUEST.user_id):
            with pytest.raises(AccountClosed):
                await hall.enter(GUEST)
            with pytest.raises(AccountClosed):
                await hall.access.put(entrance, join)
        with pytest.raises(AccountClosed):
            await hall.access.put(entrance, join)
        assert (await hall.service.room(ROOM)).seat(entrance.seat_id) is None
        assert (await hall.enter(HOST)).owner

    play(scene)
