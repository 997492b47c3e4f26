"""Why a document is not read, with what its owner may do about it."""

from __future__ import annotations

from typing import Final

from interview_engine.vocabulary import Bilingual, Language

MESSAGES: Final = {
    "too_large": Bilingual(
        ko="문서가 너무 큽니다. 10MB, 100쪽 이하로 줄이거나 필요한 부분만 올려 주십시오.",
        en="The document is too large. Shorten it to 10 MB and 100 pages, or upload only what matters.",
    ),
    "unknown_kind": Bilingual(
        ko="읽을 수 없는 형식입니다. PDF, DOCX, TXT, MD 파일을 올려 주십시오. 한글(HWP) 문서와 예전 "
        "워드(DOC) 문서는 PDF로 저장하시면 됩니다.",
        en="This kind of file can't be read. Upload PDF, DOCX, TXT or MD; save HWP and old DOC files as PDF.",
    ),
    "encrypted": Bilingual(
        ko="암호가 걸린 문서입니다. 암호를 풀고 저장한 파일을 올려 주십시오.",
        en="The document is protected by a password. Save it without one, and upload that.",
    ),
    "no_text": Bilingual(
        ko="글자를 찾지 못했습니다. 스캔한 문서라면 글자가 들어 있는 PDF나 텍스트 파일로 올려 주십시오.",
        en="No text was found. If this is a scan, upload a PDF that holds text, or a text file.",
    ),
    "broken": Bilingual(
        ko="파일이 손상되어 읽을 수 없습니다. 다시 저장해서 올려 주십시오.",
        en="The file is damaged and can't be read. Save it again, and upload that.",
    ),
    "too_slow": Bilingual(
        ko="문서를 읽는 데 시간이 너무 오래 걸려 그만두었습니다. 더 간단한 파일로 올리거나, 잠시 뒤에 다시 "
        "시도해 주십시오.",
        en="Reading the document took too long and was given up. Upload a simpler file, or try again later.",
    ),
}
"""What is said, by code."""


class DocumentRefused(Exception):
    """A document that is not read.

    Attributes:
        code: Stable: `too_large`, `unknown_kind`, `encrypted`, `no_text`, `broken` or `too_slow`.
    """

    def __init__(self, code: str) -> None:
        assert code in MESSAGES, code
        super().__init__(code)
        self.code = code

    def message(self, language: Language) -> str:
        """Return why, and what its owner may do."""
        return MESSAGES[self.code].spoken_in(language)

    def __str__(self) -> str:
        """Return the code; never a word of the document."""
        return self.code
