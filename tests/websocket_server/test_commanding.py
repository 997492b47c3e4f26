from __future__ import annotations

import asyncio

import msgspec
import pytest

from adapters.service.commands_on_wire import COMMANDS
from adapters.service.memory_store import MemoryEventStore
from adapters.websocket_server import frames as f
from adapters.websocket_server.settings import GatewaySettings
from adapters.websocket_server.texts import _NOT_TAKEN
from interview_engine.core.refusals import RefusalCode
from interview_engine.ids import Millis
from tests.service.faulty_store import Fault, FaultyStore, Plan, next_calls
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import ROOM, House


def test_the_outcome_comes_before_the_events_that_it_tells_of(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.seated("host")
        await peer.command("set_ready")
        await peer.here()
        told = [frame for frame in peer.heard if isinstance(frame, f.OutcomeFrame | f.EventFrame)]
        for outcome in [frame for frame in told if isinstance(frame, f.OutcomeFrame)]:
            event = next(
                frame for frame in told if isinstance(frame, f.EventFrame) and frame.seq == outcome.seq
            )
            assert told.index(outcome) < told.index(event)

    play(scene)


def test_the_same_command_again_gets_its_first_outcome(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.seated("host")
        first = await peer.command("set_ready", command_id="ready")
        again = await peer.command("set_ready", command_id="ready")
        assert (first.status, again.status) == ("committed", "duplicate")
        assert first.seq == again.seq

    play(scene)


def test_an_id_that_stands_for_another_command_is_refused(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.seated("host")
        await peer.command("set_ready", command_id="ready")
        other = await peer.command("set_ready", command_id="ready", ready=False)
        assert (other.status, other.code, other.seq) == ("refused", "command_id_reused", None)
        assert other.message

    play(scene)


def test_everybody_may_use_the_same_ids(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, guest = await house.seated("host"), await house.seated("guest")
        for number in range(2):
            text = f"말 {number}"
            told = [
                await who.command("send_chat", command_id=f"{number}", text=text) for who in (host, guest)
            ]
            assert [outcome.status for outcome in told] == ["committed", "committed"]

    play(scene)


def test_what_is_refused_says_why(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.seated("host")
        for name, arguments, code in (
            ("set_ready", {"ready": False}, "nothing_to_do"),
            ("open_the_window", {}, "unknown_command"),
            ("set_ready", {"ready": "yes"}, "bad_arguments"),
            ("set_ready", {"seat_id": "somebody-else"}, "bad_arguments"),
            ("create_room", {}, "unknown_command"),
            ("tick", {}, "unknown_command"),
        ):
            outcome = await peer.command(name, **arguments)
            assert (outcome.status, outcome.code, outcome.seq) == ("refused", code, None)
            assert outcome.message
        for command_id in ("", "x" * 65):
            await peer.say(f.CommandFrame(id=command_id, name="set_ready"))
            outcome = await peer.next(f.OutcomeFrame)
            assert (outcome.id, outcome.status, outcome.code) == (command_id, "refused", "bad_command_id")

    play(scene)


@pytest.mark.parametrize("fault", [Fault.UNAVAILABLE, Fault.FULL, Fault.LOST_CALL, Fault.LOST_REPLY])
def test_with_a_store_in_trouble_the_same_command_again_tells(play: Play, fault: Fault) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.seated("host")
        store.plan = trouble(fault)
        outcome = await peer.command("set_ready", command_id="ready")
        assert (outcome.status, outcome.code, outcome.seq) == ("unknown", "try_again", None)
        store.plan = lambda _: None
        again = await peer.command("set_ready", command_id="ready")
        assert again.status == ("duplicate" if fault is Fault.LOST_REPLY else "committed")
        await peer.here()
        peer.require_no_hole(peer.welcome.seq)

    play(scene, store=store)


def trouble(fault: Fault) -> Plan:
    """Let an append fail, and the reading that would tell what became of it."""
    return lambda called: fault if called == "append" else Fault.UNAVAILABLE if called == "read" else None


def test_pings_are_answered_while_a_command_waits_and_commands_keep_their_order(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.seated("host")
        store.plan = next_calls("append", Fault.SLOW)
        await peer.give("set_ready", command_id="c0")
        await peer.here()
        for number in range(1, 4):
            await peer.give("set_ready", command_id=f"c{number}", ready=number % 2 == 0)
        await peer.give("set_ready", command_id="one too many")
        await peer.say(f.Ping(t=3.5))
        refused = await peer.next(f.OutcomeFrame)
        assert (refused.id, refused.code) == ("one too many", "too_fast")
        assert (await peer.next(f.Pong)).t == 3.5
        assert [(await peer.next(f.OutcomeFrame)).id for _ in range(4)] == ["c0", "c1", "c2", "c3"]

    play(scene, GatewaySettings(most_waiting=3), store)


def test_what_was_sent_before_the_connection_was_lost_is_carried_out(play: Play) -> None:
    store = FaultyStore(MemoryEventStore())

    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.seated("host")
        store.plan = next_calls("append", Fault.SLOW)
        await peer.give("set_ready", command_id="ready")
        await peer.give("send_chat", command_id="chat", text="잠시만요")
        await peer.say(f.Ping(t=1))
        await peer.next(f.Pong)
        peer.cut()

        async def said() -> bool:
            return bool((await house.room()).chat)

        await house.until(said)
        again = await house.enter("host")
        assert (await again.command("send_chat", command_id="chat", text="잠시만요")).status == "duplicate"

    play(scene, store=store)


def test_one_may_ask_what_is_legal_now(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        peer = await house.enter("host")
        await peer.say(f.AskLegal())
        assert (await peer.next(f.Legal)).commands == ("join_room",)
        await peer.command("join_room", name="김지원")
        await peer.say(f.AskLegal())
        legal = await peer.next(f.Legal)
        assert {"set_ready", "change_settings", "send_chat"} <= set(legal.commands) <= set(COMMANDS)
        assert "start_interview" not in legal.commands
        assert legal.seq == (await house.room()).seq

    play(scene)


def test_a_whole_interview(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        host, watcher = await house.seated("host"), await house.seated("watcher", observer=True)
        await host.command("set_ready")
        assert (await host.command("start_interview")).status == "committed"
        while True:
            opened = await host.next(f.EventFrame)
            if opened.name == "interview_finished":
                break
            if opened.name == "speech_started":
                turn_id = msgspec.json.decode(opened.data)["turn_id"]
                await host.give("skip_speech", turn_id=turn_id)
            if opened.name == "turn_opened":
                turn_id = msgspec.json.decode(opened.data)["turn_id"]
                turn = (await house.room()).turn(turn_id)
                if turn is not None and turn.seat_id == house.seat("host"):
                    await host.give(
                        "submit_answer", turn_id=turn_id, text="제가 맡은 서비스의 장애를 줄였습니다."
                    )
        await watcher.next(f.EventFrame, "interview_finished")
        await asyncio.sleep(0)
        for peer in (host, watcher):
            await peer.here()
            assert peer.require_no_hole(peer.welcome.seq) == (await house.room()).seq
        log = await house.service.log_of(ROOM)
        assert [record.seq for record in log] == list(range(1, len(log) + 1))

    play(scene, GatewaySettings(frames_per_second=1_000.0, presence_linger_ms=Millis(50)))


def test_every_code_of_the_gateway_has_words_and_none_is_the_rooms() -> None:
    assert set(_NOT_TAKEN) & {code.value for code in RefusalCode} == set()
    for text in _NOT_TAKEN.values():
        assert text.ko
        assert text.en
