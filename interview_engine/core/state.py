"""The state of a room: everything that its rules need, folded from its events, and nothing else."""

from __future__ import annotations

from attrs import field

from interview_engine.core.events import ParentRoom
from interview_engine.core.ledger import CommandLedger
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.settings import Settings
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Round, Turn
from interview_engine.core.visibility import EVERYONE, LIVE, OWNER, ROUND
from interview_engine.ids import EffectId, Millis, RoomId, RoundId, SeatId, Seed, Seq, TurnId
from interview_engine.scoring.board import Board
from interview_engine.scoring.comparison import Duel
from interview_engine.scoring.evaluation import AnswerScore
from interview_engine.scoring.feedback.evidence import Feedback
from interview_engine.scoring.running import PairCount, RunningTotal
from interview_engine.values import value

CHAT_KEPT = 200
"""How many chat messages the state keeps; the log keeps all."""


@value(kw_only=True)
class ChatMessage:
    """Something said outside the interview."""

    at: Millis
    seat_id: SeatId
    text: str


@value(kw_only=True)
class Pause:
    """Every clock stands still. `empty`: nobody was there, so the first return resumes."""

    since: Millis
    by: SeatId | None = None
    empty: bool = False


@value(kw_only=True)
class Wait:
    """The room waits for effects until an instant; `stretched` after it has turned to the offline ones."""

    until: Millis = field(metadata=EVERYONE)
    round_id: RoundId | None = field(default=None, metadata=EVERYONE)
    stretched: bool = False


@value(kw_only=True)
class Trouble:
    """What went wrong with an effect that is still wanted."""

    effect_id: EffectId
    attempts: int
    not_before: Millis
    offline: bool = False
    given_up: bool = False


@value(kw_only=True)
class Tally:
    """A candidate's scored answers, in the order in which they were scored."""

    seat_id: SeatId
    scores: tuple[AnswerScore, ...] = ()


@value(kw_only=True)
class PairTask:
    """Two answers whose comparison is still wanted."""

    round_id: RoundId
    first: TurnId
    second: TurnId


@value(kw_only=True)
class PersonalFeedback:
    """A seat's feedback."""

    seat_id: SeatId = field(metadata=EVERYONE)
    feedback: Feedback | None = field(default=None, metadata=OWNER)


