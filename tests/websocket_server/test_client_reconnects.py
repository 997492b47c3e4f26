from __future__ import annotations

import asyncio

import pytest

from adapters.websocket_server import frames
from adapters.websocket_server.client_errors import ConnectionOver, Unreachable
from adapters.websocket_server.client_news import Connected, Happened, Lost
from adapters.websocket_server.client_settings import ClientSettings, retry_wait
from adapters.websocket_server.client_wire import WireLost, dial_websocket, is_loopback
from adapters.websocket_server.close_codes import COME_BACK, CloseCode
from interview_engine.ids import Millis
from tests.service.virtual_time import run
from tests.websocket_server.client_stub import Stub, committed, said, snapshot, welcome


def test_a_lost_client_comes_back_behind_its_last_seq_and_says_again_what_has_no_outcome() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        news = client.news()
        entering = asyncio.create_task(client.__aenter__())
        wire = await stub.welcomed()
        await entering
        wire.say(said(4))
        answered = asyncio.create_task(client.chat("끝난 말"))
        wire.say(committed(await wire.heard(frames.CommandFrame), 5))
        await answered
        giving = [asyncio.create_task(client.chat(text)) for text in ("하나", "둘")]
        lost = [await wire.heard(frames.CommandFrame) for _ in giving]
        wire.hang_up()
        await asyncio.sleep(0.1)
        giving.append(asyncio.create_task(client.chat("셋, 끊긴 동안")))
        wire, hello = await stub.arrival()
        assert hello.last_seq == 4
        await asyncio.sleep(1)
        assert wire.silent(), "nothing is said before the welcome"
        wire.say(welcome(4, resumed=True))
        again = [await wire.heard(frames.CommandFrame) for _ in giving]
        assert again[:2] == lost
        wire.say(frames.OutcomeFrame(id=again[0].id, status="duplicate", seq=5))
        wire.say(committed(again[1], 6), committed(again[2], 7), said(5), said(6), said(7))
        assert [(await task).seq for task in giving] == [5, 6, 7]
        await client.wait_for(lambda item: isinstance(item, Happened) and item.seq == 7, since=0)
        await client.close()
        seen = [item async for item in news]
        assert [item.seq for item in seen if isinstance(item, Happened)] == [4, 5, 6, 7]
        assert [item.resumed for item in seen if isinstance(item, Connected)] == [False, True]
        assert client.welcomes == 2

    run(scene())


def test_a_question_on_the_way_is_asked_again() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        entering = asyncio.create_task(client.__aenter__())
        wire = await stub.welcomed()
        await entering
        looking, asking = asyncio.create_task(client.look()), asyncio.create_task(client.legal())
        await wire.heard(frames.Resync)
        await wire.heard(frames.AskLegal)
        wire.hang_up()
        wire = await stub.welcomed(resumed=True)
        await wire.heard(frames.Resync)
        await wire.heard(frames.AskLegal)
        wire.say(snapshot(8), frames.Legal(seq=8, commands=()))
        await looking
        assert await asking == ()
        await client.close()

    run(scene())


@pytest.mark.parametrize("code", [*COME_BACK, 1006, 1001, 1011])
def test_what_passes_is_waited_for(code: int) -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        entering = asyncio.create_task(client.__aenter__())
        wire = await stub.welcomed()
        await entering
        wire.hang_up(code)
        await stub.welcomed(resumed=True)
        await client.close()

    run(scene())


@pytest.mark.parametrize("code", sorted(set(CloseCode) - COME_BACK))
def test_what_is_for_good_ends_everything_that_waits(code: CloseCode) -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        news = client.news()
        entering = asyncio.create_task(client.__aenter__())
        wire = await stub.welcomed()
        await entering
        giving = asyncio.create_task(client.chat("안녕하세요"))
        waiting = asyncio.create_task(client.wait_for(lambda _: False))
        await wire.heard(frames.CommandFrame)
        wire.say(frames.Bye(code=code, reason=code.reason, message="안내 말씀"))
        wire.hang_up(code, code.reason)
        for task in (giving, waiting, asyncio.create_task(client.chat("나중"))):
            with pytest.raises(ConnectionOver) as over:
                await task
            assert (over.value.code, over.value.reason, over.value.message) == (
                code,
                code.reason,
                "안내 말씀",
            )
        with pytest.raises(ConnectionOver):
            async for _ in news:
                pass
        await asyncio.sleep(100)
        assert len(stub.wires) == 1
        await client.close()

    run(scene())


