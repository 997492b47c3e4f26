# ruff: noqa: INP001 -- a folder of scripts is no package
"""Draw the legality table and the diagram of the stages into the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from interview_engine.core import commands as c
from interview_engine.core.legality import LEGAL_STAGES, legal
from interview_engine.core.stages import Stage
from interview_engine.vocabulary import Bilingual, Language

DOCS: Final = Path(__file__).parents[1] / "docs"


@attrs.frozen(kw_only=True)
class Group:
    """Stages in which the same commands are legal: one box of the diagram, one column of the table."""

    name: str
    stages: tuple[Stage, ...]


STAGES: Final = {
    Stage.WAITING: Bilingual(ko="대기", en="waiting"),
    Stage.SELF_INTRO: Bilingual(ko="1분 자기소개", en="self-introduction"),
    Stage.COMMON: Bilingual(ko="공통질문", en="common questions"),
    Stage.INDIVIDUAL: Bilingual(ko="개별질문", en="individual questions"),
    Stage.FOLLOW_UP: Bilingual(ko="꼬리질문", en="follow-up questions"),
    Stage.PRESSURE: Bilingual(ko="압박질문", en="pressure questions"),
    Stage.CLOSING: Bilingual(ko="마지막 할 말", en="closing words"),
    Stage.DELIBERATION: Bilingual(ko="총평", en="deliberation"),
    Stage.FINISHED: Bilingual(ko="종료", en="finished"),
}
_ASKING: Final = Bilingual(ko="질문 진행", en="asking")
_FAMILIES: Final[tuple[tuple[type[c.Command], Bilingual], ...]] = (
    (c.ParticipantCommand, Bilingual(ko="참가자 명령", en="Participants' commands")),
    (c.OperatorCommand, Bilingual(ko="방장·진행자 명령", en="Host's and moderators' commands")),
    (c.Report, Bilingual(ko="실행 환경의 보고", en="The shell's reports")),
)
_MOVES: Final = (
    (Stage.WAITING, Stage.COMMON, "StartInterview"),
    (
        Stage.COMMON,
        Stage.DELIBERATION,
        Bilingual(ko="마지막 질문 또는 EndEarly", en="last question, or EndEarly"),
    ),
    (Stage.DELIBERATION, Stage.FINISHED, Bilingual(ko="마지막 피드백", en="last feedback")),
)
_WORDS: Final = {
    "title": Bilingual(ko="언제 무엇을 할 수 있나", en="What is legal when"),
    "intro": Bilingual(
        ko="어느 단계에서 어떤 명령을 쓸 수 있는지는 표로 정해져 있습니다. 표에서 막힌 명령은\n"
        "`wrong_stage`로, 일시 정지 중에 막힌 명령은 `paused`로 거절되며 아무 일도 일어나지 않습니다.\n"
        "표를 통과한 명령도 누구의 차례인지, 방장인지에 따라 각 규칙이 다시 확인합니다.\n"
        "`CreateRoom`은 면접방이 없을 때에만 쓸 수 있습니다.",
        en="In which stage which command may be given is a table. A command that the table forbids\n"
        "is refused with `wrong_stage`, one that a pause forbids with `paused`, and nothing happens.\n"
        "What passes the table is checked again by its own rule: whose turn it is, who is host.\n"
        "`CreateRoom` is legal exactly when there is no room.",
    ),
    "stages": Bilingual(ko="단계", en="Stages"),
    "inside": Bilingual(
        ko="질문 진행 안에서는 계획에 따라 다음 단계 사이를 오갑니다",
        en="Inside *asking* the plan moves between",
    ),
    "table": Bilingual(ko="명령표", en="The table"),
    "key": Bilingual(ko="●: 가능, 빈칸: 거절", en="●: legal, blank: refused"),
    "command": Bilingual(ko="명령", en="command"),
    "paused": Bilingual(ko="일시 정지 중", en="while paused"),
    "pause": Bilingual(ko="일시 정지", en="paused"),
    "made": Bilingual(
        ko="이 문서는 `scripts/draw_legality.py`가 `interview_engine/core/legality.py`에서 그립니다.",
        en="Drawn by `scripts/draw_legality.py` from `interview_engine/core/legality.py`.",
    ),
}


def groups(language: Language) -> tuple[Group, ...]:
    """Return the stages, put together where the table treats them alike.

    Args:
        language: Of the names.
    """
    alike: dict[frozenset[type[c.Command]], list[Stage]] = {}
    for stage in Stage:
        row = frozenset(command for command, stages in LEGAL_STAGES.items() if stage in stages)
        alike.setdefault(row, []).append(stage)
    return tuple(
        Group(
            name=(STAGES[stages[0]] if len(stages) == 1 else _ASKING).spoken_in(language),
            stages=tuple(stages),
        )
        for stages in alike.values()
    )


def page(language: Language) -> str:
    """Return the page in one language.

    Args:
        language: Of the page.
    """
    asking = next(group for group in groups(language) if len(group.stages) > 1)
    inside = ", ".join(STAGES[stage].spoken_in(language) for stage in asking.stages)
    parts = [
        f"# {_say('title', language)}",
        _say("intro", language),
        f"## {_say('stages', language)}",
        _diagram(language),
        f"{_say('inside', language)}: {inside}.",
        f"## {_say('table', language)}",
        _say("key", language),
        *(f"### {name.spoken_in(language)}\n\n{_table(family, language)}" for family, name in _FAMILIES),
        _say("made", language),
    ]
    return "\n\n".join(parts) + "\n"


def path(language: Language) -> Path:
    """Return where the page of a language stands.

    Args:
        language: Of the page.
    """
    return DOCS / language.value / "topics" / "legality.md"


def main() -> None:
    """Write the pages."""
    for language in Language:
        path(language).write_text(page(language), encoding="utf-8")


def _say(word: str, language: Language) -> str:
    return _WORDS[word].spoken_in(language)


def _diagram(language: Language) -> str:
    boxes = groups(language)
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{group.name}" as {group.stages[0].value}' for group in boxes]
    lines.append(f"    [*] --> {Stage.WAITING.value}: CreateRoom")
    for origin, target, label in _MOVES:
        text = label.spoken_in(language) if isinstance(label, Bilingual) else label
        lines.append(f"    {_box(origin, boxes)} --> {_box(target, boxes)}: {text}")
    for group in boxes:
        if legal(c.PauseInterview, group.stages[0], paused=False):
            name = f"{group.stages[0].value}_paused"
            lines.append(f'    state "{group.name} ({_say("pause", language)})" as {name}')
            lines.append(f"    {group.stages[0].value} --> {name}: PauseInterview")
            lines.append(f"    {name} --> {group.stages[0].value}: ResumeInterview")
    lines.append(f"    {Stage.FINISHED.value} --> [*]")
    return "\n".join([*lines, "```"])


def _box(stage: Stage, boxes: tuple[Group, ...]) -> str:
    return next(group.stages[0].value for group in boxes if stage in group.stages)


def _table(family: type[c.Command], language: Language) -> str:
    boxes = groups(language)
    head = [_say("command", language), *(group.name for group in boxes), _say("paused", language)]
    rows = [head, ["---", *[":-:"] * (len(boxes) + 1)]]
    for command in LEGAL_STAGES:
        if not issubclass(command, family):
            continue
        cells = [_mark(legal(command, group.stages[0], paused=False)) for group in boxes]
        paused = any(legal(command, stage, paused=True) for stage in Stage)
        rows.append([f"`{command.__name__}`", *cells, _mark(paused)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _mark(yes: bool) -> str:  # noqa: FBT001 -- a cell of a table
    return "●" if yes else ""


if __name__ == "__main__":
    main()
