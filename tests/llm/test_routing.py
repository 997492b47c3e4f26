"""The routing table: the shipped defaults, a file, the environment, and nothing at all without a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.llm.asking import SPEECH, WRITTEN, Task
from adapters.llm.budgets.ledger import Limit
from adapters.llm.routing.loading import load_routing
from adapters.llm.routing.refused import RoutingError
from adapters.llm.routing.settings import Choice, ProviderKind, Routing
from adapters.llm.routing.variables import variables_known
from tests.llm.families import FAMILIES, KEY


def load(variables: dict[str, str], *folders: Path) -> Routing:
    routing = load_routing(variables, folders)
    assert routing is not None
    return routing


def refused(variables: dict[str, str], *folders: Path) -> RoutingError:
    with pytest.raises(RoutingError) as error:
        load_routing(variables, folders)
    return error.value


def test_without_a_key_there_is_no_table() -> None:
    assert load_routing({}) is None
    assert load_routing({"OPENAI_API_KEY": "  "}) is None


def test_a_key_can_be_left_unused() -> None:
    assert load_routing({"OPENAI_API_KEY": KEY, "INTERVIEW_ENGINE_LLM": "off"}) is None


@pytest.mark.parametrize("family", FAMILIES[:3], ids=lambda family: family.kind.value)
def test_one_key_is_enough_for_every_task(family: object) -> None:
    for known in FAMILIES[:3]:
        if known is family:
            routing = load({known.key_variable: KEY})
            assert list(routing.providers) == [known.kind.value]
            assert all(routing.route(task).models for task in WRITTEN)
            assert all(routing.models[choice].price.known for choice in routing.choices)
            assert routing.unavailable == ()


def test_with_every_key_answers_and_judges_begin_with_different_families() -> None:
    routing = load({family.key_variable: KEY for family in FAMILIES[:3]})
    answers, judges = routing.route(Task.ANSWER).models, routing.route(Task.JUDGE).models
    assert len(answers) == len(judges) == 3
    assert answers[0].provider != judges[0].provider


def test_a_server_of_ones_own_needs_an_address_and_a_model() -> None:
    routing = load(
        {
            "INTERVIEW_ENGINE_LLM_BASE_URL": "http://localhost:11434/v1",
            "INTERVIEW_ENGINE_LLM_MODEL": "midm:11b",
            "OPENAI_API_KEY": KEY,
        }
    )
    assert routing.choices == (Choice(provider="compatible", model="midm:11b"),)
    (provider,) = routing.providers.values()
    assert (provider.kind, provider.key) == (ProviderKind.OPENAI_COMPATIBLE, "")
    assert not routing.models[routing.choices[0]].price.known


def test_a_file_says_only_what_differs(tmp_path: Path) -> None:
    (tmp_path / "llm.toml").write_text(
        """
        keep_replies = true
        [tasks.judge]
        models = ["openai:gpt-6.1-sol", "vllm:Midm-2.0-Base"]
        hedge_after_s = 12
        [models."openai:gpt-6.1-sol"]
        effort = "high"
        [providers.vllm]
        kind = "openai_compatible"
        base_url = "http://gpu:8000/v1"
        keyless = true
        [models."vllm:Midm-2.0-Base"]
        family = "kt"
        schema = "json"
        [budgets]
        room_usd = 0.25
        """
    )
    routing = load({"OPENAI_API_KEY": KEY}, tmp_path / "none", tmp_path)
    judge = routing.route(Task.JUDGE)
    assert [str(choice) for choice in judge.models] == ["openai:gpt-6.1-sol", "vllm:Midm-2.0-Base"]
    assert (judge.hedge_after_s, judge.seconds) == (12, 40)
    assert routing.models[judge.models[0]].effort == "high"
    assert routing.models[judge.models[1]].family == "kt"
    assert routing.route(Task.ANSWER).models
    assert routing.limits.room == Limit(tokens=4_000_000, micros=250_000, seconds=3_600)
    assert routing.keep_replies
    assert routing.files == (str(tmp_path / "llm.toml"),)


def test_the_environment_comes_before_a_file(tmp_path: Path) -> None:
    (tmp_path / "llm.toml").write_text('[tasks.judge]\nmodels = ["openai:gpt-6.1-sol"]\n')
    variables = {
        "OPENAI_API_KEY": KEY,
        "INTERVIEW_ENGINE_LLM_JUDGE": "openai:gpt-6-luna, openai:gpt-5.6-luna",
        "INTERVIEW_ENGINE_LLM_DAY_USD": "1.5",
        "INTERVIEW_ENGINE_LLM_ROOM_TOKENS": "0",
    }
    routing = load(variables, tmp_path)
    assert [choice.model for choice in routing.route(Task.JUDGE).models] == ["gpt-6-luna", "gpt-5.6-luna"]
    assert routing.limits.day.micros == 1_500_000
    assert routing.limits.room.tokens is None
    assert set(variables) - {"OPENAI_API_KEY"} <= variables_known()


def test_one_task_can_be_switched_off() -> None:
    routing = load({"OPENAI_API_KEY": KEY, "INTERVIEW_ENGINE_LLM_PROFILE": "off"})
    assert routing.route(Task.PROFILE).models == ()
    assert routing.route(Task.JUDGE).models


def test_judging_together_is_off_until_a_file_or_the_environment_says_so(tmp_path: Path) -> None:
    keys = {"OPENAI_API_KEY": KEY}
    assert not any(route.together for route in load(keys).tasks.values())
    (tmp_path / "llm.toml").write_text("[tasks.judge]\ntogether = true\n")
    by_file = load(keys, tmp_path).route(Task.JUDGE)
    assert by_file.together
    assert by_file.models
    variable = "INTERVIEW_ENGINE_LLM_JUDGE_TOGETHER"
    assert load({**keys, variable: "on"}).route(Task.JUDGE).together
    assert load({**keys, variable: "on"}).unavailable == (), "no model was named"
    assert not load({**keys, variable: "off"}, tmp_path).route(Task.JUDGE).together
    assert variable in variables_known()


def test_a_model_whose_provider_has_no_key_is_named(tmp_path: Path) -> None:
    variables = {"OPENAI_API_KEY": KEY, "INTERVIEW_ENGINE_LLM_JUDGE": "anthropic:claude-x,openai:gpt-6-luna"}
    assert load(variables).unavailable == ("anthropic:claude-x",)


@pytest.mark.parametrize(
    "text,code",
    [
        ("[tasks.jugde]\nmodels = []", "no_such_task"),
        ('[tasks.judge]\nmodels = ["gpt-6-luna"]', "bad_model"),
        ('[tasks.judge]\nmodels = ["opnai:gpt-6-luna"]', "no_such_provider"),
        ("[tasks.judge]\nseconds = -1", "bad_value"),
        ("[task.judge]\nseconds = 1", "bad_value"),
        ("[tasks.answer]\ntogether = true", "bad_value"),
        ("[budgets]\nroom_usd = -2", "bad_value"),
        ('[providers.openai]\nkey = "sk"', "bad_value"),
        ("[tasks", "bad_toml"),
    ],
)
def test_what_a_file_gets_wrong_is_named_with_the_file(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "llm.toml").write_text(text)
    error = refused({"OPENAI_API_KEY": KEY}, tmp_path)
    assert error.code == code
    assert error.where == str(tmp_path / "llm.toml")


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    error = refused({"OPENAI_API_KEY": KEY, "INTERVIEW_ENGINE_LLM_CONFIG": str(tmp_path / "no.toml")})
    assert error.code == "unreadable"


def test_a_number_that_is_none_is_named() -> None:
    error = refused({"OPENAI_API_KEY": KEY, "INTERVIEW_ENGINE_LLM_DAY_USD": "lots"})
    assert (error.code, error.where) == ("bad_value", "INTERVIEW_ENGINE_LLM_DAY_USD")


def test_a_key_is_never_shown() -> None:
    routing = load({"OPENAI_API_KEY": KEY})
    assert KEY not in repr(routing)
    assert KEY[-4:] in repr(routing)


def test_every_shipped_model_has_a_price_and_a_setting() -> None:
    routing = load({family.key_variable: KEY for family in FAMILIES[:3]})
    assert all(routing.models[choice].price.known for choice in routing.choices)
    for choice in routing.choices_of(WRITTEN):
        model = routing.models[choice]
        assert model.effort, choice
        assert model.thinking_tokens, choice


def test_an_openai_key_is_enough_to_speak_ones_answers_and_reading_aloud_is_off_at_first() -> None:
    routing = load({"OPENAI_API_KEY": KEY})
    first, *others = routing.route(Task.TRANSCRIBE).models
    assert routing.models[first].times
    assert others
    assert all(routing.models[choice].price.minute > 0 for choice in routing.choices_of(SPEECH))
    assert routing.route(Task.SPEAK).models == ()


@pytest.mark.parametrize("variable", ["ANTHROPIC_API_KEY", "GEMINI_API_KEY"])
def test_a_key_that_hears_nothing_leaves_voice_off_without_a_complaint(variable: str) -> None:
    routing = load({variable: KEY})
    assert routing.choices_of(SPEECH) == ()
    assert routing.unavailable == ()


def test_a_whisper_server_of_ones_own_needs_an_address_and_a_model() -> None:
    routing = load(
        {
            "INTERVIEW_ENGINE_LLM_SPEECH_BASE_URL": "http://localhost:8001/v1",
            "INTERVIEW_ENGINE_LLM_TRANSCRIBE": "speech:Systran/faster-whisper-large-v3",
            "INTERVIEW_ENGINE_LLM_SPEAK": "speech:kokoro",
        }
    )
    assert [str(choice) for choice in routing.choices] == [
        "speech:Systran/faster-whisper-large-v3",
        "speech:kokoro",
    ]
    assert routing.providers["speech"].base_url == "http://localhost:8001/v1"
    assert routing.models[routing.choices[0]].times
    assert routing.choices_of(WRITTEN) == ()


@pytest.mark.parametrize(
    "said, hears",
    [
        ({"INTERVIEW_ENGINE_LLM_MODELS": "openai:gpt-6-luna"}, True),
        ({"INTERVIEW_ENGINE_LLM_MODELS": "anthropic:claude-haiku-5-5"}, False),
        ({"INTERVIEW_ENGINE_LLM_MODELS": "off", "INTERVIEW_ENGINE_LLM_JUDGE": "openai:gpt-6-luna"}, False),
        (
            {
                "INTERVIEW_ENGINE_LLM_BASE_URL": "http://localhost:11434/v1",
                "INTERVIEW_ENGINE_LLM_MODEL": "midm",
            },
            False,
        ),
        (
            {
                "INTERVIEW_ENGINE_LLM_MODELS": "anthropic:claude-haiku-5-5",
                "INTERVIEW_ENGINE_LLM_TRANSCRIBE": "openai:gpt-transcribe",
            },
            True,
        ),
        ({"INTERVIEW_ENGINE_LLM_TRANSCRIBE": "off"}, False),
    ],
)
def test_no_voice_goes_to_a_provider_that_was_left_out_of_everything(
    said: dict[str, str], *, hears: bool
) -> None:
    routing = load({"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": KEY, **said})
    assert bool(routing.route(Task.TRANSCRIBE).models) is hears


def test_a_file_that_names_who_hears_is_followed_whatever_is_chosen_for_everything(tmp_path: Path) -> None:
    (tmp_path / "llm.toml").write_text('[tasks.transcribe]\nmodels = ["openai:gpt-transcribe"]\n')
    variables = {"OPENAI_API_KEY": KEY, "INTERVIEW_ENGINE_LLM_MODELS": "anthropic:claude-haiku-5-5"}
    routing = load(variables | {"ANTHROPIC_API_KEY": KEY}, tmp_path)
    assert [str(choice) for choice in routing.route(Task.TRANSCRIBE).models] == ["openai:gpt-transcribe"]


def test_who_cannot_hear_is_refused_as_an_ear() -> None:
    found = refused(
        {"ANTHROPIC_API_KEY": KEY, "INTERVIEW_ENGINE_LLM_TRANSCRIBE": "anthropic:claude-haiku-5-5"}
    )
    assert found.code == "no_sound"


def test_minutes_of_sound_have_budgets_of_their_own() -> None:
    variables = {"OPENAI_API_KEY": KEY, "INTERVIEW_ENGINE_LLM_PERSON_DAY_MINUTES": "7.5"}
    routing = load(variables)
    assert routing.limits.person.seconds == 450
    assert set(variables) - {"OPENAI_API_KEY"} <= variables_known()


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY"])
def test_with_one_key_every_task_has_a_model_and_who_judges_is_the_author(name: str) -> None:
    routing = load_routing({name: KEY})
    assert routing is not None
    assert all(routing.route(task).models for task in WRITTEN)
    assert routing.alone == {"OPENAI": "openai", "ANTHROPIC": "anthropic"}.get(
        name.partition("_")[0], "gemini"
    )


def test_with_two_keys_another_family_judges() -> None:
    routing = load_routing({"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": KEY})
    assert routing is not None
    assert routing.alone is None


def test_where_nobody_writes_answers_or_judges_them_nobody_is_alone() -> None:
    for task in ("ANSWER", "JUDGE"):
        routing = load_routing({"OPENAI_API_KEY": KEY, f"INTERVIEW_ENGINE_LLM_{task}": "off"})
        assert routing is not None
        assert routing.alone is None
