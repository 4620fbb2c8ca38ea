"""English verbs and turns of phrase that tell whether a date lies behind or ahead: "was signed on Monday", "will meet on Monday"."""

from __future__ import annotations

import re

from archive.extraction.dates.direction import Verbs, last_verb

# A full stop behind an initial or a title ends no sentence.
FULL_STOP = r"(?<!\b[ap])(?<![ap]\.m)(?<!\b[A-Z])(?<!\b[A-Z]\.[A-Z])(?<!\b(?:Mr|Dr|St|Lt|No|vs))(?<!\b(?:Mrs|Gen|Sen|Gov|Rep|Sgt|Col))\."
# ", who will leave in May," says nothing of when the president spoke.
ASIDE = re.compile(r",\s(?:who|which|whose|whom|where|when)\b[^,.;]{1,90},")
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
)
# "Delayed the vote until Monday", "as early as Monday", "beginning Monday", "ahead of Monday's vote".
POINTED = re.compile(
    r"\b(?:(?:delay|postpon|adjourn|extend|suspend|defer|remand|recess|reschedul|push|put)\w{0,3}(?:\s[\w.’'-]{1,20}){0,6}?\s(?:to|until|till|for)\s"
    r"|as\s(?:early|soon)\sas\s|(?:is|are)\s(?:on\s)?|(?:[Bb]eginning|[Ss]tarting|[Ee]ffective)\s(?:on\s)?|[Aa]head\sof\s)(?:the\s)?$"
)
# "On Friday or Saturday": the second looks the way of the first.
LISTED = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?(?:,\s|,?\s(?:and|or|to|through)\s(?:on\s)?)$"
)
BESIDE_REACH = 40
BESIDE = re.compile(r"(?:\s(?:it|him|her|them|us))?\s(?:on\s)?(?:the\s)?")
ENGLISH = Verbs(
    clause=re.compile(rf"[;!?\n“”\"«»()]|:(?!\d)|{FULL_STOP}|,\s(?:and|but)\s|\b(?:that|which|who|whose|what)\b"),
    sentence=re.compile(rf"[!?\n“”\"«»]|{FULL_STOP}"),
    after=re.compile(rf"[;!?\n“”\"«»()]|{FULL_STOP}"),
    aside=ASIDE,
    verb=re.compile(rf"(?<![\w-])(?:(?P<ahead>{WANTED}|{AHEAD})|(?P<behind>{BEHIND}))(?![\w-])", re.IGNORECASE),
    # Behind the date the first verb decides: "On Monday they agreed to meet".
    verb_after=re.compile(rf"(?<![\w-])(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND}))(?![\w-])", re.IGNORECASE),
    since=re.compile(r"\b[Ss]ince\s(?:the\s)?$"),
    pointed=POINTED,
    listed=LISTED,
    headline=re.compile(r"\bto\s[a-z]{3,15}\b"),
)


def governed(text: str, start: int) -> bool:
    """The verb stands right beside the date: "opened on 3 June", where "approved a payment on 3 June" leaves it open."""
    before = text[max(0, start - BESIDE_REACH) : start]
    verb = last_verb(before, ENGLISH)
    return bool(verb and BESIDE.fullmatch(before, verb.end()))
