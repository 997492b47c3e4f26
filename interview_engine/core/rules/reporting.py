"""Results of effects: the first good one counts; late, repeated or foreign ones change nothing."""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.questions import Question
from interview_engine.core.rules.answering import close
from interview_engine.core.rules.judging import awaited_judges, rank_if_compared, score_if_complete
from interview_engine.core.rules.texts import LONGEST_ANSWER
from interview_engine.core.seats import SeatKind
from interview_engine.core.state import Room
from interview_engine.core.transition import Transition
from interview_engine.core.turns import Outcome, Round, Turn, TurnState
from interview_engine.ids import EffectId, Millis, SeatId, TurnId

ATTEMPTS_BEFORE_OFFLINE = 3
ATTEMPTS_IN_ALL = 6
FIRST_BACKOFF_MS = 1_000
LONGEST_BACKOFF_MS = 20_000
LONGEST_QUESTION = 1_000


def question_written(t: Transition, command: c.QuestionWritten) -> None:
    """A planned round gets its question; one that is unusable or was asked before counts as a failure."""
    planned = _unwritten(t.room, command.effect_id)
    if planned is None:
        return
    question = command.question
    if not _usable(question):
        fail(t, command.effect_id, "unusable")
    elif _asked_before(t.room, planned, question):
        fail(t, command.effect_id, "asked_before")
    else:
        t.record(
            e.QuestionAdded(
                at=t.at,
                seat_id=_about(t.room, planned),
                round_id=planned.round_id,
                question=question,
                provenance=command.provenance,
                reply=command.reply,
            )
        )


def answer_written(t: Transition, command: c.AnswerWritten) -> None:
    """An AI candidate's answer is ready to be spoken."""
    turn = _unprepared(t.room, command.effect_id)
    if turn is None:
        return
    text = command.text.strip()
    if not text or len(text) > LONGEST_ANSWER:
        fail(t, command.effect_id, "unusable")
        return
    t.record(
        e.AnswerPrepared(
            at=t.at,
            seat_id=turn.seat_id,
            turn_id=turn.turn_id,
            text=text,
            provenance=command.provenance,
            reply=command.reply,
        )
    )


def feedback_written(t: Transition, command: c.FeedbackWritten) -> None:
    """A person's feedback is there."""
    seat_id = _awaiting_feedback(t.room, command.effect_id)
    if seat_id is not None:
        t.record(
            e.FeedbackRecorded(
                at=t.at,
                seat_id=seat_id,
                feedback=command.feedback,
                provenance=command.provenance,
                reply=command.reply,
            )
        )


def effect_failed(t: Transition, command: c.EffectFailed) -> None:
    """A failed attempt is counted once; then the offline implementation is asked, then the room goes on."""
    trouble = t.room.trouble(command.effect_id)
    attempts = trouble.attempts if trouble else 0
    if wanted(t.room, command.effect_id) and command.attempt == attempts + 1:
        fail(t, command.effect_id, command.code)


def unusable(t: Transition, command: c.Command) -> None:
    """A result that doesn't hold its declared types counts as a failed attempt of its effect."""
    effect_id = getattr(command, "effect_id", None)
    if isinstance(effect_id, str) and wanted(t.room, EffectId(effect_id)):
        fail(t, EffectId(effect_id), "unusable")


def fail(t: Transition, effect_id: EffectId, code: str) -> None:
    """Count a failed attempt of a wanted effect."""
    trouble = t.room.trouble(effect_id)
    attempts = (trouble.attempts if trouble else 0) + 1
    offline = attempts >= ATTEMPTS_BEFORE_OFFLINE
    backoff = 0 if offline else min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempts - 1))
    given_up = attempts >= ATTEMPTS_IN_ALL
    t.record(
        e.EffectTroubled(
            at=t.at,
            effect_id=effect_id,
            code=code,
            attempts=attempts,
            not_before=Millis(t.at + backoff),
            offline=offline,
            given_up=given_up,
        )
    )
    if given_up:
        _go_on_without(t, effect_id)


