from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import ComparePair, JudgeAnswer, WriteAnswer
from interview_engine.core.provenance import Provenance
from interview_engine.core.stages import Stage
from interview_engine.ids import EffectId, JudgeId, SeatId, TurnId
from interview_engine.scoring import (
    AnswerScore,
    Comparison,
    Criterion,
    CriterionEvidence,
    Evaluation,
    Level,
    Verdict,
)
from interview_engine.scoring.running import running_total
from interview_engine.testing.rooms import ai, interviewer
from interview_engine.testing.stub_performer import perform_stub
from tests.core.play import KIM, LEE, ONE, TWO, Play, asked

TEXT = "저는 장애의 원인을 지표로 좁혔고 응답 시간을 절반으로 줄였습니다. 그 뒤 기록을 남겼습니다."
QUOTE = "응답 시간을 절반으로 줄였습니다"


def evaluation(level: int = 5, quote: str = QUOTE, turn: str = "r1-1", family: str = "stub") -> Evaluation:
    evidence = tuple(
        CriterionEvidence(criterion=criterion, level=Level(level), quote=quote) for criterion in Criterion
    )
    return Evaluation(turn_id=TurnId(turn), judge_id=JudgeId("whoever"), family=family, evidence=evidence)


def judged(
    play: Play, effect_id: str = "judge:r1-1:panel-1", found: Evaluation | None = None, family: str = "stub"
) -> tuple[e.Event, ...]:
    report = c.EvaluationWritten(
        now=play.now,
        effect_id=EffectId(effect_id),
        evaluation=found or evaluation(),
        provenance=Provenance(family=family, offline=False),
    )
    return play.do(report)


def answered(interviewers: int = 1) -> Play:
    play = asked(TWO, interviewers=interviewers)
    play.answer(KIM, TEXT)
    return play


def compared(
    play: Play, verdict: Verdict, backward: Verdict | None = None, swap: bool = False
) -> c.ComparisonWritten:
    first, second = (TurnId("r1-2"), TurnId("r1-1")) if swap else (TurnId("r1-1"), TurnId("r1-2"))
    return c.ComparisonWritten(
        now=play.now,
        effect_id=EffectId("compare:r1-1:r1-2"),
        comparison=Comparison(
            first=first,
            second=second,
            judge_id=JudgeId("panel"),
            family="stub",
            forward=verdict,
            backward=backward or verdict,
        ),
    )


