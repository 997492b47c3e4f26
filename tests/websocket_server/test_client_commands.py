from __future__ import annotations

import asyncio

import pytest

from adapters.service.commands_on_wire import ARGUMENTS, COMMANDS
from adapters.websocket_server import frames
from adapters.websocket_server.client_commands import Commands
from adapters.websocket_server.client_errors import CommandTooLarge
from adapters.websocket_server.client_outbox import Outcome, Status
from interview_engine.ids import CommandId, Millis, PersonaId, RoundId, SeatId, Seq, TurnId
from tests.service.virtual_time import run
from tests.websocket_server.client_stub import Stub, both, committed, welcome


class Noted(Commands):
    """Notes what the typed methods ask for."""

    def __init__(self) -> None:
        self.asked: dict[str, dict[str, object]] = {}

    async def command(
        self, name: str, /, *, command_id: CommandId | None = None, **arguments: object
    ) -> Outcome:
        self.asked[name] = arguments
        return Outcome(command_id=CommandId("x"), name=name, status=Status.COMMITTED, seq=Seq(1))


def test_every_command_has_a_typed_method_whose_arguments_are_the_commands() -> None:
    async def scene() -> None:
        noted = Noted()
        turn, seat, persona = TurnId("t"), SeatId("s"), PersonaId("p")
        await noted.join("김지원", observer=True)
        await noted.leave()
        await noted.ready(ready=False)
        await noted.share_resume(("사실",))
        await noted.save_draft(turn, "글")
        await noted.submit_answer(turn, "글")
        await noted.skip_turn(turn)
        await noted.skip_speech(turn)
        await noted.chat("글")
        await noted.change_settings(difficulty=4)
        await noted.add_ai_candidate(persona)
        await noted.remove_ai_candidate(seat)
        await noted.add_interviewer(persona)
        await noted.remove_interviewer(seat)
        await noted.set_accommodation(seat, 150)
        await noted.start()
        await noted.pause()
        await noted.go_on()
        await noted.skip_candidate(turn)
        await noted.skip_question(RoundId("r"))
        await noted.add_time(turn, Millis(1_000))
        await noted.kick(seat)
        await noted.hand_over_host(seat)
        await noted.end_early()
        assert set(noted.asked) == set(COMMANDS)
        for name, arguments in noted.asked.items():
            fields = ARGUMENTS[name].__struct_fields__
            assert set(arguments) <= set(fields), name
            assert set(fields) - set(arguments) <= {"seat_id"}, name

    run(scene())


def test_a_command_that_the_server_would_hang_up_on_is_not_sent_and_the_conversation_goes_on() -> None:
    async def scene() -> None:
        stub = Stub()
        client = stub.client()
        wire = await both(client, stub)
        most = welcome().limits.largest_frame
        with pytest.raises(CommandTooLarge, match="send_chat would be a frame of") as refused:
            await client.chat("가" * (most // 3))
        assert refused.value.size > refused.value.most == most
        short = asyncio.create_task(client.chat("안녕하세요"))
        given = await wire.heard(frames.CommandFrame)
        assert given.name == "send_chat"
        wire.say(committed(given, 4))
        assert (await short).done
        await client.close()

    run(scene())
