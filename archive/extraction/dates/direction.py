"""Tells from the verbs of a clause whether a date in it lies behind or ahead: "was signed on Monday", "will meet on Monday"."""

from __future__ import annotations

import re

from archive.extraction.dates.civil import FUTURE, OPEN, PAST

REACH = 110
# A full stop behind an initial or a title ends no sentence.
FULL_STOP = r"(?<!\b[ap])(?<![ap]\.m)(?<!\b[A-Z])(?<!\b[A-Z]\.[A-Z])(?<!\b(?:Mr|Dr|St|Lt|No|vs))(?<!\b(?:Mrs|Gen|Sen|Gov|Rep|Sgt|Col))\."
CLAUSE = re.compile(
    rf"[;!?\n“”\"«»()]|:(?!\d)|{FULL_STOP}|,\s(?:and|but|а|но|але|і)\s|\b(?:that|which|who|whose|what|что|который|которая|які|якая|який|що)\b"
)
STOP = re.compile(rf"[!?\n“”\"«»]|{FULL_STOP}")
AFTER = re.compile(rf"[;!?\n“”\"«»()]|{FULL_STOP}")
# ", who will leave in May," says nothing of when the president spoke.
ASIDE = re.compile(r",\s(?:who|which|whose|whom|where|when)\b[^,.;]{1,90},")
# Slavic verbs without a past: a perfective one speaks of what will be. In Russian the endings that are no noun's, and common stems.
FINITE = (
    r"[а-яё]{3,14}(?:ится|ётся|утся|ются|атся|ятся)|(?:высту|посет|прие[дз]|прибуд|верн|уед|провед|подпи[шс]|рассмотр|обсуд|объяв|представ|предстан"
    r"|стан|вступ|начн|начин|действ|отмен|заработ|откр|получ|прид|заверш|закро|продл|закон|собер|отправ|поступ|утверд|выплат|введ|сыгра|пойд|появ|ответ|примен|прим)[а-яё]{0,5}"
    r"(?:ит|ет|ёт|ут|ют|ят|ат)|может|могут|должн?[аыо]?|обеща[юе]т|готов[аы]?|предстоит|предстоящ[а-яё]{2,3}|ожида[ею]тся"
    r"|[а-яіўё]{2,14}(?:іць|ыць|уць|юць|ецца|іцца|уцца|юцца)|[а-яіїєґ'’]{2,14}(?:ить|уть|ють|еться|ється|їться|иться|яться|уться|ються|тиме|тимуть|тиметься)"
    r"|має|мають|повин(?:ен|на|ні)|очікується|заплановано"
)
SLAVIC_AHEAD = (
    r"будет|будут|буд[уз]е|будуць|состо[ия]тся|пройд[её]т|намерен\w{0,2}|планиру\w{2,4}|запланирован\w{0,2}|встрет[ия]тся"
    r"|вступ[ия]т|начн[её]тся|откро[её]тся|відбудеться|пройде|планує\w{0,2}|набуде"
    r"|адбуд\w{2,6}|відбуд\w{2,6}|состоятся|пройдут|начнутся|пройдзе|плануе\w{0,2}|набудзе"
)
# What one wants, is told or agrees to do is still to come: "ordered him to appear Monday".
WANTED = (
    r"(?:agree[ds]?|vow(?:ed|s)?|promise[ds]?|pledge[ds]?|threaten(?:ed|s)?|prepar(?:e|es|ed|ing)|order(?:ed|s)|invite[ds]?|urge[ds]?|asked|want(?:ed|s)?"
    r"|plans?|ready|likely|unlikely|supposed|scheduled|expected|required|deadline|chance|hop(?:e|es|ed|ing))(?:\s[\w’'-]{1,15}){0,3}?"
    r"\sto\s(?:be\s)?[a-z]{2,15}"
    r"|to\s(?:(?:\w{2,12}ly|not|also|then|first)\s)?(?:be|have\sbeen|get)\s(?:\w{2,12}ly\s)?\w{2,15}"
)
# "May" and "Will" are a month and a man.
AHEAD = (
    r"(?-i:(?:will|shall|would)\s(?:(?:\w{2,12}ly|not|also|then|first)\s)?(?:be|have\sbeen|get)"
    r"|(?:can|must|should|could|may|might)\s(?:(?:\w{2,12}ly|also|then|first)\s)?(?:be|get))\s(?:\w{2,12}ly\s)?\w{2,15}"
    r"|(?-i:will)|shall|won['’]t|would|(?-i:may|might|can|should|must|could)(?!\s(?:not|have)\b)|going\sto|(?:is|are|was|were)\sto(?:\sbe\s\w{2,15})?|due"
    r"|(?<!as\s)(?<!than\s)expect(?:ed|s)?|plan(?:s|ned)?|schedul(?:ed|es)|set\s(?:for|to)|slated"
    r"|(?:has|have|had|g[ai]ven?|(?:give|gave|granted)(?:\s\w{1,15}){1,4})\suntil|upcoming|plays|faces|meets|votes|hosts|travels|heads|arrives|resumes?|expires?|ends"
    r"|(?:begin|convene|depart|arrive)(?=\s)|runs|lasts|continues|returns|leaves|flies|departs|visits|launches"
    r"|go(?:es)?\s(?:to|into|on)|takes?\seffect|effective|intends?|aims?\sto|hopes?\sto|postponed|opens|starts|begins|convenes|enters|takes?\splace|kicks?\soff"
    r"|call(?:ed|s|ing)?\sfor\s\w{1,15}|\w{1,10}['’]ll|be\s(?:held|\w{2,13}ed)"
    r"|(?<!\bto\s)(?-i:play|face|host|visit|meet)\s(?:the|in|at|on|(?-i:[A-Z])\w)"
    r"|(?<!\bto\s)(?-i:open|hold|start|launch|leave)\s(?:their|the|an?)"
)
BEHIND = (
    r"(?:may|might|could|would|should|must)(?:\snot)?\shave\s(?:been\s)?\w{2,15}|could(?:\snot|n['’]t)\s(?:\w{2,14}ly\s)?(?:be\s)?\w{2,15}"
    r"|was|were|had|has|have|did|said|told|met|held|came|went|took|began|made|left|won|lost|spoke|became|gave|found|wrote|sent|got|saw|ran|rose"
    r"|fell|(?-i:led)|hit|struck|shot|broke|flew|grew|drew|threw|stood|fought|brought|bought|sold|paid|kept|caught|froze|stole|swore|sank|sought|shook"
    r"|spent|withdrew|overthrew|been|gone|taken|seen|given|quit|cut|put|beat|let|split|spread|slid|upset|drew|beaten|drawn"
    r"|(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\bof\s)(?-i:(?!need|speed|proceed|exceed|indeed|hundred|sacred|so-called)[a-z]{2,15}ed)"
    r"|[а-яёіўїє]{3,16}(?:л|ла|ли|ло|лся|лась|лись|лось|ў|ла|лі|ўся|лася|ліся|в|вся)"
)
VERB = re.compile(rf"(?<![\w-])(?:(?P<ahead>{WANTED}|{AHEAD}|{SLAVIC_AHEAD}|{FINITE})|(?P<behind>{BEHIND}))(?![\w-])", re.IGNORECASE)
# Behind the date the first verb decides: "On Monday they agreed to meet".
VERB_AFTER = re.compile(rf"(?<![\w-])(?:(?P<ahead>{AHEAD}|{SLAVIC_AHEAD}|{FINITE})|(?P<behind>{BEHIND}))(?![\w-])", re.IGNORECASE)
SINCE = re.compile(r"\b[Ss]ince\s(?:the\s)?$")
# "Delayed the vote until Monday", "as early as Monday", "beginning Monday", "ahead of Monday's vote".
POINTED = re.compile(
    r"\b(?:(?:delay|postpon|adjourn|extend|suspend|defer|remand|recess|reschedul|push|put)\w{0,3}(?:\s[\w.’'-]{1,20}){0,6}?\s(?:to|until|till|for)\s"
    r"|as\s(?:early|soon)\sas\s|(?:is|are)\s(?:on\s)?|(?:[Bb]eginning|[Ss]tarting|[Ee]ffective)\s(?:on\s)?|[Aa]head\sof\s)(?:the\s)?$"
)
BESIDE = re.compile(r"(?:\s(?:it|him|her|them|us))?\s(?:on\s)?(?:the\s)?")
# "On Friday or Saturday": the second looks the way of the first.
LISTED = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?(?:,\s|,?\s(?:and|or|to|through)\s(?:on\s)?)$"
)
HEADLINE = re.compile(r"\bto\s[a-z]{3,15}\b")


