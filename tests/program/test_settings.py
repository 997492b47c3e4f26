from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.program.chosen_settings import explained_settings, settings_rows
from adapters.program.settings import SETTINGS, LogFormat, ServerSettings
from adapters.program.settings_loading import (
    CONFIG_VARIABLE,
    LoadedSettings,
    SettingsError,
    Value,
    load_settings,
    variable,
)
from adapters.program.texts import program_texts
from interview_engine.vocabulary import Language

SECRET = "never-to-be-shown-" * 3


def load(
    here: Path,
    variables: dict[str, str] | None = None,
    flags: dict[str, Value] | None = None,
    config: Path | None = None,
) -> LoadedSettings:
    return load_settings(variables or {}, flags or {}, home=here / "home", here=here, config=config)


def refused(here: Path, text: str) -> SettingsError:
    (here / "interview-engine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as found:
        load(here)
    return found.value


def test_without_anything_said_the_defaults_hold(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.settings == ServerSettings(data=tmp_path / "home" / "server")
    assert loaded.settings.host == "127.0.0.1", "nobody else may reach a server by accident"
    assert (loaded.file, loaded.sources, loaded.strange) == (None, {}, ())


def test_a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default(tmp_path: Path) -> None:
    (tmp_path / "interview-engine.toml").write_text(
        "port = 1\nhost = 'a'\nlog-level = 'error'\n[limits]\nburst = 7\n", encoding="utf-8"
    )
    loaded = load(tmp_path, {variable("port"): "2", variable("host"): "b"}, {"port": 3})
    assert (loaded.settings.port, loaded.settings.host) == (3, "b")
    assert (loaded.settings.log_level, loaded.settings.limits.burst) == ("error", 7)
    assert loaded.settings.limits.most_per_room == ServerSettings().limits.most_per_room
    file = str(tmp_path / "interview-engine.toml")
    assert loaded.sources == {"port": "flags", "host": "environment", "log_level": file, "limits.burst": file}


def test_lists_enums_and_groups_can_be_said_in_the_environment(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        {
            "INTERVIEW_ENGINE_ORIGINS": "https://a.kr, https://b.kr",
            "INTERVIEW_ENGINE_LOG_FORMAT": "json",
            "INTERVIEW_ENGINE_LIMITS_FRAMES_PER_SECOND": "2.5",
        },
    )
    assert loaded.settings.origins == ("https://a.kr", "https://b.kr")
    assert loaded.settings.log_format is LogFormat.JSON
    assert loaded.settings.limits.frames_per_second == 2.5


def test_the_file_is_the_named_one_or_the_one_here_or_the_one_beside_the_data(tmp_path: Path) -> None:
    data = tmp_path / "home" / "server"
    data.mkdir(parents=True)
    (data / "config.toml").write_text("port = 1", encoding="utf-8")
    assert load(tmp_path).settings.port == 1
    (tmp_path / "interview-engine.toml").write_text("port = 2", encoding="utf-8")
    assert load(tmp_path).settings.port == 2
    (tmp_path / "third.toml").write_text("port = 3", encoding="utf-8")
    assert load(tmp_path, {CONFIG_VARIABLE: "third.toml"}).settings.port == 3
    assert load(tmp_path, config=tmp_path / "third.toml").file == tmp_path / "third.toml"
    with pytest.raises(SettingsError, match="unreadable"):
        load(tmp_path, {CONFIG_VARIABLE: "missing.toml"})


def test_a_relative_folder_in_a_file_is_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "server.toml").write_text("data = 'rooms'", encoding="utf-8")
    loaded = load(tmp_path, config=tmp_path / "etc" / "server.toml")
    assert loaded.settings.data == tmp_path / "etc" / "rooms"


@pytest.mark.parametrize(
    "text,code,name,hint",
    [
        ("prot = 1", "no_such_setting", "prot", "port"),
        ("[limits]\nburts = 3", "no_such_setting", "limits.burts", "limits.burst"),
        ("zzzzzzzzzz = 3", "no_such_setting", "zzzzzzzzzz", ""),
        ("port = 'eight'", "bad_value", "port", ""),
        ("log_format = 'xml'", "bad_value", "log_format", ""),
        ("port = true", "bad_value", "port", ""),
        ("port = 8.5", "bad_value", "port", ""),
        ("host = ''", "bad_value", "host", ""),
        ("data = ''", "bad_value", "data", ""),
        ("origins = ['app.example.kr']", "not_a_web_address", "origins", ""),
        ("origins = ['https://a.kr', 'null']", "not_a_web_address", "origins", ""),
        ("public_url = 'app.example.kr'", "not_a_web_address", "public_url", ""),
        ("port = 70000", "out_of_range", "port", "0..65,535"),
        ("drain_ms = 1", "out_of_range", "drain_ms", "500..600,000"),
        ("port = ", "bad_toml", "", ""),
        (f"secret = '{SECRET}'", "secret_in_file", "secret", "INTERVIEW_ENGINE_SECRET"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_what_is_right(
    tmp_path: Path, text: str, code: str, name: str, hint: str
) -> None:
    error = refused(tmp_path, text)
    assert (error.code, error.name) == (code, name)
    assert hint in error.hint
    for language in Language:
        told = explained_settings(error, program_texts(language))
        assert name in told.message
        assert hint in told.hint
        assert not re.search(r"[{}]", told.message + told.hint)
        assert SECRET not in told.message + told.hint + str(error)


def test_an_origin_is_written_as_browsers_write_it_for_requests_and_sockets_alike(tmp_path: Path) -> None:
    said = "https://App.Example.kr:443/, http://localhost:5173, *"
    assert load(tmp_path, {variable("origins"): said}).settings.origins == (
        "https://app.example.kr",
        "http://localhost:5173",
        "*",
    )


@pytest.mark.parametrize("source", ["file", "environment", "flags"])
def test_a_tilde_stands_for_ones_home_where_no_shell_has_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    if source == "file":
        (tmp_path / "interview-engine.toml").write_text("data = '~/rooms'", encoding="utf-8")
    loaded = load(
        tmp_path,
        {variable("data"): "~/rooms"} if source == "environment" else {},
        {"data": "~/rooms"} if source == "flags" else {},
    )
    assert loaded.settings.data == tmp_path / "me" / "rooms"


def test_the_home_of_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="bad_value data environment"):
        load(tmp_path, {variable("data"): "~nobody-of-that-name/rooms"})


def test_an_empty_folder_in_the_environment_is_not_the_current_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="bad_value data environment"):
        load(tmp_path, {variable("data"): ""})


def test_a_refused_value_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as found:
        load(tmp_path, {"INTERVIEW_ENGINE_PORT": SECRET})
    assert (found.value.code, found.value.where) == ("bad_value", "environment")
    assert SECRET not in str(found.value)
    assert found.value.__cause__ is None
    with pytest.raises(SettingsError, match="secret_too_short"):
        load(tmp_path, {"INTERVIEW_ENGINE_SECRET": "short"})


def test_a_misspelt_variable_is_noticed(tmp_path: Path) -> None:
    variables = {"INTERVIEW_ENGINE_PROT": "1", "INTERVIEW_ENGINE_HOME": "/x", "PATH": "/bin"}
    assert load(tmp_path, variables).strange == ("INTERVIEW_ENGINE_PROT",)


@pytest.mark.parametrize("language", Language)
def test_the_table_shows_every_setting_and_no_secret(tmp_path: Path, language: Language) -> None:
    loaded = load(tmp_path, {"INTERVIEW_ENGINE_SECRET": SECRET})
    rows = settings_rows(loaded, program_texts(language))
    assert [row[0] for row in rows] == [setting.path for setting in SETTINGS]
    assert SECRET not in str(rows)
    assert SECRET not in repr(loaded)
    assert {name: value for name, value, _ in rows}["secret"] == "***"
    assert {name: source for name, _, source in rows}["port"] == program_texts(language).from_default


@pytest.mark.parametrize("language", Language)
def test_only_the_signing_key_is_said_to_be_kept_in_a_file(tmp_path: Path, language: Language) -> None:
    loaded = load(tmp_path)
    words = program_texts(language)
    shown = {name: value for name, value, _ in settings_rows(loaded, words)}
    assert shown["secret"] == words.key_kept.format(path=loaded.settings.key_file)
    assert shown["metrics_token"] == "-"
    assert [name for name, value in shown.items() if value == shown["secret"]] == ["secret"]
