# ruff: noqa: INP001 -- a folder of scripts is no package
"""Draw the reference pages from the code: command line, settings, commands, events, refusals.

Run `python -m scripts.draw_reference` after a change that its test calls stale.
"""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeGuard

import attrs

from interview_engine.core import commands as c
from interview_engine.core import events as e
from interview_engine.core.legality import LEGAL_STAGES
from interview_engine.core.refusals import CommandRefused, RefusalCode, message
from interview_engine.core.rules import texts
from interview_engine.core.rules.plan_check import MOST_SLOTS, check_settings
from interview_engine.core.settings import Settings
from interview_engine.core.visibility import AUDIENCE, PERSONAL, Audience
from interview_engine.vocabulary import Bilingual, Language
from scripts import reference_words as words
from scripts.command_line_page import command_line_page
from scripts.reference_shape import page_of, sayer, table_of

DOCS: Final = Path(__file__).parents[1] / "docs"
_OUT_OF_RANGE: Final = -1
_LIMITS: Final = (
    (texts.LONGEST_ANSWER, Bilingual(ko="답변의 글자 수", en="characters of an answer")),
    (texts.LONGEST_CHAT, Bilingual(ko="채팅 한 번의 글자 수", en="characters of a chat message")),
    (texts.LONGEST_NAME, Bilingual(ko="이름의 글자 수", en="characters of a name")),
    (texts.MOST_FACTS, Bilingual(ko="이력서 내용의 줄 수", en="résumé facts")),
    (texts.LONGEST_FACT, Bilingual(ko="이력서 내용 한 줄의 글자 수", en="characters of a résumé fact")),
)
_AUDIENCES: Final = {
    Audience.EVERYONE: Bilingual(ko="모두", en="everyone"),
    Audience.OWNER: Bilingual(ko="본인", en="its owner"),
    Audience.REVEALED: Bilingual(ko="공개된 뒤 모두", en="everyone once public"),
    Audience.LIVE: Bilingual(ko="순위가 실시간일 때와 끝난 뒤", en="while rankings are live, and at the end"),
    Audience.ROUND: Bilingual(ko="질문의 결과가 공개된 뒤", en="once the round's results may be shown"),
    Audience.ENDED: Bilingual(ko="끝난 뒤 모두", en="everyone at the end"),
    Audience.NOBODY: Bilingual(ko="아무도", en="nobody"),
}
_FAMILIES: Final[tuple[tuple[type[c.Command], Bilingual], ...]] = (
    (c.ParticipantCommand, Bilingual(ko="참가자 명령", en="Participants' commands")),
    (c.OperatorCommand, Bilingual(ko="방장·진행자 명령", en="Host's and moderators' commands")),
    (c.Report, Bilingual(ko="실행 환경의 보고", en="The shell's reports")),
)


def settings_page(language: Language) -> str:
    """Return the page of a room's settings, with their limits, and of what people write."""
    say = sayer(language)
    meaning = words.SETTINGS if language is Language.KO else _attribute_lines(Settings)
    rows = [
        (
            f"`{item.name}`",
            _default(item.default),
            setting_limits(item, language),
            meaning[item.name],
        )
        for item in attrs.fields(Settings)
    ]
    head = say("이름 기본값 한계 뜻", "Name Default Limits Meaning").split()
    return page_of(
        (
            f"# {say('설정과 한계', 'Settings and limits')}",
            say(
                "면접방의 설정은 시작하기 전에만 바꿀 수 있고, 한계를 벗어나면 `bad_value`로 거절됩니다. "
                "이름이 `_ms`로 끝나는 값은 밀리초입니다.",
                "A room's settings may change before the start only; beyond the limits they are refused with "
                "`bad_value`. What ends in `_ms` is in milliseconds.",
            ),
            table_of(head, rows),
            f"## {say('사람이 쓰는 글', 'What people write')}",
            table_of(
                say("무엇 최대", "What Most").split(),
                [(name.spoken_in(language), f"{most:,}") for most, name in _LIMITS],
            ),
        ),
        language,
    )


def commands_page(language: Language) -> str:
    """Return the page of everything that may be put to a room."""
    say = sayer(language)
    parts = [
        f"# {say('명령', 'Commands')}",
        say(
            "명령은 모두 `now`(밀리초)를 가지며, 참가자와 방장의 명령은 다시 보내도 안전하도록 "
            "`id`를 가집니다. 어느 단계에서 쓸 수 있는지는 [표](../topics/legality.md)에 있습니다.",
            "Every command carries `now` (ms); participants' and the host's carry an `id` that makes a retry "
            "harmless. In which stage each is legal is [a table](../topics/legality.md).",
        ),
    ]
    for family, title in _FAMILIES:
        shared = {item.name for item in attrs.fields(family)}
        kinds = [kind for kind in (*LEGAL_STAGES, c.CreateRoom) if issubclass(kind, family)]
        rows = [
            (f"`{kind.__name__}`", _meaning(kind, words.COMMANDS, language), _fields(kind, shared))
            for kind in kinds
        ]
        parts += [
            f"## {title.spoken_in(language)}",
            table_of(say("명령 뜻 필드", "Command Meaning Fields").split(), rows),
        ]
    return page_of(parts, language)


