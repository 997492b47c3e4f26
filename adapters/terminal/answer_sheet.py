"""A person's prepared answers: a list in order, or answers by kind of question.

By kind, each kind's answers are given in order; then those of `default`, of which the last fits for ever.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import attrs
import msgspec

from adapters.terminal.failures import ExitCode, Failure
from adapters.terminal.text_files import read_text
from adapters.terminal.texts import Texts
from interview_engine.core.rules.texts import LONGEST_ANSWER
from interview_engine.vocabulary import QuestionKind

DEFAULT = "default"
_IN_ORDER = "answers"
"""The key of a plain list in a TOML file, which can't hold a list alone."""


@attrs.frozen(kw_only=True)
class AnswerSheet:
    """Prepared answers.

    Attributes:
        in_order: Answers whatever is asked.
        by_kind: Answers for one kind of question each.
        default: Answers when the others are used up.
    """

    in_order: tuple[str, ...] = ()
    by_kind: tuple[tuple[QuestionKind, tuple[str, ...]], ...] = ()
    default: tuple[str, ...] = ()

    def answer(self, kind: QuestionKind, asked_of_kind: int, asked: int) -> str | None:
        """Return the answer to a question, or None when none is left.

        Args:
            kind: What the question is for.
            asked_of_kind: How many questions of this kind were answered before.
            asked: How many questions were answered before.
        """
        own = next((answers for known, answers in self.by_kind if known is kind), ())
        if self.in_order and asked < len(self.in_order):
            return self.in_order[asked]
        if asked_of_kind < len(own):
            return own[asked_of_kind]
        if self.default:
            return self.default[min(asked_of_kind - len(own), len(self.default) - 1)]
        return None


def read_answers(path: Path, texts: Texts) -> AnswerSheet:
    """Return the answers of a JSON or TOML file.

    Raises:
        Failure: When the file can't be read, or holds something else.
    """
    body = read_text(path, texts)
    try:
        return _sheet(_decoded(body, toml=path.suffix.lower() == ".toml"), texts)
    except (msgspec.DecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        kinds = ", ".join(kind.value for kind in QuestionKind)
        raise Failure(
            texts.trouble.error_answers.format(path=path, why=error),
            texts.trouble.hint_answers.format(kinds=kinds),
            ExitCode.FILE,
        ) from None


def _decoded(body: str, *, toml: bool) -> object:
    decoded: object = tomllib.loads(body) if toml else msgspec.json.decode(body)
    return decoded


def _sheet(decoded: object, texts: Texts) -> AnswerSheet:
    if isinstance(decoded, list):
        return _filled(AnswerSheet(in_order=_texts_of(_IN_ORDER, decoded, texts)), texts)
    if not isinstance(decoded, dict):
        raise ValueError(texts.trouble.answers_bad_value.format(key="JSON"))  # noqa: TRY004 -- one kind of error
    kinds = {kind.value: kind for kind in QuestionKind}
    unknown = [key for key in decoded if key not in kinds and key not in (DEFAULT, _IN_ORDER)]
    if unknown:
        raise ValueError(texts.trouble.answers_bad_key.format(key=unknown[0]))
    read = {str(key): _texts_of(str(key), value, texts) for key, value in decoded.items()}
    sheet = AnswerSheet(
        in_order=read.get(_IN_ORDER, ()),
        by_kind=tuple((kinds[key], answers) for key, answers in read.items() if key in kinds),
        default=read.get(DEFAULT, ()),
    )
    return _filled(sheet, texts)


def _texts_of(key: str, value: object, texts: Texts) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError(texts.trouble.answers_bad_value.format(key=key))
    for number, item in enumerate(items, start=1):
        if len(item.strip()) > LONGEST_ANSWER:
            raise ValueError(
                texts.trouble.answers_too_long.format(
                    key=key, number=number, count=len(item.strip()), most=LONGEST_ANSWER
                )
            )
    return tuple(item.strip() for item in items)


def _filled(sheet: AnswerSheet, texts: Texts) -> AnswerSheet:
    if not (sheet.in_order or sheet.default or any(answers for _, answers in sheet.by_kind)):
        raise ValueError(texts.trouble.answers_empty)
    return sheet
