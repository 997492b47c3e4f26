"""Connections of somebody whose account is deleted end, and none comes about behind the deletion's back."""

from __future__ import annotations

import pytest

from adapters.service.people.identity import UserId
from adapters.websocket_server.close_codes import CloseCode
from tests.websocket_server.conftest import Play
from tests.websocket_server.house import House
from tests.websocket_server.peer import Closed


def test_whoever_is_being_deleted_is_disconnected_and_does_not_come_back(play: Play) -> None:
    async def scene(house: House) -> None:
        await house.open_room()
        guest, host = await house.seated("guest"), await house.seated("host")
        accounts = house.gateway._parts.access.accounts
        async with accounts.closing(UserId("guest")):
            assert (await guest.closed()).code == CloseCode.NOT_AUTHENTICATED
            with pytest.raises(Closed, match="not_authenticated"):
                await house.enter("guest")
        with pytest.raises(Closed, match="not_authenticated"):
            await house.enter("guest")
        assert (await host.command("send_chat", text="저는 남아 있습니다")).status == "committed"

    play(scene)
