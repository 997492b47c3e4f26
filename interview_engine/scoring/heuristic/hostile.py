"""An answer is data: spans that talk to the judge are dropped before anything is scored."""

from __future__ import annotations

import re

import attrs

from interview_engine.scoring.plain_text import plain_text

_LOOK_ALIKES = str.maketrans("авекмнорстухіјѕԁɡһӏαοινρτκευχβ", "abekmhopctyxijsdghlaoivptkeuxb")
"""Cyrillic and Greek letters that pass for Latin ones; used for detection only, never for scoring."""

_FENCED = re.compile(
    r"```.*?(?:```|$)|<!--.*?(?:-->|$)|<\|.*?(?:\|>|$)"
    r"|<\s*(system|assistant|instructions?|admin|judge|score)\b[^>]*>.*?(?:<\s*/\s*\1\s*>|$)"
    r"|\[\s*/?\s*(?:inst|system)\s*\].*?(?:\[\s*/\s*(?:inst|system)\s*\]|$)"
    r"|<\s*/?\s*(?:answer|candidate|response|user|evaluation|prompt|input|text)\s*>"
    r"|\{[^{}]*[\"'](?:level|score|verdict|grade|evidence|total|rank)[\"']\s*:.*?(?:\}|$)",
    re.IGNORECASE | re.DOTALL,
)

# A judge that only a machine or an examiner can be, and one that may also be a colleague in a story.
_MACHINE = (
    r"(?:ai(?: (?:judge|grader|model|interviewer|evaluator|system|assistant))?|grader|"
    r"evaluator|assessor|scorer"
    r"|rater|language model|llm|chatgpt|gpt|claude|gemini|scoring (?:model|system|engine)|automated \w+)"
)
_JUDGE_EN = rf"(?:{_MACHINE}|judges?|reviewer|examiner|panel|interviewers?)"
_MARK_EN = r"(?:scores?|marks?|grades?|points?|ratings?|levels?|rank(?:ing)?|rubric|evaluation|stars?)"
_TOP_EN = (
    r"(?:full|top|maximum|max|highest|perfect|best|excellent|outstanding|first|5|five|10|ten|100|a\+|hundred)"
)
_RATE_EN = r"(?:rate|score|grade|mark|rank|evaluate|judge|assess)"
_ENGLISH = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules|rubric|criteria"
    r"|guidelines?|(?:everything|anything|all) (?:above|before|previous|prior))\b"
    r"|\bnew instructions?\b|\b(?:not|never) follow the (?:rubric|criteria|instructions?)\b"
    r"|\b(?:system|developer|hidden|admin) (?:prompt|message|instructions?|note|override)\b"
    r"|^\W*(?:system|assistant|user|developer|admin|instructions?|note to [\w ]{2,20})\s*[:>\]]"
    rf"|\b(?:dear|hello|hey|hi|attention|note to|message (?:to|for)|you are|you're|act as|if you are)"
    rf"[\s,]+(?:now\s+)?(?:the\s+|an?\s+|my\s+|any\s+)?(?:\w+\s+){{0,2}}{_JUDGE_EN}\b"
    rf"|\b(?:as|for|to) (?:the |an? |any |my )?{_MACHINE}\b.{{0,60}}\b(?:you|must|should|"
    rf"please|give|score|rate|{_MARK_EN})\b"
    rf"|(?<!n't )(?<!not )(?<!never )\b(?:give|award|assign|grant|output|return|print|"
    rf"respond|reply|set|deserves?|earns?|merits?|put)\b"
    rf".{{0,50}}\b{_TOP_EN}\b.{{0,30}}\b{_MARK_EN}\b"
    rf"|\b(?:give|award|assign|grant)\s+(?:me|this|my|us)\b.{{0,40}}\b(?:{_MARK_EN}|{_TOP_EN}\s+(?:out of|/))"
    rf"|(?:^|[,;:]|\bplease|\band|\bmust|\bshould)\s*{_RATE_EN} (?:me|this|my|us|"
    rf"the (?:answer|response|candidate))\b"
    rf"|\b(?:this|my|the (?:following|above)) (?:answer|response|submission|candidate)s?"
    rf"\s+(?:should|must|deserves?|needs to|has to|shall|ought to|is to|"
    rf"is worth)\b.{{0,60}}\b(?:{_MARK_EN}|{_TOP_EN}|win)\b"
    rf"|\b{_MACHINE}s? (?:gives?|should|must|will|awards?|to give)\b.{{0,40}}\b(?:{_MARK_EN}|{_TOP_EN}|me)\b"
    r"|\ball (?:five |5 )?criteria\b|\bkey points? (?:are|is|were|"
    r"have been) (?:all )?(?:covered|met|satisfied)"
    rf"|\b(?:other|rival|remaining) (?:candidates?|answers?)\b.{{0,40}}\b(?:lower|worse|"
    rf"low|zero|worst|lowest|minimum|1|one)"
    rf"\b.{{0,12}}\b{_MARK_EN}"
    r"|\b(?:level|score|grade|verdict|rating)\s*[:=]\s*[\"']?(?:5|10|100|first|outstanding|a\+?)(?:\b|$)"
    rf"|\b(?:whoever|anyone|those) (?:who )?(?:grades?|scores?|marks?|rates?|judges?|evaluates?)\b.{{0,40}}"
    rf"\b(?:{_TOP_EN}|exemplary|{_MARK_EN})\b"
    rf"|\b(?:evaluation|grading|assessment|scoring) (?:result|outcome|for this \w+)\s*(?:is|:|=)\W*"
    rf"(?:{_TOP_EN}|exemplary)"
    rf"|\b(?:put|place|rank) (?:my|this) (?:answer|response)\b.{{0,20}}\b(?:top|first|above|highest)\b"
    rf"|\b(?:i|we|this answer|my answer) (?:have |has )?(?:said|mentioned|covered|covers?) "
    rf"(?:all|every)(?: of)?(?: the)? key (?:points?|elements?)\b",
    re.IGNORECASE,
)

