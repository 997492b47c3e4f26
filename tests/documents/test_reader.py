"""A document is read in a process of its own: whatever it does there, the server only waits, and not long."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import structlog

from adapters.documents.document import DocumentKind, Limits, ReadDocument
from adapters.documents.reader import WORKER, DocumentReader
from adapters.documents.refused import DocumentRefused
from interview_engine.ids import Millis
from tests.documents.made import bomb_pdf, docx, locked, lying_docx, pdf
from tests.documents.resumes import ENGLISH, KOREAN, KOREAN_FACTS


def read(
    name: str, data: bytes, limits: Limits | None = None, worker: Sequence[str] = WORKER
) -> ReadDocument:
    return asyncio.run(DocumentReader(limits, worker=worker).read(name, data))


def refusal(name: str, data: bytes, limits: Limits | None = None, worker: Sequence[str] = WORKER) -> str:
    with pytest.raises(DocumentRefused) as caught:
        read(name, data, limits, worker)
    return caught.value.code


def program(text: str) -> tuple[str, ...]:
    """Return a worker that does something else."""
    return (sys.executable, "-P", "-c", text)


def test_korean_resumes_are_read_apart() -> None:
    assert read("이력서.pdf", pdf(*KOREAN)).facts == KOREAN_FACTS
    document = read("이력서.docx", docx(*KOREAN))
    assert (document.facts, document.kind) == (KOREAN_FACTS, DocumentKind.DOCX)


def test_a_refusal_comes_back_with_its_code() -> None:
    assert refusal("a.exe", b"MZ") == "unknown_kind"
    assert refusal("a.pdf", locked(pdf(*ENGLISH), "secret")) == "encrypted"
    assert refusal("a.pdf", b"%PDF-1.7 nothing") == "broken"


def test_a_file_that_is_too_large_starts_no_process() -> None:
    assert refusal("a.txt", b"x" * 11, Limits(most_bytes=10), worker=("/no/such/program",)) == "too_large"


def test_a_program_that_does_not_start_is_a_refusal_not_a_crash() -> None:
    assert refusal("a.txt", b"x" * 11, worker=("/no/such/program",)) == "too_slow"


def test_a_worker_that_hangs_is_killed_in_time() -> None:
    begun = time.monotonic()
    hanging = program("import time; time.sleep(60)")
    assert refusal("a.txt", b"x" * 3_000_000, Limits(wall_ms=Millis(500)), worker=hanging) == "too_slow"
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "text, code",
    [
        ("", "broken"),
        ("raise SystemExit(3)", "broken"),
        ("import os; os.abort()", "broken"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "too_slow"),
        ("print('{}')", "broken"),
        ("import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\x02[]')", "broken"),
        ("import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\x02{}')", "broken"),
        ('import sys; sys.stdout.buffer.write(b\'\\0\\0\\0\\x0c{"code":"x"}\')', "broken"),
        ("import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'\\0\\0\\0\\xff{}')", "broken"),
    ],
)
def test_a_worker_that_dies_or_talks_nonsense_is_a_refusal(text: str, code: str) -> None:
    assert refusal("a.txt", b"x" * 200_000, worker=program(text)) == code


def test_a_worker_that_floods_the_server_is_cut_off() -> None:
    flood = program("import sys\nwhile True: sys.stdout.buffer.write(b'x' * 65536)")
    limits = Limits(most_characters=1_000, wall_ms=Millis(1_500))
    assert refusal("a.txt", b"x", limits, worker=flood) == "too_slow"


@pytest.mark.slow
def test_a_bomb_ends_its_worker_and_nothing_else() -> None:
    bomb = bomb_pdf(40)
    assert len(bomb) < 1024 * 1024
    limits = Limits(cpu_seconds=2, wall_ms=Millis(15_000))
    assert refusal("bomb.pdf", bomb, limits) in {"too_large", "too_slow"}


@pytest.mark.slow
def test_memory_is_bounded_in_the_worker() -> None:
    bomb = lying_docx(300)
    assert len(bomb) < 2 * 1024 * 1024
    assert refusal("a.docx", bomb, Limits(memory_bytes=256 * 1024 * 1024)) == "too_large"
    # Without the bound it would have been unpacked, and found to be something else than it says.
    assert refusal("a.docx", bomb, Limits(memory_bytes=2048 * 1024 * 1024)) == "broken"


_LOOKS_AROUND = """
import os, resource, sys
sys.argv = ["worker"]
from adapters.documents import worker
from adapters.documents.document import ReadDocument, DocumentKind

