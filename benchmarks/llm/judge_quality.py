"""Is a judge any good? Any configured model over answers that people graded, beside the heuristic judge.

Usage: python -m benchmarks.llm.judge_quality PATH... [--judge configured] [--most N] [--pairs N] [--together]

PATH is a file with one JSON object a line, or a folder of them (see `judged_data`). `--judge heuristic`, the
default, measures the baseline alone and calls nothing. `--judge configured` asks the models that your keys
and routing table name for the tasks judge and compare, and prints what that costs. `--together` judges the
answers to each question in one call as well, and says how far that agrees with one by one. The last line is
JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from adapters.llm.asking import Asking
from adapters.llm.opening import open_ledger, open_path
from adapters.llm.routing.loading import load_routing
from benchmarks.llm.judge_runs import heuristic_figures, model_figures, sampled_pairs
from benchmarks.llm.judged_data import Graded, load

LONGEST_RUN_SECONDS: Final = 4 * 3600.0


def main() -> None:
    """Print the table, and the figures as JSON in the last line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--judge", choices=("heuristic", "configured"), default="heuristic")
    parser.add_argument("--most", type=int, default=200, help="answers at most; 0 for all (default 200)")
    parser.add_argument("--pairs", type=int, default=100, help="pairs to compare (default 100)")
    parser.add_argument("--together", action="store_true", help="judge each question's answers together too")
    arguments = parser.parse_args()
    answers = load([path for path in arguments.paths if path.exists()], arguments.most)
    if not answers:
        print("judge quality: skipped, no graded answers (give files or folders)")
        print(json.dumps({"benchmark": "judge_quality", "skipped": True}))
        return
    pairs = sampled_pairs(answers, arguments.pairs)
    figures: dict[str, float | int | str] = {
        "benchmark": "judge_quality",
        "answers": len(answers),
        "questions": len({one.question for one in answers}),
        "pairs": len(pairs),
        **{f"heuristic_{name}": value for name, value in heuristic_figures(answers, pairs).items()},
    }
    if arguments.judge == "configured":
        figures |= asyncio.run(_configured(answers, pairs, together=arguments.together))
    shown = {name: round(value, 4) if isinstance(value, float) else value for name, value in figures.items()}
    for name, value in shown.items():
        print(f"{name:32} {value}")
    print(json.dumps(shown))


async def _configured(
    answers: Sequence[Graded], pairs: Sequence[tuple[Graded, Graded]], *, together: bool
) -> dict[str, float | int | str]:
    async with _asking() as asking:
        if asking is None:
            return {"judge": "none is configured: set a key, or a routing table"}
        return {**await model_figures(asking, answers, pairs, together=together)}


@asynccontextmanager
async def _asking() -> AsyncIterator[Asking | None]:
    """Open the models that keys and routing table name, with a budget book of this run alone."""
    routing = load_routing(os.environ)
    if routing is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        path = open_path(routing, open_ledger(routing, Path(folder)))
        try:
            yield path.until(asyncio.get_running_loop().time() + LONGEST_RUN_SECONDS)
        finally:
            await path.close()


if __name__ == "__main__":
    main()
