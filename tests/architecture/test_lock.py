from __future__ import annotations

import re
from pathlib import Path

LOCK = Path(__file__).parents[2] / "uv.lock"
PUBLIC = re.compile(r"https://(pypi\.org/simple$|files\.pythonhosted\.org/packages/)")


def test_the_lock_names_public_addresses_only() -> None:
    text = LOCK.read_text(encoding="utf-8")
    addresses = re.findall(r'(?:url|registry|git|find-links) = "([^"]*)"', text)
    assert len(addresses) > 100
    assert [address for address in addresses if not PUBLIC.match(address)] == []
    assert re.findall(r'(?:path|directory|virtual) = "[^"]*"', text) == []
    assert re.findall(r'editable = "([^"]*)"', text) == ["."]
