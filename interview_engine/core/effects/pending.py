"""`pending_effects(room)`: derived from state, so after a crash one folds the log and looks again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from interview_engine.core.chance import draw
from interview_engine.core.effects.feedback_evidence import feedback_evidence
from interview_engine.core.effects.work import (
    ComparePair,
    Effect,
    Heard,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)
from interview_engine.core.questions import Question
from interview_engine.core.rules.judging import still_to_judge
from interview_engine.core.seats import Seat, SeatKind
from interview_engine.core.stages import Stage
from interview_engine.core.state import PairTask, Room
from interview_engine.core.turns import Outcome, Round, Turn
from interview_engine.ids import EffectId, Millis, QuestionId, SeatId, TurnId
from interview_engine.values import value

Known = Mapping[EffectId, Effect]
_NOTHING: Final[Known] = MappingProxyType({})


def pending_effects(room: Room, known: Known = _NOTHING) -> tuple[Effect, ...]:
    """Return the work that is wanted now, the most urgent first.

    Effects that were given up are left out; those that failed say when to try again.

    Args:
        room: The room.
        known: Effects of this room that the caller holds, as they are under way: where one is wanted
            unchanged it is returned itself, which saves making it again.
    """
    return tuple(_pending(room, known))


def _pending(room: Room, known: Known) -> Iterator[Effect]:
    if room.stage in (Stage.WAITING, Stage.FINISHED):
        return
    if room.current is not None:
        for turn in room.current.turns:
            yield from wanted_answers(room, room.current, turn)
    for planned in room.upcoming:
        if planned.question is None:
            yield from _questions(room, planned)
    late = room.stage is Stage.DELIBERATION and room.wait is not None and room.wait.stretched
    if room.unjudged:
        yield from _judgements(room, known, late=late)
    for task in room.uncompared:
        yield from _comparisons(room, task, known, late=late)
    for seat_id in room.feedback_due:
        yield from _feedback(room, seat_id)


@value
class _Try:
    effect_id: EffectId
    attempt: int
    not_before: Millis
    offline: bool


def _next_try(room: Room, effect_id: str, *, offline: bool) -> _Try | None:
    """Return how to try an effect next, or None when it was given up."""
    trouble = room.trouble(EffectId(effect_id)) if room.troubles else None
    if trouble is None:
        return _Try(EffectId(effect_id), 1, Millis(0), offline)
    if trouble.given_up:
        return None
    return _Try(trouble.effect_id, trouble.attempts + 1, trouble.not_before, offline or trouble.offline)


def _unchanged(room: Room, held: Effect, *, offline: bool) -> bool:
    """Return whether what was wanted of a closed turn is wanted just so: its texts change no more."""
    trouble = room.trouble(held.effect_id) if room.troubles else None
    return trouble is None and held.attempt == 1 and held.offline == offline


def _questions(room: Room, planned: Round) -> Iterator[WriteQuestion]:
    wait = room.wait
    stretched = wait is not None and wait.round_id == planned.round_id and wait.stretched
    attempt = _next_try(room, f"question:{planned.round_id}", offline=stretched)
    interviewer = _seat(room, planned.interviewer).interviewer
    if attempt is None or interviewer is None:
        return
    parent_round = room.round_of(planned.parent) if planned.parent else None
    parent = room.turn(planned.parent) if planned.parent else None
    parent_question = parent_round.question if parent_round else None
    single = _seat(room, planned.candidates[0]) if len(planned.candidates) == 1 else None
    asked = _asked(room)
    yield WriteQuestion(
        effect_id=attempt.effect_id,
        attempt=attempt.attempt,
        not_before=attempt.not_before,
        offline=attempt.offline,
        language=room.settings.language,
        kind=planned.kind,
        settings=room.settings,
        competency=planned.competency,
        difficulty=planned.difficulty,
        answer_ms=planned.answer_ms,
        interviewer=interviewer,
        pick=draw(room.seed, "question", planned.round_id, attempt.attempt),
        asked=tuple(question_id for question_id, _ in asked),
        asked_texts=tuple(text for _, text in asked),
        candidate_name=single.name if single else "",
        facts=single.facts if single else (),
        parent_question_id=parent_question.question_id if parent_question else None,
        parent_kind=parent_question.kind if parent_question else None,
        parent_question=parent_question.text if parent_question else "",
        parent_answer=parent.text if parent else "",
        parent_speaker=_seat(room, parent.seat_id).name if parent else "",
    )


def _asked(room: Room) -> list[tuple[QuestionId, str]]:
    homes = (*room.rounds, *((room.current,) if room.current else ()), *room.upcoming)
    return [(home.question.question_id, home.question.text) for home in homes if home.question is not None]


def wanted_answers(room: Room, home: Round, turn: Turn) -> Iterator[WriteAnswer]:
    """Yield the answer that is to be written for a turn, if there is one."""
    seat = _seat(room, turn.seat_id)
    question = home.question
    if turn.outcome is not None or turn.prepared or turn.speaking or seat.left:
        return
    if seat.kind is not SeatKind.AI or seat.candidate is None or question is None:
        return
    attempt = _next_try(room, f"answer:{turn.turn_id}", offline=turn.stretched)
    if attempt is None:
        return
    parent_round = room.round_of(home.parent) if home.parent else None
    parent = room.turn(home.parent) if home.parent else None
    heard = _transcript(room)
    written = [asked.seat_id for asked in home.turns if _seat(room, asked.seat_id).kind is SeatKind.AI]
    yield WriteAnswer(
        effect_id=attempt.effect_id,
        attempt=attempt.attempt,
        not_before=attempt.not_before,
        offline=attempt.offline,
        language=room.settings.language,
        turn_id=turn.turn_id,
        candidate=seat.candidate,
        settings=room.settings,
        question_id=question.question_id,
        kind=question.kind,
        question=question.text,
        competency=question.competency,
        quality=turn.quality or 0,
        allowance_ms=turn.allowance_ms,
        variation=draw(room.seed, "variation", turn.turn_id),
        round_number=len(room.rounds),
        heard=tuple(said for seat_id, said in heard if seat_id != turn.seat_id),
        own=tuple(said for seat_id, said in heard if seat_id == turn.seat_id),
        place=sorted(written).index(turn.seat_id),
        places=len(written),
        parent_question=parent_round.question.text if parent_round and parent_round.question else "",
        parent_answer=parent.text if parent else "",
        parent_speaker=_seat(room, parent.seat_id).name if parent else "",
    )


def _transcript(room: Room) -> list[tuple[SeatId, Heard]]:
    """Return what was said publicly so far, oldest first."""
    now = (room.current,) if room.current is not None and room.current.revealed else ()
    return [
        (
            turn.seat_id,
            Heard(speaker=_seat(room, turn.seat_id).name, question=home.question.text, answer=turn.text),
        )
        for home in (*room.rounds, *now)
        if home.question is not None
        for turn in home.turns
        if turn.outcome is Outcome.ANSWERED
    ]


def _judgements(room: Room, known: Known, *, late: bool) -> Iterator[Effect]:
    panel = room.panel()
    asked = _asked_of(room, room.unjudged)
    for turn_id in room.unjudged:
        home, turn = asked.get(turn_id, (None, None))
        if home is None or turn is None or home.question is None:
            continue
        for judge in still_to_judge(panel, turn):
            effect_id = EffectId(f"judge:{turn_id}:{judge}")
            held = known.get(effect_id)
            if held is not None and _unchanged(room, held, offline=late):
                yield held
            else:
                yield from _judgement(room, turn, home.question, effect_id, judge, late=late)


def _judgement(
    room: Room, turn: Turn, question: Question, effect_id: EffectId, judge: SeatId, *, late: bool
) -> Iterator[JudgeAnswer]:
    attempt = _next_try(room, effect_id, offline=late)
    interviewer = _seat(room, judge).interviewer
    if attempt is None or interviewer is None:
        return
    yield JudgeAnswer(
        effect_id=attempt.effect_id,
        attempt=attempt.attempt,
        not_before=attempt.not_before,
        offline=attempt.offline,
        language=room.settings.language,
        turn_id=turn.turn_id,
        label=f"{draw(room.seed, 'label', turn.turn_id) % 9000 + 1000}",
        judge=judge,
        interviewer=interviewer,
        kind=question.kind,
        question=question.text,
        key_points=question.key_points,
        shows=question.shows,
        answer=turn.text,
        written_by=turn.family,
    )


def _asked_of(room: Room, turn_ids: tuple[TurnId, ...]) -> dict[TurnId, tuple[Round, Turn]]:
    """Return turns with their rounds, in one walk from the latest round back to the first that is wanted."""
    wanted = set(turn_ids)
    found: dict[TurnId, tuple[Round, Turn]] = {}
    now = (room.current,) if room.current is not None else ()
    for home in (*now, *reversed(room.rounds)):
        for turn in home.turns:
            if turn.turn_id in wanted:
                found.setdefault(turn.turn_id, (home, turn))
        if len(found) == len(wanted):
            break
    return found


def _comparisons(room: Room, task: PairTask, known: Known, *, late: bool) -> Iterator[Effect]:
    effect_id = EffectId(f"compare:{task.first}:{task.second}")
    held = known.get(effect_id)
    if held is not None and _unchanged(room, held, offline=late):
        yield held
        return
    attempt = _next_try(room, effect_id, offline=late)
    home, first, second = room.round_of(task.first), room.turn(task.first), room.turn(task.second)
    if attempt is None or home is None or home.question is None or first is None or second is None:
        return
    yield ComparePair(
        effect_id=attempt.effect_id,
        attempt=attempt.attempt,
        not_before=attempt.not_before,
        offline=attempt.offline,
        language=room.settings.language,
        first=task.first,
        second=task.second,
        kind=home.question.kind,
        question=home.question.text,
        key_points=home.question.key_points,
        first_answer=first.text,
        second_answer=second.text,
        written_by=(first.family, second.family),
    )


def _feedback(room: Room, seat_id: SeatId) -> Iterator[WriteFeedback]:
    late = room.wait is not None and room.wait.stretched
    attempt = _next_try(room, f"feedback:{seat_id}", offline=late)
    if attempt is None:
        return
    yield WriteFeedback(
        effect_id=attempt.effect_id,
        attempt=attempt.attempt,
        not_before=attempt.not_before,
        offline=attempt.offline,
        language=room.settings.language,
        evidence=feedback_evidence(room, seat_id),
    )


def _seat(room: Room, seat_id: SeatId) -> Seat:
    seat = room.seat(seat_id)
    assert seat is not None, "a round's seats stay in the room"
    return seat
