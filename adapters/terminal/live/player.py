"""A live interview: the wall clock drives the room, and one person sits at the keyboard."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from rich.text import Text

from adapters.terminal.bootstrap import Program
from adapters.terminal.clock import Clock
from adapters.terminal.failures import ExitCode
from adapters.terminal.live.listening import listen, skip_speeches, wait_for_others
from adapters.terminal.live.typing import AnswerTyping, Ending, Typed
from adapters.terminal.playing import finish
from adapters.terminal.program_name import program_name
from adapters.terminal.screen.durations import clock_face
from adapters.terminal.screen.presenter import Presenter
from adapters.terminal.screen.speech import Speech, say_at_once
from adapters.terminal.session import Session
from interview_engine.core import commands as c
from interview_engine.core.deadlines import turn_deadline
from interview_engine.core.decide import Refused
from interview_engine.core.refusals import RefusalCode, message
from interview_engine.core.rules.answering import DRAFT_EVERY_MS
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Turn
from interview_engine.core.views import Viewer
from interview_engine.offline.interview import ME

_STEP_SECONDS = 0.1


def play_live(program: Program, session: Session, clock: Clock, *, fast: bool, recap: int = 0) -> int:
    """Play until the interview is finished or the person stops; return the exit code.

    Args:
        program: The program.
        session: The interview, started.
        clock: The time.
        fast: Show AI candidates' answers at once.
        recap: How many records the person has seen in an earlier sitting.
    """
    player = LivePlayer(program, session, clock, fast=fast)
    player.remember(recap)
    code = _run(player, lambda _: False)
    return finish(session, player.presenter) if code == ExitCode.FINE else code


def play_live_until(
    program: Program, session: Session, clock: Clock, until: Callable[[Session], bool], *, shown: int
) -> int:
    """Play part of an interview that the person knows already; return the exit code.

    Args:
        program: The program.
        session: The interview.
        clock: The time.
        until: Says when to end.
        shown: How many records the person has seen.
    """
    player = LivePlayer(program, session, clock, fast=True)
    player.remember(shown)
    return _run(player, until)


def _run(player: LivePlayer, until: Callable[[Session], bool]) -> int:
    try:
        asyncio.run(player.play(until))
    except (KeyboardInterrupt, EOFError):
        player.leave()
        return ExitCode.INTERRUPTED
    return ExitCode.FINE


class LivePlayer:
    """Shows what happens, and lets the person listen, type and stop."""

    def __init__(self, program: Program, session: Session, clock: Clock, *, fast: bool) -> None:
        self._texts = program.texts
        self._language = program.language
        self._console = program.console()
        self._session = session
        self._clock = clock
        self._fast = fast
        self._rate = program.environment.clock_rate
        self._speech: Speech | None = None
        self._typing: AnswerTyping | None = None
        self._announced = True
        speak = None if fast else self._keep_speech
        self.presenter = Presenter(
            self._console, self._texts, Viewer(seat_id=ME), speak=speak, echo=False, costs=session.costs
        )

    def remember(self, records: int) -> None:
        """Take note of what was shown in an earlier sitting, and show where the interview stands."""
        if not records:
            path = self._texts.log_line.format(path=self._session.journal.path)
            self._console.print(Text(path, style="dim"), soft_wrap=True)
            return
        self.presenter.skip(self._session.interview.log[:records])
        if self._session.interview.room.stage is Stage.FINISHED:
            self._console.print(Text(self._texts.already_finished, style="yellow"))
            return
        self.presenter.recap()
        self._announced = False

    async def play(self, until: Callable[[Session], bool]) -> None:
        """Play until the interview is finished, or `until` says so.

        Raises:
            KeyboardInterrupt: When the person pressed Ctrl-C.
            EOFError: When the keyboard has gone.
        """
        interview = self._session.interview
        while True:
            self._session.advance(self._clock())
            self.presenter.show(self._session.fresh_records())
            if interview.room.stage is Stage.FINISHED or until(self._session):
                return
            speech, self._speech = self._speech, None
            turn = interview.my_turn()
            if turn is not None:
                if speech is not None:
                    say_at_once(speech, self._console)
                await self._answer(turn)
            elif self._fast:
                skip_speeches(self._session, self._clock)
                await asyncio.sleep(0 if self._session.interview.room.open_turns() else _STEP_SECONDS)
            elif speech is not None:
                await listen(speech, self._session, self._clock, self._console, self._texts)
            elif any(turn.speaking for turn in interview.room.open_turns()):
                await wait_for_others(self._session, self._clock, self._console, self._texts)
            else:
                await asyncio.sleep(_STEP_SECONDS)

    def leave(self) -> None:
        """Save what was typed, note that the person is gone, and say how to go on."""
        self._session.advance(self._clock())
        if self._typing is not None and not self._typing.save_draft(self._clock()):
            # The room takes one draft every two seconds: what was typed since is worth the wait.
            time.sleep((DRAFT_EVERY_MS + 100) / 1000 / self._rate)
            self._typing.save_draft(self._clock())
        self._session.send(c.PresenceChanged(now=self._clock(), seat_id=ME, connected=False))
        self._console.print()
        self._console.print(Text(self._texts.interrupted, style="bold yellow"))
        command = f"{program_name()} play --resume {self._session.journal.path}"
        self._console.print(Text(self._texts.how_to_resume.format(command=command)), soft_wrap=True)

    def _keep_speech(self, speech: Speech) -> None:
        if self._speech is not None:
            say_at_once(self._speech, self._console)
        self._speech = speech

    async def _answer(self, turn: Turn) -> None:
        if not self._announced:
            left = turn_deadline(self._session.interview.room, turn) - self._clock()
            self._console.print(
                Text(f"\n▶ {self._texts.my_turn.format(time=clock_face(left))}", style="bold green")
            )
            self._announced = True
        note = self._texts.restored_draft if turn.draft else self._texts.how_to_type
        self._console.print(Text(f"  {note}", style="dim"))
        self._typing = AnswerTyping(self._session, turn, self._clock, self._texts)
        while True:
            typed = await self._typing.run()
            if self._settled(turn, typed):
                break
        self._typing = None

    def _settled(self, turn: Turn, typed: Typed) -> bool:
        """Hand the typed answer in; return False when the person has to change it."""
        if typed.ending is Ending.TURN_OVER:
            return True
        now, command_id = self._clock(), self._session.next_id("answer")
        command: c.SkipTurn | c.SubmitAnswer
        if typed.ending is Ending.SKIP:
            command = c.SkipTurn(now=now, id=command_id, seat_id=ME, turn_id=turn.turn_id)
        else:
            command = c.SubmitAnswer(
                now=now, id=command_id, seat_id=ME, turn_id=turn.turn_id, text=typed.text
            )
        outcome = self._session.send(command)
        if isinstance(outcome, Refused):
            self._console.print(Text(message(outcome.code, self._language), style="yellow"))
            return outcome.code not in (RefusalCode.TEXT_TOO_LONG, RefusalCode.ANSWER_EMPTY)
        return True
