"""Where settings come from: defaults, then a TOML file, then the environment, then flags; the last wins."""

from __future__ import annotations

import difflib
import ipaddress
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, cast

import attrs

from adapters.program.settings import SETTINGS, SHORTEST_SECRET, ServerSettings
from adapters.program.web_addresses import is_public_address, origin

PREFIX: Final = "INTERVIEW_ENGINE_"
CONFIG_VARIABLE: Final = f"{PREFIX}CONFIG"
FILE_HERE: Final = "interview-engine.toml"
FILE_IN_DATA: Final = "config.toml"
OTHERS: Final = (CONFIG_VARIABLE, f"{PREFIX}HOME", f"{PREFIX}CLOCK_RATE")
"""Variables with our prefix that are no settings of the server."""
LANGUAGE_MODELS: Final = f"{PREFIX}LLM"
"""What variables about language models begin with; they have a reader of their own."""

Value = str | int | float | bool | list[str] | Path
_BY_PATH: Final = {setting.path: setting for setting in SETTINGS}
_NEVER_EMPTY: Final = ("host", "data")
"""An empty address would be all of this machine's, an empty folder whichever one is current."""
_REFUSED: Final = re.compile(r"for option '([\w.]+)' from loader (.*?): \w")


class SettingsError(Exception):
    """A setting that can't be used.

    Attributes:
        code: What is wrong: `no_such_setting`, `bad_value`, `out_of_range`, `not_a_web_address`, `bad_toml`,
            `unreadable`, `secret_in_file` or `secret_too_short`.
        name: Which setting; empty when it concerns a file.
        where: The file, variable or flag that says so.
        hint: The nearest name that exists, the bounds, or what a parser found.
    """

    def __init__(self, code: str, *, name: str = "", where: str = "", hint: str = "") -> None:
        super().__init__(code, name, where, hint)
        self.code, self.name, self.where, self.hint = code, name, where, hint

    def __str__(self) -> str:
        """Return the parts; a value never stands among them."""
        return " ".join(part for part in (self.code, self.name, self.where, self.hint) if part)


@attrs.frozen(kw_only=True)
class Source:
    """One place that says values of settings.

    Attributes:
        name: What people call it: a file's path, `environment` or `flags`.
        values: What it says, by path.
        folder: What relative paths start from.
    """

    name: str
    values: Mapping[str, Value]
    folder: Path


@attrs.frozen(kw_only=True)
class LoadedSettings:
    """Settings, and where each of them comes from.

    Attributes:
        settings: The values.
        sources: Name of the source by path; those at their defaults are missing.
        file: The TOML file that was read, if any.
        strange: Environment variables with our prefix that mean nothing.
    """

    settings: ServerSettings
    sources: Mapping[str, str]
    file: Path | None
    strange: tuple[str, ...]


def load_settings(
    variables: Mapping[str, str],
    flags: Mapping[str, Value],
    *,
    home: Path,
    here: Path,
    config: Path | None = None,
) -> LoadedSettings:
    """Return the server's settings.

    Args:
        variables: The environment.
        flags: Values from the command line, by path.
        home: The data folder of the whole program; the server's is `server` below it.
        here: The current folder.
        config: A TOML file named on the command line; it must be there.

    Raises:
        SettingsError: Something that is said can't be used.
    """
    default = home / "server"
    data = Path(cast("str | Path", flags.get("data") or variables.get(f"{PREFIX}DATA") or default))
    file = _file(variables, config, here, here / _in_home(data, "environment"))
    sources = (
        *(() if file is None else (_from_file(file),)),
        _from_environment(variables, here),
        Source(name="flags", values=flags, folder=here),
    )
    for source in sources:
        for name in _NEVER_EMPTY:
            if source.values.get(name) == "":
                raise SettingsError("bad_value", name=name, where=source.name)
    said_by = {path: source.name for source in sources for path in source.values}
    at_home = tuple(map(_with_data_in_home, sources))
    settings = _checked(_merged(ServerSettings(data=default), at_home), said_by)
    return LoadedSettings(
        settings=settings,
        sources=said_by,
        file=file,
        strange=_strange(variables),
    )


def variable(path: str) -> str:
    """Return the environment variable of a setting."""
    return PREFIX + path.upper().replace(".", "_")


def _file(variables: Mapping[str, str], config: Path | None, here: Path, data: Path) -> Path | None:
    named = config or variables.get(CONFIG_VARIABLE)
    if named:
        path = here / named
        if not path.is_file():
            raise SettingsError("unreadable", where=str(path))
        return path
    candidates = (here / FILE_HERE, data / FILE_IN_DATA)
    return next((path for path in candidates if path.is_file()), None)


