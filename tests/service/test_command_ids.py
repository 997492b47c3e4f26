"""Command ids: each seat's own, each for one command, and nothing of a client's choice in the log."""

from __future__ import annotations

import json

import attrs
import pytest

from adapters.service.command_ids import CommandIdReused, creation_id, log_id
from adapters.service.commands_on_wire import decode_command
from interview_engine.core import commands as c
from interview_engine.core.decide import Committed, Duplicate
from interview_engine.core.log import encode_log
from interview_engine.ids import CommandId, RoomId, SeatId
from tests.service.stage import ME, ROOM, begin, create, on_stage
from tests.service.test_commands_on_wire import CASTING, GIVER
from tests.service.virtual_time import now, run

OTHER = SeatId("other")
CHOSEN = "answer-r1-1"


def wire(seat_id: SeatId, name: str, chosen: str = CHOSEN, /, **arguments: object) -> c.Command:
    """Return a command as a transport decodes it."""
    giver = attrs.evolve(GIVER, seat_id=seat_id, chosen_id=chosen, now=now())
    return decode_command(name, json.dumps(arguments).encode(), giver, CASTING)


def id_of(name: str, data: bytes) -> CommandId:
    command = decode_command(name, data, attrs.evolve(GIVER, seat_id=ME), CASTING)
    assert isinstance(command, c.ParticipantCommand | c.OperatorCommand)
    return command.id


def test_nobody_uses_up_the_id_that_another_seat_will_use() -> None:
    async def scene() -> None:
        service = on_stage().service
        await service.create(create())
        await service.command(ROOM, wire(OTHER, "join_room", "j", name="먼저 온 사람"))
        thief = await service.command(ROOM, wire(OTHER, "send_chat", text="번호를 먼저 씁니다"))
        joined = await service.command(ROOM, wire(ME, "join_room", "j", name="나중에 온 사람"))
        mine = await service.command(ROOM, wire(ME, "send_chat", text="제 말은 남아야 합니다"))
        assert [type(outcome) for outcome in (thief, joined, mine)] == [Committed] * 3
        texts = [getattr(record.event, "text", "") for record in await service.log_of(ROOM)]
        assert "제 말은 남아야 합니다" in texts

    run(scene())


@pytest.mark.parametrize("restarted", [False, True])
def test_the_same_id_with_another_command_is_refused_and_a_retry_is_a_duplicate(*, restarted: bool) -> None:
    async def scene() -> None:
        stage = on_stage()
        await begin(stage.service)
        first = await stage.service.command(ROOM, wire(ME, "send_chat", text="처음 말"))
        if restarted:
            await stage.service.close()
            stage = await stage.another()
            await stage.service.start()
        again = await stage.service.command(ROOM, wire(ME, "send_chat", text="처음 말"))
        assert isinstance(first, Committed)
        assert again == Duplicate(seq=first.seq)
        for other in (
            wire(ME, "send_chat", text="다른 말"),
            wire(ME, "leave_room"),
            wire(ME, "pause_interview"),
        ):
            with pytest.raises(CommandIdReused):
                await stage.service.command(ROOM, other)
        await stage.require_sound_log()

    run(scene())


def test_a_reused_id_is_refused_also_when_another_owner_wrote_its_first_command() -> None:
    async def scene() -> None:
        stage = on_stage()
        await begin(stage.service)
        other = await stage.another()
        await other.service.room(ROOM)
        await stage.service.command(ROOM, wire(ME, "send_chat", "first", text="처음 말"))
        await other.service.command(ROOM, wire(ME, "send_chat", "second", text="둘째 말"))
        with pytest.raises(CommandIdReused):
            await other.service.command(ROOM, wire(ME, "send_chat", "first", text="다른 말"))

    run(scene())


def test_nothing_that_a_client_chose_stands_in_the_log() -> None:
    async def scene() -> None:
        service = on_stage().service
        await service.create(create())
        await service.command(ROOM, wire(ME, "join_room", "kim.jiwon@example.com", name="김지원"))
        assert b"example.com" not in encode_log(await service.log_of(ROOM))

    run(scene())


def test_a_mark_tells_nothing_to_those_who_do_not_know_the_id() -> None:
    one, two = (log_id(ME, chosen, "join_room", b'{"name":"x"}').partition(".")[2] for chosen in ("a", "b"))
    assert one != two


def test_the_same_arguments_written_otherwise_are_the_same_command() -> None:
    written = [b'{"text":"a b"}', b'{ "text" : "\\u0061 b" }']
    ids = {id_of("send_chat", data) for data in written}
    assert len(ids) == 1
    settings = [
        b'{"settings":{"difficulty":2,"reading_ms":0}}',
        b'{"settings":{"reading_ms":0, "difficulty":2}}',
    ]
    changed = {id_of("change_settings", data) for data in settings}
    assert len(changed) == 1


def test_a_rooms_creation_is_told_apart_by_what_was_asked_for() -> None:
    one, two = (creation_id(RoomId("r-1"), "key", wanted) for wanted in (b"1", b"2"))
    assert one != two
    assert one.partition(".")[0] == two.partition(".")[0] == "create-r-1"
