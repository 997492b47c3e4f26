"""One's own answer's score in a line."""

from __future__ import annotations

from rich.text import Text

from adapters.terminal.texts import Texts
from interview_engine.scoring import AnswerScore, Criterion, criterion_name
from interview_engine.vocabulary import Language


def score_line(score: AnswerScore, texts: Texts, language: Language) -> Text:
    """Return the panel's verdict on an answer: its total and each criterion's level of 5."""
    if score.total is None:
        return Text(texts.my_score_missing, style="yellow")
    total = f"{score.total:.1f}"
    if score.floored:
        return Text(texts.my_score_floored.format(total=total), style="yellow")
    levels = ", ".join(
        f"{criterion_name(criterion, language)} {level:g}"
        for criterion, level in zip(Criterion, score.levels, strict=False)
        if level
    )
    line = Text(texts.my_score.format(total=total, levels=levels), style="green")
    if score.judges > 1 and score.spread:
        line.append(f" · {texts.spread.format(spread=f'{score.spread:.1f}')}", style="dim")
    return line
