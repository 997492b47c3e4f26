from __future__ import annotations

import asyncio

import pytest

from adapters.websocket_server import frames
from adapters.websocket_server.client_errors import CommandFailed, FellBehind, NotConnected
from adapters.websocket_server.client_news import Connected, Happened, News, RoomSeen, SignalSeen, Warned
from adapters.websocket_server.client_outbox import Status
from interview_engine.core import events as e
from interview_engine.ids import SeatId, TurnId
from tests.service.virtual_time import run
from tests.websocket_server.client_stub import SEAT, TOKEN, Stub, both, committed, said, snapshot


def test_the_token_is_said_in_the_first_frame_and_stands_in_no_address_and_no_text() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        entering = asyncio.create_task(client.__aenter__())
        wire, hello = await stub.arrival()
        assert hello.token == TOKEN
        assert hello.last_seq is None
        wire.say(frames.Bye(code=4401, reason="not_authenticated", message="다시 로그인해 주세요."))
        wire.hang_up(4401, "not_authenticated")
        with pytest.raises(Exception, match="4401 not_authenticated") as refused:
            await entering
        assert (
            TOKEN not in f"{stub.addresses} {client!r} {refused.value!r} {client.__dict__['_connection']!r}"
        )

    run(scene())


def test_a_welcome_shows_the_room_and_who_one_is() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        news = client.news()
        await both(client, stub)
        assert client.room is not None
        assert client.room.room_id == "room"
        assert (client.seat_id, client.you.owner, client.last_seq) == (SEAT, True, 3)
        assert [type(await anext(news)) for _ in range(2)] == [Connected, RoomSeen]
        await client.close()
        assert [item async for item in news] == []

    run(scene())


def test_a_command_gets_its_outcome_and_a_refused_one_its_reason() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        giving = asyncio.create_task(client.submit_answer(TurnId("t-1"), "답변입니다."))
        frame = await wire.heard(frames.CommandFrame)
        assert (frame.name, bytes(frame.data)) == (
            "submit_answer",
            '{"turn_id":"t-1","text":"답변입니다."}'.encode(),
        )
        wire.say(committed(frame))
        outcome = await giving
        assert (outcome.done, outcome.require()) == (True, 4)
        giving = asyncio.create_task(client.start())
        frame = await wire.heard(frames.CommandFrame)
        wire.say(
            frames.OutcomeFrame(id=frame.id, status="refused", code="not_host", message="방장만 가능합니다.")
        )
        refused = await giving
        assert refused.status is Status.REFUSED
        with pytest.raises(CommandFailed, match="start_interview: not_host"):
            refused.require()
        await client.close()

    run(scene())


def test_an_unknown_outcome_is_asked_for_again_with_the_same_id() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        giving = asyncio.create_task(client.chat("안녕하세요"))
        first = await wire.heard(frames.CommandFrame)
        wire.say(frames.OutcomeFrame(id=first.id, status="unknown"))
        again = await wire.heard(frames.CommandFrame)
        assert again == first
        wire.say(frames.OutcomeFrame(id=again.id, status="duplicate", seq=4))
        assert (await giving).status is Status.DUPLICATE
        await client.close()

    run(scene())


def test_events_are_typed_and_one_can_wait_for_what_has_happened_already() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        wire.say(said(4, "하나"), said(5, "둘"))
        await asyncio.sleep(1)

        def is_two(news: News) -> bool:
            return (
                isinstance(news, Happened) and isinstance(news.event, e.ChatSent) and news.event.text == "둘"
            )

        news = await client.wait_for(is_two, since=3)
        assert isinstance(news, Happened)
        assert (news.seq, news.name) == (5, "chat_sent")
        waiting = asyncio.create_task(client.wait_for(is_two))
        await asyncio.sleep(1)
        assert not waiting.done()
        wire.say(said(6, "둘"))
        assert isinstance(heard := await waiting, Happened)
        assert heard.seq == 6
        await client.close()

    run(scene())


def test_an_event_or_a_frame_of_a_newer_server_is_passed_over_or_told_without_a_type() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        news = client.news()
        wire = await both(client, stub)
        wire.say_text(b'{"type":"hologram","x":1}')
        wire.say_text(b'{"type":"event","seq":4,"name":"coffee_served","data":{"cups":2}}')
        wire.say(said(5))
        heard = [await anext(news) for _ in range(4)]
        assert isinstance(coffee := heard[2], Happened)
        assert (coffee.event, coffee.data) == (None, b'{"cups":2}')
        assert client.last_seq == 5
        await client.close()

    run(scene())


