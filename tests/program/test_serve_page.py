from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from adapters.program.chosen_settings import shown_value
from adapters.program.settings import SETTINGS, ServerSettings
from adapters.program.settings_loading import load_settings

DOCS = Path(__file__).parents[2] / "docs"
OWN_WORDS = {"data", "public_url", "origins", "secret", "trusted_proxies", "metrics_token"}
"""Settings whose default is told in words."""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_lists_every_setting_with_its_default_and_no_other(language: str, tmp_path: Path) -> None:
    page = (DOCS / language / "how-to" / "serve.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([\w.]+)` \| (.+?) \|", page, re.MULTILINE))
    assert set(told) == {setting.path for setting in SETTINGS}
    for setting in SETTINGS:
        if setting.path not in OWN_WORDS:
            assert told[setting.path] == f"`{shown_value(setting.value(ServerSettings()))}`"
    example = re.search(r"```toml title=\"(.+?)\"\n(.*?)```", page, re.DOTALL)
    assert example is not None
    (tmp_path / example[1]).write_text(example[2], encoding="utf-8")
    settings = load_settings({}, {}, home=tmp_path, here=tmp_path).settings
    assert settings.port == tomllib.loads(example[2])["port"]
