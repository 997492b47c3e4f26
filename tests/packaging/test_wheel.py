from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.packaging.foreign import build_foreign_wheel
from tests.packaging.installation import ROOT, Installation, install

pytestmark = [pytest.mark.packaging, pytest.mark.xdist_group("packaging")]

THIRD_PARTIES = """
import pkgutil, importlib, sys
before = set(sys.modules)
import interview_engine
for module in pkgutil.walk_packages(interview_engine.__path__, "interview_engine."):
    if not module.name.startswith("interview_engine.testing"):
        importlib.import_module(module.name)
assert "interview_engine.ids" in sys.modules
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
# Compiled modules register some without a spec, which no distribution installs.
loaded = {name for name in loaded if getattr(sys.modules.get(name), "__spec__", None) is not None}
print(*sorted(loaded - sys.stdlib_module_names))
"""


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return install(tmp_path_factory.mktemp("installation"))


def test_the_wheel_holds_every_module_and_every_data_file(installation: Installation) -> None:
    with zipfile.ZipFile(installation.wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {
        file.relative_to(ROOT).as_posix()
        for package in ("interview_engine", "adapters")
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert held == wanted
    assert "interview_engine/py.typed" in held
    assert "adapters/program/web_client/index.html" in held
    assert [
        name for name in held if name.startswith("interview_engine/personas/bank/") and name.endswith(".json")
    ]
    assert "adapters/__init__.py" not in held


def test_the_engine_imports_three_distributions_and_no_more(installation: Installation) -> None:
    outcome = installation.run("python", "-I", "-c", THIRD_PARTIES)
    assert outcome.returncode == 0, outcome.stderr
    assert set(outcome.stdout.split()) <= {"attr", "attrs", "interview_engine", "msgspec", "rapidfuzz"}


def test_the_command_explains_itself(installation: Installation) -> None:
    outcome = installation.run("interview-engine", "--help")
    assert outcome.returncode == 0, outcome.stderr
    assert "play" in outcome.stdout


def test_without_the_extra_serve_says_what_to_install(installation: Installation) -> None:
    for language, text in (("ko", "설치되어 있지 않습니다"), ("en", "not installed")):
        outcome = installation.run("interview-engine", "serve", "--lang", language)
        assert outcome.returncode == 2, outcome.stderr
        assert text in outcome.stderr
        assert "pip install 'interview-engine[server]'" in outcome.stderr
    assert installation.run("interview-engine", "personas").returncode == 0


def test_a_distribution_that_owns_adapters_can_come_and_go(
    installation: Installation, tmp_path: Path
) -> None:
    terminal = installation.run(
        "python", "-I", "-c", "import adapters, adapters.terminal; print(adapters.__file__)"
    )
    assert terminal.stdout.strip() == "None", terminal.stderr

    installation.pip("install", "--no-deps", str(build_foreign_wheel(tmp_path)))
    both = installation.run(
        *("python", "-I", "-c"),
        "import adapters.configuration, adapters.terminal, interview_engine; print(adapters.OWNER)",
    )
    assert both.stdout.strip() == "the other distribution", both.stderr

    installation.pip("uninstall", "adapters")
    alone = installation.run(
        "python", "-I", "-c", "import adapters, adapters.terminal; print(adapters.__file__)"
    )
    assert alone.stdout.strip() == "None", alone.stderr
