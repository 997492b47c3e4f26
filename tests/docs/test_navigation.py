from __future__ import annotations

import tomllib

from tests.docs.page_programs import DOCS, ROOT


def linked(node: object) -> set[str]:
    if isinstance(node, str):
        return {node}
    if isinstance(node, dict):
        return set().union(*map(linked, node.values()))
    return set().union(*map(linked, node)) if isinstance(node, list) else set()


def test_every_page_stands_in_the_navigation_and_nothing_else() -> None:
    configuration = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))
    pages = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}
    assert linked(configuration["project"]["nav"]) == pages
