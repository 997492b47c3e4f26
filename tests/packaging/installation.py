"""The wheel, built from the sdist and installed alone into an empty virtual environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]
UV = Path(sys.prefix) / "bin" / "uv"


@attrs.frozen(kw_only=True)
class Installation:
    """A virtual environment that holds our wheel and what it asks for, without extras."""

    wheel: Path
    environment: Path

    def run(self, program: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, away from the sources.

        Args:
            program: Name in the environment's `bin`.
            arguments: The program's arguments.
            stdin: What it reads.

        Returns:
            What it wrote, and its exit code.
        """
        return subprocess.run(
            [self.environment / "bin" / program, *arguments],
            cwd=self.environment,
            env=_bare_environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def pip(self, *arguments: str) -> None:
        """Change what is installed."""
        _uv("pip", *arguments, "--quiet", "--python", str(self.environment / "bin" / "python"))


def install(folder: Path) -> Installation:
    """Build the sdist, the wheel from it, and install the wheel beside the locked versions it asks for.

    Everything comes from `.venv` and uv's cache, so that this works without a network too.

    Args:
        folder: An empty folder to work in.

    Returns:
        The installation.
    """
    environment = folder / "environment"
    _uv(
        "build",
        "--quiet",
        "--no-build-isolation",
        "--python",
        sys.executable,
        "--out-dir",
        str(folder / "dist"),
    )
    (wheel,) = (folder / "dist").glob("*.whl")
    _uv("venv", "--quiet", "--python", sys.executable, str(environment))
    _uv("sync", "--quiet", "--locked", "--no-default-groups", "--no-install-project", environment=environment)
    installation = Installation(wheel=wheel, environment=environment)
    installation.pip("install", "--no-deps", str(wheel))
    installation.pip("check")
    return installation


def _uv(*arguments: str, environment: Path | None = None) -> None:
    settings = {} if environment is None else {"UV_PROJECT_ENVIRONMENT": str(environment)}
    outcome = subprocess.run(
        [UV, *arguments],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr


def _bare_environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", "TERM": "dumb", "COLUMNS": "100"}
