"""The web client as files in memory: what was built into the package's `web_client` folder, if anything was.

They are read once, at start: no request touches the disk, so none can leave the folder.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import cached_property
from pathlib import Path
from typing import Final

import attrs

FOLDER: Final = Path(__file__).with_name("web_client")
"""Where a built client is looked for; it may be missing."""
FIRST_PAGE: Final = "index.html"
_LASTING: Final = "assets/"
"""Files below it carry a hash of their content in their names: another content has another name."""
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""What may be served; a table of our own, for the machine's may say something else."""
_COMPRESSED: Final = frozenset({".ico", ".jpg", ".mp3", ".png", ".webp", ".woff2"})
_WORTH_IT: Final = 1_024


@attrs.frozen(kw_only=True, slots=False)
class ClientFile:
    """One file of the client.

    Attributes:
        content: Its bytes.
        media_type: What they are.
        lasting: They never change under this name.
        compressible: Compressing makes them smaller.
    """

    content: bytes
    media_type: str
    lasting: bool = False
    compressible: bool = False

    @cached_property
    def mark(self) -> str:
        """What tells this content from another: the ETag."""
        return f'"{hashlib.blake2b(self.content, digest_size=12).hexdigest()}"'

    @cached_property
    def compressed(self) -> bytes:
        """The content with gzip, made when somebody first takes it."""
        return gzip.compress(self.content, mtime=0)


@attrs.frozen(kw_only=True)
class ClientFiles:
    """A built client.

    Attributes:
        files: By path, as `assets/index-1a2b.js`.
    """

    files: dict[str, ClientFile]

    @property
    def first_page(self) -> ClientFile:
        """The page that every address of the client begins with."""
        return self.files[FIRST_PAGE]


def installed_client(folder: Path = FOLDER) -> ClientFiles | None:
    """Return the client in a folder; None when there is none, or it has no first page.

    Args:
        folder: Where `index.html` is. Hidden files, links out of it, and kinds of files that a client does
            not need are left out.
    """
    if not (folder / FIRST_PAGE).is_file():
        return None
    inside = folder.resolve()
    files: dict[str, ClientFile] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if hidden or path.suffix not in _TYPES or not path.is_file():
            continue
        if not path.resolve().is_relative_to(inside):
            continue
        content = path.read_bytes()
        files[name] = ClientFile(
            content=content,
            media_type=_TYPES[path.suffix],
            lasting=name.startswith(_LASTING),
            compressible=path.suffix not in _COMPRESSED and len(content) >= _WORTH_IT,
        )
    return ClientFiles(files=files)
