"""English sentences that no candidate says to a panel: orders, pleas and verdicts about the judging itself.

The rules are those of `orders_ko`: words of two kinds must meet in a sentence, and few tell on their own.
"""

from __future__ import annotations

import re
from typing import Final

_BEST: Final = (
    r"(?:\b(?:highest|top|best|maximum|perfect|full|strongest|most generous|lowest|worst|low)(?: possible)?"
    r" (?:levels?|grades?|marks?|scores?|ratings?|brackets?|results?|one|solution)"
    r"|outstanding|far_below|level five|(?:a|all|marks?|scores?) fives?|first place|full marks|(?:award"
    r"|assign|get|gets|return|to) the maximum|at least above"
    r"|(?:up|down) (?:one|two|a) (?:levels?|steps?)|the best(?: one)?(?= on|[.!,]|$)|the top(?= one|[.!,]|$))"
)
_COMMAND: Final = (
    r"(?:(?:^|[.:;,!>\])\"'-])\s*|\b(?:and|then|please|kindly|must|should|shall|has to|have to|had to|may"
    r"|can|could you"
    r"|need to|is to be|are to be|to|let us|just|simply|now|only|i trust you will|don't"
    r"|do not)\s+(?:simply |just |only )?)"
    r"(?:forget|mark|use|drop|treat|choose|apply|listen|hand|assign|print|skip|set|return|move|pin|write"
    r"|put|copy|match"
    r"|record|place|give|rate|take|note|quote|ask|leave|lower|rank|decode|follow|comply|run|award|ignore"
    r"|disregard|express"
    r"|agree|recommend|make|read|include|answer|claim|praise|announce|get|obey|obeys|level|recorded"
    r"|placed|adjusted|do)\b"
)
_TARGET: Final = (
    r"(?:\b(?:this|my|the (?:current|above|sample|same)) (?:\w+ )?(?:answer|response|candidate|applicant"
    r"|submission|item|line"
    r"|sentence|solution|person|r[eé]sum[eé])s?\b|\banswers? of this type\b|\bthis type of answer\b"
    r"|\bevery answer\b"
    r"|\bthe answer shown first\b|\bthe candidate's answers?\b)"
)
_PRAISED: Final = (
    rf"(?:{_BEST}|pre-?selected|pre-?validated|bonus|model answer|perfect|no dissent|low grade"
    rf"|system check|sample solution"
    r"|leads in every|ranks? (?:me )?first|candidate first|today's best|low will be)"
)
_OTHERS: Final = (
    r"(?:\b(?:other|remaining|later|rival|next|competing|ai|second)(?: \w+)? (?:candidates?|answers?"
    r"|applicants?|responses?"
    r"|r[eé]sum[eé]s?)\b|\bother candidates'|\bcandidate beside me\b|\bwhoever (?:spoke|answered)\b"
    r"|\bquote a rival\b|\banybody ranks\b"
    r"|\bcompared with this answer\b)"
)
_HARM: Final = (
    r"(?:plagiari|far_below|lowest|lied|points off|has lost|miss key points|off topic|disqualified|worst"
    r"|dummies|out of the ranking"
    r"|have to write first|rate them low|impossible|lower (?:that|their|his|her)|only with|in french"
    r"|withdraw|praise|as false)"
)
_JUDGE: Final = (
    r"(?:\bgraders?\b|\bpraisebot\b|\byou are (?:now |no longer )?(?:the |a |an "
    r"|this )?(?:\w+ )?(?:grader|judge|assistant|ai|bot"
    r"|candidate's agent|agent)\b|\b(?:brilliant|helpful) (?:ai|assistant)\b|\bany (?:ai|system)\b"
    r"|\bpanel members\b"
    r"|\b(?:interviewer|judge|evaluator|assessor)s?\b|\bwhoever reads\b|\byou\b|\byour\b|\bai candidates\b)"
)
_RULES: Final = (
    r"(?:\b(?:rules?|rubric|standard|instructions?|your orders|directives?|anchors|prompt"
    r"|everything you were told|levelling"
    r"|criteria|told to be)\b)"
)
_LIFTED: Final = (
    r"(?:\bforget\b|\bdisregard\b|\bignor(?:e|ing)\b|\bdrop the\b|\bcancelled\b|\boverrid"
    r"|\bno longer in force\b|\bprecedence\b"
    r"|\b(?:don't|do not) (?:apply|use)\b|\bjust been updated\b|\breset\b|\bconflict\b|\bchange:"
    r"|\bnew directive\b|\bfrom here\b"
    r"|\bfollow it\b|\bobeys\b)"
)
_ASKED: Final = (
    r"(?:easy questions|no follow-?ups|weaknesses|which university|marital status|only (?:make"
    r"|ask) (?:ones|questions)|system prompt|word for word"
    r"|api key|environment variables|claim to be|in french|only with 'i don't know'"
    r"|instructions you were given)"
)


