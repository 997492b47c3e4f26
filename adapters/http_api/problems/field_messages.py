"""What is wrong with a field, in the reader's language: libraries and rules say it in English."""

from __future__ import annotations

import re
from typing import Final

from adapters.http_api.problems.problem import FieldProblem
from interview_engine.vocabulary import Language

_KOREAN: Final = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"Object missing required field `(.+)`", r"`\1` 값이 필요합니다."),
        (r"Object contains unknown field `(.+)`", r"`\1`은(는) 쓸 수 없는 항목입니다."),
        (r"Expected `str` of length <= (\d+)", r"\1자 이하로 적어 주세요."),
        (r"Expected `str` of length >= (\d+)", r"\1자 이상 적어 주세요."),
        (r"Expected `array` of length <= (\d+)", r"\1개까지만 보낼 수 있습니다."),
        (r"Expected `array` of length >= (\d+)", r"\1개 이상 필요합니다."),
        (r"Expected `(?:int|float)` <= (\S+)", r"\1 이하여야 합니다."),
        (r"Expected `(?:int|float)` >= (\S+)", r"\1 이상이어야 합니다."),
        (r"Expected `(.+)`, got `(.+)`", r"값의 종류가 맞지 않습니다(`\1` 자리에 `\2`)."),
        (r"(\d[\d,]*) characters, at most (\d[\d,]*)", r"\2자까지 쓸 수 있습니다(지금 \1자)."),
        (r"(\d+) to (\d+)", r"\1에서 \2 사이여야 합니다."),
        (r"a name is needed", "이름을 적어 주세요."),
        (r"a file is needed", "파일을 올려 주세요."),
        (r"a question or question_id", "질문(question)이나 question_id가 필요합니다."),
        (r"labels must differ", "이름표가 서로 달라야 합니다."),
        (r"nothing to change", "바꿀 내용이 없습니다."),
        (r"resume, portfolio or cover_letter", "resume, portfolio, cover_letter 가운데 하나여야 합니다."),
        (r"missing", "값이 필요합니다."),
    )
)
_ANYTHING: Final = "허용되지 않는 값입니다."
_HANGUL: Final = re.compile("[가-힣]")


def in_language(problem: FieldProblem, language: Language) -> FieldProblem:
    """Return a field's problem in a language; what nobody has translated is told in general."""
    if language is not Language.KO or _HANGUL.search(problem.message):
        return problem
    for pattern, text in _KOREAN:
        found = pattern.fullmatch(problem.message)
        if found is not None:
            return FieldProblem(field=problem.field, message=found.expand(text))
    return FieldProblem(field=problem.field, message=_ANYTHING)
