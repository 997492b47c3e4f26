"""What each level of each criterion looks like: behaviourally anchored rating scales (BARS), as data.

The form is Smith and Kendall's ("Retranslation of expectations", Journal of Applied Psychology 47, 1963):
a level is described by what a listener would hear, so that two judges mean the same thing by it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from interview_engine.scoring.rubric import Criterion, Level
from interview_engine.vocabulary import Bilingual, Language

if TYPE_CHECKING:
    from collections.abc import Mapping

CRITERION_NAMES: Mapping[Criterion, Bilingual] = MappingProxyType(
    {
        Criterion.RELEVANCE: Bilingual(ko="질문 적합성", en="Relevance"),
        Criterion.EVIDENCE: Bilingual(ko="근거의 구체성", en="Evidence"),
        Criterion.STRUCTURE: Bilingual(ko="논리와 구성", en="Structure"),
        Criterion.REASONING: Bilingual(ko="사고의 깊이", en="Reasoning"),
        Criterion.REFLECTION: Bilingual(ko="배움과 기여", en="Reflection"),
    }
)

ANCHORS: Mapping[Criterion, tuple[Bilingual, ...]] = MappingProxyType(
    {
        Criterion.RELEVANCE: (
            Bilingual(
                ko="질문과 무관한 이야기를 하거나, 질문을 되풀이할 뿐 답이 없습니다.",
                en="Talks about something else, or repeats the question without answering it.",
            ),
            Bilingual(
                ko="질문의 주제는 건드리지만 정작 물어본 것에는 거의 답하지 않습니다.",
                en="Touches the topic but hardly answers what was actually asked.",
            ),
            Bilingual(
                ko="질문에 답하지만 핵심 요소 가운데 절반 정도만 다룹니다.",
                en="Answers the question but covers only about half of its key points.",
            ),
            Bilingual(
                ko="질문의 의도에 맞게 답하고 핵심 요소를 대부분 다룹니다.",
                en="Answers to the point and covers most of the key points.",
            ),
            Bilingual(
                ko="질문의 의도를 정확히 짚어 핵심 요소를 빠짐없이, 군더더기 없이 다룹니다.",
                en="Grasps exactly what is being asked and covers every key point without padding.",
            ),
        ),
        Criterion.EVIDENCE: (
            Bilingual(
                ko="주장만 있고 경험이나 사례가 전혀 없습니다.",
                en="Claims only; not one experience or example.",
            ),
            Bilingual(
                ko="경험을 언급하지만 누가 무엇을 했는지 알 수 없을 만큼 막연합니다.",
                en="Mentions an experience, too vaguely to tell who did what.",
            ),
            Bilingual(
                ko="본인이 한 행동이 드러나지만 수치나 결과로 확인하기는 어렵습니다.",
                en="Shows what the candidate did, but with little that could be checked.",
            ),
            Bilingual(
                ko="본인의 행동과 결과를 수치나 고유한 사실로 뒷받침합니다.",
                en="Backs own actions and their result with figures or specific facts.",
            ),
            Bilingual(
                ko="상황, 본인의 역할, 행동, 전후 수치까지 되물어도 확인될 만큼 구체적입니다.",
                en="Situation, own role, actions and before-and-after figures would all survive probing.",
            ),
        ),
        Criterion.STRUCTURE: (
            Bilingual(
                ko="단어나 문장 조각이 이어져 무슨 말인지 따라가기 어렵습니다.",
                en="Fragments or loose words; a listener can't follow.",
            ),
            Bilingual(
                ko="문장은 되지만 순서가 없고 같은 말을 맴돕니다.",
                en="Sentences, but in no order, going round in circles.",
            ),
            Bilingual(
                ko="흐름은 따라갈 수 있으나 상황·행동·결과 중 빠진 단계가 있습니다.",
                en="Can be followed, but a step of situation, action and result is missing.",
            ),
            Bilingual(
                ko="결론이나 상황에서 시작해 행동과 결과까지 순서대로 이어집니다.",
                en="Moves in order from the claim or situation through action to result.",
            ),
            Bilingual(
                ko="두괄식 결론과 단계별 전개, 마무리가 분명해 한 번만 들어도 정리됩니다.",
                en="A clear opening claim, signposted steps and a close; one hearing is enough.",
            ),
        ),
        Criterion.REASONING: (
            Bilingual(
                ko="왜 그렇게 생각하거나 행동했는지 이유가 없습니다.",
                en="Gives no reason for what was thought or done.",
            ),
            Bilingual(
                ko="이유를 들지만 누구나 할 수 있는 일반론에 그칩니다.",
                en="Gives a reason, but one that anybody could give.",
            ),
            Bilingual(
                ko="판단의 근거를 한 가지 이상 자신의 상황에 맞게 설명합니다.",
                en="Explains at least one decision by the situation at hand.",
            ),
            Bilingual(
                ko="원인을 짚거나 대안을 비교해 왜 그 선택을 했는지 설명합니다.",
                en="Finds causes or weighs alternatives to explain the choice.",
            ),
            Bilingual(
                ko="원인, 대안, 장단점과 한계까지 따져 자신의 판단 기준을 보여 줍니다.",
                en="Weighs causes, alternatives, trade-offs and limits, and shows a principle of judgement.",
            ),
        ),
        Criterion.REFLECTION: (
            Bilingual(
                ko="배운 점이나 앞으로의 계획이 나오지 않습니다.",
                en="Nothing learned and nothing planned.",
            ),
            Bilingual(
                ko="열심히 하겠다는 다짐 수준에 머뭅니다.",
                en="No more than a promise to work hard.",
            ),
            Bilingual(
                ko="경험에서 배운 점을 한 가지 말합니다.",
                en="Names one thing learned from the experience.",
            ),
            Bilingual(
                ko="배운 점을 이후의 행동이나 이 직무와 연결합니다.",
                en="Links what was learned to later behaviour or to this job.",
            ),
            Bilingual(
                ko="배운 점을 실제로 다시 적용했고, 팀과 회사에 어떻게 기여할지까지 구체적입니다.",
                en=(
                    "Has already applied the lesson again and says concretely how it serves "
                    "the team and company."
                ),
            ),
        ),
    }
)
"""Five anchors per criterion, level 1 first."""


def anchor(criterion: Criterion, level: Level, language: Language) -> str:
    """Return the sentence that describes a level of a criterion.

    Args:
        criterion: The aspect.
        level: 1 (far below) to 5 (outstanding).
        language: The language to say it in.
    """
    return ANCHORS[criterion][level - 1].spoken_in(language)


def criterion_name(criterion: Criterion, language: Language) -> str:
    """Return a criterion's name for people."""
    return CRITERION_NAMES[criterion].spoken_in(language)