def events_page(language: Language) -> str:
    """Return the page of everything that may have happened in a room."""
    say = sayer(language)
    kinds = [kind for kind in vars(e).values() if _is_event(kind)]
    shared = {item.name for item in attrs.fields(e.Event)}
    rows = [
        (
            f"`{kind.__name__}`",
            _meaning(kind, words.EVENTS, language),
            _AUDIENCES[kind.audience].spoken_in(language),
            _event_fields(kind, shared, hidden=False),
            _event_fields(kind, shared, hidden=True),
        )
        for kind in kinds
    ]
    head = say(
        "이벤트|뜻|누가 보나|필드|보이지 않는 필드", "Event|Meaning|Who sees it|Fields|Fields in no view"
    ).split("|")
    return page_of(
        (
            f"# {say('이벤트', 'Events')}",
            say(
                "이벤트는 모두 시각 `at`을 가지며, 명령의 첫 이벤트는 그 명령의 `id`를 `cause`로 가집니다. "
                "*기울인* 필드는 개인 글이어서 기록에서 지울 수 있습니다.",
                "Every event carries its instant `at`; a command's first carries its id as `cause`. Fields "
                "in *italics* are personal text and can be deleted from a log.",
            ),
            table_of(head, rows),
        ),
        language,
    )


def refusals_page(language: Language) -> str:
    """Return the page of the refusal codes with their messages in both languages."""
    say = sayer(language)
    rows = [
        (f"`{code.value}`", message(code, Language.KO), message(code, Language.EN)) for code in RefusalCode
    ]
    return page_of(
        (
            f"# {say('거절 코드', 'Refusal codes')}",
            say(
                "거절된 명령은 아무것도 바꾸지 않으며, 같은 `id`로 다시 보낼 수 있습니다. "
                "코드는 버전이 바뀌어도 그대로입니다.",
                "A refused command changes nothing and may be sent again with the same `id`. "
                "Codes are stable.",
            ),
            table_of(say("코드 한국어 English", "Code 한국어 English").split(), rows),
        ),
        language,
    )


PAGES: Final[dict[str, Callable[[Language], str]]] = {
    "command-line": command_line_page,
    "settings": settings_page,
    "commands": commands_page,
    "events": events_page,
    "refusals": refusals_page,
}


def path(name: str, language: Language) -> Path:
    """Return where a page stands."""
    return DOCS / language.value / "reference" / f"{name}.md"


def main() -> None:
    """Write every page in both languages."""
    for language in Language:
        for name, draw in PAGES.items():
            path(name, language).write_text(draw(language), encoding="utf-8")


def setting_limits(item: attrs.Attribute[object], language: Language) -> str:
    """Return what a setting may be: an enum's values, or the range that the rules name when they refuse."""
    if item.name == "plan":
        return f"0–{MOST_SLOTS}"
    if isinstance(item.default, int):
        return _range_of(item.name)
    kind = inspect.get_annotations(Settings, eval_str=True)[item.name]
    choices = next(option for option in getattr(kind, "__args__", (kind,)) if issubclass(option, enum.Enum))
    values = [
        f"`{member.value}`" for member in choices if (item.name, member.value) != ("order", "individual")
    ]
    none = [Bilingual(ko="없음", en="none").spoken_in(language)] if item.default is None else []
    return ", ".join(values + none)


def _range_of(name: str) -> str:
    # Ruled out by the type for an enum's field; only whole numbers come here.
    wrong = attrs.evolve(Settings(), **{name: _OUT_OF_RANGE})  # type: ignore[arg-type]
    detail = ""
    try:
        check_settings(wrong)
    except CommandRefused as refused:
        detail = refused.detail
    found = re.fullmatch(rf"{name} is ([\d,]+) to ([\d,]+)", detail)
    assert found is not None, f"{name} has no limits: {detail}"
    return f"{found[1]}–{found[2]}"


def _meaning(kind: type, korean: dict[str, str], language: Language) -> str:
    if language is Language.KO:
        return korean[kind.__name__]
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _attribute_lines(kind: type) -> dict[str, str]:
    """Return what a class's docstring says about each of its attributes."""
    found = re.findall(r"^ +(\w+): (.+(?:\n {12,}.+)*)", kind.__doc__ or "", re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in found}


def _default(value: object) -> str:
    if isinstance(value, enum.Enum):
        return f"`{value.value}`"
    if value is None or value == ():
        return "–"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _fields(kind: type[c.Command], shared: set[str]) -> str:
    own = [f"`{item.name}`" for item in attrs.fields(kind) if item.name not in shared]
    return ", ".join(own) or "–"


def _event_fields(kind: type[e.Event], shared: set[str], *, hidden: bool) -> str:
    shown = []
    for item in attrs.fields(kind):
        unseen = item.metadata.get(AUDIENCE, Audience.NOBODY) is Audience.NOBODY
        if item.name in shared or (unseen or kind.audience is Audience.NOBODY) is not hidden:
            continue
        text = f"`{item.name}`"
        shown.append(f"*{text}*" if item.metadata.get(PERSONAL, False) else text)
    return ", ".join(shown) or "–"


def _is_event(kind: object) -> TypeGuard[type[e.Event]]:
    return isinstance(kind, type) and issubclass(kind, e.Event) and kind is not e.Event


if __name__ == "__main__":
    main()
