"""Words that fit an answer to any question, in stems: they tell less about this one. Data."""

from __future__ import annotations

from interview_engine.scoring.heuristic.wording import stem

_WORDS = """
use used using user way thing kind type different difference same similar example number case part first
second third new old good bad better best big large small high low need needed needs require required
requirement give given take taken come go see know think want call called name named mean say said show
shown work like well even still always never often usually main mainly general generally certain important
possible possibility able ability many several few lot much less various specific particular simple basic
whole total full real actual allow help happen become find found keep put set provide include contain
consist base based depend due cause therefore thus hence however although whether instead rather additional
additionally furthermore moreover finally once time order result problem issue reason point fact question
answer advantage disadvantage benefit drawback describe explain state list following follow above below
according respect regard within per via etc already exist available handle make change easy easily hard
correct note long short close enough together
사용 이용 활용 필요 가능 불가능 다양 여러가지 종류 차이 차이점 공통점 예시 예를 들어 사례 숫자 개수 첫째 둘째
셋째 먼저 다음 마지막 새로 기존 좋은 나쁜 중요 주요 일반 일반적 보통 특정 기본 전체 실제 제공
포함 구성 존재 발생 변경 변화 결과 원인 문제 장점 단점 이점 한계 특징 목적 역할 기능 의미 정의 요약 정리
질문 답변 제시 나열 이후 이전 따라서 그러므로 그러나 다만 반면 또한 즉 결국 우선 만약 항상 자주 쉽게 어렵
크게 작게 많은 적은 높은 낮은
"""

GENERIC_STEMS = frozenset(stem(word) for word in _WORDS.split())
