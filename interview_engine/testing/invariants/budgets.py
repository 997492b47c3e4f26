"""Laws of fairness and measure: who speaks first, and how much of anything there may be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from interview_engine.core import events as e
from interview_engine.core.rules.answering import DRAFT_EVERY_MS
from interview_engine.core.rules.operating import CHAT_MESSAGES, CHAT_WINDOW_MS
from interview_engine.core.settings import OrderPolicy
from interview_engine.ids import Millis, SeatId, TurnId
from interview_engine.scoring.pairing import ALL_PAIRS_UP_TO
from interview_engine.testing.history import History
from interview_engine.vocabulary import QuestionKind

_LED = (OrderPolicy.ROTATING, OrderPolicy.SHUFFLED)


def leading_is_fair(history: History) -> Iterator[str]:
    """While nobody leaves, candidates have led rotating and shuffled rounds equally often, within one."""
    led: Counter[SeatId] = Counter()
    for record, room in zip(history.log, history.rooms, strict=True):
        event = record.event
        if isinstance(event, e.InterviewStarted):
            led = Counter(dict.fromkeys(event.order, 0))
        elif isinstance(event, e.SeatVacated) and room.order:
            return
        elif isinstance(event, e.RoundOpened) and event.round.order in _LED:
            led[event.round.candidates[0]] += 1
            if max(led.values()) - min(led.values()) > 1:
                yield f"seq {record.seq}: leading is uneven, {dict(led)}"


def budgets_are_kept(history: History) -> Iterator[str]:
    """Follow-ups, time for disconnects, drafts, chat and comparisons keep to their limits."""
    follow_ups: Counter[SeatId] = Counter()
    returned: Counter[TurnId] = Counter()
    drafted: dict[TurnId, Millis] = {}
    said: dict[SeatId, list[Millis]] = defaultdict(list)
    settings = history.rooms[-1].settings
    for record in history.log:
        event = record.event
        if isinstance(event, e.RoundsPlanned):
            asking = [home.interviewer for home in event.rounds if home.kind is QuestionKind.FOLLOW_UP]
            follow_ups.update(asking)
            if any(follow_ups[seat_id] > settings.follow_up_budget for seat_id in asking):
                yield f"seq {record.seq}: {asking} follow up too often"
        elif isinstance(event, e.TimeGiven) and event.returned:
            returned[event.turn_id] += event.ms
            if event.ms <= 0 or returned[event.turn_id] > settings.disconnect_cap_ms:
                yield f"seq {record.seq}: {event.turn_id} got {returned[event.turn_id]} ms back"
        elif isinstance(event, e.DraftSaved):
            if event.at - drafted.get(event.turn_id, Millis(-DRAFT_EVERY_MS)) < DRAFT_EVERY_MS:
                yield f"seq {record.seq}: a draft of {event.turn_id} comes too soon"
            drafted[event.turn_id] = event.at
        elif isinstance(event, e.ChatSent):
            latest = [at for at in said[event.seat_id] if at > event.at - CHAT_WINDOW_MS]
            said[event.seat_id] = [*latest, event.at]
            if len(latest) >= CHAT_MESSAGES:
                yield f"seq {record.seq}: {event.seat_id} chats too fast"
        elif isinstance(event, e.RoundClosed):
            home = next(h for h in history.rooms[record.seq - 1].rounds if h.round_id == event.round_id)
            answers = sum(
                turn.outcome is not None and turn.outcome.value == "answered" for turn in home.turns
            )
            if len(event.pairs) > _most_pairs(answers, settings.comparison_budget):
                yield f"seq {record.seq}: {len(event.pairs)} pairs of {answers} answers are compared"


def _most_pairs(answers: int, budget: int) -> int:
    every = answers * (answers - 1) // 2
    default = every if answers <= ALL_PAIRS_UP_TO else 2 * answers
    return min(every, budget or default)
