"""What is asked for, whichever model is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

from adapters.llm.asking import Account, Prompt, Task
from adapters.llm.calling.call import Reply
from adapters.llm.calling.failures import CallFailed
from adapters.llm.calling.schema import decode_reply
from adapters.llm.calling.spending import Spending

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Job(Generic[T]):
    """What is asked for.

    Attributes:
        task, prompt: What to say.
        reply, check: What a fit reply is.
        account: Who pays.
        spending: What it has cost so far.
        deadline: When it must be over, in the running loop's time.
    """

    task: Task
    prompt: Prompt
    reply: type[T]
    check: Callable[[T], None]
    account: Account
    spending: Spending
    deadline: float

    def fit(self, reply: Reply) -> T:
        """Return a reply decoded and checked.

        Raises:
            ReplyUnfit: It can't be used.
        """
        decoded = decode_reply(reply.text, self.reply)
        self.check(decoded)
        return decoded


class OnToTheNext(Exception):
    """A model is given up for a job.

    Attributes:
        reason: A stable word.
        failure: The call that failed; None when no call did.
    """

    def __init__(self, reason: object) -> None:
        """Remember why."""
        super().__init__(reason)
        self.reason = str(reason)
        self.failure = reason if isinstance(reason, CallFailed) else None
