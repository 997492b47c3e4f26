from __future__ import annotations

import attrs
import pytest

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.chance import commitment
from interview_engine.core.decide import Committed, Refused, take
from interview_engine.core.refusals import RefusalCode
from interview_engine.core.rules.texts import LONGEST_FACT, LONGEST_NAME, MOST_FACTS
from interview_engine.core.settings import RULES_VERSION, OrderPolicy, Settings
from interview_engine.ids import CommandId, Millis, RoomId, SeatId, Seed
from interview_engine.profiles import QualityRange
from interview_engine.testing.rooms import (
    SEED,
    START,
    a_rival,
    a_room,
    ai,
    an_interviewer,
    human,
    interviewer,
)
from interview_engine.vocabulary import Competency
from tests.core.play import KIM, LEE, ONE, Play, asked, waiting

CREATE = c.CreateRoom(now=START, id=CommandId("create"), room_id=RoomId("room"), seed=SEED, settings=ONE)


def empty(ai: int = 0, interviewers: int = 1) -> Play:
    return Play(a_room(ONE, ai=ai, interviewers=interviewers))


def join(play: Play, seat_id: SeatId, name: str = "김하늘", *, observer: bool = False) -> c.JoinRoom:
    return c.JoinRoom(**play.of(seat_id), name=name, observer=observer)


class TestCreating:
    def test_the_first_event_promises_the_seed_and_fixes_the_rules(self) -> None:
        step = take(None, CREATE)
        assert isinstance(step.outcome, Committed)
        (created,) = step.events
        assert isinstance(created, e.RoomCreated)
        assert created.seed_commitment == commitment(SEED)
        assert created.rules_version == RULES_VERSION
        assert created.cause == "create"

    def test_rivals_and_panel_are_seated_at_once(self) -> None:
        step = take(None, attrs.evolve(CREATE, rivals=(a_rival(1), a_rival(2)), panel=(an_interviewer(),)))
        assert step.room is not None
        assert [seat.seat_id for seat in step.room.seats] == [ai(1), ai(2), interviewer()]
        assert step.room.host is None

    @pytest.mark.parametrize(
        "broken",
        [
            attrs.evolve(CREATE, seed=Seed("")),
            attrs.evolve(CREATE, settings=attrs.evolve(ONE, difficulty=9)),
            attrs.evolve(CREATE, rivals=(a_rival(characters_per_minute=59),)),
            attrs.evolve(CREATE, panel=(an_interviewer(follow_up_percent=101),)),
        ],
    )
    def test_a_room_with_bad_values_is_not_created(self, broken: c.CreateRoom) -> None:
        step = take(None, broken)
        assert isinstance(step.outcome, Refused)
        assert step.outcome.code is RefusalCode.BAD_VALUE
        assert step.room is None
        assert step.events == ()

    def test_a_room_is_created_once(self) -> None:
        assert empty().refused(attrs.evolve(CREATE, id=CommandId("again"))) is RefusalCode.ROOM_EXISTS

    def test_too_many_rivals_do_not_fit(self) -> None:
        step = take(None, attrs.evolve(CREATE, rivals=tuple(a_rival(n) for n in range(12))))
        assert isinstance(step.outcome, Refused)
        assert step.outcome.code is RefusalCode.ROOM_FULL


class TestJoining:
    def test_the_first_person_becomes_host(self) -> None:
        play = empty()
        taken, host = play.do(join(play, KIM, "  김  하늘 "))
        assert isinstance(taken, e.SeatTaken)
        assert (taken.name, taken.seat.name) == ("김 하늘", ""), (
            "the name is personal text, apart from the seat"
        )
        assert isinstance(host, e.HostChanged)
        assert play.room.host == KIM
        assert play.room.seat(KIM).name == "김 하늘"  # type: ignore[union-attr]

    def test_the_second_does_not(self) -> None:
        play = empty()
        play.do(join(play, KIM))
        assert len(play.do(join(play, LEE))) == 1
        assert play.room.host == KIM

    def test_an_observer_becomes_no_host(self) -> None:
        play = empty()
        play.do(join(play, SeatId("guest"), observer=True))
        assert play.room.host is None

    @pytest.mark.parametrize(
        "seat_id, name, code",
        [
            ("", "김하늘", RefusalCode.BAD_VALUE),
            ("a:b", "김하늘", RefusalCode.BAD_VALUE),
            ("kim", "   ", RefusalCode.BAD_VALUE),
            ("kim", "가" * (LONGEST_NAME + 1), RefusalCode.TEXT_TOO_LONG),
            ("panel-1", "김하늘", RefusalCode.SEAT_TAKEN),
        ],
    )
    def test_a_bad_place_or_name_is_refused(self, seat_id: str, name: str, code: RefusalCode) -> None:
        play = empty()
        assert play.refused(join(play, SeatId(seat_id), name)) is code

    def test_a_fifth_person_finds_no_seat(self) -> None:
        play = empty()
        for number in range(1, 5):
            play.do(join(play, human(number)))
        assert play.refused(join(play, human(5))) is RefusalCode.ROOM_FULL
        play.do(join(play, SeatId("guest"), observer=True))

    def test_there_are_twelve_candidates_at_most(self) -> None:
        play = empty(ai=11)
        play.do(join(play, KIM))
        assert play.refused(join(play, LEE)) is RefusalCode.ROOM_FULL

    def test_a_seat_that_was_given_up_before_the_start_is_free_again(self) -> None:
        play = empty()
        play.do(join(play, KIM))
        play.do(c.LeaveRoom(**play.of(KIM)))
        assert play.room.seats[1:] == ()
        assert play.room.host is None
        play.do(join(play, KIM))
        assert play.room.host == KIM

    def test_after_the_start_only_observers_join(self) -> None:
        play = asked()
        assert play.refused(join(play, human(3))) is RefusalCode.WRONG_STAGE
        play.do(join(play, SeatId("guest"), observer=True))
        assert play.room.humans() == tuple(play.room.seat(seat) for seat in (KIM, LEE))

    def test_observers_have_a_limit_too(self) -> None:
        play = empty()
        for number in range(20):
            play.do(join(play, SeatId(f"guest-{number}"), observer=True))
        assert play.refused(join(play, SeatId("guest-20"), observer=True)) is RefusalCode.ROOM_FULL


