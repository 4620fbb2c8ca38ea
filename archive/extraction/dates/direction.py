"""Tells from the verbs of a clause whether a date in it lies behind or ahead: "was signed on Monday", "will meet on Monday"."""

from __future__ import annotations

import re

from archive.extraction.dates.civil import FUTURE, OPEN, PAST

REACH = 110
CLAUSE = re.compile(r"[;:.!?\n“”\"«»()]|,\s(?:and|but|а|но|але|і)\s|\b(?:that|which|who|whose|что|который|которая|які|якая|який|що)\b")
STOP = re.compile(r"[.!?\n“”\"«»]")
AFTER = re.compile(r"[;.!?\n“”\"«»()]")
# Slavic verbs without a past: a perfective one speaks of what will be. In Russian the endings that are no noun's, and common stems.
FINITE = (
    r"[а-яё]{3,14}(?:ится|ётся|утся|ются|атся|ятся)|(?:высту|посет|прие[дз]|прибуд|верн|уед|провед|подпи[шс]|рассмотр|обсуд|объяв|представ|предстан"
    r"|стан|вступ|начн|начин|действ|отмен|заработ|откр|получ|прид|заверш|закро|продл|закон|собер|отправ|поступ|утверд|выплат|введ|сыгра|пойд|появ|ответ|примен|прим)[а-яё]{0,5}"
    r"(?:ит|ет|ёт|ут|ют|ят|ат)|может|могут|должн?[аыо]?|обеща[юе]т|готов[аы]?|предстоит|предстоящ[а-яё]{2,3}|ожида[ею]тся"
    r"|[а-яіўё]{2,14}(?:іць|ыць|уць|юць|ецца|іцца|уцца|юцца)|[а-яіїєґ'’]{2,14}(?:ить|уть|ють|еться|ється|їться|иться|яться|уться|ються|тиме|тимуть|тиметься)"
    r"|має|мають|повин(?:ен|на|ні)|очікується|заплановано"
)
AHEAD = (
    r"(?:will|shall|would|to)\s(?:be|not\sbe|have\sbeen)\s\w{2,15}|will|shall|won['’]t|would|going\sto|(?:is|are|was|were)\sto|to\sbe\s\w{2,12}|due"
    r"|expect(?:ed|s)?|plan(?:s|ned)?|schedul(?:ed|es)|set\s(?:for|to)|slated"
    r"|(?:has|have)\suntil|upcoming|plays|faces|meets|votes|hosts|travels|heads|arrives|resumes|expires|ends"
    r"|goes\s(?:to|into)|takes\seffect|intends?|aims?\sto|hopes?\sto|postponed|opens|starts|begins|convenes|enters|takes\splace|kicks\soff"
    r"|['’]ll|будет|будут|буд[уз]е|будуць|состо[ия]тся|пройд[её]т|намерен\w{0,2}|планиру\w{2,4}|запланирован\w{0,2}|встрет[ия]тся"
    r"|вступ[ия]т|начн[её]тся|откро[её]тся|відбудеться|пройде|планує\w{0,2}|набуде"
    r"|адбуд\w{2,6}|відбуд\w{2,6}|состоятся|пройдут|начнутся|пройдзе|плануе\w{0,2}|набудзе"
)
BEHIND = (
    r"was|were|had|has|have|did|said|told|met|held|came|went|took|began|made|left|won|lost|spoke|became|gave|found|wrote|sent|got|saw|ran|rose"
    r"|fell|led|(?!need|speed|proceed|exceed|indeed|hundred|sacred)[a-z]{2,15}ed"
    r"|[а-яёіўїє]{3,16}(?:л|ла|ли|ло|лся|лась|лись|лось|ў|ла|лі|ўся|лася|ліся|в|вся)"
)
VERB = re.compile(rf"(?<![\w-])(?:(?P<ahead>{AHEAD}|{FINITE})|(?P<behind>{BEHIND}))(?![\w-])", re.IGNORECASE)
SINCE = re.compile(r"\b[Ss]ince\s(?:the\s)?$")


def direction(text: str, start: int, end: int) -> int:
    """The verb nearest before the date in its clause decides, else the first one after it, else the last one of the clauses before."""
    before = text[max(0, start - REACH) : start]
    cut = max((match.end() for match in CLAUSE.finditer(before)), default=0)
    if SINCE.search(before):
        return PAST
    last = None
    for last in VERB.finditer(before, cut):  # noqa: B007 the last one counts
        pass
    if last is None:
        after = text[end : end + REACH]
        stop = AFTER.search(after)
        last = VERB.search(after, 0, stop.start() if stop else len(after))
    if last is None:
        sentence = max((match.end() for match in STOP.finditer(before)), default=0)
        for last in VERB.finditer(before, sentence):  # noqa: B007 the last one counts
            pass
    if last is None:
        return OPEN
    return FUTURE if last["ahead"] else PAST
