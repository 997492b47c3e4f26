"""Offline work done apart gives the same reports as here, also for personas of people's own."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import attrs

from adapters.service.casting import Casting
from adapters.service.offline_performer import OfflinePerformer
from adapters.service.offline_work import get_ready
from interview_engine.core.commands import EffectFailed, Report
from interview_engine.core.effects import Effect, WriteAnswer
from interview_engine.ids import Millis, PersonaId
from interview_engine.personas.catalogue import default_catalogue
from tests.service.stage import ROOM, Performer, answer, begin, my_turn, on_stage
from tests.service.virtual_time import run

P = ParamSpec("P")
T = TypeVar("T")
NOW = Millis(7)


class Elsewhere:
    """Does work as another process would: everything is pickled on the way."""

    def __init__(self) -> None:
        self.done = 0

    async def do(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        self.done += 1
        passed = pickle.loads(pickle.dumps((work, args, kwargs)))
        answer: T = pickle.loads(pickle.dumps(passed[0](*passed[1], **passed[2])))
        return answer


def effects() -> tuple[Effect, ...]:
    """Return the effects of an interview, one of each kind at least."""

    async def scene() -> tuple[Effect, ...]:
        stage = on_stage(performer=Performer(1))
        await begin(stage.service)
        await my_turn(stage.service)
        await stage.service.command(ROOM, answer(await my_turn(stage.service)))
        await stage.finished()
        return tuple(stage.performer.begun)

    return run(scene())


async def reported(performer: OfflinePerformer, effect: Effect) -> Report:
    return await performer.perform(ROOM, effect)


def test_work_done_apart_gives_the_same_reports() -> None:
    casting, elsewhere = Casting(default_catalogue()), Elsewhere()
    here = OfflinePerformer(casting, lambda: NOW)
    apart = OfflinePerformer(casting, lambda: NOW, elsewhere)
    done = effects()
    assert {type(effect).__name__ for effect in done} >= {"WriteQuestion", "WriteAnswer", "JudgeAnswer"}
    get_ready()
    for effect in done:
        if not isinstance(effect, WriteAnswer):
            assert run(reported(apart, effect)) == run(reported(here, effect))
    assert elsewhere.done


def test_a_persona_of_somebodys_own_goes_along() -> None:
    casting = Casting(default_catalogue())
    built_in = casting.catalogue.candidates[0]
    own = attrs.evolve(built_in, id=PersonaId("u-own"))
    casting.add(own)
    asked = next(effect for effect in effects() if isinstance(effect, WriteAnswer))
    apart = OfflinePerformer(casting, lambda: NOW, Elsewhere())
    for persona in (built_in, own):
        effect = attrs.evolve(asked, candidate=persona.profile(asked.language))
        report = run(reported(apart, effect))
        assert report == run(reported(OfflinePerformer(casting, lambda: NOW), effect))
        assert not isinstance(report, EffectFailed)


def test_a_persona_that_nobody_knows_fails_apart_as_it_fails_here() -> None:
    casting = Casting(default_catalogue())
    stranger = attrs.evolve(casting.catalogue.candidates[0], id=PersonaId("nobody"))
    asked = next(effect for effect in effects() if isinstance(effect, WriteAnswer))
    effect = attrs.evolve(asked, candidate=stranger.profile(asked.language))
    for apart in (None, Elsewhere()):
        try:
            report: object = run(reported(OfflinePerformer(casting, lambda: NOW, apart), effect))
        except Exception as error:  # noqa: BLE001 -- both ways alike is all that is asked
            report = type(error)
        if apart is None:
            here = report
    assert report == here


class Nowhere:
    """A worker that does not come up, or takes too long."""

    async def do(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        raise TimeoutError


def test_without_its_worker_the_work_is_done_here() -> None:
    casting = Casting(default_catalogue())
    asked = next(effect for effect in effects() if not isinstance(effect, WriteAnswer))
    here = OfflinePerformer(casting, lambda: NOW)
    assert run(reported(OfflinePerformer(casting, lambda: NOW, Nowhere()), asked)) == run(
        reported(here, asked)
    )
