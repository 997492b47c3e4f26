# ruff: noqa: INP001 -- a folder of scripts is no package
"""The reference page of all commands, drawn from the command line itself."""

from __future__ import annotations

from pathlib import Path

import click

from adapters.program.command import command_line
from adapters.terminal.bootstrap import Environment, Program
from interview_engine.vocabulary import Language
from scripts.reference_shape import page_of, sayer, table_of


def command_line_page(language: Language) -> str:
    """Return the page of all commands and options."""
    program = Program(language=language, environment=Environment(data_folder=Path()))
    group = command_line(program)
    say = sayer(language)
    parts = [
        f"# {say('명령줄', 'Command line')}",
        group.help or program.texts.help.program,
        _options(group, language),
    ]
    for name in sorted(group.commands):
        command = group.commands[name]
        arguments = "".join(f" {item.human_readable_name.upper()}" for item in _arguments(command))
        parts.append(f"## `interview-engine {name}{arguments}`")
        parts.append(command.help or "")
        parts.append(_options(command, language))
    parts.append(
        say(
            "## 환경 변수\n\n"
            "| 이름 | 뜻 |\n| --- | --- |\n"
            "| `INTERVIEW_ENGINE_HOME` | 기록을 두는 데이터 폴더. 없으면 운영 체제의 관례를 따릅니다. |\n"
            "| `INTERVIEW_ENGINE_CLOCK_RATE` | 직접 타자로 하는 면접을 이 배수로 빠르게 합니다. 1~1000. |\n"
            "| `INTERVIEW_ENGINE_CONFIG` | 서버의 TOML 설정 파일. |\n"
            "| `INTERVIEW_ENGINE_…` | 서버의 설정마다 하나. [서버 켜기](../how-to/serve.md)를 보십시오. |",
            "## Environment\n\n"
            "| Name | Meaning |\n| --- | --- |\n"
            "| `INTERVIEW_ENGINE_HOME` | The data folder for logs; the system's custom without it. |\n"
            "| `INTERVIEW_ENGINE_CLOCK_RATE` | Runs a typed interview so many times faster, 1 to 1000. |\n"
            "| `INTERVIEW_ENGINE_CONFIG` | The server's TOML file of settings. |\n"
            "| `INTERVIEW_ENGINE_…` | Each of the server's settings: [Run a server](../how-to/serve.md). |",
        )
    )
    return page_of(parts, language)


def _arguments(command: click.Command) -> list[click.Parameter]:
    return [item for item in command.params if isinstance(item, click.Argument)]


def _options(command: click.Command, language: Language) -> str:
    head = ["옵션", "값", "뜻"] if language is Language.KO else ["Option", "Value", "Meaning"]
    rows = []
    for item in command.params:
        if not isinstance(item, click.Option):
            continue
        names = ", ".join(f"`{name}`" for name in (*item.opts, *item.secondary_opts))
        rows.append((names, _value(item, command), (item.help or "").replace("|", "\\|")))
    return table_of(head, rows)


def _value(item: click.Option, command: click.Command) -> str:
    if item.is_flag or (not item.expose_value and item.is_eager):
        return "–"
    if isinstance(item.type, click.Choice):
        return ", ".join(f"`{choice}`" for choice in item.type.choices)
    if isinstance(item.type, click.IntRange):
        low, high = item.type.min, item.type.max
        return f"{low}–{high:,}" if high is not None else f"≥ {low}"
    return f"`{item.make_metavar(click.Context(command))}`"
