"""The same contract against the real endpoints, with the keys of the environment: `make test-llm-live`.

It costs a few cents, and is no part of `make test`.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from adapters.llm.checking import ModelChecked, check_models
from adapters.llm.providers.opening import Providers
from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.settings import Routing
from interview_engine.vocabulary import Language
from tests.llm.contract import TASKS, effect_of, keeps_the_contract

pytestmark = [pytest.mark.live, pytest.mark.timeout(600)]
LIVE = "LIVE_"


def routing() -> Routing:
    """Return the table that the environment asks for; the suite's own conftest set the keys aside."""
    variables = {name.removeprefix(LIVE): value for name, value in os.environ.items()}
    found = load_routing(variables)
    if found is None:
        pytest.skip("no key of a language model is in the environment")
    return found


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("task", TASKS)
def test_a_real_provider_does_every_task(task: str, language: Language, tmp_path: Path) -> None:
    asyncio.run(keeps_the_contract(routing(), effect_of(task, language), tmp_path))


def test_every_configured_model_answers() -> None:
    table = routing()

    async def scene() -> list[ModelChecked]:
        providers = Providers(table.providers, table.models)
        try:
            return [model async for model in check_models(table, providers)]
        finally:
            await providers.close()

    found = asyncio.run(scene())
    assert [(str(model.choice), model.failure) for model in found if model.failure] == []
    assert all(model.strict for model in found)