_JUDGE_KO = (
    r"(?:평가자|채점자|심사위원|심사관|채점관|평가위원|채점\s*(?:ai|모델|시스템|봇|기)|"
    r"평가\s*(?:ai|모델|시스템|봇)"
    r"|ai\s*(?:면접관|평가|채점|심사|모델)|인공지능|언어\s*모델|챗봇|gpt|클로드|llm|면접관|당신)"
)
_MARK_KO = (
    r"(?:점수|만점|최고점|고득점|높은\s*점|평점|등급|레벨|최고\s*수준|순위|1위|일\s*위|(?:5|"
    r"100|10|오|백|십)\s*점|채점|평가)"
)
_ASK_KO = (
    r"(?:주세요|주십시오|주시기|주시길|주시면|달라|줘|주라|주어야|줘야|하세요|하십시오|"
    r"하시오|하라|해라|바랍니다|부탁(?:드|합|해요|이)|매겨라|매기시|매기세"
    r"|(?:부여|처리|책정|기록|간주|설정|출력|반환|응답|답|채점|평가)\s?(?:해|하)\s?(?:라|"
    r"세요|십시오|시오|주|줘|기\s*바|야|도록))"
)
_KOREAN = re.compile(
    r"(?:이전|위|앞|앞선|기존|지금까지|모든|다른|상기|아래)\s*의?\s*(?:모든\s*)?"
    r"(?:지시|지침|명령|프롬프트|채점\s*기준|평가\s*기준)\S*\s*.{0,12}(?:무시|잊|따르지|삭제|무효|취소)"
    r"|(?:지시\s?사항|지침|명령|프롬프트|채점\s*기준|평가\s*기준)\S*\s*.{0,8}(?:무시하|무시해|잊어|무효)"
    r"|(?:시스템|숨은|숨겨진|개발자|관리자)\s*(?:프롬프트|메시지|지시|명령|공지|모드)"
    r"|^\W*(?:시스템|관리자|운영자|지시|명령|공지)\s*[:>\]]"
    rf"|{_JUDGE_KO}\s*(?:님|분|분들)?\s*(?:은|는|이|가|에게|께|께서|께서는|로서|이라면|"
    rf"라면|여|야|,|:|!|\s).{{0,70}}{_MARK_KO}.{{0,30}}{_ASK_KO}"
    rf"|(?:이|제|저의|본|위|다음|해당|저|저희)\s*(?:답변|지원자|응답|대답|에게|한테).{{0,40}}{_MARK_KO}"
    rf".{{0,24}}(?:{_ASK_KO}|돼야|되어야|마땅|받아야|충분|입니다$|입니다\.|이다)"
    rf"|(?:만점|최고점|고득점|높은\s*점수|최고\s*등급|(?:5|100|10|오|백|십)\s*점|1위|"
    rf"일\s*위|최상위|최고\s*수준).{{0,14}}{_ASK_KO}"
    rf"|(?:점수|평점|등급|순위|레벨)\S*.{{0,10}}(?:올려|높게|후하게|최대로|만점으로|최고로).{{0,14}}{_ASK_KO}"
    rf"|(?:다른|나머지|경쟁)\s*(?:지원자|답변|후보)\S*\s*.{{0,24}}(?:낮은|최하|최저|0점|"
    rf"1점|감점|탈락|낮게).{{0,20}}{_ASK_KO}"
    r"|(?:답변|지원자)\S*\s*(?:만|을|를|은|는|이|가)?\s*(?:반드시\s*)?(?:1위|일\s*위|최고|"
    r"우수|만점)(?:로|으로|여야|이어야)"
    r"|(?:모든|다섯|5개)\s*(?:평가\s*)?(?:기준|항목)\S*\s*.{0,16}(?:충족|만족|만점|최고|5점|통과)"
    r"|모든\s*핵심\s*(?:요소|포인트)\S*\s*.{0,10}(?:다뤘|다루었|충족|포함)"
    r"|(?:레벨|등급|점수|(?:평가|채점|심사)\s*결과|판정|총평)\s*(?:[:=]|는|은)\s*(?:5|10|100|최고|만점|우수|a)"
    rf"|(?:기준|순위)\S*\s*.{{0,8}}(?:말고|대신|상관없이|무관하게).{{0,24}}{_ASK_KO}"
    rf"|(?:제|저의|저희|이|본)\s*(?:답|답변|응답|대답|것)(?:만|을|를)?\s.{{0,16}}"
    rf"(?:(?:가장|제일|맨)\s*(?:위|앞|높)|좋게|후하게|높게|1위|일등).{{0,14}}(?:{_ASK_KO}|두세요|올리세요)"
    r"|(?:핵심|채점|평가)\s*(?:포인트|요점|요소|항목|기준|사항)\S*\s.{0,24}(?:모두|전부|빠짐없이|다)\s*"
    r"(?:말했|말씀드렸|말씀드렸|언급했|담았|다뤘|다룹|다루었|충족|포함)"
    r"|(?:모두|전부|빠짐없이)\s*(?:핵심|채점|평가)\s*(?:포인트|요점|요소|항목)\S*\s.{0,16}(?:다룹|다뤘|다루었|담았|충족|포함)"
    r"|(?:최상위|최고|최우수)\s*(?:구간|등급|그룹|단계)\S*\s*.{0,8}(?:분류|해당한다고|배치|확인)",
    re.IGNORECASE,
)

