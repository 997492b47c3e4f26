"""What a file is: by what it holds, and by its name only where content can't tell."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath
from typing import Final

from adapters.documents.document import DocumentKind
from adapters.documents.refused import DocumentRefused

_PDF_MARK: Final = b"%PDF-"
_PDF_MARK_WITHIN: Final = 1_024
"""Bytes before the mark that readers put up with."""
_ZIP_MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE_MARK: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
"""The stream's name in the container that Office puts a document with a password into."""
_WORD_BODY: Final = "word/document.xml"
_MACROS: Final = "word/vbaProject.bin"
_TEXTS: Final = {
    ".txt": DocumentKind.TEXT,
    ".text": DocumentKind.TEXT,
    ".md": DocumentKind.MARKDOWN,
    ".markdown": DocumentKind.MARKDOWN,
}
_MARKED: Final = frozenset({".pdf", ".docx"})


def kind_of(name: str, data: bytes) -> DocumentKind:
    """Return what a file is.

    Args:
        name: The file's name; only its end counts.
        data: The file.

    Raises:
        DocumentRefused: `unknown_kind`; `encrypted` for a DOCX with a password; `broken` for a file that is
            not what its name says, and for a damaged DOCX.
    """
    end = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if _PDF_MARK in data[:_PDF_MARK_WITHIN]:
        return DocumentKind.PDF
    if data.startswith(_ZIP_MARKS):
        return _packed(data)
    if data.startswith(_OLD_OFFICE_MARK):
        raise DocumentRefused("encrypted" if _ENCRYPTED_PACKAGE in data else "unknown_kind")
    if end in _MARKED:
        raise DocumentRefused("broken")
    if end not in _TEXTS:
        raise DocumentRefused("unknown_kind")
    return _TEXTS[end]


def _packed(data: bytes) -> DocumentKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = frozenset(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DocumentRefused("broken") from error
    # Nothing of a macro would run here, but whoever sends one to a job interview sends no résumé.
    if _WORD_BODY not in names or _MACROS in names:
        raise DocumentRefused("unknown_kind")
    return DocumentKind.DOCX
