"""Text files as Korean computers write them: UTF-8, UTF-16 with its mark, or the older CP949."""

from __future__ import annotations

import codecs
import re
from typing import Final

from adapters.documents.refused import DocumentRefused

_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENCODINGS: Final = ("utf-8-sig", "cp949")


def decoded(data: bytes) -> str:
    """Return what a text file says.

    Raises:
        DocumentRefused: `unknown_kind` for bytes that are no text, `broken` for text in no known encoding.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _NO_TEXT.search(text):
            raise DocumentRefused("unknown_kind")
        return text
    raise DocumentRefused("unknown_kind" if _NO_TEXT.search(data.decode("latin-1")) else "broken")
