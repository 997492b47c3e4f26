"""What leaves a document before it leaves us: lines with contact data, and what a blind interview hides."""

from __future__ import annotations

import re
from typing import Final

from adapters.llm.defences.blind_interview import background_in

_CONTACT: Final = re.compile(
    r"[\w.+-]+\s?@\s?[\w-]+(?:\.[A-Za-z]{2,})+"
    r"|(?<!\d)01[016789][-. )]{0,2}\d{3,4}[-. ]{0,2}\d{4}(?!\d)"
    r"|(?<!\d)\(?0(?:2|[3-6]\d|70)\)?[-. )]{1,2}\d{3,4}[-. ]\d{4}(?!\d)"
    r"|\+\s?\d{1,3}[-. (]{1,2}\d{1,4}[-. )]{1,2}\d{2,4}(?:[-. ]\d{2,4}){1,3}"
    r"|(?<!\d)\d{6}\s?[-–—]\s?[1-8][\d*xX●]{6}"
    r"|https?://\S+|(?<![\w@])(?:linkedin|github|instagram|facebook)\.com/\S+"
    r"|^\W{0,4}(?:성\s*명|이\s*름|생년\s*월일|주\s*소|연락처|전화\s*(?:번호)?|휴대\s*(?:폰|전화)"
    r"|이\s*메\s*일|성\s*별|나\s*이|병\s*역"
    r"|혼\s*인|결혼\s*(?:여부)?|종\s*교|국\s*적|학\s*력|최종\s*학력|가족\s*(?:관계|사항)|본\s*적"
    r"|(?:full )?name|phone|mobile|e-?mail|address|date of birth|birth|gender|sex|age|nationality"
    r"|marital status"
    r"|religion|education)\s*[:：|\t]",
    re.IGNORECASE,
)


def without_private_lines(text: str) -> str:
    """Return a document without the lines that hold contact data, or that a blind interview would hide.

    Args:
        text: A document's text, or what was left of it.
    """
    return "\n".join(
        line for line in text.splitlines() if not _CONTACT.search(line) and not background_in(line)
    )
