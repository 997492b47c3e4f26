"""Listening to an AI candidate: the words appear at speaking rate, and a key skips ahead."""

from __future__ import annotations

import asyncio

from rich.console import Console
from rich.text import Text

from adapters.terminal.clock import Clock
from adapters.terminal.live.keys import Pressed, single_keys
from adapters.terminal.screen.speech import Speech, wrapped
from adapters.terminal.session import Session
from adapters.terminal.texts import Texts
from interview_engine.core import commands as c
from interview_engine.offline.interview import ME

_STEP_SECONDS = 0.05
_IGNORED_SECONDS = 0.4
"""Keys just after a speech begins are left over from typing."""


async def listen(speech: Speech, session: Session, clock: Clock, console: Console, texts: Texts) -> None:
    """Show a speech while it lasts, until it ends or is skipped.

    Args:
        speech: What is said.
        session: The interview.
        clock: The time.
        console: The screen.
        texts: The person's language.

    Raises:
        KeyboardInterrupt: When the person pressed Ctrl-C.
    """
    console.print(Text(f"\n● {speech.heading}", style="magenta"))
    console.print(Text(f"  {texts.how_to_skip_speech}", style="dim"))
    body = "\n".join(wrapped(speech.text, console)) + "\n"
    length = max(1, speech.ends - speech.began)
    written = 0
    with single_keys() as pressed:
        await asyncio.sleep(_IGNORED_SECONDS)
        pressed.skip = False
        while True:
            now = clock()
            session.advance(now)
            turn = session.interview.room.turn(speech.turn_id)
            over = turn is None or turn.outcome is not None or turn.deadline is None
            left = 0 if turn is None or turn.deadline is None or over else turn.deadline - now
            due = len(body) if over else int(len(body) * (1 - left / length))
            if due > written:
                console.file.write(body[written:due])
                console.file.flush()
                written = due
            if over:
                return
            skip_if_asked(pressed, session, clock)
            await asyncio.sleep(_STEP_SECONDS)


async def wait_for_others(session: Session, clock: Clock, console: Console, texts: Texts) -> None:
    """Wait while the others write, until the round moves on or the person doesn't want to wait.

    Raises:
        KeyboardInterrupt: When the person pressed Ctrl-C.
    """
    console.print(Text(texts.others_writing, style="dim"))
    seq = session.interview.room.seq
    with single_keys() as pressed:
        while session.interview.room.seq == seq:
            session.advance(clock())
            skip_if_asked(pressed, session, clock)
            await asyncio.sleep(_STEP_SECONDS)


def skip_if_asked(pressed: Pressed, session: Session, clock: Clock) -> None:
    """Vote to skip ahead of every speech when the person pressed the key.

    Raises:
        KeyboardInterrupt: When the person pressed Ctrl-C.
    """
    if pressed.take_skip():
        skip_speeches(session, clock)


def skip_speeches(session: Session, clock: Clock) -> None:
    """Vote to skip ahead of every speech."""
    for turn in session.interview.room.open_turns():
        if turn.speaking:
            session.send(
                c.SkipSpeech(now=clock(), id=session.next_id("hear"), seat_id=ME, turn_id=turn.turn_id)
            )
