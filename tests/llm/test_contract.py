"""Every family of providers does every task in both languages, with the real prompts over the real SDKs."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.llm.routing.loading import load_routing
from interview_engine.core import commands as c
from interview_engine.vocabulary import Language
from tests.llm.contract import TASKS, effect_of, keeps_the_contract
from tests.llm.families import FAMILIES, KEY, Family
from tests.llm.wire.mind import interviewing
from tests.llm.wire.server import wire_server

families = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.kind.value)
tasks = pytest.mark.parametrize("task", TASKS)
languages = pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)


@families
@tasks
@languages
def test_every_family_does_every_task(family: Family, task: str, language: Language, tmp_path: Path) -> None:
    async def scene() -> c.Report:
        async with wire_server(interviewing) as server:
            routing = load_routing(
                {
                    family.key_variable: KEY,
                    family.url_variable: server.url + family.suffix,
                    **(
                        {"INTERVIEW_ENGINE_LLM_MODEL": "midm-test"}
                        if family.key_variable.startswith("INTERVIEW_ENGINE")
                        else {}
                    ),
                }
            )
            assert routing is not None
            report = await keeps_the_contract(routing, effect_of(task, language), tmp_path)
            assert server.requests
            assert all(KEY not in str(request.body) for request in server.requests)
            return report

    report = asyncio.run(scene())
    assert not isinstance(report, c.EffectFailed)
