"""The client against the real gateway, on real sockets."""

from __future__ import annotations

import asyncio

import pytest

from adapters.websocket_server.client import InterviewClient
from adapters.websocket_server.client_errors import ConnectionOver
from adapters.websocket_server.client_news import Happened, Lost, News
from adapters.websocket_server.client_settings import ClientSettings
from adapters.websocket_server.client_surroundings import ClientSurroundings
from adapters.websocket_server.client_wire import Wire, dial_websocket
from interview_engine.core import events as e
from interview_engine.core.stages import Stage
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.ids import Millis, RoomId, Seq, TurnId
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House

SOON = ClientSettings(first_retry_ms=Millis(20), patience_ms=Millis(10_000))


class Cord:
    """Dials, and lets a test cut the wire."""

    def __init__(self) -> None:
        self.wire: Wire | None = None

    async def dial(self, url: str) -> Wire:
        self.wire = await dial_websocket(url)
        return self.wire

    def cut(self) -> None:
        transport = self.wire._connection.transport  # type: ignore[union-attr]
        transport.abort()


def client_of(
    house: House, user: str, *, cord: Cord | None = None, last_seq: Seq | None = None, invitation: str = ""
) -> InterviewClient:
    return InterviewClient.connect(
        f"ws://127.0.0.1:{house.port}/ws",
        token=user,
        room=ROOM,
        invitation=invitation,
        last_seq=last_seq,
        settings=SOON,
        surroundings=ClientSurroundings(dial=cord.dial) if cord else None,
    )


async def answer_all(client: InterviewClient, cord: Cord | None = None) -> list[Happened]:
    """Answer every own turn and skip every speech, to the end."""
    mine: set[TurnId] = set()
    happened: list[Happened] = []
    listening = client.news()
    (await client.ready()).require()
    (await client.start()).require()
    news: News
    async for news in listening:
        if not isinstance(news, Happened):
            continue
        happened.append(news)
        match news.event:
            case e.RoundOpened(round=home):
                mine |= {turn.turn_id for turn in home.turns if turn.seat_id == client.seat_id}
            case e.TurnOpened(turn_id=turn_id) if turn_id in mine:
                giving = asyncio.create_task(client.submit_answer(turn_id, "지표로 원인을 좁혔습니다."))
                if cord is not None:
                    await asyncio.sleep(0)
                    cord.cut()
                assert (await giving).done
            case e.SpeechStarted(turn_id=turn_id):
                await client.skip_speech(turn_id)
            case e.InterviewFinished():
                return happened
            case _:
                pass
    raise AssertionError("the news ended before the interview")


@pytest.mark.parametrize("cut", [False, True])
def test_a_whole_interview_is_seen_as_the_log_tells_it(play: Play, cut: bool) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        cord = Cord()
        async with client_of(house, "host", cord=cord) as client:
            (await client.join("김지원")).require()
            begun = client.last_seq
            assert begun is not None
            happened = await answer_all(client, cord if cut else None)
            assert client.welcomes == (2 if cut else 1)
            room = await client.look()
            truth = await house.room()
            assert truth.stage is Stage.FINISHED
            assert room == view(truth, Viewer(seat_id=client.seat_id))
            seqs = [item.seq for item in happened]
            assert seqs == sorted(set(seqs))
            told = {item.seq: item.event for item in happened}
            turns = {turn.outcome.value for done in truth.rounds for turn in done.turns if turn.outcome}
            assert turns == {"answered"}
            last = (await house.service.log_of(ROOM))[-1]
            assert told[last.seq] == seen_event(truth, last.event, Viewer(seat_id=client.seat_id))
            assert client.resyncs == 0

    play(scene)


def test_what_is_given_during_an_outage_of_the_wire_happens_once(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        cord = Cord()
        async with client_of(house, "host", cord=cord) as client:
            await client.join("김지원")
            listening = client.news()
            for number in range(5):
                giving = asyncio.create_task(client.chat(f"말 {number}"))
                await asyncio.sleep(0.002 * number)
                cord.cut()
                assert (await giving).done
            texts = [news.event.text for news in listening._waiting if _is_chat(news)]  # type: ignore[union-attr]
            log = await house.service.log_of(ROOM)
            said = [record.event.text for record in log if isinstance(record.event, e.ChatSent)]
            assert said == texts == [f"말 {number}" for number in range(5)]
            assert client.welcomes > 1

    play(scene)


def _is_chat(news: News) -> bool:
    return isinstance(news, Happened) and isinstance(news.event, e.ChatSent)


def test_another_process_goes_on_behind_its_last_seq(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        async with client_of(house, "host") as client:
            seq = (await client.join("김지원")).require()
            await client.chat("하나")
        later = client_of(house, "host", last_seq=Seq(seq))
        async with later as client:
            news = await client.wait_for(_is_chat, since=seq)
            assert isinstance(news, Happened)
            assert client.room is None, "nothing but the missed events was sent"
            assert await client.look() is not None

    play(scene)


def test_clocks_agree_on_one_machine(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        async with client_of(house, "host") as client:
            reading = await client.measure_clock()
            assert reading is not None
            assert 0 <= reading.round_trip_ms < 1_000
            assert abs(reading.offset_ms) <= reading.round_trip_ms / 2 + 20

    play(scene)


def test_what_is_legal_and_what_others_type_arrives(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        async with client_of(house, "host") as host, client_of(house, "guest") as guest:
            assert await host.legal() == ("join_room",)
            await host.join("김지원")
            await guest.join("박서연", observer=True)
            listening = guest.news()
            host.signal("typing")
            async for news in listening:
                if getattr(news, "kind", "") == "typing":
                    break
            assert "start_interview" not in await guest.legal()

    play(scene)


def test_a_second_device_supersedes_the_first_for_good(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        async with client_of(house, "host") as first:
            listening = first.news()
            async with client_of(house, "host"):
                with pytest.raises(ConnectionOver, match="4409 superseded"):
                    async for _ in listening:
                        pass

    play(scene)


@pytest.mark.parametrize("token, code", [("forged", 4401), ("expired", 4401), ("", 4401)])
def test_who_is_nobody_is_not_let_in(play: Play, token: str, code: int) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        with pytest.raises(ConnectionOver) as over:
            async with client_of(house, token):
                pass
        assert over.value.code == code
        assert over.value.message

    play(scene)


def test_a_room_of_somebody_else_is_no_room(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room(public=False)
        for user, room in (("guest", ROOM), ("guest", RoomId("nowhere"))):
            client = InterviewClient.connect(f"ws://127.0.0.1:{house.port}/ws", token=user, room=room)
            with pytest.raises(ConnectionOver, match="4404 no_such_room"):
                await client.__aenter__()
        async with client_of(house, "guest", invitation=f"{ROOM} observer") as invited:
            assert invited.you.role == "observer"

    play(scene)


def test_a_server_that_goes_down_is_waited_for(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        async with client_of(house, "host") as client:
            listening = client.news()
            await house.gateway.close(Millis(1_000))
            async for news in listening:
                if isinstance(news, Lost):
                    assert (news.code, news.reason) == (1012, "service_restart")
                    assert news.retry_ms > 0
                    break

    play(scene)
