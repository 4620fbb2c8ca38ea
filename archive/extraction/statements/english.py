"""How an English text tells when and on which occasion words were said."""

from __future__ import annotations

import re

from archive.extraction.languages.english import occasions
from archive.extraction.languages.networks import NETWORKS
from archive.extraction.statements.patterns import NEVER, TAIL, UPPER, WORD, any_of, place_behind

# ---------------------------------------------------------------- the day

# "published on | Monday".
ISSUED = re.compile(
    r"\b(?:published|released|issued|posted|made public|circulated|broadcast|aired|shown|recorded|dated|uploaded|televised|printed|adopted"
    r"|signed)\s(?:[\w’'-]{1,16}\s){0,5}$"
)
# "speaking to reporters in Valmere on | Tuesday": the day on which somebody spoke; not "speaking about the vote on Tuesday".
SPEAKING = re.compile(
    r"\b(?:speaking|talking|testifying|appearing|addressing)\b(?:\s(?!(?:about|of|regarding|after|ahead|following)\b)[\w.’'-]{1,30}+){0,12}\s$",
    re.IGNORECASE,
)
# A sentence of its own that tells where somebody spoke: "He was speaking at a rally in Valmere on Saturday."
SPOKE = re.compile(
    r"\b(?:(?:was|were|is|are)\sspeaking|spoke|made\s(?:the|his|her|these|those|their)\s(?:remarks?|comments?|statements?)"
    r"|(?:remarks|comments)\s(?:were\smade|came))\b"
)
# Another clause begins.
APART = re.compile(r"[,;:]|\b(?:that|which|who)\b")
# "said X | , the chief engineer of the yard, on": who it is, and no clause that says more.
APPOSITION = re.compile(
    r",\s(?!(?:adding|saying|noting|warning|and|but|as|after|before|while|when|if|because|although|citing|\w{3,14}ing)\b)(?:[^\s,;:.“”\"]{1,24}[\s,]\s?){1,14}"
    r"(?<=,\s)(?:(?:late|early)\s)?(?:on\s)?",
    re.IGNORECASE,
)
# Before a day at the head of a sentence.
BEFORE_DAY = re.compile(r"\s*(?:(?:on|in|at|late|earlier|back|again|as\s(?:recently|late|early)\sas)\s+)*", re.IGNORECASE)
# Who speaks now has not spoken at an occasion that is over.
NOW = re.compile(r"\b(?:now|nowadays|currently|these days|at present|by now)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b(?:say|think|believe|expect|hope|argue|note|warn|fear|predict|estimate|claim|insist|agree|feel|suggest|maintain|[a-z]{2,16}[a-rt-z]s)\b",
    re.IGNORECASE,
)
# Verbs that go on with what was said just before, on the same day then.
GOES_ON = re.compile(r"\b(?:add(?:s|ed)|continue[sd]|conclude[sd]|went on)", re.IGNORECASE)
# "has repeatedly | said": before now. "Has now said" is news, and so is what "has been saying".
PERFECT = re.compile(
    r"(?:\b(?:has|have|had)|[’'](?:s|ve|d))(?:\s(?!(?:now|just)\b)(?:\w{2,14}ly|also|long|always|often|never|already|since|in\sthe\spast|not|even|once"
    r"|then|before|too)){0,3}\s$",
    re.IGNORECASE,
)
# "previously said", "told him at the time", "once wrote".
EARLIER = re.compile(
    r"\b(?:previously|formerly|earlier(?!\sthan)|later|subsequently|at\sth(?:e|at)\stime|at\sone\spoint|back\sthen|in\sthe\spast|in\sthose\s(?:days|years)"
    r"|years\s(?:ago|before)|(?:for|over\sthe)\s(?:years|decades)|used\sto|until\s(?:the|his|her|their|its)|after\sthe\swar|not\slong\sago"
    r"|(?:shortly|hours|days|weeks|months|years|just|long)\sbefore\s(?:the|his|her|their|its)"
    r"|on\s(?:several|many|numerous)\soccasions|(?:repeatedly|often|always|famously|frequently|regularly|originally|initially|recently)(?=\s[a-z])"
    r"|once\s(?:\w{2,14}ly\s)?(?!the\b)[a-z]{2,14}[dte]|long\s(?:said|argued|maintained|held|insisted|claimed|warned|believed))\b",
    re.IGNORECASE,
)
# "Founded in 1902, the bank said": of the bank.
OF_SPEAKER = re.compile(r"\s?(?:(?!Asked|Questioned|Interviewed)[A-Z]\w{2,12}ed|Born|Built|Made|Set\sup)\b")
# "Anna Hill, who said".
WHO = re.compile(r"\bwho\b[^,]{0,60}\Z")
# "wrote in her memoirs": on no day that anybody could tell.
BOOK = re.compile(
    r"\b(?:in|from)\s(?:[\w’'-]{1,20}\s){0,4}(?:memoirs?|autobiograph(?:y|ies)|diar(?:y|ies)|book|novel|biography|notebooks?|essay)\b",
    re.IGNORECASE,
)

# ---------------------------------------------------------------- the phrase

