"""Measure our server beside boardgame.io's, Colyseus and a bare broadcaster, and print a table.

The last line is one JSON object. Run it by `make bench-server`, on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import platform
import resource

from benchmarks.server.processes import divide_cores
from benchmarks.server.report import figures, table
from benchmarks.server.steps import step_rows
from benchmarks.server.summary import FULL, QUICK, measure


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench-server", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="about half a minute, for a first look")
    plan = QUICK if parser.parse_args().quick else FULL
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    cores = divide_cores()
    where = (
        "on any core" if cores.server is None else f"servers on core {cores.server}, client on {cores.client}"
    )
    print(f"Python {platform.python_version()}, {where}", flush=True)
    summary = asyncio.run(measure(plan, cores))
    print(table(summary, plan))
    print("", *step_rows(), sep="\n")
    print(figures(summary))


main()
