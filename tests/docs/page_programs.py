"""What a page tells its reader to run: shell commands, Python programs, sessions, and files to write."""

from __future__ import annotations

import doctest
import itertools
import re
import shlex
from pathlib import Path

import attrs
import click
from click.testing import CliRunner

from adapters.program.command import command_line
from adapters.terminal.bootstrap import Environment, Program
from adapters.terminal.command import spoken_language
from tests.http_api.stage import ApiStage, play

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
READMES = (ROOT / "README.md", ROOT / "README.en.md")
_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
_PREPARED = {"play": ("--answers",), "fork": ("--answer", "--answers")}
"""Commands that need a keyboard unless one of these options is given."""
_SERVERS = frozenset({"serve", "loadtest", "backup", "restore", "export", "import", "llm"})
"""Commands that need a server, its data or a provider's key: tests of theirs run them, here they are only
understood."""


@attrs.frozen(kw_only=True)
class Fence:
    """A fenced block: what it holds, and the file that it is to be written to."""

    kind: str
    title: str | None
    body: str


def fences(page: Path) -> tuple[Fence, ...]:
    """Return the fenced blocks of a page that name a language, without their indentation."""
    return tuple(
        Fence(
            kind=found["kind"],
            title=found["title"],
            body=re.sub(rf"^{found['indent']}", "", found["body"], flags=re.MULTILINE),
        )
        for found in _FENCE.finditer(page.read_text(encoding="utf-8"))
    )


def shell_lines(page: Path) -> tuple[str, ...]:
    """Return the lines of a page's `sh` blocks."""
    blocks = (fence.body.splitlines() for fence in fences(page) if fence.kind == "sh")
    return tuple(line for lines in blocks for line in lines if line and not line.startswith("#"))


def run_page(page: Path, folder: Path) -> None:
    """Do everything that a page says, in order, in the current folder.

    Args:
        page: The page.
        folder: The current folder; logs go below it.

    Raises:
        AssertionError: When something does not work as the page says.
    """
    known: dict[str, object] = {}
    for fence in fences(page):
        if fence.title is not None:
            (folder / fence.title).write_text(fence.body, encoding="utf-8")
        if fence.kind == "sh":
            for line in fence.body.splitlines():
                _run_line(line, folder)
        elif fence.kind == "python":
            exec(compile(fence.body, str(page), "exec"), known)
        elif fence.kind == "pycon":
            _run_session(fence.body, page)


def _run_session(body: str, page: Path) -> None:
    session = doctest.DocTestParser().get_doctest(body, {}, page.name, str(page), 0)
    said: list[str] = []
    failed = doctest.DocTestRunner(verbose=False).run(session, out=said.append).failed
    assert not failed, "".join(said)


def _run_line(line: str, folder: Path) -> None:
    words = shlex.split(line, comments=True)
    if not words or words == [".", ".venv/bin/activate"]:
        return
    match words:
        case ["interview-engine", *rest]:
            _run_command(rest, folder, line)
        case ["make", target, *_]:
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), f"no such target: {line}"
        case ["python", "-m", module, *_]:
            path = ROOT / module.replace(".", "/")
            assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), line
        case ["python", script]:
            exec(compile(Path(script).read_text(encoding="utf-8"), script, "exec"), {"__name__": "__main__"})
        case ["curl", *rest]:
            _ask(rest, line)
        case _:
            raise AssertionError(f"the test can't run: {line}")


def _ask(words: list[str], line: str) -> None:
    """Ask the server's application what a page asks with curl: `-s`, `-H` and `-d` are understood."""
    options = dict(itertools.pairwise(words))
    url = next(word for word in words if word.startswith("localhost:8000/"))
    name, _, value = options.get("-H", "").partition(": ")

    async def scene(stage: ApiStage) -> None:
        answer = await stage.nobody(
            "POST" if "-d" in options else "GET",
            url.removeprefix("localhost:8000"),
            content=options.get("-d", "").encode(),
            headers={name: value} if name else {},
        )
        assert answer.is_success, f"{line}: {answer.status_code}"

    play(scene)


def _run_command(words: list[str], folder: Path, line: str) -> None:
    program = Program(
        language=spoken_language(words), environment=Environment(data_folder=folder / ".interview-engine")
    )
    group = command_line(program)
    needed = _PREPARED.get(words[0])
    if words[0] in _SERVERS or (needed is not None and not any(option in words for option in needed)):
        command = group.get_command(click.Context(group), words[0])
        assert command is not None, line
        command.make_context(words[0], words[1:])
        return
    result = CliRunner().invoke(group, words)
    assert result.exit_code == 0, f"{line}\n{result.output}"
