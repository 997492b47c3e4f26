"""Playing prepared answers: nobody waits, time jumps from turn to turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.text import Text

from adapters.terminal.answer_sheet import AnswerSheet
from adapters.terminal.screen.presenter import Presenter
from adapters.terminal.session import Session
from interview_engine.core import commands as c
from interview_engine.core.turns import Turn
from interview_engine.ids import Millis, SeatId
from interview_engine.vocabulary import Language, QuestionKind

CHARACTERS_PER_MINUTE = {Language.KO: 330, Language.EN: 850}
"""How fast a person speaks: the rates that company candidates have by default."""


def play_written(
    session: Session,
    sheets: Mapping[SeatId, AnswerSheet],
    presenter: Presenter,
    *,
    until: Callable[[Session], bool] = lambda _: False,
) -> None:
    """Play an interview to its end with prepared answers; a turn without one is skipped.

    Args:
        session: The interview, started.
        sheets: The answers of every person, by seat.
        presenter: Shows what happens.
        until: Ends the play early when it returns True.
    """
    interview = session.interview
    answered: dict[SeatId, list[QuestionKind]] = {seat_id: [] for seat_id in sheets}
    while True:
        session.settle()
        presenter.show(session.fresh_records())
        if until(session):
            return
        turn = next((turn for turn in interview.room.open_turns() if turn.seat_id in sheets), None)
        if turn is None:
            if not session.step():
                return
            continue
        home = interview.room.round_of(turn.turn_id)
        assert home is not None, "an open turn belongs to a round"
        seat_id, before = turn.seat_id, answered[turn.seat_id]
        text = sheets[seat_id].answer(home.kind, before.count(home.kind), len(before))
        before.append(home.kind)
        if text:
            took = spoken_ms(text, turn, interview.room.settings.language)
            session.answer_turn(text, seat_id, after_ms=took)
        else:
            presenter.console.print(Text(presenter.texts.no_more_answers, style="yellow"))
            session.send(
                c.SkipTurn(
                    now=interview.now, id=session.next_id("skip"), seat_id=seat_id, turn_id=turn.turn_id
                )
            )


def spoken_ms(text: str, turn: Turn, language: Language) -> Millis:
    """Return how long it takes to say a text, at most nine tenths of the turn."""
    spoken = len(text) * 60_000 // CHARACTERS_PER_MINUTE[language]
    return Millis(max(1_000, min(spoken, turn.allowance_ms * 9 // 10)))
