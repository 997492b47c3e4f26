"""The cues by which a listener notices how an answer is built, per language: data for the heuristic judge."""

from __future__ import annotations

import enum
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from interview_engine.vocabulary import Language

if TYPE_CHECKING:
    from collections.abc import Mapping


class Cue(enum.Enum):
    """One kind of thing that a sentence may do."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    FIGURE = "figure"
    OWN_PART = "own_part"
    ORDER = "order"
    REASON = "reason"
    CAUSE = "cause"
    ALTERNATIVE = "alternative"
    LIMIT = "limit"
    LESSON = "lesson"
    APPLIED = "applied"
    CONTRIBUTION = "contribution"
    VAGUE = "vague"


def _compiled(**patterns: str) -> Mapping[Cue, re.Pattern[str]]:
    return MappingProxyType({Cue(name): re.compile(pattern) for name, pattern in patterns.items()})


_KOREAN = _compiled(
    situation=(
        r"당시|때였|때,|때 |상황|프로젝트|운영하|서비스(?:에|를|의)|팀에서|문제가|장애|처음에|"
        r"초기|작년|지난|재직|근무|맡고|맡았|겪었|있었습니다|있었는데|있었고"
    ),
    task=(
        r"목표|과제|역할|책임|담당|요구|해야 했|해야 하는|필요했|필요가 있|풀어야|줄여야|"
        r"높여야|맡은|임무|기한|마감|제약"
    ),
    action=(
        r"(?:했|었|았|였|렸|냈|꿨|됐|졌|웠|켰|왔|갔|났|줬|섰|쳤|뒀|봤|췄|겼|쳤|폈|꼈|녔|렀|썼|"
        r"랐|뤘|났)(?:습니다|고|으며|어요|는데|지만|기에|던)"
    ),
    result=(
        r"결과|덕분|줄었|줄였|줄어|늘었|늘어|늘렸|높였|높아|낮췄|낮아|낮추|개선되|개선됐|"
        r"개선했|단축|달성|감소|증가|향상|해결되|해결했|해결됐|안정|성과|완료|마무리|성공|"
        r"절감|회복|없어졌|사라졌|빨라졌|올랐|올렸|떨어졌|출시|반영되|통과|재발"
    ),
    figure=(
        r"\d|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|수십|수백|수천|수만)\s?(?:배|달|주|"
        r"건|명|번|차례|가지|시간|배로|개월|곳|팀|분기|단계|퍼센트)|절반|퍼센트|"
        r"[일이삼사오육칠팔구십백천만억]+\s?(?:퍼센트|건|명|배|초|분|시간|개월|주|원|대|개|번|"
        r"회)"
    ),
    own_part=(
        r"제가|저는|저도|저의|제 |직접|스스로|맡아|주도|자청|먼저 나서|제안했|제안드|설계했|"
        r"만들었|작성했|정리했|분석했|확인했|도입했|구현했|개발했|바꿨|바꾸었|나눴|나누었|"
        r"공유했|설득했|조율했|측정했|세웠"
    ),
    order=(
        r"먼저|우선|첫째|둘째|셋째|첫 번째|두 번째|세 번째|첫 번째로|다음으로|그다음|그 다음|"
        r"이어서|이후|마지막으로|끝으로|결론부터|결론적으로|정리하|요약하|한마디로|말씀드리면|"
        r"가지(?:로|를|입니다)|그 결과|그러고 나서"
    ),
    reason=(
        r"때문|왜냐하면|이유는|이유로|그래서|따라서|그러므로|판단|근거|기준|생각했기|보았기|"
        r"봤기|위해서|위해|싶었|믿기|라고 봤|라고 보았|고려"
    ),
    cause=r"원인|근본|왜 |분석|가설|검증|실험|데이터|지표|로그|측정|재현|병목|추적|파악",
    alternative=(
        r"대신|반면|비교|대안|트레이드오프|장단점|선택지|보다는|보다 |방안|절충|우선순위|"
        r"두 가지 방법|vs|검토|저울질|한편|오히려"
    ),
    limit=(
        r"다만|하지만|그러나|한계|비용|위험|리스크|부작용|감수|단점|예외|물론|그럼에도|아쉬|"
        r"부족했|실패|실수|놓쳤|포기"
    ),
    lesson=r"배웠|배운|배울|깨달|느꼈|느낀|알게 되|알게 됐|교훈|돌아보|돌이켜|체감|절감했",
    applied=(
        r"이후로|이후에는|그 뒤로|그때부터|그 후|다음부터|지금은|지금도|습관|이후 저는|적용하|"
        r"정착|꾸준히|원칙으로|먼저 .{0,12}합니다|다시 한다면|보완|개선하겠|공부하|학습"
    ),
    contribution=(
        r"기여|입사|앞으로|귀사|이 팀|이 회사|이 직무|이 자리|함께|팀에|팀원|동료|고객|사용자|"
        r"성장|도움|보탬|이바지|돕|공유"
    ),
    vague=(
        r"열심히|최선을|노력하겠|노력했|잘 모르|모르겠|아마|그냥|뭔가|이것저것|여러 가지|"
        r"여러가지|다양한|나름|것 같|어느 정도|대체로|등등|뭐 |좀 |그런 편|편입니다|잘 해|"
        r"잘하|괜찮|특별히|딱히|무난|원만|자세히는|자세한|기억(?:이|나지)|정확히는|글쎄"
    ),
)

_ENGLISH = _compiled(
    situation=(
        r"\b(?:when i|at the time|back then|last year|during|while (?:i|we)|project|situation|"
        r"in my (?:previous|last|current|first)|was working|was running|we were|there was|"
        r"there were|faced|outage|incident|problem|used to|at first|initially|once)\b"
    ),
    task=(
        r"\b(?:goal|task|target|responsible|responsibility|my role|my job was|needed to|"
        r"had to|required|asked to|in charge|objective|deadline|constraint|aim)\b"
    ),
    action=(
        r"\b(?:i|we)(?:'d| had| also| then| first| therefore|"
        r" personally)?\s+(?:[a-z]+ly )?(?:\w+ed|built|wrote|made|led|took|set|ran|brought|"
        r"found|chose|began|held|split|cut|kept|drew|sat|went|put|got|gave|sent|met|taught|"
        r"spoke|told|rebuilt|rewrote|broke|did|saw|read|drove|won|shrank|grew)\b"
    ),
    result=(
        r"\b(?:as a result|result(?:ed|s)?|reduc\w+|cut|increas\w+|improv\w+|dropp\w+|fell|"
        r"rose|grew|achiev\w+|saved|resolv\w+|solved|launched|shipped|deliver\w+|went (?:up|"
        r"down)|down (?:to|by|from)|up (?:to|by|from)|stabilis\w+|stabiliz\w+|outcome|"
        r"in the end|succeeded|eliminated|halved|doubled|faster|fewer|recover\w+|lowered|"
        r"raised|shorten\w+)\b"
    ),
    figure=(
        r"\d|\b(?:half|twice|double[ds]?|triple[ds]?|percent|dozens?|hundreds?|thousands?|"
        r"millions?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|"
        r"fifty|sixty|seventy|eighty|ninety)\b"
    ),
    own_part=r"\b(?:i|my|myself|personally)\b",
    order=(
        r"\b(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|finally|lastly|"
        r"to begin with|in short|to sum up|in summary|in conclusion|overall|to start|"
        r"from there|the first|step by step|afterwards|two things|three things|my answer is)\b"
    ),
    reason=(
        r"\b(?:because|since|therefore|so that|the reason|that is why|that's why|which is why|"
        r"due to|given that|decided|judged|reasoned|believe|in order to|which meant|"
        r"meant that|so i|so we|considering)\b"
    ),
    cause=(
        r"\b(?:root cause|caus(?:e|ed|es)|analy[sz]\w+|hypothes\w+|measur\w+|data|metrics?|"
        r"experiment\w*|test(?:ed|ing)?|verif\w+|reproduc\w+|traced?|bottleneck|logs?|"
        r"evidence|investigat\w+|profil\w+)\b"
    ),
    alternative=(
        r"\b(?:instead|rather than|compared|comparing|alternative\w*|option\w*|trade-?offs?|"
        r"on the other hand|whereas|versus|vs|weighed|pros and cons|priorit\w+|criteria|"
        r"either)\b"
    ),
    limit=(
        r"\b(?:however|but|although|though|limits?|limitation\w*|cost|risk\w*|drawback\w*|"
        r"downside\w*|side effects?|admit\w*|of course|unless|fail\w*|mistake\w*|missed|"
        r"exception\w*|gave up|despite)\b"
    ),
    lesson=(
        r"\b(?:learn\w*|realis\w+|realiz\w+|lesson\w*|taught me|looking back|in hindsight|"
        r"understood|came to see|takeaway|showed me)\b"
    ),
    applied=(
        r"\b(?:since then|ever since|from then on|after that|now i|these days|habit|i now|"
        r"i always|next time|would do differently|i still|applied|made it a rule|practice|"
        r"keep improving|study\w*|routine)\b"
    ),
    contribution=(
        r"\b(?:contribut\w+|join\w*|this role|this team|this company|your (?:team|company|"
        r"users|customers|product)|help\w*|customers?|users?|team(?:mates?)?|colleagues?|"
        r"together|grow\w*|bring|in the future|going forward|look forward|share[ds]?)\b"
    ),
    vague=(
        r"\b(?:work(?:ed)? hard|hard-?working|do my best|did my best|try my best|not sure|"
        r"don't know|do not know|no idea|maybe|somehow|kind of|sort of|stuff|things|various|"
        r"a lot of|some kind|i guess|i suppose|probably|basically|etc|generally|more or less|"
        r"pretty|quite|nothing special|don't remember|can't recall|whatever)\b"
    ),
)

CUES: Mapping[Language, Mapping[Cue, re.Pattern[str]]] = MappingProxyType(
    {Language.KO: _KOREAN, Language.EN: _ENGLISH}
)

FINITE: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        # A Korean sentence ends on its predicate; a bag of nouns has none.
        Language.KO: re.compile(
            r"(?:니다|니까|[어아해예에네세지가]요|거든요|는데요|고요|데요|군요|"
            r"죠)(?=[\s.!?,…]|$)|[다함음임됨](?=\s*[.!?…]|\s*$)"
        ),
        # Subjects and auxiliaries: what natural English has about every eighth word and a list has not.
        Language.EN: re.compile(
            r"\b(?:i|we|it|they|he|she|you|this|that|there|who|which|is|are|was|were|am|"
            r"be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|might|"
            r"i'm|i've|i'd|it's|we're|that's)\b"
        ),
    }
)
"""Signs that words form clauses."""