def test_a_gap_asks_once_for_a_snapshot_and_nothing_is_told_until_it_comes() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        news = client.news()
        wire = await both(client, stub)
        wire.say(said(4), said(6), said(7), frames.Skip(seq=8, through=9), said(5, "늦게 온 말"))
        await wire.heard(frames.Resync)
        await asyncio.sleep(1)
        assert wire.silent()
        assert client.last_seq == 4
        wire.say(snapshot(9), said(10))
        await client.wait_for(lambda item: isinstance(item, Happened) and item.seq == 10, since=9)
        heard = [await anext(news) for _ in range(5)]
        assert [getattr(item, "seq", None) for item in heard] == [3, 3, 4, 9, 10]
        assert (client.last_seq, client.resyncs) == (10, 1)
        await client.close()

    run(scene())


def test_what_was_told_before_is_passed_over_and_skips_count() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        wire.say(said(3), frames.Skip(seq=4, through=6), said(5), frames.Skip(seq=5, through=8), said(9))
        await client.wait_for(lambda item: isinstance(item, Happened) and item.seq == 9, since=3)
        assert (client.last_seq, client.resyncs) == (9, 0)
        await client.close()

    run(scene())


def test_a_snapshot_and_what_is_legal_come_when_asked_for() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        looking = asyncio.create_task(client.look())
        await wire.heard(frames.Resync)
        wire.say(snapshot(12))
        assert await looking is client.room
        assert client.last_seq == 12
        asking = asyncio.create_task(client.legal())
        await wire.heard(frames.AskLegal)
        wire.say(frames.Legal(seq=12, commands=("join_room",)))
        assert await asking == ("join_room",)
        await client.close()

    run(scene())


def test_signals_and_warnings_are_told() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        news = client.news()
        client.signal("typing")
        assert (await wire.heard(frames.SignalFrame)).kind == "typing"
        wire.say(
            frames.PeerSignal(seat_id="p-2", kind="typing"), frames.Warn(code="slow_down", message="천천히")
        )
        assert await anext(news) == SignalSeen(seat_id=SeatId("p-2"), kind="typing")
        assert await anext(news) == Warned(code="slow_down", message="천천히")
        await client.close()

    run(scene())


def test_clocks_are_compared_by_the_ping_with_the_shortest_way() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        measuring = asyncio.create_task(client.measure_clock(4, apart_ms=100))
        for there in (0.3, 0.01, 0.2, 0.05):
            ping = await wire.heard(frames.Ping)
            await asyncio.sleep(there)
            wire.say(frames.Pong(t=ping.t, server_time=ping.t + there * 1000 + 5_000))
        reading = await measuring
        assert reading is not None
        assert reading.round_trip_ms == pytest.approx(10, abs=1.5)
        assert reading.offset_ms == pytest.approx(5_000, abs=reading.round_trip_ms / 2 + 1)
        assert client.server_now() - client._surroundings.now() == reading.offset_ms
        await client.close()

    run(scene())


def test_a_listener_that_does_not_listen_falls_behind_alone() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        lazy, keen = client.news(), client.news()
        for seq in range(4, 10_100):
            wire.say(said(seq))
            if seq % 500 == 0:
                await asyncio.sleep(0.1)
                while keen._waiting:
                    await anext(keen)
        await asyncio.sleep(1)
        with pytest.raises(FellBehind):
            await anext(lazy)
        assert isinstance(last := [await anext(keen) for _ in range(len(keen._waiting))][-1], Happened)
        assert last.seq == 10_099
        await client.close()

    run(scene())


def test_a_closed_client_says_so() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        with pytest.raises(NotConnected):
            await client.chat("아직")
        await both(client, stub)
        giving = asyncio.create_task(client.chat("닫기 전"))
        looking = asyncio.create_task(client.look())
        waiting = asyncio.create_task(client.wait_for(lambda _: False))
        await asyncio.sleep(1)
        await client.close()
        for task in (giving, looking, waiting):
            with pytest.raises(NotConnected):
                await task
        with pytest.raises(NotConnected):
            await client.chat("이미")
        assert client.unacknowledged == 0
        assert stub.wires[0].closed

    run(scene())


def test_a_cancelled_caller_leaves_nothing_behind() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        await both(client, stub)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await client.chat("안녕하세요")
        assert client.unacknowledged == 0
        await client.close()

    run(scene())
