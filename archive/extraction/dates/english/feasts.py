"""English names of feast days."""

from __future__ import annotations

import datetime
import re

from archive.extraction.dates import civil, feasts
from archive.extraction.dates.core import YEAR, DateGrammar, Meaning, S, Setting, single
from archive.extraction.dates.english.direction import governed
from archive.extraction.dates.feasts import Feast, beside, fixed, nth, orthodox_easter, western_easter

GRAMMAR = DateGrammar()
# "(?:’s)" and the like are parts of the pattern; a row is a name and its day.
FEASTS: dict[str, Feast] = {
    r"Orthodox\sChristmas(?:\sDay)?": fixed(1, 7),
    r"Orthodox\sChristmas\sEve": fixed(1, 6),
    r"Christmas\sDay": fixed(12, 25),
    r"Christmas\sEve": fixed(12, 24),
    r"Boxing\sDay": fixed(12, 26),
    r"New\sYear[’']?s\sEve": fixed(12, 31),
    r"New\sYear[’']?s\sDay": fixed(1, 1),
    r"(?:St\.?|Saint)\sValentine[’']?s\sDay|Valentine[’']?s\sDay": fixed(2, 14),
    r"(?:St\.?|Saint)\sPatrick[’']?s\sDay": fixed(3, 17),
    r"International\sWomen[’']?s\sDay": fixed(3, 8),
    r"May\sDay": fixed(5, 1),
    r"Fourth\sof\sJuly": fixed(7, 4),
    r"Bastille\sDay": fixed(7, 14),
    r"Hallowe[’']?en": fixed(10, 31),
    r"All\sSaints[’']?\sDay": fixed(11, 1),
    r"(?:Armistice|Remembrance|Veterans[’']?)\sDay": fixed(11, 11),
    r"Anzac\sDay|ANZAC\sDay": fixed(4, 25),
    r"Martin\sLuther\sKing(?:\sJr\.?)?\sDay": nth(3, 0, 1),
    r"Presidents[’']?\sDay": nth(3, 0, 2),
    r"Memorial\sDay": nth(-1, 0, 5),
    r"Labor\sDay": nth(1, 0, 9),
    r"Columbus\sDay": nth(2, 0, 10),
    r"Thanksgiving(?:\sDay)?": nth(4, 3, 11),
    r"Orthodox\sEaster(?:\sSunday)?": orthodox_easter,
    r"Orthodox\sGood\sFriday": beside(orthodox_easter, -2),
    r"Easter\sSunday": western_easter,
    r"Easter\sMonday": beside(western_easter, 1),
    r"Good\sFriday": beside(western_easter, -2),
    r"Maundy\sThursday|Holy\sThursday": beside(western_easter, -3),
    r"Palm\sSunday": beside(western_easter, -7),
    r"Ash\sWednesday": beside(western_easter, -46),
    r"Ascension\sDay": beside(western_easter, 39),
    r"Pentecost(?:\sSunday)?|Whit\sSunday": beside(western_easter, 49),
    r"Whit\sMonday": beside(western_easter, 50),
}
# Names that are as often a season, a tree or an island, and so need a word that asks for a time.
SEASONS: dict[str, Feast] = {"Christmas": fixed(12, 25), "Easter": western_easter}
STEP = {"last": -1, "this": 0, "next": 1}
TAIL = rf"(?:,?{S}(?P<y>{YEAR}))?(?!\w|[’'-]\w)"
CLAUSE = (
    r"(?!\s(?:(?!(?:and|or|but|when|as|after|in|at|with|he|she|they|it|we|the|a|to|of|on|for|by|was|were|is|will|had|has|that|who|next|last|this)\b)"
    r"[a-z]|[A-Z]))"
)
COMPILED = [(re.compile(name), feast) for name, feast in (*FEASTS.items(), *SEASONS.items())]


@GRAMMAR.rule("feast and year", rf"\b(?P<name>{'|'.join(SEASONS)}),?{S}(?P<y>{YEAR})(?!\w)")
@GRAMMAR.rule("feast day", rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S})?(?:the\s)?(?P<name>{'|'.join(FEASTS)}){TAIL}")
@GRAMMAR.rule(
    "feast",
    rf"\b(?:[Aa]t|[Ff]or|[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince|[Oo]ver|[Aa]round|(?P<which>[Ll]ast|[Nn]ext|[Tt]his)){S}(?P<date>(?P<name>{'|'.join(SEASONS)}){TAIL}){CLAUSE}",
)
def _feast(match: re.Match[str], setting: Setting) -> Meaning | None:
    feast = next(feast for pattern, feast in COMPILED if pattern.fullmatch(match["name"]))
    if match["y"]:
        return single("day", feasts.in_year(feast, int(match["y"])))
    if setting.reference is None:
        return None
    step = STEP.get((match["which"] or "").lower())
    if step is not None:
        return single("day", feasts.stepped(feast, setting.reference, step), stated=False)
    direction = setting.direction(*match.span())
    if direction == civil.OPEN and AHEAD.search(setting.text, max(0, match.start() - 12), match.start("name")):
        direction = civil.FUTURE
    day = feasts.near(feast, setting.reference, civil.OPEN)
    far = day is None or abs((datetime.date.fromisoformat(day) - setting.reference).days) > SOON
    if far or governed(setting.text, match.start("name")):
        day = feasts.near(feast, setting.reference, direction)
    return single("day", day, stated=False)


# So many days before and after a feast it is this one, unless the verb beside it tells otherwise.
SOON = 60
AHEAD = re.compile(r"\b(?:by|before|until)\s$", re.IGNORECASE)
