from __future__ import annotations

from collections import Counter

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.effects import WriteQuestion
from interview_engine.core.rules.planning import speaking_ms
from interview_engine.core.settings import FOLLOW_UP_MS, Adaptation, Asked, OrderPolicy, Settings, Slot
from interview_engine.core.stages import Stage
from interview_engine.core.turns import Round
from interview_engine.ids import Millis
from interview_engine.scoring import AnswerScore
from interview_engine.testing.rooms import an_interviewer, human, interviewer
from interview_engine.vocabulary import Competency, QuestionKind
from tests.core.play import KIM, LEE, ONE, TWO, Play, a_slot, asked, started, waiting

EACH = Slot(stage=Stage.INDIVIDUAL, kind=QuestionKind.TECHNICAL, asked=Asked.EACH, answer_ms=Millis(60_000))
ALONE = Slot(stage=Stage.PRESSURE, kind=QuestionKind.PRESSURE, asked=Asked.ONE, answer_ms=Millis(60_000))
CROSS = attrs.evolve(ALONE, stage=Stage.COMMON, kind=QuestionKind.CROSS_REFERENCE)
PROBED = attrs.evolve(a_slot(), follow_ups=True)


def planned(play: Play) -> list[Round]:
    return [home for event in play.happened(e.RoundsPlanned) for home in event.rounds]


def answer_all(play: Play) -> None:
    """Answer the current question for every person in turn."""
    play.serve()
    home = play.room.current
    assert home is not None
    for seat_id in home.candidates:
        play.answer(seat_id)
    play.serve()


class TestLeading:
    @pytest.mark.parametrize("policy", [OrderPolicy.ROTATING, OrderPolicy.SHUFFLED])
    def test_everybody_leads_equally_often(self, policy: OrderPolicy) -> None:
        play = started(attrs.evolve(ONE, plan=(a_slot(),) * 8, order=policy), humans=4)
        play.to_the_end()
        leaders = Counter(home.candidates[0] for home in play.room.rounds)
        assert leaders == {human(number): 2 for number in range(1, 5)}

    def test_rotation_keeps_the_circle(self) -> None:
        play = started(attrs.evolve(ONE, plan=(a_slot(),) * 3, order=OrderPolicy.ROTATING), humans=3)
        play.to_the_end()
        first, second, third = play.room.order
        assert [home.candidates for home in play.room.rounds] == [
            (first, second, third),
            (second, third, first),
            (third, first, second),
        ]

    def test_a_shuffle_mixes_the_rest(self) -> None:
        play = started(attrs.evolve(ONE, plan=(a_slot(),) * 12, order=OrderPolicy.SHUFFLED), humans=4)
        play.to_the_end()
        assert len({home.candidates for home in play.room.rounds}) > 6

    def test_seat_order_stays(self) -> None:
        play = started(attrs.evolve(ONE, plan=(a_slot(),) * 3), humans=3)
        play.to_the_end()
        assert {home.candidates for home in play.room.rounds} == {play.room.order}

    def test_a_slots_order_goes_before_the_rooms(self) -> None:
        slot = attrs.evolve(a_slot(), order=OrderPolicy.SIMULTANEOUS)
        play = started(attrs.evolve(ONE, plan=(slot,)))
        assert planned(play)[0].simultaneous
        assert planned(play)[0].order is OrderPolicy.SIMULTANEOUS

    def test_rotation_goes_on_among_those_who_stay(self) -> None:
        play = asked(attrs.evolve(ONE, plan=(a_slot(),) * 6, order=OrderPolicy.ROTATING), humans=3)
        gone = play.room.order[0]
        play.do(c.LeaveRoom(**play.of(gone)))
        play.to_the_end()
        # Two rounds were planned before anybody left: one asked, one written ahead.
        leaders = Counter(home.candidates[0] for home in play.room.rounds[1:])
        assert gone not in leaders
        assert max(leaders.values()) - min(leaders.values()) <= 1


class TestIndividual:
    def test_everybody_gets_a_question_of_their_own(self) -> None:
        play = started(attrs.evolve(ONE, plan=(EACH,)), humans=3)
        rounds = planned(play)
        assert {home.candidates for home in rounds} == {(human(number),) for number in (1, 2, 3)}
        assert {home.order for home in rounds} == {OrderPolicy.INDIVIDUAL}
        assert len(play.effects(WriteQuestion)) == 3

    def test_one_alone_is_whoever_was_asked_alone_least_often(self) -> None:
        play = started(attrs.evolve(ONE, plan=(ALONE,) * 6), humans=3)
        play.to_the_end()
        chosen = Counter(home.candidates[0] for home in play.room.rounds)
        assert chosen == {human(number): 2 for number in (1, 2, 3)}

    def test_people_come_before_ai_candidates(self) -> None:
        play = started(attrs.evolve(ONE, plan=(ALONE,)), humans=1, ai=5)
        assert planned(play)[0].candidates == (KIM,)


