"""A stand-in for the distribution on PyPI that owns `adapters/__init__.py`."""

from __future__ import annotations

import zipfile
from pathlib import Path

_INFO = "adapters-1.3.0.dist-info"
_FILES = {
    "adapters/__init__.py": 'OWNER = "the other distribution"\n',
    "adapters/configuration/__init__.py": "",
    f"{_INFO}/METADATA": "Metadata-Version: 2.1\nName: adapters\nVersion: 1.3.0\n",
    f"{_INFO}/WHEEL": "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


def build_foreign_wheel(folder: Path) -> Path:
    """Write the stand-in's wheel.

    Args:
        folder: Where to put it.

    Returns:
        The wheel's path.
    """
    wheel = folder / "adapters-1.3.0-py3-none-any.whl"
    record = "".join(f"{name},,\n" for name in (*_FILES, f"{_INFO}/RECORD"))
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in {**_FILES, f"{_INFO}/RECORD": record}.items():
            archive.writestr(name, text)
    return wheel
