"""Real files, made on the spot: PDFs by hand, DOCX with python-docx."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from pypdf import PdfReader, PdfWriter

_PER_PAGE = 40


def pdf(*lines: str, meaning: bool = True, packed: bool = True) -> bytes:
    """Return a PDF whose font knows its characters only by the map to Unicode, as Korean ones do.

    Args:
        lines: The text, 40 lines a page.
        meaning: With that map; without it the glyphs say nothing.
        packed: Content is deflated.
    """
    pages = [lines[start : start + _PER_PAGE] for start in range(0, max(len(lines), 1), _PER_PAGE)]
    glyphs = {character: number for number, character in enumerate(sorted(set("".join(lines))), start=1)}
    to_unicode = " /ToUnicode 5 0 R" if meaning else ""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: (
            "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H"
            f" /DescendantFonts [4 0 R]{to_unicode} >>"
        ).encode(),
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: _stream(_unicode_map(glyphs), packed=False),
    }
    kids: list[int] = []
    for page in pages:
        number = 6 + 2 * len(kids)
        kids.append(number)
        objects[number] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {number + 1} 0 R >>"
        ).encode()
        objects[number + 1] = _stream(_content(page, glyphs), packed=packed)
    listed = " ".join(f"{number} 0 R" for number in kids)
    objects[2] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return assembled(objects)


def assembled(objects: dict[int, bytes]) -> bytes:
    """Return a PDF of numbered objects, without gaps from 1; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number in sorted(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def bomb_pdf(mib: int) -> bytes:
    """Return a small PDF whose one page unpacks to many MiB of text."""
    glyphs = {"x": 1}
    content = b"BT /F1 10 Tf 10 10 Td " + b"<0001> Tj " * (mib * 1024 * 1024 // 10) + b"ET"
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /M /Encoding /Identity-H"
        b" /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>"
    )
    return assembled(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> >>"
            b" /Contents 7 0 R >>",
            4: font,
            5: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /M /DW 1000 >>",
            6: _stream(_unicode_map(glyphs), packed=False),
            7: _stream(content, packed=True),
        }
    )


def lying_docx(mib: int) -> bytes:
    """Return a DOCX whose body unpacks to many MiB, and declares a thousand bytes."""
    out = io.BytesIO()
    body = b"<x>" + b" " * (mib * 1024 * 1024)
    with (
        zipfile.ZipFile(io.BytesIO(docx("x"))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for part in old.namelist():
            new.writestr(part, body if part == "word/document.xml" else old.read(part))
    size = len(body).to_bytes(4, "little")
    assert out.getvalue().count(size) == 2
    return out.getvalue().replace(size, (1_000).to_bytes(4, "little"))


def locked(data: bytes, user_password: str) -> bytes:
    """Return a PDF that opens with a password; with an empty one it only restricts what may be done."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=user_password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(*paragraphs: str, table: Sequence[Sequence[str]] = (), listed: Iterable[str] = ()) -> bytes:
    """Return a DOCX: paragraphs, a table, and a bulleted list, in this order."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    for text in listed:
        document.add_paragraph(text, style="List Bullet")
    return saved(document)


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _content(lines: Sequence[str], glyphs: dict[str, int]) -> bytes:
    shown = [b"BT /F1 10 Tf 50 800 Td 14 TL"]
    for line in lines:
        codes = "".join(f"{glyphs[character]:04X}" for character in line)
        shown.append(f"<{codes}> Tj T*".encode())
    return b"\n".join([*shown, b"ET"])


def _unicode_map(glyphs: dict[str, int]) -> bytes:
    pairs = [
        f"<{number:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for character, number in glyphs.items()
    ]
    blocks = [
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
        for block in (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    ]
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
    space = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    return (head + space + "\n".join(blocks) + "\nendcmap\nend\nend").encode()


def _stream(data: bytes, *, packed: bool) -> bytes:
    body = zlib.compress(data, 9) if packed else data
    how = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length %d%b >>\nstream\n%b\nendstream" % (len(body), how, body)
