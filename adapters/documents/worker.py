"""The worker: binds itself to its limits before it looks at the document, answers once, and ends.

`python -m adapters.documents.worker` reads a request from its input and writes the answer to its output.
"""

from __future__ import annotations

import logging
import os
import resource
import signal
import sys
import warnings
from typing import BinaryIO, Final

import msgspec

from adapters.documents.document import Limits
from adapters.documents.parsing import read_document
from adapters.documents.refused import DocumentRefused
from adapters.documents.wire import LENGTH, Answer, Request, framed

_OPEN_FILES: Final = 64
_GRACE_SECONDS: Final = 2


def main() -> None:
    """Answer one request."""
    answers = _own_output()
    # A parser's complaints may quote the document.
    logging.disable()
    warnings.simplefilter("ignore")
    source = sys.stdin.buffer
    (length,) = LENGTH.unpack(_exactly(source, LENGTH.size))
    request = msgspec.json.decode(_exactly(source, length), type=Request)
    _confine(request.limits)
    answers.write(framed(_answer(request, source)))
    answers.flush()


def _answer(request: Request, source: BinaryIO) -> Answer:
    try:
        return Answer(document=read_document(request.name, _exactly(source, request.size), request.limits))
    except DocumentRefused as refusal:
        return Answer(code=refusal.code)
    except MemoryError:
        return Answer(code="too_large")


def _own_output() -> BinaryIO:
    """Return the way to the server, and lead away from it whatever a library prints."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return answers


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise SystemExit(1)
    return data


def _confine(limits: Limits) -> None:
    """Give up, for good, what reading a document does not need."""
    bounds = [
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ]
    # macOS counts what every process shares and so refuses such a bound; the server's clock ends it there.
    if sys.platform != "darwin":
        bounds.append((resource.RLIMIT_AS, limits.memory_bytes))
    for kind, bound in bounds:
        _, most = resource.getrlimit(kind)
        lowered = bound if most == resource.RLIM_INFINITY else min(bound, most)
        # At the softer bound of processor time a signal says what it was; the harder one just kills.
        grace = 1 if kind == resource.RLIMIT_CPU and lowered == bound else 0
        resource.setrlimit(kind, (lowered, lowered + grace))
    # A worker whose server died ends by itself.
    signal.alarm(limits.wall_ms // 1000 + _GRACE_SECONDS)


if __name__ == "__main__":
    main()
