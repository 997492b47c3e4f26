"""The covered key points as lines, joined by the persona's connectives."""

from __future__ import annotations

import re

from interview_engine.personas.answering.draft import Draft
from interview_engine.personas.answering.lines import Line
from interview_engine.personas.chance import keyed_number
from interview_engine.vocabulary import Language

POINT, OUTCOME = 9.0, 7.2
# A sentence that already says where it stands needs no connective before it.
_PLACED_KO = re.compile(
    r"^(?:저는 |제가 )?(?:먼저|우선|첫|둘째|셋째|또|그리고|이후|그 ?후|그 ?뒤|다음|마지막|끝으로|그래서"
    r"|하지만|다만|특히|결국|이를|이런|이때|그 |네|앞으로|입사|만약|아니|물론|실제|예를|이 직무|제가 맡은"
    r"|그렇게|당시|솔직히|돌아보|돌이켜|이 일|한계도|가장|오늘|제 강점|이곳|여기|여러분|함께|처음|앞서|앞 )"
    r"|^.{1,14},"
)
_PLACED_EN = re.compile(
    r"^(?:I )?(?:first|second|then|next|after|before|finally|lastly|also|and|but|so|once|when|to |in |by |on "
    r"|from |rather|instead|because|since|while|with|for |at |only|even|as )",
    re.IGNORECASE,
)
_CONNECTED_PERCENT = 55
_KEEPS_CAPITAL = re.compile(r"^(?:I\b|[A-Z]{2,}|[A-Z]\w*[A-Z])")
_LOWERED_EN = re.compile(
    r"^(?:The|A|An|My|We|It|They|There|This|That|What|Every|Each|Most|Our|One|If|Where)\b"
)


def point_lines(draft: Draft, low: float = 0.0, high: float = 1.01) -> tuple[Line, ...]:
    """Return the covered points whose place lies in a half-open range.

    Args:
        draft: The answer in the making.
        low: First place, 0.0-1.0.
        high: Place before which to stop.
    """
    chosen = tuple(point for point in draft.points if low <= point.place < high)
    lines: list[Line] = []
    for index, point in enumerate(chosen):
        text = _connected(draft, point.text, index) if index and not point.framed else point.text
        lines.append(Line(text=text, weight=POINT - point.place))
        if point.outcome and draft.depth.figures:
            lines.append(Line(text=point.outcome, weight=OUTCOME - point.place))
    return tuple(lines)


def _connected(draft: Draft, text: str, index: int) -> str:
    """Put a connective before a sentence where one is missing."""
    request = draft.request
    placed = _PLACED_KO if request.language is Language.KO else _PLACED_EN
    draw = keyed_number(draft.persona.id, request.question, request.variation, text) % 100
    connectives = draft.persona.voice.connectives
    if placed.match(text) or draw >= _CONNECTED_PERCENT or not connectives:
        return text
    wording = draft.said(connectives, "connective", len(connectives))
    connective = wording[index % len(wording)]
    if request.language is Language.EN and not _KEEPS_CAPITAL.match(text):
        if not _LOWERED_EN.match(text):
            return text
        text = text[0].lower() + text[1:]
    return f"{connective} {text}"
