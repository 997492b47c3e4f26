"""A mind for the local server: replies that every task finds fit, made from the request alone.

It is no model: its sentences are fixed, and only chosen by what is asked, so that no two answers are alike.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Final

from tests.llm.wire.behaviour import Behaviour, Request

_KOREAN: Final = (
    "저는 문제를 먼저 작게 나누어 보는 편입니다.",
    "당시에는 원인을 알 수 없어서 동료와 함께 기록부터 살펴보았습니다.",
    "서로 의견이 달라서 기준을 먼저 정하자고 말씀드렸습니다.",
    "그 뒤로는 같은 일이 다시 생기지 않도록 점검표를 만들어 두었습니다.",
    "사용자가 무엇 때문에 불편한지 직접 여쭈어 본 것이 도움이 되었습니다.",
    "처음 생각한 방법이 통하지 않아서 다른 길을 찾아야 했습니다.",
    "결국 가장 단순한 방법이 오래간다는 것을 배웠습니다.",
    "맡은 일을 끝까지 책임지고 결과를 함께 나누었습니다.",
    "일정이 밀릴 때는 먼저 알리고 무엇을 줄일지 상의했습니다.",
    "새로운 도구보다 팀이 이해하는 방법을 고르려고 했습니다.",
    "돌아보면 더 일찍 도움을 청했어야 했다고 생각합니다.",
    "작은 개선이라도 바로 적용해서 반응을 확인했습니다.",
    "다른 부서와 말이 통하도록 용어부터 맞추었습니다.",
    "입사하면 이 경험을 살려 서비스의 기본을 단단히 하고 싶습니다.",
    "저에게 협업은 서로의 시간을 아껴 주는 일입니다.",
    "실패한 시도도 문서로 남겨 다음 사람이 참고하게 했습니다.",
)
_ENGLISH: Final = (
    "I like to cut a problem into small parts before I touch it.",
    "Nobody knew the cause at first, so we read the records together.",
    "We disagreed, and I proposed that we settle the yardstick first.",
    "Since then we keep a short list of checks so that it does not happen again.",
    "Asking the users what exactly got in their way helped the most.",
    "My first idea did not work, and I had to look for another way.",
    "In the end the simplest way lasted longest.",
    "I saw the work through and shared what came of it.",
    "When we fell behind I said so early and we agreed on what to leave out.",
    "I chose what the team understood over what was new.",
    "Looking back, I should have asked for help sooner.",
    "Even small improvements went live at once so that we could see the effect.",
)
_TOPICS: Final = (
    "협업",
    "장애 대응",
    "우선순위",
    "문서화",
    "갈등 조정",
    "품질",
    "학습",
    "고객 이해",
    "일정 관리",
    "설계",
)
_ENGLISH_TOPICS: Final = ("teamwork", "incidents", "priorities", "writing", "conflict", "quality", "learning")
_LEVELS: Final = ("below", "meets", "meets", "above")
_CRITERIA: Final = ("relevance", "evidence", "structure", "reasoning", "reflection")
_LENGTH: Final = re.compile(r"(\d+)자에서 (\d+)자|[Bb]etween (\d+) and (\d+) characters")
_FENCED: Final = re.compile(r"<[\w.-]+-([0-9a-f]{16})>\n(.*?)\n</", re.DOTALL)


def interviewing(request: Request) -> Behaviour:
    """Return a fit reply for whatever task a request is of."""
    texts = list(_strings(request.body.get("input") or request.body.get("messages") or request.body))
    system = list(_strings(request.body.get("system") or request.body.get("systemInstruction")))
    asked = "\n".join(texts)
    schema = json.dumps(request.body, ensure_ascii=False)
    key = int(hashlib.sha256(asked.encode()).hexdigest()[:12], 16)
    reply = _reply(schema, asked, key)
    said = json.dumps(reply, ensure_ascii=False)
    stable = sum(map(len, system)) or max(map(len, texts), default=0)
    return Behaviour(
        text=said,
        input_tokens=tokens(asked) + tokens("".join(system)) + 120,
        cached_tokens=round(stable / 1.6),
        output_tokens=tokens(said) + 20,
    )


def tokens(text: str) -> int:
    """Return about how many tokens a text has: Korean 1.6 characters each, the rest 4."""
    korean = sum("가" <= letter <= "힣" for letter in text)
    return round(korean / 1.6 + (len(text) - korean) / 4)


def _reply(schema: str, asked: str, key: int) -> dict[str, object]:
    korean = sum("가" <= letter <= "힣" for letter in asked) > len(asked) // 10
    fenced = [text for _, text in _FENCED.findall(asked)]
    if '"key_points"' in schema:
        return _question(key, korean=korean)
    if '"missed_points"' in schema:
        quote = fenced[-1][:40].strip() if fenced else ""
        level = _LEVELS[key % len(_LEVELS)]
        judged: dict[str, object] = {
            name: {"quote": quote, "reason": "말한 내용이 질문에 맞습니다.", "level": level}
            for name in _CRITERIA
        }
        return {**judged, "missed_points": [], "speaks_to_judge": False}
    if '"first_quote"' in schema:
        quotes = [text[:30].strip() for text in fenced[-2:]]
        first, second = quotes if len(quotes) == 2 else ("", "")
        verdict = "tie" if first == second else "first" if first > second else "second"
        return {
            "first_quote": first,
            "second_quote": second,
            "reason": "근거가 더 뚜렷합니다.",
            "verdict": verdict,
            "speaks_to_judge": "none",
        }
    if '"impression"' in schema:
        return _coaching(korean=korean)
    if '"mood"' in schema:
        return {"greeting": "안녕하세요.", "mood": "calm"}
    return {"answer": _answer(asked, key, korean=korean)}


def _question(key: int, *, korean: bool) -> dict[str, object]:
    if korean:
        topic = _TOPICS[key % len(_TOPICS)]
        second = _TOPICS[(key // 97) % len(_TOPICS)]
        return {
            "question": f"{topic}, 그리고 {second}에서 어려웠던 때와 어떻게 풀었는지 말씀해 주십시오.",
            "reason": f"{topic}에 관해 더 듣고 싶습니다.",
            "key_points": ["상황을 구체적으로 설명한다", "자신이 한 일을 말한다", "배운 점을 말한다"],
            "shows": f"{topic}에서 스스로 판단하는 힘",
        }
    topic = _ENGLISH_TOPICS[key % len(_ENGLISH_TOPICS)]
    return {
        "question": f"Tell us about a time when {topic} was hard, and how you went about it?",
        "reason": f"We would like to hear more about {topic}.",
        "key_points": ["Describes the situation", "Says what they did", "Says what they learned"],
        "shows": f"Judgement in {topic}",
    }


def _answer(asked: str, key: int, *, korean: bool) -> str:
    bounds = [int(number) for found in _LENGTH.findall(asked) for number in found if number]
    low, high = bounds[-2:] if len(bounds) >= 2 else (80, 300)
    bank = list(_KOREAN if korean else _ENGLISH)
    said = ""
    while bank and len(said) < (low + high) // 2:
        sentence = bank.pop(key % len(bank))
        key = key // 7 + 13
        if len(said) + len(sentence) > high:
            break
        said = f"{said} {sentence}".strip()
    return said or (_KOREAN if korean else _ENGLISH)[key % 5]


def _coaching(*, korean: bool) -> dict[str, object]:
    if korean:
        return {
            "impression": "질문에 맞추어 차분하게 답하셨습니다.",
            "strength": "상황을 먼저 설명하신 점이 좋았습니다.",
            "strength_quote": "",
            "obstacle": "결과를 더 구체적으로 말씀하시면 좋겠습니다.",
            "obstacle_quote": "",
            "drill": "답변마다 결과를 한 문장으로 먼저 말하는 연습을 해 보십시오.",
            "rival": "",
        }
    return {
        "impression": "You answered calmly and to the point.",
        "strength": "You set the scene first.",
        "strength_quote": "",
        "obstacle": "Say more clearly what came of it.",
        "obstacle_quote": "",
        "drill": "Practise saying the result of each story first, in one sentence.",
        "rival": "",
    }


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("text", "content", "parts", "contents", "input", "messages"):
                yield from _strings(item)