class TestPreparing:
    def test_readiness_changes_once(self) -> None:
        play = waiting()
        assert play.refused(c.SetReady(**play.of(KIM))) is RefusalCode.NOTHING_TO_DO
        play.do(c.SetReady(**play.of(KIM), ready=False))
        assert not play.room.seat(KIM).ready  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        "seat_id, code",
        [
            (SeatId("nobody"), RefusalCode.UNKNOWN_SEAT),
            (SeatId("guest"), RefusalCode.NOT_CANDIDATE),
            (ai(), RefusalCode.NOT_CANDIDATE),
            (interviewer(), RefusalCode.NOT_CANDIDATE),
        ],
    )
    def test_only_a_person_who_is_a_candidate_gets_ready(self, seat_id: SeatId, code: RefusalCode) -> None:
        play = waiting(ai=1)
        play.do(join(play, SeatId("guest"), observer=True))
        assert play.refused(c.SetReady(**play.of(seat_id), ready=False)) is code

    @pytest.mark.parametrize("seat_id", [ai(), interviewer()])
    def test_only_people_leave_and_talk_by_themselves(self, seat_id: SeatId) -> None:
        play = waiting(ai=1)
        assert play.refused(c.LeaveRoom(**play.of(seat_id))) is RefusalCode.NOT_CANDIDATE
        assert play.refused(c.SendChat(**play.of(seat_id), text="안녕하세요")) is RefusalCode.NOT_CANDIDATE

    def test_resume_facts_are_trimmed_and_can_be_withdrawn(self) -> None:
        play = waiting()
        play.do(c.ShareResume(**play.of(KIM), facts=("  결제 서버를 만들었다 ", " ")))
        assert play.room.seat(KIM).facts == ("결제 서버를 만들었다",)  # type: ignore[union-attr]
        play.do(c.ShareResume(**play.of(KIM), facts=()))
        assert play.room.seat(KIM).facts == ()  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        "facts, code",
        [
            (("사실",) * (MOST_FACTS + 1), RefusalCode.BAD_VALUE),
            (("가" * (LONGEST_FACT + 1),), RefusalCode.TEXT_TOO_LONG),
        ],
    )
    def test_resume_facts_have_limits(self, facts: tuple[str, ...], code: RefusalCode) -> None:
        play = waiting()
        assert play.refused(c.ShareResume(**play.of(KIM), facts=facts)) is code

    def test_the_host_replaces_the_settings_within_their_limits(self) -> None:
        play = waiting()
        harder = attrs.evolve(ONE, difficulty=5)
        play.do(c.ChangeSettings(**play.by(), settings=harder))
        assert play.room.settings == harder
        bad = attrs.evolve(ONE, difficulty=6)
        assert play.refused(c.ChangeSettings(**play.by(), settings=bad)) is RefusalCode.BAD_VALUE

    def test_somebody_else_does_not(self) -> None:
        play = waiting()
        assert play.refused(c.ChangeSettings(**play.by(LEE), settings=Settings())) is RefusalCode.NOT_HOST

    def test_a_moderator_may_do_what_the_host_may(self) -> None:
        play = waiting()
        play.do(c.ChangeSettings(**play.by(None), settings=Settings()))

    def test_ai_candidates_and_interviewers_come_and_go_by_operators(self) -> None:
        play = waiting()
        play.do(c.AddAiCandidate(**play.by(), seat_id=ai(2), profile=a_rival(2)))
        play.do(c.AddInterviewer(**play.by(), seat_id=interviewer(2), profile=an_interviewer(2)))
        assert (
            play.refused(c.RemoveAiCandidate(**play.by(), seat_id=interviewer(2))) is RefusalCode.UNKNOWN_SEAT
        )
        assert play.refused(c.RemoveInterviewer(**play.by(), seat_id=ai(2))) is RefusalCode.UNKNOWN_SEAT
        assert play.refused(c.RemoveAiCandidate(**play.by(), seat_id=ai(9))) is RefusalCode.UNKNOWN_SEAT
        play.do(c.RemoveAiCandidate(**play.by(), seat_id=ai(2)))
        play.do(c.RemoveInterviewer(**play.by(), seat_id=interviewer(2)))
        assert play.room.seat(ai(2)) is None
        assert play.room.seat(interviewer(2)) is None

    def test_there_are_five_interviewers_at_most(self) -> None:
        play = waiting(interviewers=5)
        sixth = c.AddInterviewer(**play.by(), seat_id=interviewer(6), profile=an_interviewer(6))
        assert play.refused(sixth) is RefusalCode.ROOM_FULL

    @pytest.mark.parametrize("low, high", [(-1, 50), (60, 50), (50, 101)])
    def test_a_quality_range_lies_within_its_scale(self, low: int, high: int) -> None:
        play = waiting()
        quality = QualityRange(competency=Competency.OWNERSHIP, low=low, high=high)
        profile = attrs.evolve(a_rival(), qualities=(quality,))
        command = c.AddAiCandidate(**play.by(), seat_id=ai(7), profile=profile)
        assert play.refused(command) is RefusalCode.BAD_VALUE

    @pytest.mark.parametrize("severity", [-101, 101])
    def test_an_interviewers_severity_lies_within_its_scale(self, severity: int) -> None:
        play = waiting()
        profile = attrs.evolve(an_interviewer(2), severity=severity)
        command = c.AddInterviewer(**play.by(), seat_id=interviewer(2), profile=profile)
        assert play.refused(command) is RefusalCode.BAD_VALUE

    def test_accommodation_stretches_every_answer_time_of_a_seat(self) -> None:
        play = waiting()
        play.do(c.SetAccommodation(**play.by(), seat_id=KIM, time_percent=150))
        play.do(c.StartInterview(**play.by()))
        play.serve(most=1)
        turns = {turn.seat_id: turn.allowance_ms for turn in play.room.current.turns}  # type: ignore[union-attr]
        assert turns == {KIM: 97_500, LEE: 65_000}

    @pytest.mark.parametrize("percent", [99, 301])
    def test_accommodation_has_limits(self, percent: int) -> None:
        play = waiting()
        command = c.SetAccommodation(**play.by(), seat_id=KIM, time_percent=percent)
        assert play.refused(command) is RefusalCode.BAD_VALUE


