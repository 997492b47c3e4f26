"""What `interview-engine serve` runs, whole; only who does the work of effects may differ."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest import mock

from adapters.program import bootstrap
from adapters.program.settings import LimitSettings, ServerSettings
from adapters.service.casting import Casting
from adapters.service.offline_performer import Apart, OfflinePerformer
from adapters.service.people.directory import Directory
from adapters.service.surroundings import EffectPerformer
from adapters.sqlite_store.everything import open_everything
from benchmarks.server.servers.measured import KEY, Running, clock, serve_until_the_end
from benchmarks.server.servers.stand_ins import Judging, performer


@asynccontextmanager
async def start(data: Path, judging: Judging) -> AsyncIterator[Running]:
    """Run it with a folder for its data."""
    opened: list[Directory] = []

    async def opening(path: Path) -> tuple[object, Directory, object]:
        store, directory, pulse = await open_everything(path)
        opened.append(directory)
        return store, directory, pulse

    def performing(casting: Casting, now: object, apart: Apart) -> EffectPerformer:
        del now
        return performer(judging, OfflinePerformer(casting, clock, apart))

    # All clients come from one address.
    limits = LimitSettings(http_pace=10_000)
    settings = ServerSettings(port=0, data=data, secret=KEY, limits=limits)
    with (
        mock.patch.object(bootstrap, "OfflinePerformer", performing),
        mock.patch.object(bootstrap, "open_everything", opening),
    ):
        async with bootstrap.running_server(settings) as server:
            yield Running(port=server.port, service=server.service, directory=opened[0])


if __name__ == "__main__":
    # Worker processes import this module, too.
    serve_until_the_end(start)