def _from_file(path: Path) -> Source:
    try:
        with path.open("rb") as file:
            said = tomllib.load(file)
    except OSError as error:
        raise SettingsError("unreadable", where=str(path), hint=error.strerror or "") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError("bad_toml", where=str(path), hint=_place(error)) from error
    values = dict(_flat(said))
    for name, value in values.items():
        if name not in _BY_PATH:
            near = difflib.get_close_matches(name, _BY_PATH, n=1, cutoff=0.5)
            raise SettingsError("no_such_setting", name=name, where=str(path), hint="".join(near))
        if _BY_PATH[name].secret:
            raise SettingsError("secret_in_file", name=name, where=str(path), hint=variable(name))
        if not _of_its_kind(name, value):
            raise SettingsError("bad_value", name=name, where=str(path))
    return Source(name=str(path), values=values, folder=path.parent)


def _with_data_in_home(source: Source) -> Source:
    """Return what a source says, with one's home for `~`: shells read it in `--data ~/x` alone."""
    data = source.values.get("data")
    if not isinstance(data, str | Path):
        return source
    return attrs.evolve(source, values={**source.values, "data": str(_in_home(Path(data), source.name))})


def _in_home(data: Path, where: str) -> Path:
    try:
        return data.expanduser()
    except RuntimeError as error:
        # `~somebody`, and there is nobody of that name.
        raise SettingsError("bad_value", name="data", where=where) from error


def _of_its_kind(name: str, value: Value) -> bool:
    """Return whether a number stands where one is meant: no setting is a truth, none loses its fraction."""
    whole = isinstance(_BY_PATH[name].value(ServerSettings()), int)
    return not isinstance(value, bool) and not (whole and isinstance(value, float))


def _place(error: Exception) -> str:
    """Return where a TOML file breaks, without quoting what stands there."""
    found = re.search(r"\(at (.*)\)", str(error))
    return found[1] if found else ""


def _flat(values: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Value]]:
    for key, value in values.items():
        name = prefix + key.replace("-", "_")
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        else:
            yield name, cast("Value", value)


def _from_environment(variables: Mapping[str, str], here: Path) -> Source:
    values = {path: variables[variable(path)] for path in _BY_PATH if variable(path) in variables}
    return Source(name="environment", values=values, folder=here)


def _strange(variables: Mapping[str, str]) -> tuple[str, ...]:
    known = {variable(path) for path in _BY_PATH} | set(OTHERS)
    ours = (name for name in variables if name.startswith(PREFIX) and not name.startswith(LANGUAGE_MODELS))
    return tuple(sorted(name for name in ours if name not in known))


def _merged(base: ServerSettings, sources: tuple[Source, ...]) -> ServerSettings:
    import typed_settings as ts
    from typed_settings.converters import TSConverter
    from typed_settings.loaders import DictLoader
    from typed_settings.types import LoadedSettings as Said
    from typed_settings.types import LoaderMeta

    def loader(source: Source) -> ts.loaders.Loader:
        nested = DictLoader(_nested(source.values))
        meta = LoaderMeta(source.name, base_dir=source.folder)
        return lambda cls, options: Said(nested(cls, options).settings, meta)

    try:
        settings = ts.load_settings(
            ServerSettings,
            [ts.loaders.InstanceLoader(base), *map(loader, sources)],
            converter=TSConverter(strlist_sep=_listed),
        )
    except ts.exceptions.InvalidSettingsError as error:
        # The text holds the refused value, so only the names are taken from it.
        found = _REFUSED.search(str(error.exceptions[0]))
        name, where = (found[1], found[2]) if found else ("", "")
        raise SettingsError("bad_value", name=name, where=where) from None
    return settings


def _nested(values: Mapping[str, Value]) -> dict[str, object]:
    nested: dict[str, object] = {}
    for path, value in values.items():
        *groups, name = path.split(".")
        place = nested
        for group in groups:
            place = cast("dict[str, object]", place.setdefault(group, {}))
        place[name] = value
    return nested


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _checked(settings: ServerSettings, said_by: Mapping[str, str]) -> ServerSettings:
    for setting in SETTINGS:
        value = setting.value(settings)
        if setting.bounds is not None and isinstance(value, int | float):
            low, high = setting.bounds
            if not low <= value <= high:
                raise SettingsError("out_of_range", name=setting.path, hint=f"{low:,}..{high:,}")
    for name, value in (("secret", settings.secret), ("metrics_token", settings.metrics_token)):
        if value and len(value) < SHORTEST_SECRET:
            raise SettingsError("secret_too_short", name=name, where=variable(name))
    for proxy in settings.trusted_proxies:
        try:
            ipaddress.ip_network(proxy, strict=False)
        except ValueError:
            raise SettingsError("bad_value", name="trusted_proxies", where=proxy[:40]) from None
    if settings.public_url and not is_public_address(settings.public_url):
        raise SettingsError("not_a_web_address", name="public_url", where=said_by.get("public_url", ""))
    origins = tuple(filter(None, map(origin, settings.origins)))
    if len(origins) < len(settings.origins):
        raise SettingsError("not_a_web_address", name="origins", where=said_by.get("origins", ""))
    return attrs.evolve(settings, origins=origins)
