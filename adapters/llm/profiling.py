"""Documents read on somebody's behalf, outside of any room: each one has a room's budget of its own."""

from __future__ import annotations

import asyncio

from adapters.llm.asking import Account, Task
from adapters.llm.calling.path import CallingPath
from adapters.llm.tasks.write_profile import Profiled, write_profile
from interview_engine.ids import RoomId
from interview_engine.vocabulary import Language


class Profiling:
    """Writes profiles of documents whose owners agreed."""

    def __init__(self, path: CallingPath) -> None:
        """Prepare.

        Args:
            path: Makes the calls.
        """
        self._path = path

    @property
    def providers(self) -> tuple[str, ...]:
        """Names of the providers that may be asked, in their order; empty when profiles are switched off."""
        return tuple(
            dict.fromkeys(choice.provider for choice in self._path.routing.route(Task.PROFILE).models)
        )

    async def profile(self, person: str, document_id: str, text: str, language: Language) -> Profiled:
        """Return a document's profile, paid for by a person.

        Args:
            person: The owner, who agreed.
            document_id: Names the document in the budgets.
            text: What it says.
            language: The language of the instructions.

        Raises:
            NoModelAnswered: No model gave a fit profile within the route's time.
        """
        deadline = asyncio.get_running_loop().time() + self._path.routing.route(Task.PROFILE).seconds
        account = Account(room_id=RoomId(document_id), person=person)
        return await write_profile(self._path.until(deadline), text, language, account, consented=True)
