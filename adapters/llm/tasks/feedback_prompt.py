"""What a coach is told: the evidence on one candidate, turn by turn, and what the levels settled."""

from __future__ import annotations

from typing import Final

from adapters.llm.asking import Prompt, Task
from adapters.llm.defences.fence import Fence
from adapters.llm.defences.shown_text import one_line
from adapters.llm.defences.tripwire import read
from adapters.llm.prompts.book import PromptText, prompt_text
from interview_engine.scoring import Criterion, FeedbackEvidence, RivalEvidence, TurnEvidence, criterion_name
from interview_engine.scoring.feedback.findings import Finding, Findings
from interview_engine.vocabulary import Language

TOKENS: Final = 1_400
_LONGEST_ANSWER: Final = 2_500


def feedback_prompt(evidence: FeedbackEvidence, found: Findings, language: Language, fence: Fence) -> Prompt:
    """Return the prompt for one candidate's feedback.

    Args:
        evidence: The candidate's turns, place and rival.
        found: What the evidence says, in figures.
        language: The room's language.
        fence: This call's marks.
    """
    text = prompt_text(Task.FEEDBACK, language)
    turns = (_turn(number, turn, language, text, fence) for number, turn in enumerate(evidence.turns, 1))
    return Prompt(
        version=text.version,
        stable=text.fill("stable"),
        turn=text.fill(
            "turn",
            strongest=_finding(found.strongest, evidence, language, text),
            weakest=_finding(found.weakest, evidence, language, text),
            unanswered=found.unanswered,
            rival=_rival(evidence.rival, language, text),
            turns="\n\n".join(turns),
        ),
        most_output_tokens=TOKENS,
    )


def _turn(number: int, turn: TurnEvidence, language: Language, text: PromptText, fence: Fence) -> str:
    missed = dict.fromkeys(
        turn.key_points[place]
        for evaluation in turn.evaluations
        for place in evaluation.missed_points
        if place < len(turn.key_points)
    )
    answer = read(turn.answer).clean
    return text.fill(
        "round",
        number=number,
        question=one_line(turn.question, 400),
        levels=_levels(turn.score.levels if turn.score else (), language) or text.fill("none"),
        missed=", ".join(missed) or text.fill("none"),
        answer=fence.around("answer", answer, _LONGEST_ANSWER) if answer else text.fill("silent"),
    )


def _levels(levels: tuple[float, ...], language: Language) -> str:
    pairs = zip(Criterion, levels, strict=False)
    return ", ".join(f"{criterion_name(one, language)} {level:.1f}" for one, level in pairs if level)


def _finding(
    finding: Finding | None, evidence: FeedbackEvidence, language: Language, text: PromptText
) -> str:
    if finding is None:
        return text.fill("no_finding")
    turns = [turn.turn_id for turn in evidence.turns]
    return text.fill(
        "finding",
        criterion=criterion_name(finding.criterion, language),
        level=f"{finding.level:.1f}",
        number=turns.index(finding.turn.turn_id) + 1,
    )


def _rival(rival: RivalEvidence | None, language: Language, text: PromptText) -> str:
    if rival is None:
        return text.fill("no_rival")
    levels = _levels(rival.levels, language) or text.fill("none")
    name = one_line(rival.name, 40)
    if not name or read(name).tripped:
        name = text.fill("rival.unnamed")
    return text.fill("rival", name=name, levels=levels)