class TestCrossReference:
    def test_it_is_about_the_latest_answer_of_somebody_else(self) -> None:
        play = asked(attrs.evolve(ONE, plan=(a_slot(), CROSS)))
        assert play.effects(WriteQuestion) == (), "it waits for the answers"
        play.answer(KIM)
        play.answer(LEE, "이도윤의 답변입니다.")
        effect = play.effect(WriteQuestion)
        assert (effect.parent_answer, effect.parent_question_id) == ("이도윤의 답변입니다.", "r1.1")
        assert effect.parent_speaker == "Person 2"
        assert planned(play)[1].candidates == (KIM,)
        assert planned(play)[1].parent == "r1-2"

    def test_without_an_answer_there_is_none(self) -> None:
        play = started(attrs.evolve(ONE, plan=(CROSS, a_slot())))
        assert [home.kind for home in planned(play)] == [QuestionKind.COMMON]
        assert play.room.next_slot == 2

    def test_with_nobody_else_to_ask_there_is_none(self) -> None:
        play = asked(attrs.evolve(ONE, plan=(a_slot(), CROSS)))
        play.do(c.LeaveRoom(**play.of(LEE)))
        play.answer(KIM)
        assert len(planned(play)) == 1
        assert play.room.stage is Stage.DELIBERATION


class TestFollowUps:
    def test_an_interviewer_asks_within_its_budget(self) -> None:
        play = asked(attrs.evolve(ONE, plan=(PROBED,), follow_up_budget=2), humans=4, follow_ups=100)
        for number in (1, 2, 3, 4):
            play.answer(human(number))
        play.to_the_end()
        follow_ups = [home for home in planned(play) if home.kind is QuestionKind.FOLLOW_UP]
        assert [home.parent for home in follow_ups] == ["r1-1", "r1-2"]
        assert play.room.follow_ups_used == (interviewer(), interviewer())

    def test_a_follow_up_names_its_parent_and_is_for_its_author(self) -> None:
        play = asked(attrs.evolve(TWO, plan=(PROBED, a_slot())), follow_ups=100)
        play.answer(KIM, "저는 결제 서버를 맡았습니다.")
        play.answer(LEE)
        follow_up = play.room.upcoming[0]
        assert follow_up.kind is QuestionKind.FOLLOW_UP
        assert follow_up.stage is Stage.FOLLOW_UP
        assert follow_up.candidates == (KIM,)
        assert follow_up.answer_ms == FOLLOW_UP_MS
        assert follow_up.parent == "r1-1"
        effect = next(
            effect for effect in play.effects(WriteQuestion) if effect.kind is QuestionKind.FOLLOW_UP
        )
        assert effect.parent_answer == "저는 결제 서버를 맡았습니다."
        play.serve(WriteQuestion)
        assert play.room.current is not None
        assert play.room.current.question is not None
        assert play.room.current.question.reason, "people see why it is asked"

    @pytest.mark.parametrize("percent, budget", [(0, 5), (100, 0)])
    def test_no_habit_or_no_budget_no_follow_up(self, percent: int, budget: int) -> None:
        play = asked(attrs.evolve(ONE, plan=(PROBED,), follow_up_budget=budget), follow_ups=percent)
        play.answer(KIM)
        play.answer(LEE)
        assert len(planned(play)) == 1

    def test_a_slot_may_forbid_them(self) -> None:
        play = asked(follow_ups=100)
        play.answer(KIM)
        play.answer(LEE)
        assert len(planned(play)) == 1

    def test_nothing_is_followed_up_that_was_not_answered(self) -> None:
        play = asked(attrs.evolve(ONE, plan=(PROBED,)), follow_ups=100)
        for seat_id in (KIM, LEE):
            play.do(c.SkipTurn(**play.of(seat_id), turn_id=play.turn(seat_id).turn_id))
        assert len(planned(play)) == 1

    def test_a_follow_up_is_not_followed_up(self) -> None:
        play = asked(attrs.evolve(ONE, plan=(PROBED,), follow_up_budget=9), follow_ups=100)
        play.answer(KIM)
        play.answer(LEE)
        for _ in range(2):
            play.serve()
            play.answer(play.room.open_turns()[0].seat_id)
        play.to_the_end()
        assert Counter(home.kind for home in play.room.rounds) == {
            QuestionKind.COMMON: 1,
            QuestionKind.FOLLOW_UP: 2,
        }


