"""The whole program with a key in the environment and nothing else changed, for every family of providers.

The providers' protocols are spoken by a server on this machine; SDKs, `play` and `serve` are the real ones.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from adapters.service.costs import costs_of
from interview_engine.core.log import Record, decode_log
from interview_engine.core.provenance import Provenance
from interview_engine.core.verifying import verify
from tests.llm.families import FAMILIES, KEY, Family
from tests.llm.whole.document_owner import DocumentOwner
from tests.llm.whole.served_interview import ServedInterview
from tests.llm.whole.serving import serving
from tests.llm.whole.surroundings import ROOT, program, variables, wire_in_thread
from tests.llm.wire.behaviour import Behaviour, Request, error
from tests.llm.wire.mind import interviewing
from tests.llm.wire.server import WireServer

# Minutes on a machine that is busy with other things, seconds on one that is not.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
families = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.kind.value)
ANSWERS = str(ROOT / "examples" / "answers" / "middling.ko.json")


def read(path: Path) -> tuple[Record, ...]:
    return tuple(decode_log(path.read_bytes().splitlines()))


def provenances(log: tuple[Record, ...]) -> Iterator[Provenance]:
    for record in log:
        made = getattr(record.event, "provenance", None)
        if isinstance(made, Provenance):
            yield made


def play(family: Family, url: str, tmp_path: Path) -> tuple[str, tuple[Record, ...]]:
    """Play an interview with prepared answers; return what the screen says, and the log."""
    log = tmp_path / "log.jsonl"
    played = program(
        *("play", "--answers", ANSWERS, "--preset", "short", "--seed", "whole", "--log", str(log)),
        environment=variables(family, url, tmp_path / "home"),
        folder=tmp_path,
    )
    assert played.returncode == 0, played.stderr
    assert played.stderr == ""
    return played.stdout, read(log)


@families
def test_play_uses_the_models_and_says_so(family: Family, tmp_path: Path) -> None:
    with wire_in_thread() as wire:
        screen, log = play(family, wire.url, tmp_path)
    first = screen.splitlines()[0]
    assert first.startswith("언어 모델을 씁니다")
    assert KEY not in screen
    assert f"{family.key_variable} …{KEY[-4:]}" in first
    assert "모델 비용" in screen
    assert verify(log).sound
    made = Counter(provenance.offline for provenance in provenances(log))
    assert made[False] > made[True]
    assert all(
        provenance.request_hash and provenance.prompt_version and provenance.parameters
        for provenance in provenances(log)
        if not provenance.offline
    )
    costs = costs_of(log)
    assert costs.total.input_tokens > 10_000
    assert costs.total.cached_tokens > 0


@families
def test_every_provider_dead_and_the_interview_comes_to_its_end(family: Family, tmp_path: Path) -> None:
    with wire_in_thread(lambda _: error(503)) as wire:
        screen, log = play(family, wire.url, tmp_path)
        assert wire.requests
    assert verify(log).finished
    assert all(provenance.offline for provenance in provenances(log))
    assert any(provenance.trouble.endswith("=resting (overloaded)") for provenance in provenances(log))
    assert "오프라인으로 대신한 일" in screen


@attrs.frozen
class Served:
    """A server that uses the models of one family.

    Attributes:
        wire: The provider.
        said: What it said first.
    """

    family: Family
    wire: WireServer
    said: dict[str, object]

    @property
    def url(self) -> str:
        return str(self.said["url"])


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(family, marks=pytest.mark.xdist_group(f"served by {family.kind.value}"))
        for family in FAMILIES
    ],
    ids=lambda family: family.kind.value,
)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Loading a family's SDK takes longer than what is tested, so one server does for all."""
    family, folder = request.param, tmp_path_factory.mktemp("served")
    with wire_in_thread() as wire, serving(variables(family, wire.url, folder), folder) as said:
        yield Served(family, wire, said)


