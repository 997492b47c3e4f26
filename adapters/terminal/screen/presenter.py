"""Showing what happened, as one viewer may see it: live, in a transcript, or in a replay.

Events of one instant are told in the order in which people take them in: how a turn ended, its score,
the ranking, and only then the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.text import Text

from adapters.service.costs import Costs
from adapters.terminal.screen.board_table import board_line, board_table
from adapters.terminal.screen.cost_line import cost_so_far
from adapters.terminal.screen.durations import clock_face
from adapters.terminal.screen.opening_scene import opening_scene
from adapters.terminal.screen.question_panel import my_place, question_panel
from adapters.terminal.screen.score_line import score_line
from adapters.terminal.screen.seat_names import seat_name
from adapters.terminal.screen.speech import Speech, say_at_once, wrapped
from adapters.terminal.texts import Texts
from interview_engine.core import events as e
from interview_engine.core.evolve import evolve
from interview_engine.core.log import Record
from interview_engine.core.seats import SeatKind
from interview_engine.core.settings import Visibility
from interview_engine.core.state import Room
from interview_engine.core.turns import Outcome, Turn
from interview_engine.core.views import Viewer, seen_event, view
from interview_engine.scoring import Board

_ENDS, _SCORES, _CLOSES, _RANKS, _OPENS = range(5)
_PHASES: Final[dict[type[e.Event], int]] = {
    e.TurnClosed: _ENDS,
    e.AnswerScored: _SCORES,
    e.RoundClosed: _CLOSES,
    e.BoardUpdated: _RANKS,
}


class Presenter:
    """Prints a room's events for one viewer.

    Attributes:
        room: The room after the records that were shown.
        shown_board: The ranking that the viewer saw last as a table.
    """

    def __init__(
        self,
        console: Console,
        texts: Texts,
        viewer: Viewer,
        *,
        speak: Callable[[Speech], None] | None = None,
        echo: bool = True,
        costs: Callable[[], Costs] | None = None,
    ) -> None:
        """Prepare to show a room from its first record.

        Args:
            console: The screen.
            texts: The viewer's language.
            viewer: Who looks.
            speak: Puts an AI candidate's answer on the screen; at once by default.
            echo: Print the viewer's own answers, too: not when they were just typed there.
            costs: What language models cost so far, told with each ranking; None tells nothing.
        """
        self.console = console
        self.texts = texts
        self.viewer = viewer
        self.room: Room | None = None
        self.shown_board: Board | None = None
        self._told_line = self._told_cost = ""
        self._speak = speak or (lambda speech: say_at_once(speech, console))
        self._echo = echo
        self._costs = costs

    def skip(self, records: Iterable[Record]) -> None:
        """Take note of records without showing them."""
        for record in records:
            self.room = evolve(self.room, record.event)

    def show(self, records: Iterable[Record]) -> None:
        """Show what happened, as far as the viewer may see it."""
        for _, instant in groupby(records, key=lambda record: record.at):
            scenes: list[tuple[int, e.Event]] = []
            for record in instant:
                self.room = evolve(self.room, record.event)
                seen = seen_event(self.room, record.event, self.viewer)
                if seen is not None:
                    scenes.append((_PHASES.get(type(seen), _OPENS), seen))
            self._show_instant(sorted(scenes, key=lambda scene: scene[0]))

    def now_seen(self) -> Room:
        """Return the room as the viewer may see it now."""
        assert self.room is not None, "something was shown before"
        return view(self.room, self.viewer)

    def recap(self) -> None:
        """Show where the interview stands: the question, and what was answered so far."""
        room = self.now_seen()
        self.console.print(Text(self.texts.recap, style="dim"))
        if room.current is None:
            return
        self._question(e.RoundOpened(at=room.now, round=room.current))
        for turn in room.current.turns:
            if turn.text:
                self._say(turn, turn.text)

    def _show_instant(self, scenes: list[tuple[int, e.Event]]) -> None:
        kinds = {type(event) for _, event in scenes}
        # The end has a ranking of its own, which also shows what was hidden until then.
        ranked = bool(kinds & {e.BoardUpdated, e.RoundClosed}) and e.InterviewFinished not in kinds
        told_board = False
        for phase, event in scenes:
            if phase == _OPENS and ranked and not told_board:
                self._ranking(whole=e.RoundClosed in kinds)
                told_board = True
            self._tell(event)
        if ranked and not told_board:
            self._ranking(whole=e.RoundClosed in kinds)

    def _tell(self, event: e.Event) -> None:  # noqa: C901, PLR0912 -- one case per kind of event
        match event:
            case e.InterviewStarted():
                self.console.print(opening_scene(self.now_seen(), self.texts, me=self.viewer.seat_id))
            case e.RoundOpened():
                self._question(event)
            case e.TurnOpened():
                self._turn_opened(event)
            case e.SpeechStarted():
                self._speech(event)
            case e.TurnClosed():
                self._turn_closed(event)
            case e.AnswerScored() if event.seat_id == self.viewer.seat_id:
                self.console.print(score_line(event.score, self.texts, self.now_seen().settings.language))
            case e.RoundClosed():
                for turn in event.turns:
                    if turn.seat_id != self.viewer.seat_id and turn.text:
                        self._say(turn, turn.text)
            case e.OutageNoted() | e.InterviewResumed() if event.lost_ms:
                self._note(self.texts.went_on.format(time=clock_face(event.lost_ms)))
            case e.InterviewPaused():
                self._note(self.texts.paused)
            case e.DeliberationBegan():
                self._note(self.texts.ended_early if event.early else self.texts.deliberating)
            case e.InterviewFinished():
                self.console.print(Text(f"\n{self.texts.finished}\n", style="bold green"))
            case _:
                pass

    def _question(self, event: e.RoundOpened) -> None:
        self.console.print()
        me, width = self.viewer.seat_id, self.console.width
        self.console.print(question_panel(self.now_seen(), event.round, self.texts, me=me, width=width))

    def _turn_opened(self, event: e.TurnOpened) -> None:
        room = self.now_seen()
        turn = room.turn(event.turn_id)
        seat = room.seat(turn.seat_id) if turn else None
        if turn is None or seat is None or seat.kind is not SeatKind.HUMAN:
            return
        if seat.seat_id == self.viewer.seat_id:
            left = clock_face(event.deadline - event.at)
            self.console.print(Text(f"\n▶ {self.texts.my_turn.format(time=left)}", style="bold green"))
        else:
            name = seat_name(room, seat.seat_id, self.texts)
            self._note(self.texts.my_turn_waiting.format(name=name))

    def _speech(self, event: e.SpeechStarted) -> None:
        if not event.text:
            return
        room = self.now_seen()
        heading = self.texts.speech_by.format(name=seat_name(room, event.seat_id, self.texts))
        me, home = self.viewer.seat_id, room.round_of(event.turn_id)
        waiting = home is not None and any(turn.seat_id == me and not turn.outcome for turn in home.turns)
        if home is not None and waiting:
            heading = f"{heading} · {my_place(home, self.texts, me)}"
        self._speak(
            Speech(
                turn_id=event.turn_id,
                seat_id=event.seat_id,
                heading=heading,
                text=event.text,
                began=event.at,
                ends=event.ends_at,
            )
        )

    def _turn_closed(self, event: e.TurnClosed) -> None:
        room = self.now_seen()
        if event.outcome is not Outcome.ANSWERED:
            name = seat_name(room, event.seat_id, self.texts, self.viewer.seat_id)
            outcome = self.texts.outcomes[event.outcome]
            self._note(self.texts.turn_ended.format(name=name, outcome=outcome))
            return
        mine = event.seat_id == self.viewer.seat_id
        if mine and event.by_clock:
            self._note(self.texts.my_answer_by_clock)
        turn = room.turn(event.turn_id)
        if event.text and turn is not None and (self._echo or not mine):
            self._say(turn, event.text)

    def _say(self, turn: Turn, text: str) -> None:
        mine = turn.seat_id == self.viewer.seat_id
        name = seat_name(self.now_seen(), turn.seat_id, self.texts)
        heading = self.texts.my_answer if mine else self.texts.speech_by.format(name=name)
        self.console.print(Text(f"\n● {heading}", style="bold green" if mine else "magenta"))
        for line in wrapped(text, self.console):
            self.console.print(Text(line))

    def _ranking(self, *, whole: bool) -> None:
        self._board(whole=whole)
        told = cost_so_far(self._costs(), self.texts) if self._costs is not None else ""
        if told != self._told_cost:
            self._told_cost = told
            self.console.print(Text(told, style="dim"))

    def _board(self, *, whole: bool) -> None:
        room = self.now_seen()
        live = room.settings.visibility is Visibility.LIVE
        board = room.board if live else room.round_board
        if not board.rows or (not whole and not live):
            return
        me, width = self.viewer.seat_id, self.console.width
        if not whole:
            line = board_line(room, board, self.texts, me=me)
            if line.plain != self._told_line:
                self._told_line = line.plain
                self.console.print(Text("\n") + line)
            return
        self.console.print()
        title, before = self.texts.board_title, self.shown_board
        self.console.print(
            board_table(room, board, self.texts, me=me, width=width, title=title, before=before)
        )
        self.shown_board = board

    def _note(self, text: str) -> None:
        self.console.print(Text(text, style="yellow"))
