"""What the closed lists are called in front of people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from interview_engine.core.settings import Preset
from interview_engine.core.turns import Outcome
from interview_engine.vocabulary import Bilingual, Company, Competency, JobRole, QuestionKind

COMPANIES: Mapping[Company, Bilingual] = MappingProxyType(
    {
        Company.NAVER: Bilingual(ko="네이버", en="Naver"),
        Company.KAKAO: Bilingual(ko="카카오", en="Kakao"),
        Company.TOSS: Bilingual(ko="토스", en="Toss"),
        Company.COUPANG: Bilingual(ko="쿠팡", en="Coupang"),
        Company.BAEMIN: Bilingual(ko="배달의민족", en="Baemin"),
        Company.DANGGEUN: Bilingual(ko="당근", en="Danggeun"),
    }
)

ROLES: Mapping[JobRole, Bilingual] = MappingProxyType(
    {
        JobRole.BACKEND: Bilingual(ko="백엔드 개발", en="Backend engineering"),
        JobRole.FRONTEND: Bilingual(ko="프런트엔드 개발", en="Frontend engineering"),
        JobRole.DATA: Bilingual(ko="데이터", en="Data"),
        JobRole.PRODUCT: Bilingual(ko="프로덕트 매니저", en="Product management"),
    }
)

PRESETS: Mapping[Preset, Bilingual] = MappingProxyType(
    {
        Preset.SHORT: Bilingual(ko="짧은 면접", en="Short interview"),
        Preset.STANDARD: Bilingual(ko="표준 면접", en="Standard interview"),
        Preset.FULL: Bilingual(ko="전체 면접", en="Full interview"),
    }
)

KINDS: Mapping[QuestionKind, Bilingual] = MappingProxyType(
    {
        QuestionKind.SELF_INTRODUCTION: Bilingual(ko="1분 자기소개", en="Self-introduction"),
        QuestionKind.MOTIVATION: Bilingual(ko="지원동기", en="Motivation"),
        QuestionKind.COMMON: Bilingual(ko="공통질문", en="Common question"),
        QuestionKind.EXPERIENCE: Bilingual(ko="경험질문", en="Experience"),
        QuestionKind.SITUATIONAL: Bilingual(ko="상황질문", en="Situation"),
        QuestionKind.TECHNICAL: Bilingual(ko="직무질문", en="Job knowledge"),
        QuestionKind.PRESSURE: Bilingual(ko="압박질문", en="Pressure question"),
        QuestionKind.CROSS_REFERENCE: Bilingual(ko="다른 지원자 답변에 대한 질문", en="On another's answer"),
        QuestionKind.FOLLOW_UP: Bilingual(ko="꼬리질문", en="Follow-up"),
        QuestionKind.CLOSING: Bilingual(ko="마지막 할 말", en="Closing words"),
    }
)

COMPETENCIES: Mapping[Competency, Bilingual] = MappingProxyType(
    {
        Competency.TECHNICAL_DEPTH: Bilingual(ko="기술 깊이", en="Technical depth"),
        Competency.PROBLEM_SOLVING: Bilingual(ko="문제 해결", en="Problem solving"),
        Competency.COMMUNICATION: Bilingual(ko="의사소통", en="Communication"),
        Competency.COLLABORATION: Bilingual(ko="협업", en="Collaboration"),
        Competency.OWNERSHIP: Bilingual(ko="책임감", en="Ownership"),
        Competency.CUSTOMER_FOCUS: Bilingual(ko="고객 중심", en="Customer focus"),
        Competency.GROWTH: Bilingual(ko="성장", en="Growth"),
        Competency.COMPANY_FIT: Bilingual(ko="회사 적합성", en="Company fit"),
    }
)

OUTCOMES: Mapping[Outcome, Bilingual] = MappingProxyType(
    {
        Outcome.ANSWERED: Bilingual(ko="답변함", en="Answered"),
        Outcome.TIMED_OUT: Bilingual(ko="시간 초과", en="Time ran out"),
        Outcome.SKIPPED: Bilingual(ko="건너뜀", en="Skipped"),
        Outcome.ABANDONED: Bilingual(ko="자리 비움", en="Away"),
        Outcome.VOID: Bilingual(ko="집계 제외", en="Not counted"),
    }
)

FLAGS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "echo": Bilingual(ko="질문을 되풀이한 비중이 큽니다", en="Largely repeats the question"),
        "injection": Bilingual(
            ko="평가자에게 지시하는 문장이 있습니다", en="Contains instructions to the judge"
        ),
        "off_topic": Bilingual(ko="질문에서 벗어난 답변입니다", en="Off the topic"),
        "repetition": Bilingual(ko="같은 말이 반복됩니다", en="Repeats itself"),
        "stuffing": Bilingual(ko="핵심어를 나열한 답변입니다", en="Strings key words together"),
        "too_short": Bilingual(ko="평가하기에 짧은 답변입니다", en="Short for an assessment"),
    }
)
"""The codes that the offline judge gives; a code that is not listed is not shown to people."""
