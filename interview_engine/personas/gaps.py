"""Reading an answer for what it leaves out: why an interviewer would ask on."""

from __future__ import annotations

import re

from interview_engine.personas.interviewer import FollowUpReason
from interview_engine.vocabulary import Language, QuestionKind

_SHORT = {Language.KO: 90, Language.EN: 200}
_FIGURES = re.compile(
    r"\d|절반|[두세네]\s?배|[한두세네]\s?(?:번|달|주|시간)|\b(?:half|twice|double[ds]?|tripled?|percent|two|three|four|five"
    r"|six|seven|eight|nine|ten|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"결과|덕분에|성과|줄었|줄였|늘었|늘렸|올랐|올렸|낮췄|낮아졌|높였|높아졌|빨라졌|개선(?:했|됐|되)"
    r"|해결(?:했|됐|되)|합의했|열었|달성|마쳤"
    r"|\b(?:result(?:ed)?|outcome|reduced|cut|dropped|fell|rose|grew|increased|improved|achieved|saved|halved"
    r"|shipped|came down|went (?:from|down|up)|launched|agreed|solved)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"때문|이유|왜냐|그래서|따라서|근거|대신|비교|판단|고려|원인|위해|므로|라서|[았었겠]지만"
    r"|\b(?:because|since|therefore|reason|instead|rather than|trade-?offs?|compared|considered|cause[ds]?"
    r"|would have|so as)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"제가|저는|제 |저의|\bI\b|\bmy\b")
_TOGETHER = re.compile(r"저희|우리|팀에서|다 같이|\b(?:[Ww]e|[Oo]ur|[Tt]he team)\b")
_KIND = QuestionKind
# A figure is not wanted of everyone: an opinion or a closing word needs reasons, not measurements.
_TOLD = frozenset({_KIND.EXPERIENCE, _KIND.COMMON, _KIND.PRESSURE, _KIND.FOLLOW_UP, _KIND.SELF_INTRODUCTION})


def find_gaps(answer: str, kind: QuestionKind, language: Language) -> tuple[FollowUpReason, ...]:
    """Return what an answer leaves out, the most useful thing to ask about first.

    Args:
        answer: What the candidate said.
        kind: What the question was for.
        language: The room's language.

    Returns:
        Reasons to ask on; empty when the answer is complete. Never GO_DEEPER.
    """
    gaps: list[FollowUpReason] = []
    if len(answer.strip()) < _SHORT[language]:
        gaps.append(FollowUpReason.TOO_SHORT)
    if kind in _TOLD:
        if len(_TOGETHER.findall(answer)) > len(_ALONE.findall(answer)) + 1:
            gaps.append(FollowUpReason.OWN_ROLE_UNCLEAR)
        if not _RESULT.search(answer):
            gaps.append(FollowUpReason.NO_RESULT)
        if not _FIGURES.search(answer):
            gaps.append(FollowUpReason.NO_FIGURES)
    if not _REASON.search(answer):
        gaps.append(FollowUpReason.NO_REASON)
    return tuple(gaps)