class TestInterviewers:
    def test_a_technical_question_is_asked_by_a_technical_interviewer(self) -> None:
        play = waiting(attrs.evolve(ONE, plan=(EACH,)), interviewers=0)
        soft = attrs.evolve(an_interviewer(2), competencies=(Competency.COLLABORATION,))
        play.do(c.AddInterviewer(**play.by(), seat_id=interviewer(1), profile=soft))
        play.do(c.AddInterviewer(**play.by(), seat_id=interviewer(2), profile=an_interviewer(1)))
        play.do(c.StartInterview(**play.by()))
        assert {home.interviewer for home in planned(play)} == {interviewer(2)}

    def test_the_panel_takes_turns(self) -> None:
        play = started(attrs.evolve(ONE, plan=(a_slot(),) * 6), interviewers=3)
        play.to_the_end()
        asked_by = Counter(home.interviewer for home in play.room.rounds)
        assert set(asked_by.values()) == {2}

    def test_a_question_probes_what_the_interviewer_cares_for(self) -> None:
        play = started(attrs.evolve(ONE, plan=(a_slot(),) * 12))
        play.to_the_end()
        probed = Counter(home.competency for home in planned(play))
        assert set(probed) == {Competency.TECHNICAL_DEPTH, Competency.COMMUNICATION}
        assert probed[Competency.TECHNICAL_DEPTH] > probed[Competency.COMMUNICATION], (
            "the first is the strongest"
        )

    def test_an_opening_question_probes_nothing_in_particular(self) -> None:
        plan = (a_slot(QuestionKind.SELF_INTRODUCTION, Stage.SELF_INTRO),)
        assert planned(started(attrs.evolve(ONE, plan=plan)))[0].competency is None


class TestDifficulty:
    def after_first_round(self, totals: tuple[float | None, float | None], difficulty: int = 3) -> int:
        """Return the difficulty that the third question is asked for, given the people's scores."""
        plan = (a_slot(), CROSS, a_slot())
        settings = attrs.evolve(ONE, plan=plan, adaptation=Adaptation.ADAPTIVE, difficulty=difficulty)
        play = asked(settings)
        play.answer(KIM)
        home = play.room.current
        assert home is not None
        scored = tuple(
            attrs.evolve(turn, score=AnswerScore(turn_id=turn.turn_id, seat_id=turn.seat_id, total=total))
            for turn, total in zip(home.turns, totals, strict=True)
        )
        play.room = attrs.evolve(play.room, current=attrs.evolve(home, turns=scored))
        play.answer(LEE)
        return planned(play)[-1].difficulty

    @pytest.mark.parametrize(
        "totals, expected",
        [
            ((70.0, 70.0), 4),
            ((69.9, 70.0), 3),
            ((40.0, 40.0), 3),
            ((39.9, 40.0), 2),
            ((None, 90.0), 3),
            ((None, None), 3),
        ],
    )
    def test_it_moves_one_step_by_the_peoples_mean(
        self, totals: tuple[float | None, float | None], expected: int
    ) -> None:
        assert self.after_first_round(totals) == expected

    @pytest.mark.parametrize("totals, difficulty", [((90.0, 90.0), 5), ((0.0, 0.0), 1)])
    def test_it_stays_on_the_scale(self, totals: tuple[float, float], difficulty: int) -> None:
        assert self.after_first_round(totals, difficulty) == difficulty

    def test_fixed_means_fixed(self) -> None:
        play = asked(TWO)
        for seat_id in (KIM, LEE):
            play.do(c.SkipTurn(**play.of(seat_id), turn_id=play.turn(seat_id).turn_id))
        assert {home.difficulty for home in planned(play)} == {3}


@pytest.mark.parametrize(
    "characters, rate, allowance, expected",
    [(330, 330, 120_000, 60_000), (1, 330, 120_000, 1_000), (5_000, 330, 65_000, 65_000)],
)
def test_a_speech_takes_its_length_within_bounds(
    characters: int, rate: int, allowance: int, expected: int
) -> None:
    assert speaking_ms("가" * characters, rate, Millis(allowance)) == expected


def test_questions_are_not_repeated_to_anybody() -> None:
    play = started(Settings(), humans=2, ai=2, interviewers=2, follow_ups=60).to_the_end()
    for seat in play.room.candidates():
        met = [
            home.question.question_id
            for home in play.room.rounds
            if seat.seat_id in home.candidates and home.question
        ]
        assert len(met) == len(set(met))
