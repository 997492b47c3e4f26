"""From the API's port to a provider: what is sent, who pays, and what a person may not spend."""

from __future__ import annotations

import msgspec
import pytest

from adapters.http_api.profiling import NotRead, ProfileSeen
from adapters.llm.budgets.ledger import Limit, Limits, Scope
from adapters.llm.calling.failures import FailureKind
from adapters.llm.profiling import Profiling
from adapters.program.profile_reading import ModelReader
from adapters.service.people.identity import Person, UserId
from interview_engine.vocabulary import Language
from tests.llm.stage import USED, Obedient, Stage, Told, on_stage, routing_of

LINE = "결제 서버를 개편해 응답 시간을 40% 줄였습니다."
TEXT = f"홍길동 이력서\n이메일: gildong@example.com\n{LINE}\n"
PERSON = Person(user_id=UserId("u-jiwon"), name="김지원")
PROFILE = {
    "headline": "백엔드 개발자",
    "experiences": [{"title": "결제 서버 개편", "did": "", "result": "응답 시간 40% 감소", "source": LINE}],
    "skills": [],
}
SAID = msgspec.json.encode(PROFILE).decode()


async def read(stage: Stage) -> ProfileSeen:
    return await ModelReader(Profiling(stage.path)).read(PERSON, "d-1", TEXT, Language.KO)


def test_each_experience_comes_as_a_fact_with_its_line_and_the_model_that_read_it() -> None:
    found = on_stage(read, routing_of("openai"), {"openai": Obedient(Told(SAID))})
    assert [(one.fact, one.source) for one in found.experiences] == [
        ("결제 서버 개편 — 응답 시간 40% 감소", LINE)
    ]
    assert found.model == "openai:m"


def test_neither_contact_data_nor_who_it_is_reaches_the_provider() -> None:
    async def scene(stage: Stage) -> str:
        await read(stage)
        return " ".join(repr(call) for _, call in stage.providers["openai"].calls)

    sent = on_stage(scene, routing_of("openai"), {"openai": Obedient(Told(SAID))})
    assert LINE in sent
    for secret in ("gildong", "u-jiwon", "김지원", "d-1"):
        assert secret not in sent


def test_the_persons_own_budget_pays() -> None:
    async def scene(stage: Stage) -> int:
        await read(stage)
        return stage.ledger.taken((Scope.PERSON, "u-jiwon", 20_000)).tokens

    spent = on_stage(scene, routing_of("openai"), {"openai": Obedient(Told(SAID))})
    assert spent == USED.input_tokens + USED.output_tokens


def test_whose_budget_is_spent_sends_nothing_and_is_told_so() -> None:
    async def scene(stage: Stage) -> bool:
        with pytest.raises(NotRead) as refused:
            await read(stage)
        assert not stage.providers["openai"].calls
        return refused.value.spent

    limits = Limits(person=Limit(tokens=1))
    assert on_stage(scene, routing_of("openai", limits=limits), {"openai": Obedient(Told(SAID))})


def test_a_provider_that_fails_is_no_spent_budget() -> None:
    async def scene(stage: Stage) -> bool:
        with pytest.raises(NotRead) as refused:
            await read(stage)
        return refused.value.spent

    failing = Obedient(Told(fails=FailureKind.KEY_REFUSED))
    assert not on_stage(scene, routing_of("openai"), {"openai": failing})


def test_who_may_be_sent_a_document_stands_in_the_order_of_asking() -> None:
    providers = {"openai": Obedient(), "gemini": Obedient()}

    async def scene(stage: Stage) -> tuple[str, ...]:
        return ModelReader(Profiling(stage.path)).providers

    assert on_stage(scene, routing_of("gemini", "openai"), providers) == ("gemini", "openai")
