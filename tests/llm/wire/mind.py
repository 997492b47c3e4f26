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

_PLACES: Final = (
    "결제 점검",
    "색인 개편",
    "배포 자동화",
    "화면 개선",
    "장애 회고",
    "신입 교육",
    "로그 정리",
    "예산 조정",
    "고객 상담",
    "보안 점검",
    "자료 이전",
    "시험 환경",
    "알림 설계",
    "검색 품질",
    "재고 관리",
    "문서 작업",
    "속도 개선",
    "접근성 검토",
)
_THINGS: Final = (
    "우선순위",
    "기준",
    "책임",
    "일정",
    "가정",
    "용어",
    "사용자 목소리",
    "위험",
    "작업 순서",
    "측정 방법",
    "대안",
    "한계",
    "의존 관계",
    "되돌리는 길",
    "경계",
    "공유 방식",
    "검토 절차",
    "인수인계",
)
_DEEDS: Final = (
    "먼저 정리했습니다",
    "동료와 맞추었습니다",
    "작게 나누었습니다",
    "다시 따져 보았습니다",
    "끝까지 챙겼습니다",
    "글로 남겼습니다",
    "솔직하게 알렸습니다",
    "눈에 보이게 했습니다",
    "단순하게 바꾸었습니다",
    "직접 확인했습니다",
    "과감히 덜어냈습니다",
    "함께 정했습니다",
    "미리 준비했습니다",
    "새로 배웠습니다",
    "거듭 물었습니다",
)
_SYLLABLES: Final = "가나다라마바사아자차카타파하거너더러머버서어저처고노도로모보소오조초구누두루무부수"
_OBJECT: Final = {True: "을", False: "를"}
_ENGLISH: Final = (
    "the payment checks",
    "the search index",
    "our releases",
    "the first screen",
    "an outage",
    "new colleagues",
    "the logs",
    "a tight budget",
    "support calls",
    "security reviews",
    "a data move",
    "the test stage",
    "alerts",
)
_ENGLISH_DEEDS: Final = (
    "I settled the priorities first",
    "we agreed on a yardstick",
    "I cut the work into small parts",
    "we wrote the risks down",
    "I asked the users again",
    "I left out what nobody needed",
    "we measured before we changed anything",
    "I told everybody early that we were late",
    "we kept a way back",
    "I made the limits visible",
    "I learned it from the ground up",
)
_TOPICS: Final = (
    "협업",
    "장애 대응",
    "우선순위 정하기",
    "문서화",
    "갈등 조정",
    "품질 지키기",
    "새로운 기술 익히기",
    "고객 이해",
    "일정 지키기",
    "설계 결정",
    "실패에서 배우기",
    "의견을 설득하기",
    "책임을 나누기",
    "낯선 일 맡기",
)
_SHAPES: Final = (
    "{topic} 때문에 어려웠던 때와 어떻게 풀었는지 말씀해 주십시오.",
    "가장 기억에 남는 {topic} 경험은 무엇이고, 무엇을 배우셨습니까?",
    "만약 입사 첫 달에 {topic}부터 맡는다면 어떤 순서로 시작하시겠습니까?",
    "{topic}에서 남들과 다르게 판단한 적이 있다면 그 이유를 들려주십시오.",
)
_ENGLISH_TOPICS: Final = ("teamwork", "incidents", "priorities", "writing", "conflict", "quality", "learning")
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
_LEVELS: Final = ("below", "meets", "meets", "above")
_CRITERIA: Final = ("relevance", "evidence", "structure", "reasoning", "reflection")
_LENGTH: Final = re.compile(r"(\d+)자에서 (\d+)자|[Bb]etween (\d+) and (\d+) characters")
_FENCED: Final = re.compile(r"<[\w.-]+-([0-9a-f]{16})>\n(.*?)\n</", re.DOTALL)


def interviewing(request: Request) -> Behaviour:
    """Return a fit reply for whatever task a request is of."""
    if "/audio/" in request.path:
        return Behaviour()
    texts = list(_strings(request.body.get("input") or request.body.get("messages") or request.body))
    system = list(_strings(request.body.get("system") or request.body.get("systemInstruction")))
    asked = "\n".join(texts)
    schema = json.dumps(request.body, ensure_ascii=False)
    key = int(hashlib.sha256(asked.encode()).hexdigest()[:12], 16)
    reply = _reply(schema, asked, key)
    said = json.dumps(reply, ensure_ascii=False)
    stable = sum(map(len, system)) or max(map(len, texts), default=0)
    used = tokens(asked) + tokens("".join(system)) + 120
    return Behaviour(
        text=said,
        input_tokens=used,
        cached_tokens=min(used - 120, round(stable / 1.6)),
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
    return _small_reply(schema, asked, key, fenced[-1] if fenced else "", korean=korean)


def _small_reply(schema: str, asked: str, key: int, data: str, *, korean: bool) -> dict[str, object]:
    if '"experiences"' in schema:
        line = max(data.splitlines(), key=len, default="")
        found = {"title": "맡은 일", "did": line[:40], "result": "", "source": line}
        return {"headline": "", "experiences": [found], "skills": []}
    if '"mood"' in schema:
        return {"greeting": "안녕하세요.", "mood": "calm"}
    return {"answer": _answer(asked, key, korean=korean)}


def _question(key: int, *, korean: bool) -> dict[str, object]:
    if korean:
        topic = _TOPICS[key % len(_TOPICS)]
        shape = _SHAPES[key // 97 % len(_SHAPES)]
        return {
            "question": shape.format(topic=topic),
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
    said = ""
    while len(said) < (low + high) // 2:
        sentence = _korean_sentence(key) if korean else _english_sentence(key)
        key = int(hashlib.sha256(str(key).encode()).hexdigest()[:12], 16)
        if said and len(said) + len(sentence) > high:
            break
        said = f"{said} {sentence}".strip()
    return said


def _korean_sentence(key: int) -> str:
    thing = _THINGS[key // 31 % len(_THINGS)]
    closed = (ord(thing[-1]) - ord("가")) % 28 > 0
    deed = _DEEDS[key // 997 % len(_DEEDS)]
    place = _PLACES[key % len(_PLACES)]
    return f"{_made_up(key)} {place} 때 {_made_up(key // 7)} {thing}{_OBJECT[closed]} {deed}."


def _made_up(key: int) -> str:
    """Return a word that no other answer has."""
    letters = [_SYLLABLES[key // 41**place % len(_SYLLABLES)] for place in range(3)]
    return "".join(letters)


def _english_sentence(key: int) -> str:
    word = hashlib.sha256(str(key).encode()).hexdigest()[:6].translate(_LETTERS)
    return (
        f"With {word} and {_ENGLISH[key % len(_ENGLISH)]} {_ENGLISH_DEEDS[key // 31 % len(_ENGLISH_DEEDS)]}."
    )


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