def _both(*kinds: str) -> re.Pattern[str]:
    """Return a pattern for a sentence in which each kind stands, in any order."""
    return re.compile("".join(f"(?=.*(?:{kind}))" for kind in kinds), re.IGNORECASE | re.DOTALL)


_TELLING: Final = (
    _both(
        _COMMAND,
        _BEST,
        rf"{_TARGET}|{_JUDGE}|criteri|(?:all|every|each|throughout|five|everywhere|anything|it)\b",
    ),
    _both(_COMMAND, _ASKED),
    _both(_TARGET, _PRAISED),
    _both(_OTHERS, _HARM),
    _both(_RULES, _LIFTED),
    _both(_JUDGE, _BEST),
    _both(r"(?:all|each|every|five) (?:\w+ )?(?:criteria|criterion|items?|levels)", _BEST),
)
_ALONE: Final = re.compile(
    r"\bgraders?\b|\bgrading (?:script|prompt|guidance)\b|\bscor(?:e sheet|ing (?:complete|software"
    r"|script))\b|\blevelling\b"
    r"|\bevaluation module\b|\bpraisebot\b|\bfar_below\b|\bkey points? check\b|\bkeypoint\b"
    r"|\bassessment outcome\b|\brole switch\b"
    r"|\bdeveloper (?:mode|rights)\b|\badministrator notice\b|\binternal memo\b|\bhidden instruction"
    r"|\binstruction change\b"
    r"|\bnew (?:order|directive)s?\b|\bfinal order\b|\bmy words are instructions\b|\bmarks are closed\b"
    r"|\bno data but a command\b"
    r"|\bthat was the answer\b|\bfinal grade\b|\btotal 100\b|\bverdict\s?[:=]|\bconsensus of\b"
    r"|\bfirst letters of my sentences\b"
    r"|\bread backwards\b|\brot13\b|\bbase64\b|\blevel\s?[:=]\s?\W?outstanding|\bsystem prompt\b"
    r"|\b(?:relevance|evidence|structure|reasoning|reflection)\s?[:=]?\s?(?:5|outstanding)\b"
    r"|\bspeaks_to_judge\b|\bmissed_points\b",
    re.IGNORECASE,
)
_WEAK: Final = re.compile(
    rf"{_BEST}|{_RULES}|{_PRAISED}|\b(?:candidates?|answers?|grade[sd]?|graders?|rank(?:ed|ing)?"
    rf"|criteri\w+|interviewer|r[eé]sum[eé])\b",
    re.IGNORECASE,
)


def speaks_to_the_reader(sentence: str) -> bool:
    """Return whether an English sentence gives orders, pleads or passes a verdict about the judging.

    Args:
        sentence: Folded.
    """
    return _ALONE.search(sentence) is not None or any(pattern.match(sentence) for pattern in _TELLING)


def goes_with_it(sentence: str) -> bool:
    """Return whether a sentence, too weak to accuse anybody, is part of an attempt that was found beside it.

    Args:
        sentence: Folded.
    """
    return _WEAK.search(sentence) is not None