def test_the_servers_hint_is_kept_to() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client(chance=lambda: 0.9)
        entering = asyncio.create_task(client.__aenter__())
        wire = await stub.welcomed()
        await entering
        went = asyncio.get_running_loop().time()
        wire.say(frames.Bye(code=1012, reason="service_restart", message="", retry_after_ms=1_234))
        wire.hang_up(1012)
        await stub.welcomed(resumed=True)
        assert stub.dialled_at[-1] - went == pytest.approx(1.234)
        await client.close()

    run(scene())


def test_waits_double_and_are_spread_and_begin_anew_after_a_welcome() -> None:
    async def scene() -> None:
        stub = Stub()
        chances = iter([0.0, 0.5, 0.999, *[0.0] * 20])
        settings = ClientSettings(patience_ms=None)
        client = stub.client(settings=settings, chance=lambda: next(chances))
        stub.down = True
        entering = asyncio.create_task(client.__aenter__())
        await asyncio.sleep(60)
        waits = [later - sooner for sooner, later in zip(stub.dialled_at, stub.dialled_at[1:], strict=False)]
        assert waits[:4] == pytest.approx([0.125, 0.375, 1.0, 1.0], abs=0.001)
        assert max(waits) == pytest.approx(5.0)
        stub.down = False
        wire = await stub.welcomed()
        await entering
        went = asyncio.get_running_loop().time()
        wire.hang_up()
        await stub.arrival()
        assert stub.dialled_at[-1] - went == pytest.approx(0.125)
        await client.close()

    run(scene())


def test_a_hint_never_makes_a_client_that_keeps_failing_come_faster() -> None:
    settings = ClientSettings()
    assert retry_wait(settings, 0, 0.5, 700) == 700
    assert retry_wait(settings, 0, 0.5, 10) == 10
    assert retry_wait(settings, 6, 0.0, 700) == 5_000
    assert retry_wait(settings, 1, 0.0, 60_000) == 60_000


def test_patience_ends() -> None:
    async def scene() -> None:
        stub = Stub()
        stub.down = True
        client = stub.client(settings=ClientSettings(patience_ms=Millis(20_000)))
        news = client.news()
        with pytest.raises(Unreachable, match="ConnectionRefusedError"):
            await client.__aenter__()
        assert asyncio.get_running_loop().time() <= 20
        while news._waiting:
            assert isinstance(await anext(news), Lost)
        with pytest.raises(Unreachable):
            await anext(news)

    run(scene())


def test_a_server_that_never_says_welcome_is_left() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        entering = asyncio.create_task(client.__aenter__())
        silent, _ = await stub.arrival()
        await stub.welcomed()
        await entering
        assert silent.closed
        await client.close()

    run(scene())


def test_a_client_that_is_cancelled_while_connecting_closes_its_wire() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        entering = asyncio.create_task(client.__aenter__())
        wire, _ = await stub.arrival()
        entering.cancel()
        with pytest.raises(asyncio.CancelledError):
            await entering
        assert wire.closed

    run(scene())


@pytest.mark.parametrize(
    "url, own",
    [
        ("ws://127.0.0.1:8000/ws", True),
        ("ws://[::1]:8000/ws", True),
        ("http://localhost", True),
        ("ws://localhost.example.org/ws", False),
        ("ws://192.168.0.2/ws", False),
        ("ws://127.0.0.1@example.org/ws", False),
        ("nonsense", False),
    ],
)
def test_this_machines_own_addresses_are_told_apart(url: str, own: bool) -> None:
    assert is_loopback(url) is own


def test_a_wire_that_can_not_be_opened_says_whether_to_try_again() -> None:
    async def scene() -> None:
        with pytest.raises(WireLost) as closed:
            await dial_websocket("ws://127.0.0.1:1/ws")
        assert not closed.value.for_good
        with pytest.raises(WireLost) as wrong:
            await dial_websocket("http://127.0.0.1:1/ws")
        assert wrong.value.for_good

    asyncio.run(scene())
