"""The sections of a résumé, by their headings in Korean and English."""

from __future__ import annotations

import enum
import re
from typing import Final


class Section(enum.Enum):
    """What a part of a résumé is about."""

    WORK = "work"
    PROJECTS = "projects"
    ACTIVITIES = "activities"
    SKILLS = "skills"
    STORY = "story"
    EDUCATION = "education"
    LICENCES = "licences"
    PRIVATE = "private"


_HEADINGS: Final = {
    Section.WORK: """
        경력 경력사항 경력기술서 경력기술 경력요약 경력상세 경력소개 업무경험 업무경력 직무경험
        직무경력 주요업무 주요경력 담당업무 담당역할 근무경험 근무경력 재직경력 회사경력 주요성과
        업무성과 성과 실무경험 인턴 인턴경험 인턴십 experience workexperience professionalexperience
        relevantexperience employment employmenthistory workhistory careersummary careerhistory career
        internship internships achievements keyachievements responsibilities
    """,
    Section.PROJECTS: """
        프로젝트 프로젝트경험 프로젝트경력 프로젝트상세 프로젝트소개 주요프로젝트 개인프로젝트
        팀프로젝트 사이드프로젝트 토이프로젝트 참여프로젝트 수행프로젝트 포트폴리오 project projects
        personalprojects sideprojects selectedprojects keyprojects projectexperience portfolio
    """,
    Section.ACTIVITIES: """
        활동 대외활동 교내활동 교외활동 동아리 동아리활동 봉사활동 봉사 수상 수상경력 수상내역 수상실적
        공모전 연구 연구경험 연구실적 논문 특허 발표 오픈소스 교육이수 해외경험 경험 활동경험
        activities extracurricularactivities awards honors publications research opensource patents
        talks volunteering volunteerexperience leadership
    """,
    Section.SKILLS: """
        기술 기술스택 보유기술 보유역량 핵심역량 역량 사용기술 스킬 기술역량 개발환경 skills
        technicalskills techstack technologies stack corecompetencies tools keyskills
    """,
    Section.STORY: """
        자기소개서 자기소개 소개 간단소개 한줄소개 지원동기 성장과정 성격의장단점 성격장단점 장단점
        입사후포부 직무역량 직무관련경험 summary profile about aboutme coverletter objective
        professionalsummary introduction motivation
    """,
    Section.EDUCATION: "학력 학력사항 학업 교육 교육사항 education academicbackground coursework",
    Section.LICENCES: """
        자격 자격증 자격사항 면허 어학 어학능력 외국어 외국어능력 어학성적 certifications certificates
        licenses languages
    """,
    Section.PRIVATE: """
        인적사항 개인정보 신상정보 기본정보 기본사항 연락처 병역 병역사항 가족 가족사항 가족관계 취미
        특기 취미특기 추천인 personalinformation personaldetails contact contactinformation references
        hobbies interests
    """,
}
_SECTIONS: Final = {word: section for section, words in _HEADINGS.items() for word in words.split()}

_LONGEST_HEADING: Final = 40
_ORNAMENT: Final = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_NUMERAL: Final = re.compile(r"^(?:[ivx]{1,4}|[가-하])\s*[.)]\s*", re.IGNORECASE)
_PARTS: Final = re.compile(r"[/|&·,()\[\]]|\s및\s|\sand\s")
_SPACES: Final = re.compile(r"\s+")


def section_of(line: str) -> Section | None:
    """Return the section that a line is the heading of; None for any other line.

    Args:
        line: Without a bullet; letters may be spaced out, as forms have it.
    """
    if len(line) > _LONGEST_HEADING:
        return None
    bare = _ORNAMENT.sub("", _NUMERAL.sub("", _ORNAMENT.sub("", line.lower()), count=1))
    whole = _SECTIONS.get(_SPACES.sub("", bare))
    if whole is not None:
        return whole
    parts = [_SPACES.sub("", part) for part in _PARTS.split(bare)]
    found = [_SECTIONS.get(part) for part in parts if part]
    return found[0] if found and all(found) else None
