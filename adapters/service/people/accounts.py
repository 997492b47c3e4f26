"""Which accounts are open. A deleted one stays closed: its tokens, good until they expire, open nothing.

The law: from the moment a deletion begins, nothing that its person does takes effect any more, and what they
had begun before has ended; so what is deleted then is all there is. A deletion that fails opens the account
again, for it must be called once more.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from adapters.service.people.directory import Directory
from adapters.service.people.identity import AccountClosed, Identity, Person, UserId


class Accounts:
    """Knows who has gone, and who is acting now."""

    def __init__(self, directory: Directory) -> None:
        """Prepare; `load` tells who went before this process began."""
        self._directory = directory
        self._closed: set[str] = set()
        self._closing: set[UserId] = set()
        self._acting: Counter[UserId] = Counter()
        self._stopped = asyncio.Condition()
        self._told: list[Callable[[UserId], None]] = []

    async def load(self) -> None:
        """Learn which accounts were closed before.

        Raises:
            StoreUnavailable: Try again.
        """
        self._closed |= await self._directory.closed_accounts()

    def on_closing(self, tell: Callable[[UserId], None]) -> None:
        """Have somebody told whenever an account begins to be closed: their connections are to end."""
        self._told.append(tell)

    def closed(self, user_id: UserId) -> bool:
        """Return whether an account was deleted."""
        return _mark(user_id) in self._closed

    def require_open(self, user_id: UserId) -> None:
        """Check that somebody may act.

        Raises:
            AccountClosed: Their account was deleted, or is being deleted now.
        """
        if user_id in self._closing or self.closed(user_id):
            raise AccountClosed

    @asynccontextmanager
    async def acting(self, user_id: UserId) -> AsyncIterator[None]:
        """Act for somebody; a deletion waits until that has ended. Raises what `require_open` does."""
        self.require_open(user_id)
        self._acting[user_id] += 1
        try:
            yield
        finally:
            self._acting[user_id] -= 1
            if not self._acting[user_id]:
                del self._acting[user_id]
                if user_id in self._closing:
                    async with self._stopped:
                        self._stopped.notify_all()

    @asynccontextmanager
    async def closing(self, user_id: UserId) -> AsyncIterator[None]:
        """Delete somebody's things in peace; when that succeeds their account is closed for good.

        Raises:
            StoreUnavailable: It was not noted; call again.
        """
        with self._marked_as_closing(user_id):
            for tell in self._told:
                tell(user_id)
            async with self._stopped:
                await self._stopped.wait_for(lambda: not self._acting[user_id])
            yield
            await self._directory.close_account(_mark(user_id))
            self._closed.add(_mark(user_id))

    @contextmanager
    def _marked_as_closing(self, user_id: UserId) -> Iterator[None]:
        self._closing.add(user_id)
        try:
            yield
        finally:
            self._closing.discard(user_id)


class OpenAccounts:
    """An `Identity` that takes the tokens of open accounts only."""

    def __init__(self, identity: Identity, accounts: Accounts) -> None:
        """Wrap what checks tokens."""
        self._identity = identity
        self._accounts = accounts

    async def person(self, token: str) -> Person:
        """Return whose token this is: see `Identity.person`.

        Raises:
            NotAuthenticated: It proves nothing, or its account was deleted.
        """
        person = await self._identity.person(token)
        if self._accounts.closed(person.user_id):
            raise AccountClosed
        return person


def _mark(user_id: UserId) -> str:
    """Return what is kept of a deleted account: it can be recognized, and says nothing."""
    return hashlib.blake2b(user_id.encode(), digest_size=16, person=b"closed").hexdigest()