# Beside the occasion, so that the name keeps the word: "after talks with Petr Orlov".
ASIDE_LINKS = "on the sidelines of|on the margins of|on the fringes of|on the eve of|after|following|ahead of|before"
NEAR_LINKS = "at|during|in|on|opening|closing|speaking to|told|via|hosting"
ASIDE = frozenset(ASIDE_LINKS.split("|"))
NOT_BEFORE_NOUN = (
    "at|during|in|on|after|following|before|ahead|that|which|who|whom|when|where|while|as|and|but|or|is|was|has|had|said|told"
    "|for|with|from|by|about|over|to|event of"
)
MODIFIERS = rf"(?:(?!(?:{NOT_BEFORE_NOUN})\b){WORD},?\s){{0,7}}?"
NOUNS = any_of(occasions.NOUNS - {"march"})  # in small letters alone: "in March"
PHRASES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\b(?P<link>(?i:{ASIDE_LINKS}|{NEAR_LINKS}))\s(?P<text>{MODIFIERS}(?P<noun>(?i:{NOUNS})|march)\b{TAIL})"),
    re.compile(rf"\b(?P<link>(?i:in|on))\s(?P<text>{MODIFIERS}(?P<noun>(?i:{any_of(occasions.WRITINGS)}))\b{TAIL})"),
)
# Behind "speaking to" and the like these are no venue.
NO_VENUE = (
    "reporters|journalists|media|press|condition|length|noon|midday|night|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|behalf"
    "|English|Russian"
)
# Somebody speaks, and where: no noun of an occasion beside it.
VENUE = re.compile(
    r"\b(?P<text>(?P<noun>(?i:speaking|appearing|testifying)\s(?:in|at|before|to|from|outside|on|inside)|(?i:addressing))"
    rf"\s(?!the\s(?:weekend|time)\b)(?:(?:the|a|an|his|her)\s)?(?!(?:{NO_VENUE})\b){WORD}{TAIL})"
)
# Only the place where reporters were told.
REPORTERS = re.compile(
    r"\b(?:told|to|tells)\s(?:the\s)?(?:reporters|journalists|media|press)(?:\s(?:on\s|late\s){0,2}[A-Z][a-z]{2,5}day)?\s(?:in|at|outside)"
    rf"\s(?=[{UPPER}])"
)
# Where the next clause begins.
CUT = re.compile(
    r"\s(?:that|which|who|whom|whose|when|where|while|as|saying|warning|adding|arguing|because|if|but|he|she|they|we|said|says|told"
    r"|asked|has|had|was|were|is|are|will|would)\b|\sand\s(?=[a-z])(?!and\s(?:the|his|her|its|their|a)\b)|\s[—–-]\s|\.\s"
)
# What is told of an occasion or writing behind its name.
PARTICIPLE = re.compile(
    r"\s(?:broadcast|published|posted|aired|recorded|released|shown|uploaded|dated|held|issued|streamed|televised|seen by|obtained by"
    r"|read to|read out|reviewed by|shared with|written|sent)\b"
)
# A day beside an occasion stands behind such a word, or is told from today.
OF_THE_OCCASION = re.compile(
    r"\b(?:on|dated|held|broadcast|aired|published|posted|recorded|released|shown|late|early|earlier|in|of|uploaded|issued|sent|written)\s$"
)
OF_THE_OCCASION_REACH = 20
TOLD_FROM_TODAY = re.compile(
    r"(?i:on |last |this |yesterday|today|earlier |monday|tuesday|wednesday|thursday|friday|saturday|sunday|late )"
)
BESIDE_PHRASE = re.compile(r"[\s,]*(?:on|late on|early on)?\s*")

# ---------------------------------------------------------------- its name

DETERMINERS = re.compile(r"(?i:(?:a|an|the|his|her|their|its|this|that|same|another)\s)+")
DEFINITE = re.compile(r"(?i:the|this|that|same)\b")
AROUND_DAY = re.compile(r"(?:[\s,]|\b(?:on|in|late|early|dated|held|of|from|earlier)\b){1,12}$")
DANGLING = re.compile(r"(?:\s(?:with|by|of|for|and|to|the|a|an|his|her|its|their)){1,6}$")
# "on the channel “North”": a word that takes a short name in quotation marks.
TAKES_NAME = re.compile(r"(?:[’']s|\b(?:show|programme|program|channel|podcast|newspaper|magazine|agency|station))$")
# A verb of speaking alone names no occasion.
BARE = frozenset("speaking appearing testifying addressing".split())
PLACELESS = occasions.WRITINGS
JOINT = occasions.JOINT

# ---------------------------------------------------------------- its place

PLACE = place_behind("in the city of|in|to|at", occasions.NO_PLACES | NETWORKS)
NO_PLACE = NEVER
AWAY = frozenset(("to", "at"))


def holds_place(link: str, noun: str) -> bool:
    """Behind "in"; of a visit also behind "to"."""
    return link not in AWAY or (link == "to" and noun in occasions.TRAVELS)


def nominative_place(place: str) -> str:
    return place


def is_of_the_occasion(text: str, start: int, day: int) -> bool:
    """Whether the day behind the noun is that of the phrase which begins at `start`: not "a meeting about the 3 May accident"."""
    before = max(start, day - OF_THE_OCCASION_REACH)
    return TOLD_FROM_TODAY.match(text, day) is not None or OF_THE_OCCASION.search(text, before, day) is not None


def speaking_clause(words: str) -> int:
    """Where a clause of speech begins without a word that joins it: English has none."""
    return len(words)