class TestStarting:
    def test_candidates_get_numbers_in_seat_order_when_that_is_the_policy(self) -> None:
        play = waiting(ai=1)
        (started, *_) = play.do(c.StartInterview(**play.by()))
        assert isinstance(started, e.InterviewStarted)
        assert started.order == (ai(), KIM, LEE)
        assert [seat.number for seat in play.room.seats] == [1, 0, 2, 3]
        assert play.room.stage is ONE.plan[0].stage

    def test_otherwise_numbers_are_drawn_by_the_rooms_secret(self) -> None:
        settings = attrs.evolve(ONE, order=OrderPolicy.ROTATING)
        orders = set()
        for number in range(12):
            play = waiting(settings, humans=3)
            room = attrs.evolve(play.room, seed=Seed(f"secret {number}"))
            play.room = room
            (started, *_) = play.do(c.StartInterview(**play.by()))
            assert isinstance(started, e.InterviewStarted)
            orders.add(started.order)
        assert len(orders) > 3

    def test_nobody_starts_without_a_person(self) -> None:
        play = empty(ai=2)
        assert play.refused(c.StartInterview(**play.by(None))) is RefusalCode.NO_HUMAN

    def test_nobody_starts_alone(self) -> None:
        play = waiting(humans=1)
        assert play.refused(c.StartInterview(**play.by())) is RefusalCode.TOO_FEW_CANDIDATES

    def test_nobody_starts_without_a_panel(self) -> None:
        play = waiting(interviewers=0)
        assert play.refused(c.StartInterview(**play.by())) is RefusalCode.NO_INTERVIEWER

    def test_everybody_must_be_ready(self) -> None:
        play = waiting()
        play.do(c.SetReady(**play.of(LEE), ready=False))
        assert play.refused(c.StartInterview(**play.by())) is RefusalCode.NOT_EVERYONE_READY

    def test_time_does_not_go_back_when_the_clock_does(self) -> None:
        play = waiting()
        play.now = Millis(START - 5_000)
        (started, *_) = play.do(c.StartInterview(**play.by()))
        assert started.at == START