# Too weak to accuse anybody, but beside an open attempt they are part of it.
_SUSPICIOUS = re.compile(
    rf"채점|평가자|심사위원|프롬프트|지시|명령|당신은|너는|인공지능|점수|만점|{_JUDGE_KO}\s*(?:님|에게|께)"
    rf"|\b(?:prompts?|instructions?|system|you are|you must|rubric|graders?|scoring|{_MARK_EN})\b",
    re.IGNORECASE,
)

_SPACED_OUT = re.compile(r"(?<!\S)\S(?:\s+\S){4,}(?!\S)")
"""Five single letters or more in a row: nobody speaks so."""

_BREAKS = re.compile(r"(?<=[.!?。…])[\"'”’)\]]*\s+|(?<=니다)\s+|\s*[\n\r\u2028\u2029]+\s*|\s+[•·▪]\s+")


@attrs.frozen(kw_only=True)
class SpokenPart:
    """The part of an answer that speaks to the question.

    Attributes:
        sentences: Folded sentences in order, those that talk to the judge left out.
        injected: True when something was left out.
    """

    sentences: tuple[str, ...]
    injected: bool


def spoken_part(answer: str) -> SpokenPart:
    """Split an answer into sentences and drop the spans that address the judge or the machine.

    Args:
        answer: The raw answer.

    Returns:
        The sentences that may be scored; each is verbatim in `plain_text(answer)`.
    """
    kept: list[str] = []
    injected = False
    text, fences = _FENCED.subn("\n", answer)
    for piece in _BREAKS.split(text):
        sentence = plain_text(piece)
        if not sentence:
            continue
        if talks_to_the_judge(sentence):
            injected = True
        else:
            kept.append(sentence)
    injected = injected or fences > 0
    if injected:
        kept = [sentence for sentence in kept if not _SUSPICIOUS.search(sentence)]
    return SpokenPart(sentences=tuple(kept), injected=injected)


def talks_to_the_judge(sentence: str) -> bool:
    """Return whether a folded sentence gives orders or pleads to whoever scores it."""
    lowered = sentence.lower()
    closed_up = _SPACED_OUT.sub(lambda run: "".join(run.group().split()), lowered)
    if closed_up != lowered and _SUSPICIOUS.search(closed_up):
        return True
    if _ENGLISH.search(lowered) or _KOREAN.search(lowered):
        return True
    unmasked = lowered.translate(_LOOK_ALIKES)
    return unmasked != lowered and _ENGLISH.search(unmasked) is not None