def _go_on_without(t: Transition, effect_id: EffectId) -> None:
    kind, _, rest = effect_id.partition(":")
    if kind == "question":
        planned = _unwritten(t.room, effect_id)
        if planned is not None:
            t.record(e.RoundDropped(at=t.at, round_id=planned.round_id, code="no_question"))
    elif kind == "answer":
        turn = t.room.turn(TurnId(rest))
        if turn is not None and turn.outcome is None:
            close(t, turn, Outcome.VOID)
    elif kind == "judge":
        score_if_complete(t, TurnId(rest.partition(":")[0]))
    elif kind == "compare":
        home = t.room.round_of(TurnId(rest.partition(":")[0]))
        if home is not None:
            rank_if_compared(t, home.round_id)
    elif kind == "feedback":
        t.record(e.FeedbackRecorded(at=t.at, seat_id=SeatId(rest)))


def wanted(room: Room, effect_id: EffectId) -> bool:
    """Return whether the room still has use for an effect's result."""
    kind, _, rest = effect_id.partition(":")
    if kind == "question":
        return _unwritten(room, effect_id) is not None
    if kind == "answer":
        return _unprepared(room, effect_id) is not None
    if kind == "judge":
        turn_id, _, judge = rest.partition(":")
        turn = room.turn(TurnId(turn_id))
        return turn is not None and SeatId(judge) in awaited_judges(room, turn)
    if kind == "compare":
        return any(f"{task.first}:{task.second}" == rest for task in room.uncompared)
    return _awaiting_feedback(room, effect_id) is not None


def _unwritten(room: Room, effect_id: EffectId) -> Round | None:
    for planned in room.upcoming:
        if planned.question is None and effect_id == f"question:{planned.round_id}":
            return planned
    return None


def _unprepared(room: Room, effect_id: EffectId) -> Turn | None:
    for turn in room.current.turns if room.current else ():
        if effect_id == f"answer:{turn.turn_id}":
            seat = room.seat(turn.seat_id)
            ai = seat is not None and seat.kind is SeatKind.AI
            free = turn.state is not TurnState.CLOSED and not turn.prepared and not turn.speaking
            return turn if ai and free else None
    return None


def _awaiting_feedback(room: Room, effect_id: EffectId) -> SeatId | None:
    for seat_id in room.feedback_due:
        if effect_id == f"feedback:{seat_id}":
            return seat_id
    return None


def _about(room: Room, planned: Round) -> SeatId:
    """Return whose answer or résumé a question is about, and may quote."""
    parent = room.turn(planned.parent) if planned.parent else None
    if parent is not None:
        return parent.seat_id
    single = room.seat(planned.candidates[0]) if len(planned.candidates) == 1 else None
    return single.seat_id if single and single.facts else e.NO_SEAT


def _usable(question: Question) -> bool:
    return (
        bool(question.text.strip())
        and bool(question.question_id)
        and len(question.text) <= LONGEST_QUESTION
        and 1 <= question.difficulty <= 5
        and (question.answer_ms is None or 5_000 <= question.answer_ms <= 1_800_000)
    )


def _asked_before(room: Room, planned: Round, question: Question) -> bool:
    """Return whether one of these candidates had, or is about to get, the same question."""
    words = _folded(question.text)
    for home in (*room.rounds, *((room.current,) if room.current else ()), *room.upcoming):
        other = home.question
        if (
            other is not None
            and (other.question_id == question.question_id or _has_words(other.text, words))
            and not set(home.candidates).isdisjoint(planned.candidates)
        ):
            return True
    return False


def _folded(text: str) -> str:
    """Return a question's words alone: the same question under another id is the same question."""
    return "".join(filter(str.isalnum, text)).casefold()


def _has_words(text: str, words: str) -> bool:
    """Return whether a text folds to these words, reading no further than to where they part."""
    place = 0
    for character in text:
        if character.isalnum():
            folded = character.casefold()
            if not words.startswith(folded, place):
                return False
            place += len(folded)
    return place == len(words)
