# ruff: noqa: INP001 -- a folder of scripts is no package
"""Write the protocol's AsyncAPI document and its reference pages.

Run `python -m scripts.draw_asyncapi` after a change that its test calls stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from adapters.websocket_server.asyncapi import asyncapi_json
from interview_engine.vocabulary import Language
from scripts.protocol_page import protocol_page

_DOCS: Final = Path(__file__).parents[1] / "docs"
DOCUMENT: Final = _DOCS / "assets" / "asyncapi.json"


def page_path(language: Language) -> Path:
    """Return where the reference page of a language stands."""
    return _DOCS / language.value / "reference" / "protocol.md"


def main() -> None:
    """Write the document and the pages."""
    DOCUMENT.write_text(asyncapi_json(), encoding="utf-8")
    for language in Language:
        page_path(language).write_text(protocol_page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