def test_serve_sends_a_document_to_the_models_only_when_its_owner_agrees(served: Served) -> None:
    line = "결제 서버를 개편해 응답 시간을 40% 줄였습니다."
    before = len(served.wire.requests)
    owner = DocumentOwner(served.url, "홍길동_이력서.txt", f"gildong@example.com\n{line}\n")
    assert owner.profile(consent=False)[0] == 403
    assert len(served.wire.requests) == before
    status, found = owner.profile(consent=True)
    sent = json.dumps([request.body for request in served.wire.requests[before:]], ensure_ascii=False)
    assert status == 200, found
    assert [one["source"] for one in list_of(found["experiences"]) if isinstance(one, dict)] == [line]
    assert line in sent
    assert "홍길동" not in sent
    assert "gildong" not in sent


def test_serve_uses_the_models_and_tells_the_owner_what_they_cost(served: Served) -> None:
    models = " ".join(str(line) for line in list_of(served.said["models"]))
    assert served.family.kind.value in models or "compatible" in models
    assert KEY not in json.dumps(served.said)
    interview = ServedInterview(served.url)
    interview.play()
    costs = interview.costs()
    named = {str(cost["model"]): cost for cost in list_of(costs["models"]) if isinstance(cost, dict)}
    assert set(named) - {"offline"}
    assert all(cost["input_tokens"] for name, cost in named.items() if name != "offline")


def list_of(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


@pytest.mark.parametrize("words", [("questions",), ("play", "--answers", ANSWERS, "--preset", "short")])
def test_without_a_key_nothing_of_it_is_loaded(words: tuple[str, ...], tmp_path: Path) -> None:
    environment = variables(FAMILIES[0], "http://127.0.0.1:9", tmp_path)
    for name in (FAMILIES[0].key_variable, FAMILIES[0].url_variable):
        del environment[name]
    code = (
        "import sys\n"
        "from adapters.program.command import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        "loaded = [name for name in sys.modules if name.split('.')[0] in ('openai', 'anthropic', 'httpx2')"
        " or name.startswith(('google.genai', 'adapters.llm'))]\n"
        "sys.stderr.write(repr(loaded))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert ran.stdout
    assert ran.stderr == "[]"


@families
def test_llm_check_says_what_each_model_can_do(family: Family, tmp_path: Path) -> None:
    with wire_in_thread() as wire:
        checked = program("llm", "check", environment=variables(family, wire.url, tmp_path), folder=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert "정해진 형식을 지킴" in checked.stdout
    assert KEY not in checked.stdout


def test_llm_check_names_what_is_wrong(tmp_path: Path) -> None:
    with wire_in_thread(lambda _: error(401)) as wire:
        checked = program(
            "llm", "check", environment=variables(FAMILIES[1], wire.url, tmp_path), folder=tmp_path
        )
    assert checked.returncode == 1
    assert "키를 받아 주지 않습니다" in checked.stdout


def test_llm_check_says_what_a_model_does_not_take_and_what_one_family_leaves_offline(tmp_path: Path) -> None:
    def older(request: Request) -> Behaviour:
        sent = json.dumps(request.body)
        return error(400) if "effort" in sent or "cache_control" in sent else interviewing(request)

    with wire_in_thread(older) as wire:
        checked = program(
            "llm", "check", environment=variables(FAMILIES[1], wire.url, tmp_path), folder=tmp_path
        )
    assert checked.returncode == 0, checked.stdout
    assert "캐시 표시를 받지 않아" in checked.stdout
    assert "심사할 모델이 anthropic 한 곳뿐입니다" in checked.stdout


def test_llm_check_without_a_key_says_how_to_set_one(tmp_path: Path) -> None:
    environment = variables(FAMILIES[0], "http://127.0.0.1:9", tmp_path) | {"INTERVIEW_ENGINE_LLM": "off"}
    checked = program("llm", "check", environment=environment, folder=tmp_path)
    assert checked.returncode == 2
    assert "OPENAI_API_KEY" in checked.stderr


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "llm.toml").write_text("[tasks.judge]\nmodels = ['nobody:x']\n")
    environment = variables(FAMILIES[0], "http://127.0.0.1:9", tmp_path / "home")
    refused = program("play", "--answers", ANSWERS, environment=environment, folder=tmp_path)
    assert refused.returncode == 2
    assert "nobody" in refused.stderr
    assert "llm.toml" in refused.stderr
