"""The words that every package shares: closed lists, and a text in two languages."""

from __future__ import annotations

import enum

import attrs


class Language(enum.Enum):
    """The language that a room speaks."""

    KO = "ko"
    EN = "en"


class Company(enum.Enum):
    """The companies whose candidates and questions ship with the engine."""

    NAVER = "naver"
    KAKAO = "kakao"
    TOSS = "toss"
    COUPANG = "coupang"
    BAEMIN = "baemin"
    DANGGEUN = "danggeun"


class JobRole(enum.Enum):
    """The job that the interview is for."""

    BACKEND = "backend"
    FRONTEND = "frontend"
    DATA = "data"
    PRODUCT = "product"


class QuestionKind(enum.Enum):
    """What a question is for."""

    SELF_INTRODUCTION = "self_introduction"
    MOTIVATION = "motivation"
    COMMON = "common"
    EXPERIENCE = "experience"
    SITUATIONAL = "situational"
    TECHNICAL = "technical"
    PRESSURE = "pressure"
    CROSS_REFERENCE = "cross_reference"
    FOLLOW_UP = "follow_up"
    CLOSING = "closing"


class Competency(enum.Enum):
    """What a question probes, and what a persona is strong or weak in."""

    TECHNICAL_DEPTH = "technical_depth"
    PROBLEM_SOLVING = "problem_solving"
    COMMUNICATION = "communication"
    COLLABORATION = "collaboration"
    OWNERSHIP = "ownership"
    CUSTOMER_FOCUS = "customer_focus"
    GROWTH = "growth"
    COMPANY_FIT = "company_fit"


@attrs.frozen(kw_only=True)
class Bilingual:
    """One text in Korean and in English."""

    ko: str
    en: str

    def spoken_in(self, language: Language) -> str:
        """Return the text in the given language."""
        return self.ko if language is Language.KO else self.en