@value(kw_only=True)
class Room:
    """A room, as its log tells it.

    Attributes:
        room_id, parent, created_at: Identity, and the room that it was forked from.
        seq, now: How many events were folded, and the latest event's instant.
        rules_version, settings, seed_commitment: Fixed or chosen at creation.
        seed: The secret; in no view. `revealed_seed` holds it after the end.
        stage: Where the interview stands.
        host: The seat that may give operator commands.
        seats: Everybody in the room, in order of arrival.
        removed: Seats of people whom the host removed: they don't come back.
        order: Candidates in the order of their numbers, from the start on.
        paused: Set while the clocks stand still.
        next_slot: The next slot of the plan to be planned.
        rounds_planned: How many rounds were ever planned; numbers the next one.
        upcoming: Planned rounds that are not asked yet.
        current: The round being answered.
        rounds: Closed rounds, oldest first.
        wait: What the room waits for between rounds and at the end.
        led: How often each candidate, by position in `order`, led a rotating or shuffled round.
        follow_ups_used: How many follow-ups each interviewer has asked.
        unjudged: Answers whose panel verdict is not complete.
        uncompared: Pairs whose verdict is still wanted.
        tallies, duels: The evidence that boards are computed from.
        totals, pair_counts: The same, summed as it came in, so that a board costs the same at any length.
            All four are empty after the end: the log has the evidence.
        board: The latest ranking; `round_board` the one at the latest closed round.
        news: Answers that came into the evidence since the latest board.
        feedback_due, feedback: People who still wait for feedback, and what was written.
        chat: The latest messages.
        ended_early: The host or an empty room ended it.
        ledger: Ids of committed commands; in no view.
        troubles: Effects that failed and are still wanted; in no view.
    """

    room_id: RoomId = field(metadata=EVERYONE)
    parent: ParentRoom | None = field(default=None, metadata=EVERYONE)
    created_at: Millis = field(metadata=EVERYONE)
    seq: Seq = field(default=Seq(0), metadata=EVERYONE)
    now: Millis = field(default=Millis(0), metadata=EVERYONE)
    rules_version: int = field(metadata=EVERYONE)
    settings: Settings = field(metadata=EVERYONE)
    seed: Seed = Seed("")
    seed_commitment: str = field(metadata=EVERYONE)
    revealed_seed: Seed = field(default=Seed(""), metadata=EVERYONE)
    stage: Stage = field(default=Stage.WAITING, metadata=EVERYONE)
    host: SeatId | None = field(default=None, metadata=EVERYONE)
    seats: tuple[Seat, ...] = field(default=(), metadata=EVERYONE)
    removed: tuple[SeatId, ...] = field(default=(), metadata=EVERYONE)
    order: tuple[SeatId, ...] = field(default=(), metadata=EVERYONE)
    paused: Pause | None = field(default=None, metadata=EVERYONE)
    next_slot: int = field(default=0, metadata=EVERYONE)
    rounds_planned: int = 0
    upcoming: tuple[Round, ...] = ()
    current: Round | None = field(default=None, metadata=EVERYONE)
    rounds: tuple[Round, ...] = field(default=(), metadata=EVERYONE)
    wait: Wait | None = field(default=None, metadata=EVERYONE)
    led: tuple[int, ...] = ()
    follow_ups_used: tuple[SeatId, ...] = ()
    unjudged: tuple[TurnId, ...] = ()
    uncompared: tuple[PairTask, ...] = ()
    tallies: tuple[Tally, ...] = ()
    duels: tuple[Duel, ...] = ()
    totals: tuple[RunningTotal, ...] = ()
    pair_counts: tuple[PairCount, ...] = ()
    board: Board = field(default=Board(), metadata=LIVE)
    round_board: Board = field(default=Board(), metadata=ROUND)
    news: tuple[TurnId, ...] = ()
    feedback_due: tuple[SeatId, ...] = field(default=(), metadata=EVERYONE)
    feedback: tuple[PersonalFeedback, ...] = field(default=(), metadata=EVERYONE)
    chat: tuple[ChatMessage, ...] = field(default=(), metadata=EVERYONE)
    ended_early: bool = field(default=False, metadata=EVERYONE)
    ledger: CommandLedger = CommandLedger()
    troubles: tuple[Trouble, ...] = ()

    def seat(self, seat_id: SeatId) -> Seat | None:
        """Return a seat, or None when there is no such place."""
        for seat in self.seats:
            if seat.seat_id == seat_id:
                return seat
        return None

    def candidates(self) -> tuple[Seat, ...]:
        """Return the candidates who have not left, in number order once the interview has begun."""
        present = [seat for seat in self.seats if seat.kind.candidate and not seat.left]
        if self.order:
            present.sort(key=_by_number)
        return tuple(present)

    def humans(self) -> tuple[Seat, ...]:
        """Return the people who sit as candidates and have not left."""
        return tuple([seat for seat in self.seats if seat.kind is SeatKind.HUMAN and not seat.left])

    def panel(self) -> tuple[Seat, ...]:
        """Return the interviewers."""
        return tuple([seat for seat in self.seats if seat.kind is SeatKind.INTERVIEWER])

    def open_turns(self) -> tuple[Turn, ...]:
        """Return the turns that are open now: at most one unless all write at once."""
        if self.current is None:
            return ()
        return tuple(
            [turn for turn in self.current.turns if turn.opened_at is not None and turn.outcome is None]
        )

    def round_of(self, turn_id: TurnId) -> Round | None:
        """Return the round that a turn belongs to, looking at the latest first."""
        if self.current is not None:
            for turn in self.current.turns:
                if turn.turn_id == turn_id:
                    return self.current
        for home in reversed(self.rounds):
            for turn in home.turns:
                if turn.turn_id == turn_id:
                    return home
        return None

    def turn(self, turn_id: TurnId) -> Turn | None:
        """Return a turn of a round that was asked, or None."""
        home = self.round_of(turn_id)
        if home is not None:
            for turn in home.turns:
                if turn.turn_id == turn_id:
                    return turn
        return None

    def trouble(self, effect_id: EffectId) -> Trouble | None:
        """Return what went wrong with an effect so far, or None."""
        for trouble in self.troubles:
            if trouble.effect_id == effect_id:
                return trouble
        return None


def _by_number(seat: Seat) -> int:
    return seat.number
