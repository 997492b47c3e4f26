"""Typing an answer: several lines, a running clock, drafts that are saved by themselves.

Enter never submits what a Korean input method is still composing: it begins a new line, and only Enter on
an empty line submits.
"""

from __future__ import annotations

import asyncio
import enum

import attrs
from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from adapters.terminal.clock import Clock
from adapters.terminal.live.drafting import Drafting
from adapters.terminal.live.toolbar import Fragments, toolbar
from adapters.terminal.session import Session
from adapters.terminal.texts import Texts
from interview_engine.core import commands as c
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.decide import Committed
from interview_engine.core.turns import Turn
from interview_engine.ids import Millis, TurnId
from interview_engine.offline.interview import ME

SKIP = "/skip"
_LOOK_EVERY_SECONDS = 0.1
_REDRAW_EVERY_SECONDS = 0.25


class Ending(enum.Enum):
    """How typing ended."""

    SUBMIT = "submit"
    SKIP = "skip"
    TURN_OVER = "turn_over"


@attrs.frozen(kw_only=True)
class Typed:
    """What was typed, and how it ended."""

    ending: Ending
    text: str = ""


class AnswerTyping:
    """One turn at the keyboard.

    Attributes:
        text: What is typed so far.
    """

    def __init__(self, session: Session, turn: Turn, clock: Clock, texts: Texts) -> None:
        """Prepare for a person's open turn; its saved draft is what the person goes on with."""
        self.text = turn.draft
        self._session = session
        self._turn_id: TurnId = turn.turn_id
        self._allowed = turn.allowance_ms
        self._clock = clock
        self._texts = texts
        self._notice = ""
        self._drafting = Drafting(saved=turn.draft, saved_at=turn.drafted_at)
        self._prompt: PromptSession[str] = PromptSession(
            multiline=True,
            key_bindings=self._keys(),
            bottom_toolbar=self._toolbar,
            refresh_interval=_REDRAW_EVERY_SECONDS,
            prompt_continuation=" " * 2,
        )

    async def run(self) -> Typed:
        """Let the person type until the answer is submitted, the turn is skipped, or time runs out.

        Raises:
            KeyboardInterrupt: When the person pressed Ctrl-C.
            EOFError: When the keyboard has gone.
        """
        watch = asyncio.ensure_future(self._watch())
        try:
            await self._prompt.prompt_async(self._texts.prompt, default=self.text)
        finally:
            watch.cancel()
        return self._typed

    _typed: Typed = Typed(ending=Ending.TURN_OVER)

    def _turn(self) -> Turn | None:
        turn = self._session.interview.room.turn(self._turn_id)
        return turn if turn is not None and turn.outcome is None else None

    def _deadline(self) -> Millis:
        turn = self._turn()
        return turn_deadline(self._session.interview.room, turn) if turn else self._clock()

    async def _watch(self) -> None:
        """Let time pass for the room, save drafts, and end the typing with the turn."""
        app = self._prompt.app
        try:
            while True:
                self._session.advance(self._clock())
                if self._turn() is None:
                    self._leave(app, Typed(ending=Ending.TURN_OVER))
                    return
                self.text = self._prompt.default_buffer.text if app.is_running else self.text
                self._save_when_due()
                await asyncio.sleep(_LOOK_EVERY_SECONDS)
        except Exception as error:  # noqa: BLE001 -- a full disk must end the typing, not only this task
            if app.is_running:
                app.exit(exception=error)

    def _save_when_due(self) -> None:
        now = self._clock()
        if self._drafting.due(self.text, now, self._deadline()):
            self.save_draft(now)

    def save_draft(self, now: Millis) -> bool:
        """Save what is typed; return whether the room took it."""
        if self._turn() is None or self.text == self._drafting.saved:
            return True
        outcome = self._session.send(
            c.SaveDraft(
                now=now,
                id=self._session.next_id("draft"),
                seat_id=ME,
                turn_id=self._turn_id,
                text=self.text,
            )
        )
        if isinstance(outcome, Committed):
            self._drafting.done(self.text, now)
            return True
        return False

    def _leave(self, app: Application[str], typed: Typed) -> None:
        if app.is_running and not app.is_done:
            self._typed = typed
            app.exit(result=typed.text)

    def _toolbar(self) -> Fragments:
        text = self._prompt.default_buffer.text
        return toolbar(
            self._texts,
            left=self._deadline() - self._clock(),
            allowed=self._allowed,
            characters=len(text.strip()),
            saved=text == self._drafting.saved,
            notice=self._notice,
            width=self._prompt.app.output.get_size().columns,
        )

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("enter")
        def _(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            if buffer.document.current_line.strip() == SKIP:
                self._leave(event.app, Typed(ending=Ending.SKIP))
            elif buffer.document.current_line.strip() or not buffer.document.is_cursor_at_the_end:
                buffer.newline(copy_margin=False)
            else:
                self._submit(event)

        @keys.add("c-d")
        @keys.add("escape", "enter")
        def _(event: KeyPressEvent) -> None:
            self._submit(event)

        @keys.add("c-c")
        def _(event: KeyPressEvent) -> None:
            self.text = event.current_buffer.text
            event.app.exit(exception=KeyboardInterrupt)

        return keys

    def _submit(self, event: KeyPressEvent) -> None:
        text = event.current_buffer.text.strip()
        if text:
            self._notice = ""
            self._leave(event.app, Typed(ending=Ending.SUBMIT, text=text))
        else:
            self._notice = self._texts.toolbar_empty
