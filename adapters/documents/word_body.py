"""The text of a DOCX in reading order: paragraphs, text boxes, and tables, as Korean résumés have them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from adapters.documents.document import Limits
from adapters.documents.refused import DocumentRefused

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

MOST_PARTS: Final = 2_000
BULLET: Final = "• "
CELL_BORDER: Final = " | "

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""A second writing of a text box, for old readers."""
_SPACES: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def docx_text(data: bytes, limits: Limits) -> str:
    """Return the text of a DOCX.

    Raises:
        DocumentRefused: `too_large` when it unpacks beyond the limits, `broken` when a part is missing.
        Exception: python-docx's, of any kind, for a broken file.
    """
    _require_small(data, limits)
    from docx import Document

    lines = tuple(_block_lines(Document(io.BytesIO(data)).element.body))
    if sum(map(len, lines)) > limits.most_characters:
        raise DocumentRefused("too_large")
    return "\n".join(lines)


def _require_small(data: bytes, limits: Limits) -> None:
    """Refuse a bomb by the sizes that it declares; one that lies runs into the worker's memory bound."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        raise DocumentRefused("encrypted")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > limits.most_unpacked_bytes:
        raise DocumentRefused("too_large")


def _block_lines(container: BaseOxmlElement) -> Iterator[str]:
    for element in container:
        if element.tag == f"{_W}p":
            yield from _paragraph_lines(element)
        elif element.tag == f"{_W}tbl":
            for row in element.iterchildren(f"{_W}tr"):
                yield from _row_lines(row)
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _block_lines(element)


def _row_lines(row: BaseOxmlElement) -> Iterator[str]:
    """Yield a row as one line if each cell has no more than one; else what stands in the cells in turn."""
    cells = [
        tuple(line for line in _block_lines(cell) if line.strip()) for cell in row.iterchildren(f"{_W}tc")
    ]
    if all(len(lines) <= 1 for lines in cells):
        line = CELL_BORDER.join(lines[0].strip() for lines in cells if lines)
        yield from (line,) if line else ()
        return
    for lines in cells:
        yield from lines


def _paragraph_lines(paragraph: BaseOxmlElement) -> Iterator[str]:
    words: list[str] = []
    boxes: list[BaseOxmlElement] = []
    _gather(paragraph, words, boxes)
    text = "".join(words)
    mark = BULLET if text.strip() and _is_listed(paragraph) else ""
    yield from (mark + line if line.strip() else line for line in text.split("\n"))
    for box in boxes:
        yield from _block_lines(box)


def _gather(element: BaseOxmlElement, words: list[str], boxes: list[BaseOxmlElement]) -> None:
    """Collect a paragraph's own words, and the text boxes that hang on it."""
    for child in element:
        if child.tag == f"{_W}t":
            words.append(child.text or "")
        elif child.tag in _SPACES:
            words.append(_SPACES[child.tag])
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in (_COMPATIBILITY, f"{_W}pPr", f"{_W}rPr", f"{_W}del"):
            _gather(child, words, boxes)


def _is_listed(paragraph: BaseOxmlElement) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = str(style.get(f"{_W}val", "")) if style is not None else ""
    return paragraph.find(f"{_W}pPr/{_W}numPr") is not None or named.startswith("List")
