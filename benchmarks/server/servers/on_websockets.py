"""The same rooms, store and gateway on websockets' own server, without HTTP."""

from __future__ import annotations

import random
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.local_identity.guest_tokens import GuestTokens
from adapters.local_identity.invitations import SignedInvitations
from adapters.program.collecting import collect_seldom
from adapters.service.casting import Casting
from adapters.service.offline_performer import OfflinePerformer
from adapters.service.people.access import Access
from adapters.service.room_service import RoomService
from adapters.service.salts import Salts
from adapters.service.surroundings import Surroundings
from adapters.sqlite_store.everything import open_everything
from adapters.websocket_server.gateway import Gateway
from adapters.websocket_server.websockets_server import serving
from benchmarks.server.servers.measured import KEY, Running, clock, serve_until_the_end
from benchmarks.server.servers.stand_ins import Judging, performer
from interview_engine.personas.catalogue import default_catalogue


@asynccontextmanager
async def start(data: Path, judging: Judging) -> AsyncIterator[Running]:
    """Run it with a folder for its data."""
    store, directory, _ = await open_everything(data / "interviews.db")
    casting = Casting(default_catalogue())
    around = Surroundings(now=clock, salt=Salts(secrets.token_bytes))
    service = RoomService(store, performer(judging, OfflinePerformer(casting, clock)), around)
    gateway = Gateway(
        service=service,
        access=Access(service, directory, SignedInvitations(KEY.encode())),
        identity=GuestTokens(KEY.encode(), clock),
        casting=casting,
        now=clock,
        jitter=random.random,
    )
    async with serving(gateway, host="127.0.0.1", port=0) as port:
        collect_seldom()
        yield Running(port=port, service=service, directory=directory)
        await gateway.close()
    await service.close()
    await store.close()


if __name__ == "__main__":
    # Worker processes import this module, too.
    serve_until_the_end(start)
