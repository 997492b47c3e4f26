"""The directory in memory keeps the contract."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from hypothesis import given

from adapters.service.people.directory import Directory
from adapters.service.people.memory_directory import MemoryDirectory
from tests.contracts.directory import DirectoryContract
from tests.contracts.directory_model import CALLS, Call, follow_memory


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Directory]:
    yield MemoryDirectory()


class TestMemoryDirectory(DirectoryContract):
    def opened(self, folder: Path) -> AbstractAsyncContextManager[Directory]:
        return opened(folder)


@given(CALLS)
def test_two_that_were_told_the_same_say_the_same(calls: list[Call]) -> None:
    follow_memory(opened, calls)
