"""A stand-in for writers and judges: short deterministic texts, and evidence whose quotes hold.

It costs microseconds where the offline performer costs milliseconds, so thousands of whole interviews can
be played in a test. Nothing in it depends on the question bank.
"""

from __future__ import annotations

from interview_engine.core import commands as c
from interview_engine.core.effects import (
    ComparePair,
    Effect,
    JudgeAnswer,
    WriteAnswer,
    WriteFeedback,
    WriteQuestion,
)
from interview_engine.core.provenance import Provenance
from interview_engine.core.questions import Question
from interview_engine.ids import JudgeId, Millis, QuestionId
from interview_engine.scoring import (
    Comparison,
    Criterion,
    CriterionEvidence,
    Evaluation,
    Feedback,
    FeedbackPoint,
    Level,
    Verdict,
)
from interview_engine.testing.dice import Dice
from interview_engine.vocabulary import Competency, Language

STUB = Provenance(family="stub")

_SENTENCES = {
    Language.KO: (
        "저는 장애의 원인을 지표로 좁혔습니다.",
        "응답 시간을 40% 줄였습니다.",
        "동료와 기준을 먼저 맞추었습니다.",
        "그 과정에서 기록의 중요성을 배웠습니다.",
        "지원 직무에서도 같은 방식으로 기여하겠습니다.",
    ),
    Language.EN: (
        "I narrowed the cause down by the metrics.",
        "Response time fell by 40 percent.",
        "My team agreed on the criteria first.",
        "I learned how much good records matter.",
        "I would work the same way in this job.",
    ),
}
_QUESTIONS = {
    Language.KO: "가장 어려웠던 문제를 어떻게 해결하셨습니까?",
    Language.EN: "How did you solve your hardest problem?",
}


def perform_stub(effect: Effect, now: Millis) -> c.Report:
    """Return the report of an effect; the same effect and attempt always give the same content.

    Args:
        effect: What is wanted.
        now: When the report is made, ms.
    """
    match effect:
        case WriteQuestion():
            return c.QuestionWritten(
                now=now, effect_id=effect.effect_id, question=stub_question(effect), provenance=STUB
            )
        case WriteAnswer():
            text = stub_answer(f"{effect.turn_id}/{effect.quality}", effect.language)
            return c.AnswerWritten(now=now, effect_id=effect.effect_id, text=text, provenance=STUB)
        case JudgeAnswer():
            return c.EvaluationWritten(
                now=now, effect_id=effect.effect_id, evaluation=stub_evaluation(effect), provenance=STUB
            )
        case ComparePair():
            return c.ComparisonWritten(
                now=now, effect_id=effect.effect_id, comparison=_comparison(effect), provenance=STUB
            )
        case WriteFeedback():
            return c.FeedbackWritten(
                now=now, effect_id=effect.effect_id, feedback=_feedback(effect), provenance=STUB
            )
        case _:
            raise AssertionError(f"an effect of an unknown class: {type(effect).__name__}")


def stub_question(effect: WriteQuestion) -> Question:
    """Return a question that was never asked before: its id is made from its round and attempt."""
    return Question(
        question_id=QuestionId(f"{effect.effect_id.partition(':')[2]}.{effect.attempt}"),
        kind=effect.kind,
        text=f"{_QUESTIONS[effect.language]} [{effect.effect_id}]",
        reason=effect.parent_answer[:20],
        competency=effect.competency or Competency.COMMUNICATION,
        difficulty=effect.difficulty,
        key_points=(f"key-point-{effect.pick % 997}", "result"),
        shows=f"shows-{effect.pick % 991}",
    )


def stub_answer(key: str, language: Language, sentences: int = 0) -> str:
    """Return an answer that only this key gives.

    Args:
        key: Anything that tells answers apart.
        language: The room's language.
        sentences: How many sentences, 1 to 5; drawn from the key when 0.
    """
    dice = Dice(f"answer/{key}")
    count = sentences or dice.between(1, 5)
    return " ".join((*dice.shuffled(_SENTENCES[language])[:count], f"({key})"))


def stub_evaluation(effect: JudgeAnswer) -> Evaluation:
    """Return one judge's evidence: now and then a criterion is missing or its quote is not in the answer."""
    dice = Dice(f"judge/{effect.effect_id}/{len(effect.answer)}")
    evidence = []
    for criterion in Criterion:
        roll = dice.below(40)
        if roll == 0:
            continue
        begin = dice.below(max(1, len(effect.answer) - 8))
        quote = effect.answer[begin : begin + 8] if roll > 1 else "words nobody said"
        level = Level(dice.between(1, 5))
        evidence.append(CriterionEvidence(criterion=criterion, level=level, quote=quote))
    return Evaluation(
        turn_id=effect.turn_id,
        judge_id=JudgeId(effect.judge),
        family=STUB.family,
        evidence=tuple(evidence),
        missed_points=(1,) if dice.chance(50) else (),
    )


def _comparison(effect: ComparePair) -> Comparison:
    dice = Dice(f"compare/{effect.effect_id}")
    forward = dice.pick(tuple(Verdict))
    return Comparison(
        first=effect.first,
        second=effect.second,
        judge_id=JudgeId("panel"),
        family=STUB.family,
        forward=forward,
        backward=forward if dice.chance(80) else dice.pick(tuple(Verdict)),
    )


def _feedback(effect: WriteFeedback) -> Feedback:
    evidence = effect.evidence
    answered = next((turn for turn in evidence.turns if turn.answer), None)
    point = FeedbackPoint(
        criterion=Criterion.EVIDENCE,
        text=f"feedback-for-{evidence.seat_id}",
        quote=answered.answer[:10] if answered else "",
        turn_id=answered.turn_id if answered else None,
    )
    return Feedback(
        seat_id=evidence.seat_id,
        summary=f"{evidence.rank}/{evidence.candidates}",
        strength=point if answered else None,
        obstacle=point,
        drill="STAR",
        rival=evidence.rival.name if evidence.rival else "",
        missed=(),
        notice="practice only",
    )
