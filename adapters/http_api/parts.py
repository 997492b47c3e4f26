"""What the API needs of the outside: the service, the people's ports, and what it owns as ports itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ParamSpec, Protocol, TypeVar

import attrs
from prometheus_client import CollectorRegistry

from adapters.http_api.profiling import ProfileReader
from adapters.http_api.voice import Voice
from adapters.service.casting import Casting
from adapters.service.costs import ExpectedCost, Outline
from adapters.service.event_store import EventStore
from adapters.service.people.access import Access
from adapters.service.people.directory import Directory
from adapters.service.people.identity import Identity, Person
from adapters.service.people.invitations import Invitations
from adapters.service.room_service import RoomService
from interview_engine.ids import Millis

P = ParamSpec("P")
T = TypeVar("T")


class TokenIssuer(Protocol):
    """Signs tokens for guests."""

    def issue(self, person: Person, lifetime_ms: Millis) -> str:
        """Return a token that is good for so long."""


class DocumentRead(Protocol):
    """What was read from a document."""

    @property
    def text(self) -> str:
        """The whole text."""

    @property
    def facts(self) -> tuple[str, ...]:
        """Short lines that good questions can be asked about."""


class ReadDocument(Protocol):
    """Reads documents, in bounded time and memory."""

    async def __call__(self, name: str, data: bytes, /) -> DocumentRead:
        """Return what a document says; raises `ApiParts.document_refused` for one that can't be read."""


class Working(Protocol):
    """Does computing that would hold up everybody else."""

    async def do(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a module's function returns for arguments that can be pickled.

        Raises:
            TimeoutError: It took too long.
        """


def nobody_drains() -> bool:
    """Return that the server is not shutting down."""
    return False


@attrs.frozen(kw_only=True)
class ApiParts:
    """What the API works with.

    Attributes:
        service, access, directory, identity, invitations, casting: The application service and its ports.
        store: The rooms' logs, for forks and to see that it answers.
        tokens: Signs guests' tokens; None when people sign in elsewhere.
        now: Wall clock, ms since the Unix epoch.
        fresh: A new unguessable text of letters, digits, `-` and `_`, at least 128 bits, for each call.
        secret: What room ids are derived with; at least 32 bytes.
        working: Does reports and evaluations.
        read_document: Reads uploads; None takes none.
        document_refused: What it raises; its `code` says why.
        profiles: Has documents read by language models; None when that is switched off.
        voice: Has recordings heard and texts read aloud; None when nothing does either.
        registry: Where metrics stand.
        draining: True while the server shuts down.
        require_writable: Raises an `EventStoreError` when the store takes nothing; None asks nobody.
        expected_cost: Says what an interview can be expected to cost; None without language models.
    """

    service: RoomService
    access: Access
    directory: Directory
    identity: Identity
    invitations: Invitations
    casting: Casting
    store: EventStore
    tokens: TokenIssuer | None
    now: Callable[[], Millis]
    fresh: Callable[[], str]
    secret: bytes = attrs.field(repr=False)
    working: Working
    read_document: ReadDocument | None = None
    document_refused: tuple[type[Exception], ...] = ()
    profiles: ProfileReader | None = None
    voice: Voice | None = None
    registry: CollectorRegistry
    draining: Callable[[], bool] = nobody_drains
    require_writable: Callable[[], Awaitable[None]] | None = None
    expected_cost: Callable[[Outline], ExpectedCost] | None = None
