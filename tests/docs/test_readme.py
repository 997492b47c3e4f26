from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from adapters.program.command import command_line
from adapters.terminal.bootstrap import Environment, Program
from interview_engine.vocabulary import Language
from tests.docs.page_programs import READMES, ROOT, shell_lines

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")


def named_commands(readme: Path) -> list[str]:
    return [" ".join(shlex.split(line)[:2]) for line in shell_lines(readme)]


def test_both_languages_name_the_same_commands_in_the_same_order() -> None:
    korean, english = map(named_commands, READMES)
    assert korean == english
    assert korean[:2] == ["make run", "make test"]


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_every_command_of_the_program_is_shown(readme: Path) -> None:
    program = Program(language=Language.KO, environment=Environment(data_folder=Path()))
    commands = set(command_line(program).commands)
    assert {name.split()[1] for name in named_commands(readme) if name.startswith("interview")} == commands


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_every_link_leads_somewhere(readme: Path) -> None:
    links = LINK.findall(readme.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_every_benchmark_it_cites_exists(readme: Path) -> None:
    modules = set(re.findall(r"`python -m ([\w.]+)`", readme.read_text(encoding="utf-8")))
    assert modules
    assert [name for name in modules if not (ROOT / f"{name.replace('.', '/')}.py").exists()] == []
