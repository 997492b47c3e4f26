"""A promise's law: begun or given up, never both; what was begun is told once."""

from __future__ import annotations

import asyncio

import pytest

from adapters.sqlite_store.promise import Promise


def test_what_was_settled_is_told_to_whoever_waits() -> None:
    async def scene() -> list[object]:
        fine, failed = Promise(), Promise()
        assert fine.begin()
        assert failed.begin()
        fine.settle(None)
        failed.settle(ValueError("why"))
        waiting = asyncio.gather(fine.kept(), failed.kept(), return_exceptions=True)
        await asyncio.to_thread(Promise.tell, [fine, failed])
        return list(await waiting)

    kept, error = asyncio.run(scene())
    assert kept is None
    assert isinstance(error, ValueError)


def test_what_was_given_up_before_it_began_does_not_begin() -> None:
    async def scene() -> bool:
        promise = Promise()
        waiting = asyncio.create_task(promise.kept())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        return promise.begin()

    assert not asyncio.run(scene())


def test_what_was_begun_is_not_given_up_and_its_end_troubles_nobody() -> None:
    async def scene() -> bool:
        troubles: list[object] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: troubles.append(context))
        promise = Promise()
        waiting = asyncio.create_task(promise.kept())
        await asyncio.sleep(0)
        begun = promise.begin()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        promise.settle(ValueError("why"))
        Promise.tell([promise])
        await asyncio.sleep(0)
        return begun and promise.begin() and not troubles

    assert asyncio.run(scene())


def test_a_loop_that_has_ended_is_told_nothing_and_the_others_are() -> None:
    async def make() -> Promise:
        promise = Promise()
        assert promise.begin()
        promise.settle(None)
        return promise

    ended = asyncio.run(make())

    async def scene() -> None:
        promise = await make()
        Promise.tell([ended, promise])
        await asyncio.wait_for(promise.kept(), 10)

    asyncio.run(scene())
