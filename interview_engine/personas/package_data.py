"""The one place of the engine that reads files: data shipped inside the package."""

from __future__ import annotations

from importlib import resources
from typing import TypeVar

import msgspec

from interview_engine.personas.errors import BrokenPackageData

T = TypeVar("T")


def read_folder(folder: str, shape: type[T]) -> tuple[T, ...]:
    """Decode every JSON file of a folder beside this module, in file-name order.

    Args:
        folder: Name of a folder in `interview_engine/personas`.
        shape: What each file holds.

    Returns:
        One value per file.

    Raises:
        BrokenPackageData: A file is not valid JSON or has another shape.
    """
    files = resources.files("interview_engine.personas").joinpath(folder).iterdir()
    named = sorted((file.name, file) for file in files if file.name.endswith(".json"))
    return tuple(decode(f"{folder}/{name}", file.read_bytes(), shape) for name, file in named)


def read_file(path: str, shape: type[T]) -> T:
    """Decode one JSON file beside this module.

    Args:
        path: Path below `interview_engine/personas`, with forward slashes.
        shape: What the file holds.

    Raises:
        BrokenPackageData: It is not valid JSON or has another shape.
    """
    file = resources.files("interview_engine.personas").joinpath(*path.split("/"))
    return decode(path, file.read_bytes(), shape)


def decode(name: str, body: bytes, shape: type[T]) -> T:
    """Decode one JSON document.

    Args:
        name: What to call it in an error.
        body: The document, UTF-8.
        shape: What it holds.

    Raises:
        BrokenPackageData: It is not valid JSON or has another shape.
    """
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenPackageData(name, str(error)) from error