def direction(text: str, start: int, end: int) -> int:
    """The verb nearest before the date in its clause decides, else the first one after it, else the last one of the clauses before."""
    before = text[max(0, start - REACH) : start]
    if listed := LISTED.search(before):
        before = before[: listed.start()]
    if SINCE.search(before):
        return PAST
    if POINTED.search(before):
        return FUTURE
    cut = max((match.end() for match in CLAUSE.finditer(before)), default=0)
    verb = _last(before, cut) or _first(text[end : end + REACH]) or _last(before, _sentence(before))
    if verb is None:
        return FUTURE if HEADLINE.search(before, cut) else OPEN
    return FUTURE if verb["ahead"] else PAST


def _last(before: str, start: int) -> re.Match[str] | None:
    last = None
    for last in VERB.finditer(before, start):  # noqa: B007 the last one counts
        pass
    return last


def _first(after: str) -> re.Match[str] | None:
    after = ASIDE.sub(", ", after)
    stop = AFTER.search(after)
    return VERB_AFTER.search(after, 0, stop.start() if stop else len(after))


def _sentence(before: str) -> int:
    return max((match.end() for match in STOP.finditer(before)), default=0)


def governed(text: str, start: int) -> bool:
    """The verb stands right beside the date: "opened on 3 June", where "approved a payment on 3 June" leaves it open."""
    before = text[max(0, start - 40) : start]
    verb = _last(before, 0)
    return bool(verb and BESIDE.fullmatch(before, verb.end()))
