"""An `Asking` that answers from a script: no network, and every prompt is kept to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from adapters.llm.asking import Account, Asked, NoModelAnswered, Prompt, ReplyUnfit, T, Task, anything
from interview_engine.core.provenance import Provenance
from interview_engine.ids import RoomId

Written = Mapping[str, object]
"""A reply as a model writes it: JSON."""
Answering = Callable[[Task, Prompt], Written]

ACCOUNT = Account(room_id=RoomId("room-1"), person="guest-1")
USAGE = Provenance(
    family="openai",
    model="a-model",
    offline=False,
    prompt_version="judge.ko/1",
    request_hash="a" * 64,
    reply_hash="b" * 64,
    input_tokens=100,
    output_tokens=21,
    cost_micros=7,
    latency_ms=900,
)


def in_turn(*replies: Written) -> Answering:
    left = list(replies)

    def answer(task: Task, prompt: Prompt) -> Written:
        return left.pop(0) if len(left) > 1 else left[0]

    return answer


class ScriptedAsking:
    """Decodes like the real path, asks once more after an unfit reply, and then gives up.

    Attributes:
        prompts: What was asked, in order.
        avoided: What each call was to avoid.
        unfit: Codes of the replies that a task refused.
    """

    def __init__(self, answering: Answering, provenance: Provenance = USAGE) -> None:
        self._answering = answering
        self._provenance = provenance
        self.prompts: list[Prompt] = []
        self.avoided: list[frozenset[str]] = []
        self.unfit: list[str] = []

    async def ask(
        self,
        task: Task,
        prompt: Prompt,
        reply: type[T],
        *,
        check: Callable[[T], None] = anything,
        avoid: frozenset[str] = frozenset(),
        only_others: bool = False,
        budget: Account,
    ) -> Asked[T]:
        assert budget == ACCOUNT
        self.avoided.append(avoid)
        if only_others and self._provenance.family in avoid:
            raise NoModelAnswered(task, ("own_family",))
        for _ in range(2):
            self.prompts.append(prompt)
            written = msgspec.json.encode(self._answering(task, prompt))
            decoded = msgspec.json.decode(written, type=reply)
            try:
                check(decoded)
            except ReplyUnfit as unfit:
                self.unfit.append(unfit.code)
                continue
            return Asked(reply=decoded, provenance=self._provenance)
        raise NoModelAnswered(task, tuple(self.unfit))
