"""A document is read whole, or refused with a reason."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.documents.document import DocumentKind, Limits, ReadDocument
from adapters.documents.parsing import read_document
from adapters.documents.refused import MESSAGES, DocumentRefused
from interview_engine.vocabulary import Language
from tests.documents.made import docx, locked, lying_docx, pdf, saved
from tests.documents.resumes import ENGLISH, ENGLISH_FACTS, KOREAN, KOREAN_FACTS

LIMITS = Limits()


def read(name: str, data: bytes, limits: Limits = LIMITS) -> ReadDocument:
    return read_document(name, data, limits)


def refusal(name: str, data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(DocumentRefused) as caught:
        read(name, data, limits)
    return caught.value.code


KOREAN_TEXT = "\n".join(KOREAN)


@pytest.mark.parametrize(
    "name, data, kind",
    [
        ("이력서.pdf", pdf(*KOREAN), DocumentKind.PDF),
        ("이력서.PDF", pdf(*KOREAN, packed=False), DocumentKind.PDF),
        ("이력서.docx", docx(*KOREAN), DocumentKind.DOCX),
        ("이력서.txt", KOREAN_TEXT.encode(), DocumentKind.TEXT),
        ("이력서.md", KOREAN_TEXT.encode(), DocumentKind.MARKDOWN),
        ("C:\\문서\\이력서.TXT", KOREAN_TEXT.replace("\n", "\r\n").encode("utf-8-sig"), DocumentKind.TEXT),
        ("이력서.txt", KOREAN_TEXT.encode("utf-16"), DocumentKind.TEXT),
        ("이력서.txt", b"\xfe\xff" + KOREAN_TEXT.encode("utf-16-be"), DocumentKind.TEXT),
        ("이력서.txt", KOREAN_TEXT.replace("–", "~").replace("•", "-").encode("cp949"), DocumentKind.TEXT),
        # macOS writes Hangul in parts.
        ("이력서.txt", unicodedata.normalize("NFD", KOREAN_TEXT).encode(), DocumentKind.TEXT),
    ],
)
def test_a_korean_resume_says_the_same_in_every_kind(name: str, data: bytes, kind: DocumentKind) -> None:
    document = read(name, data)
    assert document.kind is kind
    assert document.facts == tuple(
        fact.replace("–", "~") if "–" not in document.text else fact for fact in KOREAN_FACTS
    )
    lines = [" ".join(line.split()) for line in document.text.replace("•", "-").splitlines()]
    wanted = KOREAN_TEXT.replace("•", "-")
    for line in wanted.splitlines():
        assert " ".join(line.split()) in {*lines, *(line.replace("~", "–") for line in lines)}


@pytest.mark.parametrize("make", [pdf, docx])
def test_an_english_resume_is_read_too(make: object) -> None:
    data = pdf(*ENGLISH) if make is pdf else docx(*ENGLISH)
    assert read("cv", data).facts == ENGLISH_FACTS


def test_the_content_decides_and_the_name_only_where_it_must() -> None:
    assert read("resume.txt", pdf(*ENGLISH)).kind is DocumentKind.PDF
    assert read("resume.pdf", docx(*ENGLISH)).kind is DocumentKind.DOCX
    assert read("no end", b"\n\n" + pdf(*ENGLISH)).kind is DocumentKind.PDF
    assert refusal("resume.pdf", "\n".join(ENGLISH).encode()) == "broken"
    assert refusal("resume.docx", "\n".join(ENGLISH).encode()) == "broken"
    for name in ("resume", "resume.html", "resume.hwp", "resume.txt.exe", ".txt"):
        assert refusal(name, "\n".join(ENGLISH).encode()) == "unknown_kind"


def test_tables_text_boxes_and_lists_of_a_word_document_are_read_in_order() -> None:
    made = docx(
        "경력 요약",
        table=(
            ("회사", "기간"),
            ("한빛페이", "2021.03 ~ 2023.05"),
            ("업무", "정산 배치 개발\n지표 화면 구축"),
        ),
        listed=("결제 API 응답 시간 40% 단축",),
    )
    document = Document(io.BytesIO(made))
    box = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>글상자</w:t><w:tab/><w:t>속 글</w:t></w:r>'
        "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>글상자 속 글, 다시</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:del><w:r><w:delText>지운 글</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>넣은 글</w:t></w:r></w:ins></w:p>"
    )
    document.element.body.insert(0, parse_xml(box))
    assert read("a.docx", saved(document)).text.split("\n") == [
        "넣은 글",
        "글상자\t속 글",
        "경력 요약",
        "회사 | 기간",
        "한빛페이 | 2021.03 ~ 2023.05",
        "업무",
        "정산 배치 개발",
        "지표 화면 구축",
        "• 결제 API 응답 시간 40% 단축",
    ]


@pytest.mark.parametrize(
    "name, data",
    [
        ("scan.pdf", pdf("1")),
        ("scan.pdf", pdf()),
        ("fonts.pdf", pdf(*KOREAN, meaning=False)),
        ("empty.docx", docx()),
        ("empty.txt", b""),
        ("empty.md", b"# 1\n\n- 2\n"),
        ("empty.txt", "\ufeff".encode()),
    ],
)
def test_a_scan_has_no_text(name: str, data: bytes) -> None:
    assert refusal(name, data) == "no_text"


def test_a_password_is_asked_of_nobody() -> None:
    assert refusal("a.pdf", locked(pdf(*ENGLISH), "secret")) == "encrypted"
    # Office wraps what it encrypts into the old container.
    old = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
    assert refusal("a.docx", old + "EncryptedPackage".encode("utf-16-le") + b"\0" * 99) == "encrypted"
    assert refusal("a.doc", old) == "unknown_kind"
    assert refusal("a.hwp", old + "HwpSummaryInformation".encode("utf-16-le")) == "unknown_kind"


def test_a_pdf_that_only_restricts_printing_is_read() -> None:
    assert read("a.pdf", locked(pdf(*ENGLISH), "")).facts == ENGLISH_FACTS


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return out.getvalue()


def test_other_packages_and_macros_are_no_documents() -> None:
    assert refusal("a.zip", packed(a_dot_txt=b"x")) == "unknown_kind"
    assert refusal("a.docx", packed(xl__workbook_dot_xml=b"<x/>")) == "unknown_kind"
    assert refusal("a.docx", with_part(docx(*ENGLISH), "word/vbaProject.bin", b"x")) == "unknown_kind"
    assert refusal("a.docx", packed(word__document_dot_xml=b"<x/>")) == "broken"


def test_a_zip_bomb_is_refused_by_what_it_declares() -> None:
    bomb = with_part(docx(*ENGLISH), "word/media/image1.png", b"\0" * (65 * 1024 * 1024))
    assert len(bomb) < 1024 * 1024
    assert refusal("a.docx", bomb) == "too_large"
    crowd = docx(*ENGLISH)
    out = io.BytesIO(crowd)
    with zipfile.ZipFile(out, "a") as package:
        for number in range(2_001):
            package.writestr(f"word/media/{number}", b"")
    assert refusal("a.docx", out.getvalue()) == "too_large"


def test_a_part_that_declares_too_little_makes_the_file_broken() -> None:
    assert refusal("a.docx", lying_docx(2)) == "broken"


def test_entities_of_xml_are_not_unfolded() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">{laughs}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Backend engineer of payments &a11; &x;</w:t></w:r></w:p></w:body></w:document>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx("x"))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, xml.encode() if part == "word/document.xml" else old.read(part))
    text = text_or_code("a.docx", out.getvalue())
    assert text == "broken" or text.startswith("Backend engineer")
    assert "haha" not in text
    assert "root:" not in text


def test_each_limit_refuses_one_more_and_takes_what_is_allowed() -> None:
    assert refusal("a.txt", b"a" * 101, Limits(most_bytes=100)) == "too_large"
    assert read("a.txt", b"a" * 100, Limits(most_bytes=100)).text == "a" * 100
    three_pages = pdf(*["a line of text"] * 120)
    assert refusal("a.pdf", three_pages, Limits(most_pages=2)) == "too_large"
    assert read("a.pdf", three_pages, Limits(most_pages=3)).text.count("a line") == 120
    for name, data in (
        ("a.pdf", three_pages),
        ("a.docx", docx(*["a line of text"] * 120)),
        ("a.txt", b"a line of text\n" * 120),
    ):
        assert refusal(name, data, Limits(most_characters=1_000)) == "too_large"


@pytest.mark.parametrize("data", [pdf(*KOREAN), docx(*KOREAN)], ids=["pdf", "docx"])
def test_a_file_cut_off_anywhere_is_read_or_refused(data: bytes) -> None:
    codes = {outcome("a.pdf", data[: len(data) * part // 24]) for part in range(24)}
    assert "broken" in codes
    assert codes <= {"broken", "no_text", "read", "encrypted", "unknown_kind"}


def text_or_code(name: str, data: bytes) -> str:
    try:
        return read(name, data).text
    except DocumentRefused as refused:
        return refused.code


def outcome(name: str, data: bytes) -> str:
    said = text_or_code(name, data)
    return said if said in MESSAGES else "read"


@pytest.mark.parametrize("make", [pdf, docx], ids=["pdf", "docx"])
def test_damaged_files_are_read_or_refused(make: object) -> None:
    data = pdf(*ENGLISH, packed=False) if make is pdf else docx(*ENGLISH)
    chance = random.Random(7)
    codes: set[str] = set()
    for _ in range(150):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 3, 30))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        codes.add(outcome("a.pdf", bytes(damaged)))
    assert codes <= {"read", *MESSAGES}
    assert codes >= {"read", "broken"}


MARKS = st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"\xff\xfe"])


@settings(max_examples=300)
@given(
    mark=MARKS,
    tail=st.binary(max_size=300),
    end=st.sampled_from([".pdf", ".docx", ".txt", ".md", ".hwp", ""]),
)
def test_any_bytes_are_read_or_refused(mark: bytes, tail: bytes, end: str) -> None:
    assert outcome(f"a{end}", mark + tail) in {"read", *MESSAGES}


@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_read_or_refused_and_keeps_its_letters(text: str) -> None:
    said = text_or_code("a.txt", text.encode())
    letters = [character for character in unicodedata.normalize("NFC", text) if character.isalpha()]
    assert said in {"no_text", "unknown_kind"} or [one for one in said if one.isalpha()] == letters


def test_bytes_that_are_no_text_are_told_from_text_in_an_unknown_encoding() -> None:
    assert refusal("a.txt", bytes(range(256)) * 4) == "unknown_kind"
    assert refusal("a.txt", b"plain text with \x00 inside it") == "unknown_kind"
    assert refusal("a.txt", b"\xff\xfe\x41") == "broken"
    assert refusal("a.txt", "가나다라마바사".encode("cp949") + b"\xff\xff") == "broken"


def test_every_refusal_speaks_both_languages() -> None:
    assert set(MESSAGES) == {"too_large", "unknown_kind", "encrypted", "no_text", "broken", "too_slow"}
    for code in MESSAGES:
        refused = DocumentRefused(code)
        korean, english = refused.message(Language.KO), refused.message(Language.EN)
        assert str(refused) == code
        assert any("가" <= character <= "힣" for character in korean)
        assert english.isascii()
