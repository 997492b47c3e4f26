"""What a key point is about, in broad themes, read from its words in either language."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Mapping

from interview_engine.vocabulary import Bilingual


class Theme(enum.Enum):
    """A kind of thing that candidates have done somewhere and that questions ask about."""

    AGREE = "agree"
    LISTEN = "listen"
    EXPLAIN = "explain"
    RECORD = "record"
    CAUSE = "cause"
    MEASURE = "measure"
    TRIAL = "trial"
    CRITERIA = "criteria"
    TRADEOFF = "tradeoff"
    ROLLBACK = "rollback"
    PREVENT = "prevent"
    USERS = "users"
    OWN = "own"
    CREDIT = "credit"
    LEARN = "learn"
    CHANGE = "change"
    ORIGIN = "origin"
    PLAN = "plan"
    HABIT = "habit"
    HONEST = "honest"
    RISK = "risk"
    DEADLINE = "deadline"
    LOAD = "load"
    CONSIST = "consist"
    DESIGN = "design"
    SCREEN = "screen"
    STATS = "stats"
    COMPANY = "company"
    DEBATE = "debate"


_WORDS: Mapping[Theme, tuple[str, str]] = {
    Theme.AGREE: (
        r"합의|조율|역할|공동|함께 정|용어|연결 지점|맞물|협의|공유 문서|약속|계약",
        r"agree|align|role|terms|joint|negotiat|shared (?:doc|standard)|coordinat|commitment|joined|specification",
    ),
    Theme.LISTEN: (
        r"듣|면담|관찰|경청|대화|속마음|걱정|인터뷰|의견 모|의견 끌|물어|직접 겪어|현장",
        r"hear|listen|interview|observ|talks?\b|concern|worr|opinions|drawing out|asking about|on site|trying the",
    ),
    Theme.EXPLAIN: (
        r"설명|공지|안내|알림|비유|표현|문구|전달|보고|소통|요약|되짚",
        r"explain|notice|tell|status|message|analogy|compar(?:ison|ing) for|wording|summary|restat|report|candid"
        r"|words that|announc|warn",
    ),
    Theme.RECORD: (
        r"기록|문서|메모|목록|회의록|정리|지도|사전|인수인계|명세",
        r"record|document|written|writing|notes?\b|list\b|map\b|minutes|dictionary|hand(?:ing )?over|checklist|board",
    ),
    Theme.CAUSE: (
        r"원인|병목|추적|재현|좁혀|좁힌|쪼개|구간|이유 (?:찾|확인)|왜 |진단|가려내|분리",
        r"cause|bottleneck|narrow|reproduc|trac(?:e|ing)|diagnos|segment|breaking|why\b|separating|exposed|ruling out",
    ),
    Theme.MEASURE: (
        r"지표|측정|수치|평가|기준값|퍼센트|백분위|실제 비율|확인 방법|점수|관찰값|계산|추정|산정",
        r"metric|measur|figure|baseline|percentile|quantile|score|scoring|rate\b|share and|evaluat|estimat|numbers"
        r"|count|calculation|sizing",
    ),
    Theme.TRIAL: (
        r"시범|작은 (?:실험|시도|실천|단위|범위|것)|실험|점진|단계적|시험 운영|사용자부터|A/B|프로토타입",
        r"trial|pilot|experiment|small|gradual|staged|phased|step by step|rollout|A/B|one percent|share of users",
    ),
    Theme.CRITERIA: (
        r"기준|임계|중단|원칙|우선순위|규칙|척도|조건|잣대|정의|선을|순서",
        r"criteri|rule|threshold|stop|yardstick|priorit|standard|principle|condition|definition|limits? and|the line"
        r"|order of|goal",
    ),
    Theme.TRADEOFF: (
        r"대안|비용|대가|장단점|균형|단점|저울|견준|비교한|선택지|잃은|희생|포기|손익|이득",
        r"alternative|cost|trade|drawback|gain|balance|option|weigh|loses?|gave up|price|worth|versus|pros and cons",
    ),
    Theme.ROLLBACK: (
        r"되돌|복구|긴급|격리|차단|완화|대비책|이중화|차선책|대체 경로|멈추는|피해",
        r"rollback|rolling back|revers|recover|fallback|isolat|mitigat|emergency|cut(?:ting)? off|backup|redundan"
        r"|harm|circuit|restor",
    ),
    Theme.PREVENT: (
        r"재발|방지|점검|테스트|검증|자동|장치|예방|안전장치|교차 확인|대조|훈련|보호",
        r"prevent|recurrence|test|check|verif|safeguard|automat|guard|valid|review|drill|mechanism|alarm|protect",
    ),
    Theme.USERS: (
        r"사용자|고객|이용자|접근성|불편|이웃|손님|소수|체감|요구|참여",
        r"users?\b|customer|accessib|inconvenien|minorit|neighbour|people who|participants|needed|felt",
    ),
    Theme.OWN: (
        r"맡은|직접 (?:한|설계|맡)|책임|몫|내가|나의 기여|결정한|판단한|범위와 목표|주도",
        r"\bmy (?:share|part|role|own|contribution|decision)|own\b|responsib|accountab|answer for|decided|yourself"
        r"|your part|role",
    ),
    Theme.CREDIT: (
        r"도움|동료|감사|배려|인정받|기여한|존중|신입|협력|팀에|팀의|나눔",
        r"help|colleague|teammate|credit|thank|support|newcomer|respect|team\b|together|others",
    ),
    Theme.LEARN: (
        r"배움|배운|배울|학습|공부|부족|성장|준비|이해|익히|역량|적성|전문|보완|깊이",
        r"learn|study|gap|lack|growth|skill|prepar|understand|experience|aptitude|expertise|strength|knowing|depth",
    ),
    Theme.CHANGE: (
        r"결과|변화|효과|달라|성과|나아|영향|줄어든|개선",
        r"result|change|effect|outcome|impact|improv|difference|benefit|proof|evidence",
    ),
    Theme.ORIGIN: (
        r"계기|순간|상황|배경|사건|처음|장면|믿어 온|징후|신호|시작",
        r"moment|incident|situation|event|made me|background|started|drew|used to|belief|signs?\b|scene|old",
    ),
    Theme.PLAN: (
        r"계획|첫|다음|앞으로|입사|적용|제안|시도|행동|해 볼|실행",
        r"plan|next|first|after joining|propos|future|attempt|use it|later|would (?:do|try)|roadmap|steps",
    ),
    Theme.HABIT: (
        r"습관|매일|정기|꾸준|반복|유지|지키기 위해|주기|리듬|끈기|지속|일관",
        r"habit|daily|regular|rhythm|routine|cycle|sustain|persist|uphold|keeps|stuck with|interval",
    ),
    Theme.HONEST: (
        r"인정|솔직|사과|수용|받아들|겸손|정직|모른다|잘못|공감|진심|거리 두기|태도|다스",
        r"admit|honest|apolog|conced|accept|acknowledg|frank|courte|sober|candour|stepping back|attitude|managing"
        r"|sincere|allowing",
    ),
    Theme.RISK: (
        r"위험|보안|권한|개인 ?정보|안전|법|유출|악용|민감|인증|쿠키|토큰|가명|탐지",
        r"risk|secur|privacy|safety|legal|sensitive|permission|authori|authentic|danger|leak\b|exploit|cookie|token"
        r"|pseudonym|fraud|spoof|detect",
    ),
    Theme.DEADLINE: (
        r"시간|일정|기한|마감|시점|당일|하루|약속 시각|출시|늦",
        r"\btime|schedul|deadline|delay|hour|date|launch|early|peak|slip|wait",
    ),
    Theme.LOAD: (
        r"캐시|부하|용량|응답|색인|인덱스|배치|대기열|큐|렌더|번들|메모리|트래픽|확장|유입|잠금|페이지|조회|로딩|스레드|격자|경로",
        r"cach|load|capacity|latency|index|batch|queue|render|bundl|traffic|scal|lock|paging|expir|timeout|memory"
        r"|throttl|virtual|scroll|prefetch|surge|task|thread|grid|rout|profil|OFFSET|tree",
    ),
    Theme.CONSIST: (
        r"동시|중복|멱등|정합|상태|트랜잭션|버전|동기|원자|경쟁|충돌|격리 수준|순번|이벤트|보상|키$|키로|장부|복제",
        r"idempot|concurren|duplicat|consisten|state\b|states|transaction|version|atomic|sync|reconcil|race|conflict"
        r"|sequence|dirty|phantom|saga|outbox|dead-letter|ledger|double-entry|merge|merging|stale|identity|key\b",
    ),
    Theme.DESIGN: (
        r"경계|구조|설계|컴포넌트|호환|인터페이스|모듈|계층|소유권|분해|규격|형식|교체",
        r"boundar|structur|design|component|compatib|interface|layer|split|apart|format|owner(?:ship)?\b|modul|extract"
        r"|wrap|replac|separate|field|response",
    ),
    Theme.SCREEN: (
        r"화면|입력|버튼|키보드|폼|디자인|초점|낭독|레이아웃|레이어|스타일|문구|한글",
        r"screen|layout|keyboard|form\b|visible|focus|loading|typed|paint|DOM|script|style|token|Hangul|reader|ARIA"
        r"|input|image|text",
    ),
    Theme.STATS: (
        r"편향|표본|가설|분포|무작위|결측|모델|특성|가정|신뢰 ?구간|검정|군집|분산|추세|정확도|이상치|중앙값|예측|이력|교란",
        r"bias|sampl|hypothes|random|distribut|missing|interval|model|predict|feature|mean\b|median|significan"
        r"|assumption|placebo|cluster|variance|trend|precision|effect size|detectable|switchback|imputation|Bayes"
        r"|SRM|metric and|raw logs|outlier|percent",
    ),
    Theme.COMPANY: (
        r"회사|서비스|합류|지원|직무|메신저|검색의|플랫폼|배송|동네|금융|쿠팡|카카오|네이버|가치",
        r"company|service|join|appl(?:y|ication)|\bjob\b|messenger|search\b|platform|delivery|finance|value|promise"
        r"|platform|here\b",
    ),
    Theme.DEBATE: (
        r"반대|이견|반론|설득|갈등|오해|동의|의견 차이|다투|상대|주장|관점|입장|쟁점",
        r"oppos|disagree|object|rebut|counter|persuad|misunderst|dissent|differ\b|dispute|convinc|argu|majority"
        r"|both sides|view\b|claim|each group|other person|either side",
    ),
}
_COMPILED = {
    theme: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    for theme, patterns in _WORDS.items()
}


@functools.lru_cache(maxsize=4096)
def themes_of(point: Bilingual) -> Mapping[Theme, int]:
    """Return how strongly a key point has each theme; themes without any of their words are left out.

    A theme counts when both languages show it: a word that means several things rarely does so in both.

    Args:
        point: The key point; when both languages are the same text, that text alone decides.
    """
    found: dict[Theme, int] = {}
    for theme, (korean, english) in _COMPILED.items():
        in_korean, in_english = len(korean.findall(point.ko)), len(english.findall(point.en))
        strength = max(in_korean, in_english) if point.ko == point.en else min(in_korean, in_english)
        if strength:
            found[theme] = strength
    return found
