"""The performer: models where they answer, the offline performer where they don't, and always in time."""

from __future__ import annotations

import asyncio

import attrs
import pytest

from adapters.llm.asking import Account, Asking, NoModelAnswered, Task
from adapters.llm.budgets.ledger import Scope
from adapters.llm.calling.failures import FailureKind
from adapters.llm.performer import Doing, LlmPerformer
from adapters.service.casting import Casting
from adapters.service.offline_performer import OfflinePerformer
from adapters.service.patience import patience_ms
from interview_engine.core import commands as c
from interview_engine.core.effects import Effect, WriteAnswer
from interview_engine.ids import Millis, RoomId
from interview_engine.personas.catalogue import default_catalogue
from tests.llm.stage import PROMPT, Obedient, Stage, Told, Verdict, on_stage, routing_of
from tests.llm.tasks.effects import answer_effect
from tests.service.virtual_time import now

ROOM = RoomId("room")


async def asking_once(asking: Asking, effect: Effect, account: Account, at: Millis) -> c.Report:
    asked = await asking.ask(Task.ANSWER, PROMPT, Verdict, budget=account)
    return c.AnswerWritten(
        now=at,
        effect_id=effect.effect_id,
        text="모델의 답",
        provenance=asked.provenance,
        reply="not word for word",
    )


def performer(stage: Stage, doing: Doing = asking_once) -> LlmPerformer:
    async def payer(room_id: RoomId) -> str:
        return f"owner of {room_id}"

    offline = OfflinePerformer(Casting(default_catalogue()), now)
    return LlmPerformer(stage.path, offline, {WriteAnswer: doing}, now, payer)


def performed(
    *told: Told, doing: Doing = asking_once, keep: bool = False, offline: bool = False
) -> tuple[c.AnswerWritten, float, Obedient]:
    """Return the report of an answer's effect, how long it took, and the provider."""
    provider = Obedient(*told)
    effect = attrs.evolve(answer_effect(), offline=offline)

    async def scene(stage: Stage) -> tuple[c.AnswerWritten, float]:
        report = await performer(stage, doing).perform(ROOM, effect)
        assert isinstance(report, c.AnswerWritten)
        assert report.effect_id == effect.effect_id
        return report, stage.now()

    report, seconds = on_stage(scene, routing_of("a", keep_replies=keep, seconds=60), {"a": provider})
    return report, seconds, provider


def test_a_models_report_says_where_it_is_from_and_keeps_only_the_hash() -> None:
    report, _, _ = performed(Told())
    assert report.text == "모델의 답"
    assert (report.provenance.family, report.provenance.offline) == ("a", False)
    assert len(report.provenance.reply_hash) == 64
    assert report.reply == ""


def test_replies_are_kept_word_for_word_where_the_operator_wants_it() -> None:
    said = '{"level": 3,   "reason": "r"}'
    assert performed(Told(said), keep=True)[0].reply == said


def test_the_cost_of_failed_attempts_is_in_the_report() -> None:
    report, _, _ = performed(Told("no json"), Told())
    assert report.provenance.cost_micros == 200
    assert report.provenance.input_tokens == 100


def test_when_no_model_answers_the_offline_writer_does_and_the_report_says_why() -> None:
    report, _, _ = performed(Told(fails=FailureKind.KEY_REFUSED))
    assert report.text
    assert report.provenance.offline
    assert report.provenance.family == "offline-writer"
    assert report.provenance.trouble == "a:m=key_refused"


def test_silence_ends_within_the_effects_patience() -> None:
    report, seconds, _ = performed(Told(after_s=1_000))
    assert report.provenance.offline
    assert seconds * 1000 < patience_ms(answer_effect())
    assert report.provenance.cost_micros > 0, "nobody knows what the provider did meanwhile"


def test_an_effect_that_only_the_offline_writer_may_do_asks_nobody() -> None:
    report, _, provider = performed(Told(), offline=True)
    assert report.provenance.offline
    assert report.provenance.trouble == ""
    assert not provider.calls


def test_a_task_that_has_nothing_for_a_model_is_done_offline_without_a_mark() -> None:
    async def nothing(asking: Asking, effect: Effect, account: Account, at: Millis) -> None:
        del asking, effect, account, at

    report, _, provider = performed(Told(), doing=nothing)
    assert report.provenance.offline
    assert report.provenance.trouble == ""
    assert not provider.calls


def test_a_bug_in_a_task_costs_its_content_and_not_the_interview() -> None:
    async def buggy(asking: Asking, effect: Effect, account: Account, at: Millis) -> c.Report:
        raise KeyError("secret text")

    report, _, _ = performed(Told(), doing=buggy)
    assert report.provenance.trouble == "WriteAnswer=KeyError"


def test_a_task_may_go_offline_with_a_reason_of_its_own() -> None:
    async def unwilling(asking: Asking, effect: Effect, account: Account, at: Millis) -> c.Report:
        raise NoModelAnswered(Task.ANSWER, ("own_family",))

    assert performed(Told(), doing=unwilling)[0].provenance.trouble == "own_family"


def test_the_rooms_owner_pays() -> None:
    async def scene(stage: Stage) -> int:
        await performer(stage).perform(ROOM, answer_effect())
        return stage.ledger.taken((Scope.PERSON, f"owner of {ROOM}", 20_000)).tokens

    assert on_stage(scene, routing_of("a"), {"a": Obedient()}) == 60


def test_being_cancelled_is_passed_on() -> None:
    async def scene(stage: Stage) -> None:
        work = asyncio.ensure_future(performer(stage).perform(ROOM, answer_effect()))
        await asyncio.sleep(1)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work

    on_stage(scene, routing_of("a"), {"a": Obedient(Told(after_s=10))})