class TestEvidence:
    def test_a_complete_verdict_scores_the_answer_and_moves_the_board(self) -> None:
        play = answered()
        recorded, scored, ranked = judged(play)
        assert isinstance(recorded, e.EvaluationRecorded)
        assert isinstance(scored, e.AnswerScored)
        assert isinstance(ranked, e.BoardUpdated)
        assert scored.score.total == 100.0
        assert not scored.score.provisional
        assert ranked.board.rows[0].seat_id == KIM
        assert play.room.board == ranked.board
        assert play.room.unjudged == ()

    def test_every_interviewer_is_waited_for(self) -> None:
        play = answered(interviewers=3)
        assert {effect.judge for effect in play.effects(JudgeAnswer)} == {interviewer(n) for n in (1, 2, 3)}
        judged(play, "judge:r1-1:panel-1", evaluation(5))
        judged(play, "judge:r1-1:panel-2", evaluation(1, ""))
        assert play.turn(KIM).score is None
        judged(play, "judge:r1-1:panel-3", evaluation(4))
        score = play.room.turn(TurnId("r1-1")).score  # type: ignore[union-attr]
        assert score is not None
        assert (score.total, score.spread, score.judges) == (75.0, 100.0, 3), "the median counts"

    def test_the_judge_is_who_was_asked_whatever_the_evidence_says(self) -> None:
        play = answered(interviewers=2)
        judged(play, "judge:r1-1:panel-2", family="openai")
        (kept,) = play.room.turn(TurnId("r1-1")).evaluations  # type: ignore[union-attr]
        assert (kept.judge_id, kept.family) == ("panel-2", "openai")

    def test_a_quote_that_was_not_said_makes_the_criterion_void(self) -> None:
        play = answered()
        judged(play, found=evaluation(5, "저는 회사를 구했습니다"))
        turn = play.room.turn(TurnId("r1-1"))
        assert turn is not None
        assert turn.score is not None
        assert turn.evaluations[0].evidence == ()
        assert turn.score.total is None, "missing, never zero"
        assert turn.score.provisional

    def test_evidence_counts_once(self) -> None:
        play = answered(interviewers=2)
        judged(play)
        assert judged(play, found=evaluation(1, "")) == ()

    @pytest.mark.parametrize(
        "effect_id, turn",
        [
            ("judge:r1-1:panel-9", "r1-1"),
            ("judge:r1-9:panel-1", "r1-9"),
            ("judge:r1-1:panel-1", "r1-2"),
            ("judge:r1-2:panel-1", "r1-2"),
            ("compare:r1-1:panel-1", "r1-1"),
            ("nonsense", "r1-1"),
        ],
    )
    def test_foreign_evidence_changes_nothing(self, effect_id: str, turn: str) -> None:
        play = answered()
        assert judged(play, effect_id, evaluation(turn=turn)) == ()

    def test_late_evidence_does_not_change_a_closed_score(self) -> None:
        play = answered()
        judged(play)
        before = play.room
        assert judged(play, found=evaluation(1, "")) == ()
        assert play.room == before

    def test_an_answer_judged_by_its_own_family_alone_is_provisional(self) -> None:
        play = asked(TWO, ai=1)
        play.serve(WriteAnswer)
        text = play.turn(ai()).text
        play.do(c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")))
        assert play.room.turn(TurnId("r1-1")).family == "stub"  # type: ignore[union-attr]
        judged(play, found=evaluation(4, text[:12]))
        score = play.room.turn(TurnId("r1-1")).score  # type: ignore[union-attr]
        assert score is not None
        assert score.provisional

    def test_with_a_judge_of_another_family_it_is_final(self) -> None:
        play = asked(TWO, ai=1)
        play.serve(WriteAnswer)
        text = play.turn(ai()).text
        play.do(c.SkipCandidate(**play.by(), turn_id=TurnId("r1-1")))
        judged(play, found=evaluation(4, text[:12]), family="heuristic")
        score = play.room.turn(TurnId("r1-1")).score  # type: ignore[union-attr]
        assert score is not None
        assert not score.provisional


class TestComparisons:
    def both(self) -> Play:
        play = answered()
        play.answer(LEE, TEXT)
        return play

    def test_a_verdict_counts_once(self) -> None:
        play = self.both()
        play.do(compared(play, Verdict.SECOND))
        assert [duel.verdict for duel in play.room.duels] == [Verdict.SECOND]
        assert play.room.uncompared == ()
        assert play.do(compared(play, Verdict.FIRST)) == ()
        assert play.room.board.rows[0].seat_id == LEE

    def test_two_orders_that_disagree_are_a_tie(self) -> None:
        play = self.both()
        play.do(compared(play, Verdict.FIRST, Verdict.SECOND))
        assert play.room.duels[0].verdict is Verdict.TIE

    def test_a_verdict_on_another_pair_changes_nothing(self) -> None:
        play = self.both()
        assert play.do(compared(play, Verdict.FIRST, swap=True)) == ()
        foreign = attrs.evolve(compared(play, Verdict.FIRST), effect_id=EffectId("compare:r7-1:r7-2"))
        assert play.do(foreign) == ()

    def test_the_board_waits_for_the_last_pair_of_a_round(self) -> None:
        play = asked(TWO, humans=3)
        for seat_id in play.room.order:
            play.answer(seat_id, TEXT)
        play.serve(JudgeAnswer)
        boards = len(play.happened(e.BoardUpdated))
        play.serve(ComparePair, most=2)
        assert len(play.happened(e.BoardUpdated)) == boards
        play.serve(ComparePair)
        assert play.room.board.comparisons == 3
        assert len(play.happened(e.BoardUpdated)) == boards + 1


class TestBoards:
    def test_a_floored_turn_moves_the_board_at_once(self) -> None:
        play = asked(TWO)
        play.do(c.SkipTurn(**play.of(KIM), turn_id=TurnId("r1-1")))
        assert play.room.board.rows[-1].total == 0.0 or play.room.board.rows[0].total == 0.0
        assert play.room.news == ()

    def test_reports_in_any_order_lead_to_the_same_final_board(self) -> None:
        one, other = asked(TWO, humans=3, interviewers=2), asked(TWO, humans=3, interviewers=2)
        for play, backwards in ((one, False), (other, True)):
            while play.room.stage is not Stage.FINISHED:
                wanted: list[JudgeAnswer | ComparePair] = [
                    *play.effects(JudgeAnswer),
                    *play.effects(ComparePair),
                ]
                if wanted:
                    self.report(play, wanted[-1 if backwards else 0])
                elif play.room.open_turns():
                    play.answer(play.room.open_turns()[0].seat_id, TEXT)
                else:
                    play.serve(most=1)
        ranks = [
            [(row.seat_id, row.rank, row.strength) for row in play.room.board.rows] for play in (one, other)
        ]
        assert ranks[0] == ranks[1]

    def test_the_sums_behind_a_board_are_the_same_in_any_order(self) -> None:
        scores = tuple(
            AnswerScore(turn_id=TurnId(f"r{number}-1"), seat_id=KIM, total=total)
            for number, total in enumerate((10.0, 55.5, 90.25))
        )
        assert running_total(KIM, scores) == running_total(KIM, scores[::-1])

    def report(self, play: Play, effect: JudgeAnswer | ComparePair) -> None:
        play.do(perform_stub(effect, play.now))

    def test_the_round_board_stands_while_the_next_round_is_scored(self) -> None:
        play = asked(TWO)
        play.answer(KIM, TEXT)
        play.answer(LEE, TEXT)
        play.serve()
        after_first = play.room.board
        assert play.room.round_board == after_first
        play.do(c.SkipTurn(**play.of(KIM), turn_id=play.turn(KIM).turn_id))
        assert play.room.board != after_first
        assert play.room.round_board == after_first
        play.answer(LEE, TEXT)
        assert play.room.round_board == play.room.board


def test_seats_of_the_room_are_all_on_the_board() -> None:
    play = asked(ONE, humans=3, ai=2)
    play.to_the_end()
    assert {row.seat_id for row in play.room.board.rows} == set(play.room.order)
    assert SeatId("panel-1") not in play.room.order
