# ruff: noqa: INP001 -- a folder of scripts is no package
"""Write the HTTP API's OpenAPI document, from which the web client's types are made.

Run `make wire` after a change that its test calls stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from adapters.http_api.app import openapi_json

DOCUMENT: Final = Path(__file__).parents[1] / "docs" / "assets" / "openapi.json"


def drawn() -> str:
    """Return the document as it should be written."""
    return msgspec.json.format(openapi_json(), indent=1).decode() + "\n"


def main() -> None:
    """Write it."""
    DOCUMENT.write_text(drawn(), encoding="utf-8")


if __name__ == "__main__":
    main()
