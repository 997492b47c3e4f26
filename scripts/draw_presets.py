# ruff: noqa: INP001 -- a folder of scripts is no package
"""Draw the preset plans for the web client, which shows them before an interview starts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from interview_engine.core.settings import PLANS

PRESETS: Final = Path(__file__).parents[1] / "web" / "src" / "shared" / "plan" / "presets.json"


def document() -> str:
    """Return the preset plans as the wire writes slots, JSON."""
    plans = {
        preset.value: [
            {
                "stage": slot.stage.value,
                "kind": slot.kind.value,
                "asked": slot.asked.value,
                "answer_ms": slot.answer_ms,
                "order": slot.order.value if slot.order else None,
                "follow_ups": slot.follow_ups,
            }
            for slot in slots
        ]
        for preset, slots in PLANS.items()
    }
    return json.dumps(plans, indent=2) + "\n"


if __name__ == "__main__":
    PRESETS.write_text(document(), encoding="utf-8")
