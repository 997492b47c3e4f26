"""How the person calls this program, so that a command that we print can be copied as it stands."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAME = "interview-engine"


def program_name() -> str:
    """Return the name by which the program is found: alone when it is on the path, else with its folder."""
    started = Path(sys.argv[0])
    if shutil.which(NAME) or started.name != NAME:
        return NAME
    try:
        near = os.path.relpath(started)
    except ValueError:
        # On Windows there is no way from one drive to another.
        return str(started)
    return str(started) if near.startswith("..") else near


def as_called(text: str) -> str:
    """Return a text in which commands of ours begin as the person must type them."""
    return text.replace(f"{NAME} ", f"{program_name()} ")
