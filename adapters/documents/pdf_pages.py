"""The text of a PDF, page by page."""

from __future__ import annotations

import io

from adapters.documents.document import Limits
from adapters.documents.refused import DocumentRefused


def pdf_text(data: bytes, limits: Limits) -> str:
    """Return the text of a PDF.

    Raises:
        DocumentRefused: `encrypted` when it wants a password, `too_large` beyond the limits.
        Exception: pypdf's, of any kind, for a broken file.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    try:
        document = PdfReader(io.BytesIO(data))
        # A PDF that only restricts printing or copying opens with the empty password.
        if document.is_encrypted and not document.decrypt(""):
            raise DocumentRefused("encrypted")
        if len(document.pages) > limits.most_pages:
            raise DocumentRefused("too_large")
        pages: list[str] = []
        left = limits.most_characters
        for page in document.pages:
            pages.append(page.extract_text())
            left -= len(pages[-1])
            if left < 0:
                raise DocumentRefused("too_large")
    except (FileNotDecryptedError, DependencyError) as error:
        raise DocumentRefused("encrypted") from error
    except LimitReachedError as error:
        raise DocumentRefused("too_large") from error
    return "\n\n".join(pages)
