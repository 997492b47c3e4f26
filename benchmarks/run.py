"""Run the engine's benchmark and print a table; with `--all`, then every other benchmark too.

The last line is one JSON object. Run it by `make bench`, on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# A script's own folder comes first on the path; `benchmarks` is found from the folder above it.
sys.path.insert(0, str(ROOT))

from benchmarks.engine.report import figures, table  # noqa: E402
from benchmarks.engine.summary import measure  # noqa: E402
from benchmarks.engine.timing import pin_to_one_core  # noqa: E402


def other_benchmarks() -> tuple[str, ...]:
    """Return the modules of all benchmarks that are scripts of their own."""
    scripts = sorted(Path(__file__).parent.glob("*/*.py"))
    return tuple(
        f"benchmarks.{script.parent.name}.{script.stem}"
        for script in scripts
        if '__name__ == "__main__"' in script.read_text(encoding="utf-8")
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="run those of scoring and personas as well")
    parser.add_argument("--repeats", type=int, default=40, help="measurements per speed (default 40)")
    arguments = parser.parse_args()
    if arguments.all:
        for module in other_benchmarks():
            print(f"== {module}", flush=True)
            subprocess.run([sys.executable, "-m", module], cwd=ROOT, check=False)
    core = pin_to_one_core()
    print(f"Python {sys.version.split()[0]}, " + ("not pinned" if core is None else f"pinned to core {core}"))
    summary = measure(arguments.repeats)
    print(table(summary))
    print(figures(summary))


if __name__ == "__main__":
    main()