def spy(name, data, limits):
    kinds = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC)
    told = [",".join(sorted(os.environ)), str([resource.getrlimit(kind)[0] for kind in kinds])]
    try:
        os.write(os.open(FILE, os.O_WRONLY | os.O_CREAT), b"x")
    except OSError:
        told.append("may not write")
    print("this goes nowhere")
    return ReadDocument(text=name, facts=tuple(told), kind=DocumentKind.TEXT)

worker.read_document = spy
worker.main()
"""


def test_a_worker_has_no_secrets_and_is_bound(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INTERVIEW_ENGINE_SECRET", "do-not-pass-on")
    monkeypatch.setenv("OPENAI_API_KEY", "do-not-pass-on")
    spying = program(f"FILE = {str(tmp_path / 'written')!r}\n{_LOOKS_AROUND}")
    found = read("이력서.txt", b"x", worker=spying)
    variables = set(found.facts[0].split(","))
    assert variables <= {"PYTHONPATH", "PYTHONUTF8", "LD_LIBRARY_PATH", "LC_CTYPE"}
    limits = Limits()
    assert found.facts[1] == str([limits.memory_bytes, limits.cpu_seconds, 0, 0])
    assert found.facts[2] == "may not write"
    assert found.text == "이력서.txt"


def test_only_so_many_are_read_at_once_and_all_in_the_end() -> None:
    resting = program("import sys, time; sys.stdin.buffer.read(); time.sleep(0.3)")

    async def scene() -> float:
        reader = DocumentReader(Limits(at_once=2), worker=resting)
        begun = time.monotonic()
        ended = await asyncio.gather(*(reader.read("a.txt", b"x") for _ in range(6)), return_exceptions=True)
        assert all(isinstance(one, DocumentRefused) for one in ended)
        return time.monotonic() - begun

    assert asyncio.run(scene()) >= 0.9


def test_a_caller_that_is_cancelled_leaves_no_process_behind(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    waiting = program(
        f"import os, time; open({str(told)!r}, 'a').write(f'{{os.getpid()}}\\n'); time.sleep(60)"
    )

    async def scene() -> None:
        reader = DocumentReader(Limits(at_once=1), worker=waiting)
        for started in (1, 2):
            task = asyncio.ensure_future(reader.read("a.txt", b"x"))
            await until_started(told, started)
            task.cancel()
            begun = time.monotonic()
            await asyncio.gather(task, return_exceptions=True)
            assert task.cancelled()
            assert time.monotonic() - begun < 5

    asyncio.run(scene())
    assert len(pids(told)) == 2
    for pid in pids(told):
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def until_started(told: Path, workers: int) -> None:
    for _ in range(500):
        if len(pids(told)) >= workers:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("no worker started")


def pids(told: Path) -> list[int]:
    return [int(line) for line in told.read_text().split()] if told.exists() else []


def test_logs_tell_sizes_and_codes_and_nothing_of_the_document() -> None:
    with structlog.testing.capture_logs() as logs:
        read("김지원-이력서.txt", "\n".join(KOREAN).encode())
        refusal("김지원-이력서.exe", "\n".join(KOREAN).encode())
    assert [entry["event"] for entry in logs] == ["document.read", "document.refused"]
    assert not any(word in str(logs) for word in ("김지원", "이력서", "결제", "한빛"))
    assert {"kind", "bytes", "characters", "facts", "ms"} <= set(logs[0])
