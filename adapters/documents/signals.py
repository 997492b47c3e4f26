"""How well one can ask about a line: figures, what was done, roles, technologies, and where it stands."""

from __future__ import annotations

import re
from typing import Final

from adapters.documents.sections import Section

THRESHOLD: Final = 3
"""Points from which a line makes a question: a figure alone, or something done in a job or project."""

_OF_SECTION: Final = {
    Section.WORK: 2,
    Section.PROJECTS: 2,
    Section.ACTIVITIES: 1,
    Section.SKILLS: 1,
    Section.STORY: 0,
    Section.EDUCATION: -1,
    Section.LICENCES: -2,
    Section.PRIVATE: -3,
    None: 0,
}

_DATE: Final = re.compile(
    r"(?<!\d)(?:19|20)\d{2}\s?(?:[./년-]\s?\d{1,2}(?!\d)\s?월?\.?(?:\s?[./-]?\s?\d{1,2}(?!\d)\s?일?)?|년)?"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:19|20)\d{2}\b"
    r"|\d{1,2}\s?년\s?(?:\d{1,2}\s?개월)?|\d{1,2}\s?개월|현재|재직\s?중|\bpresent\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"(?<![\d,.])\d[\d,.]*+\s?(?:%|퍼센트|프로(?![가-힣])|배|건|명|원|만|억|천|개(?!월)|ms|밀리초|초|분|시간|일"
    r"|주(?![가-힣])|회|위|점|대|종|곳|팀"
    r"|tps|qps|rps|kb|mb|gb|tb|k\b|m\b|x\b|\+|mau|dau|users?|customers?|clients?|requests?|transactions?"
    r"|seconds?|minutes?"
    r"|hours?|days?|weeks?|people|persons?|engineers?|members?|million|billion|points?|percent|times"
    r"|services|servers"
    r"|teams?)|[$₩€]\s?\d|\b(?:half|doubled|tripled|halved)\b|절반",
    re.IGNORECASE,
)
_DEED: Final = re.compile(
    r"개발|구축|설계|개선|도입|운영|주도|담당|리딩|이끌|최적화|전환|절감|단축|달성|기획|분석|배포|자동화"
    r"|출시|런칭|수상|해결|구현|이관|이전|개편"
    r"|마이그레이션|향상|증가|감소|확보|제안|총괄|협업|연구|발표|기여|작성|측정|실험|고도화|리팩[터토]링"
    r"|멘토링|유치|절약|축소|확대|줄[였여이]|늘[렸려리]|높[였여이]"
    r"|\b(?:led|built|build|designed|developed|implemented|launched|reduced|increased|improved|migrated"
    r"|automated|created"
    r"|managed|owned|optimi[sz]ed|delivered|introduced|shipped|cut|scaled|architected|mentored|won"
    r"|published|maintained"
    r"|analy[sz]ed|planned|coordinated|refactored|deployed|established|drove|rewrote|replaced|saved"
    r"|grew)\b",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"개발자|엔지니어|매니저|기획자|분석가|디자이너|팀장|파트장|리더|인턴|연구원|사원|대리|과장|담당자"
    r"|조장|회장"
    r"|\b(?:PM|PO|TL|CTO|engineer|developer|manager|analyst|designer|lead|intern|scientist|architect"
    r"|researcher)\b",
    re.IGNORECASE,
)
_TECHNOLOGY: Final = re.compile(
    r"(?<![A-Za-z])(?:Java|Kotlin|Python|TypeScript|JavaScript|Go|Golang|Rust|C\+\+|C#|Scala|Swift|Ruby"
    r"|PHP|Spring(?: Boot)?"
    r"|Django|FastAPI|Flask|Node(?:\.js)?|Express|NestJS|React(?: Native)?|Vue(?:\.js)?|Next\.js|Angular"
    r"|Svelte|Redux|GraphQL"
    r"|REST|gRPC|WebSocket|JPA|Hibernate|MyBatis|MySQL|PostgreSQL|Oracle|MariaDB|MongoDB|Redis"
    r"|Elasticsearch|Kafka|RabbitMQ"
    r"|Spark|Hadoop|Flink|Airflow|BigQuery|Snowflake|dbt|Tableau|SQL|Pandas|NumPy|PyTorch|TensorFlow"
    r"|scikit-learn|LLM|AWS|GCP"
    r"|Azure|EC2|S3|Lambda|Docker|Kubernetes|EKS|Terraform|Ansible|Jenkins|GitHub Actions|ArgoCD|CI/CD"
    r"|Prometheus|Grafana"
    r"|Datadog|Nginx|Linux|Figma|Jira|A/B)(?![A-Za-z])",
)
_PROJECT: Final = re.compile(r"프로젝트|\bproject\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS: Final = 5


def askable(line: str, section: Section | None, *, listed: bool) -> int:
    """Return how many points a line has; from `THRESHOLD` on it makes a question.

    Args:
        line: Without bullet and links.
        section: Where it stands.
        listed: It had a bullet.
    """
    timeless = _DATE.sub(" ", line)
    if len(_WORDS.findall(timeless)) < _FEWEST_LETTERS:
        return 0
    technologies = len(set(_TECHNOLOGY.findall(timeless)))
    return (
        _OF_SECTION[section]
        + 3 * bool(_FIGURE.search(timeless))
        + 2 * bool(_DEED.search(timeless))
        + min(technologies, 2)
        + bool(_ROLE.search(timeless))
        + bool(_PROJECT.search(timeless))
        + (timeless != line)
        + listed
    )
