"""Does `likeness` follow what people call similar? Korean sentence pairs with human similarity 0-5.

Usage: python -m benchmarks.scoring.korean_similarity [PATH]; the path defaults to $KOREAN_SIMILARITY.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from scipy.stats import spearmanr  # type: ignore[import-untyped,unused-ignore]

from interview_engine.ids import TurnId
from interview_engine.scoring import likeness, overlap
from interview_engine.vocabulary import Language


def main() -> None:
    """Print the figures, as JSON in the last line."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("KOREAN_SIMILARITY", "")
    path = Path(given)
    if not given or not path.is_file():
        print("Korean similarity: skipped, no data file (give a path or set KOREAN_SIMILARITY)")
        print(json.dumps({"benchmark": "korean_similarity", "skipped": True}))
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    human = [float(row["score"]) for row in rows]
    alike = [likeness(row["a"], row["b"], Language.KO) for row in rows]
    directed = [overlap(row["b"], ((TurnId("a"), row["a"]),), Language.KO)[0] for row in rows]
    low = [item.flagged for item, score in zip(directed, human, strict=True) if score < 3.0]
    figures = {
        "benchmark": "korean_similarity",
        "pairs": len(rows),
        "spearman_likeness": round(float(spearmanr(human, alike).statistic), 4),
        "spearman_directed": round(float(spearmanr(human, [item.ratio for item in directed]).statistic), 4),
        "flagged_below_3": round(sum(low) / len(low), 4),
    }
    for name, value in figures.items():
        print(f"{name:20} {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
